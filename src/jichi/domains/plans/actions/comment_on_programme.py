"""Take in a comment on a programme, from the web or as a clerk writes it down."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.deadlines.clocks import Duty, start
from jichi.kernel.ledger.event import Personal
from jichi.kernel.ledger.models import Event
from jichi.kernel.notices.notify import follow
from jichi.kernel.people.models import Account
from jichi.kernel.places.models import Ward
from jichi.kernel.threads.kinds import LinkKind
from jichi.kernel.threads.models import Channel, Record
from jichi.kernel.threads.registry import link
from jichi.kernel.threads.voices import Arrival, By, take_in

from ..events import CommentReceived
from ..models import Comment, Programme
from ..permissions import May
from ..queries.voices import reply_days
from ..records import COMMENT
from ..rules.reply_day import reply_period
from ..streams import stream_of

DUTY = "plans.reply"
MOST_LETTERS = 4000


class CommentNotFull(Refusal):
    code = "plans.comment_not_full"
    status = 400


class CameTomorrow(Refusal):
    code = "plans.came_tomorrow"
    status = 400
    message = gettext_lazy("届いた日は、今日か、それより前の日を入力してください。")


class SentBefore(Refusal):
    """The same form has become a comment already."""

    code = "plans.sent_before"
    message = gettext_lazy("この意見は、もう受け付けています。")


@dataclass(frozen=True, kw_only=True)
class NewComment:
    """What is said, by whom as far as they told, and how it came. `ticket` is the form's own number."""

    title: str
    text: str
    channel: Channel = Channel.WEB
    ward: Ward | None = None
    name: str = ""
    contact: str = ""
    ticket: UUID = field(default_factory=uuid4)
    is_demo: bool = False


@action(needs=May.COMMENT, within="programme")
def comment_on_programme(
    *, actor: Actor, programme: Programme, comment: NewComment, received_on: date
) -> Comment:
    """Receive a comment by whoever is signed in, or by nobody in particular; the section's clock starts.

    Ledger: plans.comment.received
    Raises: CommentNotFull; SentBefore.
    """
    refuse_unless_full(comment)
    account = Account.objects.filter(pk=actor.account_id).first() if actor.account_id else None
    return received(programme, comment, received_on, account)


@action(needs=May.HANDLE_COMMENT, within="programme")
def enter_comment(
    *, actor: Actor, programme: Programme, comment: NewComment, received_on: date, on: date
) -> Comment:
    """Write down what came by telephone, by letter or at the counter: it counts like any other.

    Ledger: plans.comment.received
    Raises: CommentNotFull; CameTomorrow; SentBefore.
    """
    refuse_unless_full(comment)
    if received_on > on:
        raise CameTomorrow(fields={"received_on": str(CameTomorrow.message)})
    return received(programme, comment, received_on, None)


def received(programme: Programme, new: NewComment, on: date, account: Account | None) -> Comment:
    arrival = Arrival(channel=new.channel, received_on=on, ward=new.ward, is_demo=new.is_demo)
    by = By(account=account, name=new.name.strip(), contact=new.contact.strip())
    # Without words of the comment itself: the register is read before anybody has checked them.
    voice = take_in(kind=COMMENT, title=f"{programme.name}への声", arrival=arrival, by=by)
    # After the counter's row is locked: two that send the same form wait for each other.
    if Comment.objects.filter(ticket=new.ticket).exists():
        raise SentBefore
    comment = Comment.objects.create(
        reference=voice.record.reference,
        programme=programme,
        ticket=new.ticket,
        title=new.title.strip(),
        original=new.text.strip(),
        channel=new.channel,
        ward=new.ward,
        received_on=on,
        due_on=due_day(on),
        is_demo=new.is_demo,
    )
    event = record(told(comment, by), stream=stream_of(comment))
    concerned = Record.objects.get(reference=programme.reference)
    link(kind=LinkKind.CONCERNS, start=voice.record, end=concerned, event=event)
    start_clock(comment, because=event, on=on)
    if account:
        follow(account=account, reference=comment.reference)
    return comment


def refuse_unless_full(new: NewComment) -> None:
    wrong = {
        "title": "" if new.title.strip() else _("何についての意見か、短い題名を入力してください。"),
        "text": "" if new.text.strip() else _("意見を入力してください。"),
    }
    if len(new.text) > MOST_LETTERS:
        wrong["text"] = _("意見は%(most)s文字までです。分けて送ってください。") % {"most": MOST_LETTERS}
    if fields := {name: said for name, said in wrong.items() if said}:
        raise CommentNotFull(_("意見に足りないところがあります。"), fields=fields)


def due_day(received_on: date) -> date | None:
    """The last day to reply; None as long as nobody knows the provision."""
    days = reply_days(received_on)
    return reply_period(days=days.value, source=days.source).last_day(received_on).day if days else None


def start_clock(comment: Comment, *, because: Event, on: date) -> None:
    """Let the programme's section owe a reply; a programme without a section has nobody to owe it."""
    days, owner = reply_days(comment.received_on), comment.programme.section
    if days is None or owner is None:
        return
    duty = Duty(
        kind=DUTY,
        subject=comment.reference,
        title=f"声に回答する：{comment.programme.name}",
        url=f"/plans/desk/comments/{comment.reference}/",
        owner=owner,
    )
    period = reply_period(days=days.value, source=days.source)
    start(duty=duty, rule=period, from_day=comment.received_on, because=because)


def told(comment: Comment, by: By) -> CommentReceived:
    return CommentReceived(
        comment=comment.reference,
        programme=comment.programme.reference,
        channel=comment.channel,
        ward=comment.ward_id,
        received_on=comment.received_on,
        due_on=comment.due_on,
        title=Personal(comment.title),
        text=Personal(comment.original),
        author=Personal(str(by.account.public_id) if by.account else f"{by.name} {by.contact}".strip()),
    )
