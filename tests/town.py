"""A small town for tests: two wards, two bureaus, and people with roles. Set-up goes through actions and loaders."""

from datetime import date

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.models import Grant
from jichi.kernel.access.queries import actor_for
from jichi.kernel.access.roles import Role
from jichi.kernel.clock.reading import now
from jichi.kernel.people.models import Account
from jichi.kernel.places.models import Bureau, Section, Ward

LONG_AGO = date(2000, 4, 1)
PASSWORD = "correct horse battery staple"
SECRET = "JBSWY3DPEHPK3PXP"


class Town:
    """What a test asks for: places, people, and browsers in which they are signed in."""

    def __init__(self) -> None:
        self.ward, _ = Ward.objects.get_or_create(
            code="14131", defaults={"name": "川崎区", "kana": "かわさきく", "name_en": "Kawasaki Ward"}
        )
        self.other_ward, _ = Ward.objects.get_or_create(
            code="14132", defaults={"name": "幸区", "kana": "さいわいく", "name_en": "Saiwai Ward"}
        )
        self.section = self.make_section("planning", "総合企画局", "policy", "自治政策部")
        self.other_section = self.make_section("citizens", "市民・こども局", "community", "地域振興課")

    def make_section(self, bureau_code: str, bureau_name: str, code: str, name: str) -> Section:
        bureau, _ = Bureau.objects.get_or_create(
            code=bureau_code, defaults={"name": bureau_name, "name_en": bureau_code.title()}
        )
        section, _ = Section.objects.get_or_create(
            code=code, defaults={"bureau": bureau, "name": name, "name_en": code.title()}
        )
        return section

    def account(self, mail: str = "", *, works_for_city: bool = False) -> Account:
        account = Account(
            email=mail or f"person{Account.objects.count() + 1}@example.jp",
            name="試験 花子",
            works_for_city=works_for_city,
        )
        account.set_password(PASSWORD)
        account.save()
        EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
        if works_for_city:
            TOTP.activate(account, SECRET)
        return account

    def staff(self, role: Role, *, ward: Ward | None = None, section: Section | None = None) -> Account:
        account = self.account(works_for_city=True)
        Grant.objects.create(
            account=account,
            role=role,
            ward=ward,
            section=section,
            since=LONG_AGO,
            reason="辞令",
        )
        return account

    def bureau_staff(self, role: Role, bureau: Bureau) -> Account:
        account = self.account(works_for_city=True)
        Grant.objects.create(account=account, role=role, bureau=bureau, since=LONG_AGO, reason="辞令")
        return account

    def actor(self, account: Account, *, on: date = date(2012, 7, 9)) -> Actor:
        return actor_for(account, on=on, at=now())

    def browser(self, account: Account | None = None) -> Client:
        client = Client()
        if account is not None:
            client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    def browser_of(self, actor: Actor) -> Client:
        return self.browser(Account.objects.get(pk=actor.account_id))
