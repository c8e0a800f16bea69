"""A comment on a programme: received, checked, public, joined, replied to, and what came of it."""

from datetime import date
from uuid import uuid4

import pytest
from django.utils.translation import gettext as _
from django.utils.translation import override
from tests.town import Town

from jichi.domains.plans.actions.comment_on_programme import (
    CameTomorrow,
    CommentNotFull,
    NewComment,
    SentBefore,
    enter_comment,
)
from jichi.domains.plans.actions.comment_steps import CommentElsewhere, NoReason
from jichi.domains.plans.actions.join_comments import CannotBeJoined, join_comment, split_comment
from jichi.domains.plans.actions.keep_comment_back import keep_comment_back
from jichi.domains.plans.actions.plan_actions import plan_actions
from jichi.domains.plans.actions.publish_comment import LooksPersonal, publish_comment
from jichi.domains.plans.actions.reply_to_comment import NewReply, ReplyNotFull, reply_to_comment
from jichi.domains.plans.actions.tell_consequence import (
    ConsequenceNotFull,
    NewConsequence,
    NotOfThisProgramme,
    tell_consequence,
)
from jichi.domains.plans.models import Comment, Consequence, Edition, Programme, Reply
from jichi.domains.plans.work import work_of
from jichi.kernel.access.actor import NOBODY, Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed, NotThere
from jichi.kernel.deadlines.models import Deadline, State
from jichi.kernel.deadlines.queries import open_deadline
from jichi.kernel.ledger.models import Event, PersonalField
from jichi.kernel.notices.models import Notice
from jichi.kernel.search.find import find
from jichi.kernel.threads.models import Author, Channel, Record, Voice
from jichi.kernel.threads.queries import record_for
from jichi.kernel.threads.thread import follow

from .voices import CAME, REPLY, TEXT, TITLE, a_programme, public, replied, resident, said

pytestmark = pytest.mark.django_db
LATER = date(2012, 5, 28)


@pytest.fixture
def programme(edition: Edition, planner: Actor, town: Town) -> Programme:
    return a_programme(planner, town.section)


@pytest.fixture
def staff(town: Town) -> Actor:
    return town.actor(town.staff(Role.SECTION_STAFF, section=town.section))


@pytest.fixture
def comment(programme: Programme) -> Comment:
    return said(programme)


def test_anybody_may_comment_and_the_sections_clock_starts(comment: Comment, town: Town) -> None:
    assert (comment.step, comment.due_on) == ("received", date(2012, 6, 6))
    clock = open_deadline(kind="plans.reply", subject=comment.reference)
    assert clock is not None
    assert (clock.owner, clock.due_on) == (town.section, comment.due_on)
    assert "未確認" in clock.basis
    event = Event.objects.get(type="plans.comment.received")
    assert (event.actor, event.public["channel"]) == ("nobody", "web")


def test_the_record_keeps_of_the_words_and_the_author_commitments_only(programme: Programme) -> None:
    said(programme, name="試験 花子", contact="hanako@example.jp")
    event = Event.objects.get(type="plans.comment.received")
    assert not {"title", "text", "author"} & event.public.keys()
    assert set(event.commitments) == {"title", "text", "author"}
    assert PersonalField.objects.get(event=event, name="author").clear == "試験 花子 hanako@example.jp"
    assert Author.objects.get().name == "試験 花子"


def test_nobody_but_the_section_knows_of_a_comment_before_it_is_public(
    comment: Comment, staff: Actor, town: Town
) -> None:
    with pytest.raises(NotThere):
        record_for(NOBODY, comment.reference)
    assert record_for(staff, comment.reference).reference == comment.reference
    assert TITLE not in Record.objects.get(reference=comment.reference).title
    neighbour = town.actor(town.staff(Role.SECTION_STAFF, section=town.other_section))
    with pytest.raises(NotThere):
        record_for(neighbour, comment.reference)


def test_a_comment_says_what_it_is_about_and_something(programme: Programme) -> None:
    with pytest.raises(CommentNotFull) as refused:
        said(programme, title=" ", text="")
    assert set(refused.value.fields) == {"title", "text"}
    assert not Comment.objects.exists()


