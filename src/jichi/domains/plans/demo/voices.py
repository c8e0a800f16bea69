"""What residents of the demo city say about programmes, and what came of it: `demo/voices.toml` of the city's folder."""

import tomllib
from typing import Any

from django.conf import settings

from jichi.kernel.places.models import Ward
from jichi.kernel.threads.models import Channel

from ..actions.comment_on_programme import NewComment, enter_comment
from ..actions.join_comments import join_comment
from ..actions.keep_comment_back import keep_comment_back
from ..actions.publish_comment import publish_comment
from ..actions.reply_to_comment import NewReply, reply_to_comment
from ..actions.tell_consequence import NewConsequence, tell_consequence
from ..models import Comment, Consequence, Programme, Reply
from .story import STAFF

Row = dict[str, Any]


def play_voices() -> int:
    """Take in, publish, join, reply, and tell what came of it; answers with the number of comments."""
    path = settings.CITY_FOLDER / "demo" / "voices.toml"
    story: dict[str, list[Row]] = tomllib.loads(path.read_text(encoding="utf-8"))
    wards = {ward.code: ward for ward in Ward.objects.all()}
    said: dict[str, Comment] = {}
    for row in story["comments"]:
        said[row["title"]] = take_in(row, wards.get(row.get("ward", "")), said)
    for row in story["replies"]:
        answer(row, said[row["to"]])
    return len(said)


def take_in(row: Row, ward: Ward | None, said: dict[str, Comment]) -> Comment:
    new = NewComment(
        title=row["title"],
        text=row["text"],
        channel=Channel(row["channel"]),
        ward=ward,
        name=row.get("name", ""),
        contact=row.get("contact", ""),
        is_demo=True,
    )
    programme = Programme.objects.select_related("section__bureau").filter(name=row["programme"]).first()
    assert programme is not None, row["programme"]
    day = row["received_on"]
    comment = enter_comment(actor=STAFF, programme=programme, comment=new, received_on=day, on=day)
    return lead_on(comment, row, said)


def lead_on(comment: Comment, row: Row, said: dict[str, Comment]) -> Comment:
    if because := row.get("kept_back"):
        return keep_comment_back(actor=STAFF, comment=comment, because=because, on=row["received_on"])
    if day := row.get("published_on"):
        comment = publish_comment(
            actor=STAFF, comment=comment, title=row["title"], text=row["text"], is_checked=True, on=day
        )
    if into := row.get("into"):
        join_comment(
            actor=STAFF, comment=comment, into=said[into], because=row["because"], on=row["published_on"]
        )
    return comment


def answer(row: Row, comment: Comment) -> None:
    new = NewReply(answer=row["answer"], text=row["text"], reasons=row["reasons"], is_demo=True)
    reply = reply_to_comment(actor=STAFF, comment=comment, reply=new, on=row["on"])
    for each in row.get("then", ()):
        tell(reply, each)


def tell(reply: Reply, row: Row) -> None:
    """A change names the year's first planned action, a budget the year's money."""
    sort, day = Consequence.Sort(row["sort"]), row["happened_on"]
    year = row.get("year", 0)
    actions = reply.programme.planned_actions.filter(year=year).order_by("order")
    money = reply.programme.budgets.filter(year=year)
    told = NewConsequence(
        sort=sort,
        text=row["text"],
        happened_on=day,
        planned_action=actions.first() if sort in ("changed", "carried_out") else None,
        budget=money.first() if sort == "budgeted" else None,
        is_demo=True,
    )
    tell_consequence(actor=STAFF, reply=reply, told=told, on=day)
