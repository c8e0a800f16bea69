"""Forms of allauth in our words."""

from typing import Any

from allauth.account.forms import LoginForm
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):
    """Sign-in. Labels stand above the boxes, so nothing stands in them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
        self.fields["remember"].label = _("サインインしたままにする")
        self.fields["remember"].help_text = _("ほかの人も使う端末では、選ばないでください。")