def test_a_form_that_is_sent_twice_is_received_once_and_uses_no_second_number(programme: Programme) -> None:
    ticket = uuid4()
    first = said(programme, ticket=ticket)
    with pytest.raises(SentBefore):
        said(programme, ticket=ticket)
    assert said(programme).reference[3:7] == f"{int(first.reference[3:7]) + 1:04}"
    assert Comment.objects.count() == 2


def test_what_came_by_telephone_counts_from_the_day_it_came(programme: Programme, staff: Actor) -> None:
    new = NewComment(title=TITLE, text=TEXT, channel=Channel.PHONE)
    entered = enter_comment(
        actor=staff, programme=programme, comment=new, received_on=CAME, on=date(2012, 5, 10)
    )
    assert (entered.channel, entered.due_on) == ("phone", date(2012, 6, 6))
    assert Voice.objects.get().channel == "phone"
    with pytest.raises(CameTomorrow):
        enter_comment(actor=staff, programme=programme, comment=new, received_on=CAME, on=date(2012, 5, 6))


@pytest.mark.parametrize("who", ["nobody", "resident", "neighbour", "auditor"])
def test_only_the_own_section_writes_down_publishes_and_replies(
    comment: Comment, town: Town, who: str
) -> None:
    actors = {
        "nobody": NOBODY,
        "resident": resident(town),
        "neighbour": town.actor(town.staff(Role.SECTION_CHIEF, section=town.other_section)),
        "auditor": town.actor(town.staff(Role.AUDITOR)),
    }
    with pytest.raises(NotAllowed):
        publish_comment(actor=actors[who], comment=comment, title=TITLE, text=TEXT, on=CAME)
    with pytest.raises(NotAllowed):
        reply_to_comment(actor=actors[who], comment=comment, reply=REPLY, on=LATER)
    with pytest.raises(NotAllowed):
        keep_comment_back(actor=actors[who], comment=comment, because="？", on=CAME)


def test_a_text_with_personal_data_is_not_published_unseen(programme: Programme, staff: Actor) -> None:
    comment = said(programme, text="電話は044-200-3939です。")
    with pytest.raises(LooksPersonal) as refused:
        public(staff, comment)
    assert "「044-200-3939」（電話番号のようです）" in refused.value.fields["text"]
    shown = publish_comment(actor=staff, comment=comment, title=TITLE, text="電話をください。", on=CAME)
    assert (shown.step, shown.text, shown.original) == (
        "public",
        "電話をください。",
        "電話は044-200-3939です。",
    )
    event = Event.objects.get(type="plans.comment.published")
    assert event.public["is_as_written"] is False


def test_a_clerk_may_say_that_a_number_is_none_of_a_person(programme: Programme, staff: Actor) -> None:
    comment = said(programme, text="総合コンタクトセンター044-200-3939がつながりません。")
    shown = publish_comment(
        actor=staff, comment=comment, title=TITLE, text=comment.original, is_checked=True, on=CAME
    )
    assert shown.is_public


def test_a_public_comment_is_found_and_a_taken_back_one_is_not(comment: Comment, staff: Actor) -> None:
    def hits() -> list[str]:
        return [hit.reference for hit in find("ひと月前", actor=NOBODY).hits]

    assert hits() == []
    shown = public(staff, comment)
    assert hits() == [comment.reference]
    back = keep_comment_back(actor=staff, comment=shown, because="名前が入っていたため", on=LATER)
    assert (hits(), back.step) == ([], "kept_back")
    with pytest.raises(NotThere):
        record_for(NOBODY, comment.reference)
    assert Deadline.objects.get().state == State.CANCELLED
    event = Event.objects.get(type="plans.comment.kept_back")
    assert event.public["was_public"] is True


def test_a_comment_is_not_kept_back_without_a_reason(comment: Comment, staff: Actor) -> None:
    with pytest.raises(NoReason):
        keep_comment_back(actor=staff, comment=comment, because=" ", on=LATER)
    comment.refresh_from_db()
    assert comment.step == "received"


