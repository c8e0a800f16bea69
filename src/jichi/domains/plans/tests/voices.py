"""Comments for tests, set up through actions."""

from datetime import date
from typing import Any

from tests.town import Town

from jichi.domains.plans.actions.comment_on_programme import NewComment, comment_on_programme
from jichi.domains.plans.actions.describe_programme import Description, describe_programme
from jichi.domains.plans.actions.publish_comment import publish_comment
from jichi.domains.plans.actions.reply_to_comment import NewReply, reply_to_comment
from jichi.domains.plans.models import Comment, Programme, Reply
from jichi.kernel.access.actor import NOBODY, Actor
from jichi.kernel.places.models import Section
from jichi.kernel.threads.models import Channel

CAME = date(2012, 5, 7)
TITLE, TEXT = "日程を早く知りたい", "会議の日程を、ひと月前には知らせてください。"
REPLY = NewReply(answer="adopted", text="1か月前に知らせます。", reasons="同じ声が多いためです。")


def a_programme(planner: Actor, section: Section | None, name: str = "区民会議運営事業") -> Programme:
    programme = Programme.objects.get(name=name)
    return describe_programme(actor=planner, programme=programme, description=Description(section=section))


def said(
    programme: Programme,
    *,
    actor: Actor = NOBODY,
    title: str = TITLE,
    text: str = TEXT,
    on: date = CAME,
    **more: Any,
) -> Comment:
    new = NewComment(title=title, text=text, channel=Channel.WEB, **more)
    return comment_on_programme(actor=actor, programme=programme, comment=new, received_on=on)


def public(staff: Actor, comment: Comment) -> Comment:
    return publish_comment(
        actor=staff, comment=comment, title=comment.title, text=comment.original, on=comment.received_on
    )


def replied(staff: Actor, comment: Comment, on: date = date(2012, 5, 28)) -> Reply:
    return reply_to_comment(actor=staff, comment=comment, reply=REPLY, on=on)


def resident(town: Town) -> Actor:
    return town.actor(town.account())
