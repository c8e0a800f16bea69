"""Make an account."""

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.event import Personal
from jichi.kernel.people.models import Account

from ..events import ACCOUNTS, AccountCreated
from ..permissions import May


class AddressIsTaken(Refusal):
    code = "administration.address_is_taken"
    message = _("このメールアドレスのアカウントはもうあります。職員の一覧で確かめてください。")


class WeakPassword(Refusal):
    code = "administration.weak_password"


@action(needs=May.CREATE_ACCOUNT)
def create_account(
    *, actor: Actor, email: str, name: str, password: str = "", works_for_city: bool = True
) -> Account:
    """Make an account whose address counts as verified, because the city vouches for it.

    Without a password its holder chooses one through 「パスワードを忘れたとき」, or signs in through the
    city's directory.

    Ledger: access.account.created
    Raises: AddressIsTaken; WeakPassword.
    """
    email = email.strip().lower()
    if Account.objects.filter(email__iexact=email).exists():
        raise AddressIsTaken(fields={"email": str(AddressIsTaken.message)})
    account = Account(email=email, name=name.strip(), works_for_city=works_for_city)
    set_password(account, password)
    account.save()
    EmailAddress.objects.create(user=account, email=email, verified=True, primary=True)
    record(told(account), stream=ACCOUNTS)
    return account


def set_password(account: Account, password: str) -> None:
    if not password:
        account.set_unusable_password()
        return
    try:
        validate_password(password, account)
    except ValidationError as refused:
        raise WeakPassword(" ".join(refused.messages), fields={"password": refused.messages[0]}) from refused
    account.set_password(password)


def told(account: Account) -> AccountCreated:
    return AccountCreated(
        works_for_city=account.works_for_city,
        account=Personal(str(account.public_id)),
        name=Personal(account.name),
        email=Personal(account.email),
    )