def test_a_reply_has_its_reasons_meets_the_clock_and_is_on_the_record(comment: Comment, staff: Actor) -> None:
    with pytest.raises(CommentElsewhere):
        replied(staff, comment)
    shown = public(staff, comment)
    with pytest.raises(ReplyNotFull) as refused:
        reply_to_comment(
            actor=staff, comment=shown, reply=NewReply(answer="adopted", text="はい", reasons=""), on=LATER
        )
    assert "理由のない回答はできません" in refused.value.fields["reasons"]
    reply = replied(staff, shown)
    comment.refresh_from_db()
    assert (comment.step, comment.reply) == ("replied", reply)
    assert Deadline.objects.get().state == State.MET
    assert Event.objects.get(type="plans.comment.replied").public["reply"] == reply.reference
    titles = [step.record.title for step in follow(record_for(NOBODY, comment.reference), actor=NOBODY).steps]
    assert titles == ["区民会議運営事業", TITLE, f"反映します：{TITLE}"]


def two_joined(programme: Programme, staff: Actor) -> tuple[Comment, Comment]:
    first = public(staff, said(programme, name="試験 花子"))
    second = public(staff, said(programme, title="夜にも開いて", on=date(2012, 5, 9)))
    joined = join_comment(actor=staff, comment=second, into=first, because="同じ会議のこと", on=LATER)
    return first, joined


def test_a_joined_comment_has_the_reply_of_the_other_and_no_clock_of_its_own(
    programme: Programme, staff: Actor
) -> None:
    first, second = two_joined(programme, staff)
    assert second.step == "joined"
    assert open_deadline(kind="plans.reply", subject=second.reference) is None
    replied(staff, first)
    assert Voice.objects.get(record__reference=second.reference).replied_on == LATER
    assert Event.objects.get(type="plans.comment.replied").public["joined"] == 1


def test_a_split_comment_is_owed_a_reply_by_its_own_day_again(programme: Programme, staff: Actor) -> None:
    first, second = two_joined(programme, staff)
    alone = split_comment(actor=staff, comment=second, because="夜の話は別", on=LATER)
    clock = open_deadline(kind="plans.reply", subject=alone.reference)
    assert clock is not None
    assert (alone.step, clock.due_on) == ("public", date(2012, 6, 8))
    assert Event.objects.get(type="plans.comment.split").public["away_from"] == first.reference
    again = join_comment(actor=staff, comment=alone, into=first, because="やはり同じ", on=LATER)
    assert again.step == "joined"


@pytest.mark.parametrize("case", ["itself", "later", "joined", "replied"])
def test_a_comment_joins_an_earlier_one_that_still_waits(
    programme: Programme, staff: Actor, case: str
) -> None:
    first, second = two_joined(programme, staff)
    third = public(staff, said(programme, title="昼にも", on=date(2012, 5, 10)))
    if case == "replied":
        replied(staff, first)
    pairs = {
        "itself": (third, third),
        "later": (first, third),
        "joined": (third, second),
        "replied": (third, Comment.objects.get(pk=first.pk)),
    }
    comment, into = pairs[case]
    with pytest.raises((CannotBeJoined, CommentElsewhere)):
        join_comment(actor=staff, comment=comment, into=into, because="同じ", on=LATER)
    assert Comment.objects.get(pk=third.pk).step == "public"


def test_a_comment_is_not_joined_to_another_sections_business(
    programme: Programme, staff: Actor, planner: Actor, town: Town
) -> None:
    foreign = a_programme(planner, town.other_section, "地域振興事業")
    other = public(planner, said(foreign))
    mine = public(staff, said(programme, on=date(2012, 5, 9)))
    with pytest.raises(NotAllowed):
        join_comment(actor=staff, comment=mine, into=other, because="同じ", on=LATER)


def tell(staff: Actor, reply: Reply, sort: str, day: date, **more: object) -> Consequence:
    told = NewConsequence(sort=Consequence.Sort(sort), text=f"{sort}の話", happened_on=day, **more)  # type: ignore[arg-type]
    return tell_consequence(actor=staff, reply=reply, told=told, on=date(2014, 5, 1))


