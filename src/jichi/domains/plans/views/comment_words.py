"""Comments, replies and what came of them, in the words of the page."""

from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jichi.kernel.threads.models import Channel
from jichi.kernel.threads.voices import joined_link
from jichi.kernel.threads.words import ward_text
from jichi.kernel.web.words import day_text, section_text, yen_text

from ..models import Comment, Consequence, Programme, Reply
from ..queries.voices import record_of
from ..states import COMMENT


def step_name(code: str) -> str:
    """The step as people read it, in the language of the page."""
    step = COMMENT.step(code)
    return step.name_en if (get_language() or "").startswith("en") else _(step.name)


def steps_of(comment: Comment) -> list[dict[str, Any]]:
    """Where the comment stands; the last day to reply stands at the reply that is still to come."""
    days = {
        "received": comment.received_on,
        "public": comment.published_on,
        "replied": comment.reply.replied_on if comment.reply else comment.due_on,
    }
    return [
        {
            "name": step_name(stage.code),
            "state": "done" if comment.step == "replied" else stage.state.value,
            "day": days.get(stage.code),
            "note": _("期限") if stage.code == "replied" and not comment.reply and comment.due_on else "",
        }
        for stage in COMMENT.progress(comment.step)
    ]


def programme_fact(programme: Programme) -> dict[str, Any]:
    url = reverse("plans:programme", args=[programme.reference])
    return {"label": _("事業"), "value": programme.name, "url": url}


def joined_fact(comment: Comment) -> list[dict[str, Any]]:
    """The voice whose reply is this one's too."""
    link = joined_link(record_of(comment)) if comment.step == "joined" else None
    if link is None:
        return []
    other = link.to_record
    return [{"label": _("まとめた先の声"), "value": other.title, "url": other.url}]


def facts_of(comment: Comment) -> list[dict[str, Any]]:
    section = comment.programme.section
    return [
        *joined_fact(comment),
        programme_fact(comment.programme),
        {"label": _("届いた日"), "value": day_text(comment.received_on)},
        {"label": _("届き方"), "value": str(Channel(comment.channel).label)},
        {"label": _("区"), "value": ward_text(comment.ward)},
        {
            "label": _("回答する課"),
            "value": section_text(section) if section else _("まだ決まっていません"),
        },
    ]


def facts_of_reply(reply: Reply, asked: Comment | None) -> list[dict[str, Any]]:
    facts = [
        programme_fact(reply.programme),
        {"label": _("回答の種類"), "value": reply.get_answer_display()},
        {"label": _("回答した日"), "value": day_text(reply.replied_on)},
    ]
    if asked and asked.is_public:
        url = reverse("plans:comment", args=[asked.reference])
        facts.append({"label": _("もとの声"), "value": asked.title, "url": url})
    return facts


def facts_of_consequence(found: Consequence) -> list[dict[str, Any]]:
    reply_url = reverse("plans:reply", args=[found.reply.reference])
    facts = [
        programme_fact(found.reply.programme),
        {"label": _("どんな動きか"), "value": found.get_sort_display()},
        {"label": _("あった日"), "value": day_text(found.happened_on)},
        {"label": _("もとの回答"), "value": found.reply.reference, "url": reply_url},
        {
            "label": _("関係する毎年の取組"),
            "value": found.planned_action.text if found.planned_action else "",
        },
        {"label": _("ついた予算"), "value": budget_text(found)},
    ]
    if found.review:
        url = reverse("plans:sheet_two", args=[found.review.reference])
        facts.append({"label": _("結果を書いた評価票"), "value": found.review.reference, "url": url})
    return facts


def budget_text(found: Consequence) -> str:
    if found.budget is None:
        return ""
    return _("%(year)s年度 %(yen)s") % {"year": found.budget.year, "yen": yen_text(found.budget.budget)}
