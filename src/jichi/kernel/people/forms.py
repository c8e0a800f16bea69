"""Forms of allauth in our words."""

from typing import Any

from allauth.account.forms import LoginForm, SignupForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from jichi.kernel.web.forms import what_is_missing


def in_house_words(form: forms.Form) -> None:
    """Labels stand above the boxes, so nothing stands in them; an empty box is asked for as everywhere."""
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
        field.error_messages["required"] = what_is_missing(field)


class SignInForm(LoginForm):
    """Sign-in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_house_words(self)
        self.fields["remember"].label = _("サインインしたままにする")
        self.fields["remember"].help_text = _("ほかの人も使う端末では、選ばないでください。")


class SignUpForm(SignupForm):
    """A resident's registration."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_house_words(self)


class AddKeyForm(AddWebAuthnForm):
    """A passkey or a security key; its name is for its holder only."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("キーの名前")
        self.fields["name"].help_text = _("あとで見分けるための名前です。")
        self.fields["passwordless"].label = _("パスワードの代わりにも使う（パスキー）")
        self.fields["passwordless"].help_text = _("端末の指紋、顔、または暗証番号が要ります。")


class RenameKeyForm(EditWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("キーの名前")