def test_from_a_comment_to_its_result_each_step_follows_from_the_one_before(
    programme: Programme, staff: Actor
) -> None:
    first, second = two_joined(programme, staff)
    reply = replied(staff, first)
    (planned,) = plan_actions(actor=staff, programme=programme, year=2012, texts=["日程を早く出す"])
    tell(staff, reply, "changed", date(2012, 6, 1), planned_action=planned)
    tell(staff, reply, "budgeted", date(2013, 3, 20))
    tell(staff, reply, "carried_out", date(2013, 4, 10))
    tell(staff, reply, "resulted", date(2014, 3, 28))
    thread = follow(record_for(NOBODY, second.reference), actor=NOBODY)
    steps = [step.record.title for step in thread.steps]
    chain = [
        (steps[arrow.start], str(arrow.words)) for arrow in thread.arrows if arrow.end == arrow.start + 1
    ]
    assert chain[-4:] == [
        (f"反映します：{TITLE}", "変更"),
        ("changedの話", "予算"),
        ("budgetedの話", "実施"),
        ("carried_outの話", "結果"),
    ]
    voice = Voice.objects.get(record__reference=second.reference)
    assert (voice.changed_on, voice.decided_on, voice.resulted_on) == (
        date(2012, 6, 1),
        date(2013, 3, 20),
        date(2014, 3, 28),
    )


def test_a_consequence_has_happened_and_after_the_reply(comment: Comment, staff: Actor) -> None:
    reply = replied(staff, public(staff, comment))
    for day in (date(2012, 5, 1), date(2015, 1, 1)):
        with pytest.raises(ConsequenceNotFull) as refused:
            tell(staff, reply, "changed", day)
        assert set(refused.value.fields) == {"happened_on"}
    assert not Consequence.objects.exists()


def test_a_consequence_names_only_what_belongs_to_its_programme(
    comment: Comment, staff: Actor, planner: Actor
) -> None:
    reply = replied(staff, public(staff, comment))
    foreign = Programme.objects.get(name="地域振興事業")
    (planned,) = plan_actions(actor=planner, programme=foreign, year=2012, texts=["ほかの取組"])
    with pytest.raises(NotOfThisProgramme):
        tell(staff, reply, "changed", date(2012, 6, 1), planned_action=planned)


def test_who_is_signed_in_follows_and_is_told_each_step_in_their_language(
    programme: Programme, staff: Actor, town: Town
) -> None:
    account = town.account()
    account.language = "en"
    account.save()
    first = public(staff, said(programme))
    mine = public(staff, said(programme, actor=town.actor(account), on=date(2012, 5, 9)))
    join_comment(actor=staff, comment=mine, into=first, because="同じ", on=LATER)
    reply = replied(staff, first)
    tell(staff, reply, "changed", date(2012, 6, 1))
    told = list(Notice.objects.filter(account=account).order_by("pk").values_list("subject", flat=True))
    with override("en"):
        assert told == [
            _("あなたの声を公開しました"),
            _("あなたの声は、同じことについての声とまとめて回答します"),
            _("あなたの声に回答しました"),
            _("あなたの声のその後をお知らせします"),
        ]


def test_a_comment_waits_on_the_desk_of_whoever_owes_the_reply(
    comment: Comment, staff: Actor, town: Town
) -> None:
    def items(actor: Actor) -> list[str]:
        return [
            item.reference for item in work_of(actor, date(2012, 7, 1)) if item.reference.startswith("15")
        ]

    assert items(staff) == [comment.reference]
    neighbour = town.actor(town.staff(Role.SECTION_STAFF, section=town.other_section))
    assert items(neighbour) == []
    replied(staff, public(staff, comment))
    assert items(staff) == []


def test_a_programme_without_a_section_has_no_clock_and_waits_for_the_planners(
    edition: Edition, planner: Actor
) -> None:
    comment = said(a_programme(planner, None))
    assert not Deadline.objects.exists()
    items = [item.reference for item in work_of(planner, CAME)]
    assert comment.reference in items
