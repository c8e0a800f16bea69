"""Who is told what, in which language, and that it is told once."""

from datetime import date

import pytest
from django.utils.functional import lazy
from django.utils.translation import get_language
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import LeftNoTrace
from jichi.kernel.notices.models import Mail, Notice
from jichi.kernel.notices.notify import follow, notify, notify_followers, notify_section, unfollow
from jichi.kernel.notices.tests.telling import acted
from jichi.kernel.people.models import Account

TODAY = date(2012, 7, 9)
REFERENCE = "12-0001-9"


def tell(account: Account, *, key: str = "test/1", subject: object = "期限が近づいています") -> Notice:
    return acted(lambda: notify(account=account, key=key, subject=subject, body="本文", url="/plans/"))


def test_a_person_is_told_on_the_page_and_by_mail(town: Town) -> None:
    notice = tell(town.account())

    assert (notice.subject, notice.body, notice.url, notice.read_at) == (
        "期限が近づいています",
        "本文",
        "/plans/",
        None,
    )
    assert Mail.objects.get().notice == notice


def test_the_same_thing_is_told_to_a_person_once(town: Town) -> None:
    account = town.account()

    assert tell(account) == tell(account, subject="もう一度")
    assert Mail.objects.count() == 1


def test_the_same_thing_is_told_to_every_person_it_concerns(town: Town) -> None:
    tell(town.account())
    tell(town.account())

    assert Notice.objects.count() == 2


def test_a_person_is_told_in_the_language_of_their_choice(town: Town) -> None:
    account = town.account()
    account.language = "en"
    language_of_the_text = lazy(get_language, str)()

    assert tell(account, subject=language_of_the_text).subject == "en"


def test_a_closed_account_is_not_told(town: Town) -> None:
    account = town.account()
    account.is_active = False

    assert tell(account) is None
    assert not Notice.objects.exists()


def test_nobody_is_told_outside_an_action(town: Town) -> None:
    with pytest.raises(LeftNoTrace):
        notify(account=town.account(), key="test/1", subject="件名", body="本文")


def told_in_section(town: Town) -> set[int]:
    told = acted(
        lambda: notify_section(
            section=town.section, on=TODAY, key="test/1", subject="期限", body="本文", url="/plans/"
        )
    )
    return {notice.account_id for notice in told}


def test_a_section_is_its_staff_and_its_chief(town: Town) -> None:
    staff = town.staff(Role.SECTION_STAFF, section=town.section)
    chief = town.staff(Role.SECTION_CHIEF, section=town.section)
    town.staff(Role.SECTION_STAFF, section=town.other_section)
    town.bureau_staff(Role.BUREAU_CHIEF, town.section.bureau)

    assert told_in_section(town) == {staff.pk, chief.pk}
    assert set(Notice.objects.values_list("section", flat=True)) == {town.section.pk}


def test_where_a_section_has_nobody_the_chief_of_its_bureau_is_told(town: Town) -> None:
    chief = town.bureau_staff(Role.BUREAU_CHIEF, town.section.bureau)
    town.bureau_staff(Role.BUREAU_CHIEF, town.other_section.bureau)

    assert told_in_section(town) == {chief.pk}


def test_where_nobody_is_responsible_nobody_is_told(town: Town) -> None:
    assert told_in_section(town) == set()


def told_to_followers(*, but: Account | None = None) -> list[int]:
    told = acted(
        lambda: notify_followers(reference=REFERENCE, key="test/1", subject="動き", body="本文", but=but)
    )
    return [notice.account_id for notice in told]


def test_followers_are_told_except_the_one_who_did_it(town: Town) -> None:
    one, other = town.account(), town.account()
    for account in (one, other, one):
        follow(account=account, reference=REFERENCE)

    assert told_to_followers(but=other) == [one.pk]


def test_who_no_longer_follows_is_not_told(town: Town) -> None:
    one = town.account()
    follow(account=one, reference=REFERENCE)
    unfollow(account=one, reference=REFERENCE)

    assert told_to_followers() == []
