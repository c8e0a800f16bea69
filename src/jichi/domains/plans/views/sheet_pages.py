"""What the pages of the two evaluation sheets show around the sheet itself."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.documents.queries import newest_of
from jichi.kernel.threads.queries import record_for
from jichi.kernel.threads.thread import follow

from ..models import EffortReview, ProgrammeReview
from ..queries.official import gives_out
from ..queries.sheets import effort_of, sheet_one_of
from ..sheets.content import Content, content_of_own
from ..sheets.lines import GRID
from ..streams import stream_of_review
from .step_line import step_name, steps_of


def page_of_one(review: EffortReview, actor: Actor, content: Content, two: Content) -> dict[str, Any]:
    return {
        **around(review, actor),
        "title": content["title"],
        "content": content,
        "two": two,
        "facts": facts_of_one(content),
        "texts": texts_of_one(content),
        "files": files_of_one(review, two),
        "tree_url": reverse("plans:edition", args=[review.round.edition.reference]) + f"#e{review.effort_id}",
    }


def page_of_two(review: ProgrammeReview, actor: Actor, content: Content) -> dict[str, Any]:
    effort = effort_of(review)
    above = sheet_one_of(actor, effort, review.round.year)
    alone = content_of_own(content, review)
    (own,) = alone["programmes"]
    return {
        **around(review, actor),
        "title": alone["title"],
        "content": content,
        "programme": own,
        "facts": facts_of_two(content, own, above),
        "grid": grid_rows(own),
        "files": files_of_two(review),
    }


def around(review: EffortReview | ProgrammeReview, actor: Actor) -> dict[str, Any]:
    return {
        "sheet": review,
        "steps": steps_of(review),
        "state": step_name(review.step),
        "state_kind": "done" if review.step == "published" else "now",
        "thread": follow(record_for(actor, review.reference), actor=actor),
        "record_url": f"/record/streams/{stream_of_review(review)}/",
        "official": newest_of(review.reference),
        "is_being_issued": review.step == "published" and gives_out(review) is not None,
    }


def facts_of_one(content: Content) -> list[dict[str, Any]]:
    return [
        {"label": _("評価年度"), "value": content["year"]},
        {"label": _("施策課題コード"), "value": content["code"]},
        {"label": _("作成課"), "value": content["section"]},
        {"label": _("関係課"), "value": content["related"]},
        {"label": _("基本政策"), "value": content["policy"]},
        {"label": _("政策の基本方向"), "value": content["policy_direction"]},
        {"label": _("基本施策"), "value": content["measure"]},
        {"label": _("重点"), "value": _("■ 重点事業を含む") if content["is_priority"] else ""},
    ]


def texts_of_one(content: Content) -> list[tuple[str, str]]:
    """The body of a 票(1); what is not written yet says so, but for what the city's form may not have."""
    texts = [
        (_("解決すべき課題"), content["problem"]),
        (_("施策の概要"), content["outline"]),
        (_("施策の目標"), content["goal"]),
        (_("成果の説明"), content["result"]),
    ]
    return [*texts, (_("今後の方向"), content["direction"])] if content["direction"] else texts


def facts_of_two(content: Content, own: Content, above: EffortReview | None) -> list[dict[str, Any]]:
    return [
        {"label": _("達成状況"), "value": own["achievement"]},
        {"label": _("点検結果"), "value": own["check"]},
        {"label": _("計画期間の評価"), "value": own["plan_end"] if content["ends_the_plan"] else ""},
        {"label": _("変更後の目標"), "value": own["changed_goal"]},
        {"label": _("次の年度の方向"), "value": own["next_year"]},
        {"label": _("評価年度"), "value": content["year"]},
        {"label": _("所管課"), "value": own["section"]},
        {"label": _("重点"), "value": _("■ 重点事業") if own["is_priority"] else ""},
        {
            "label": _("施策課題"),
            "value": f"{content['code']} {content['effort']}",
            "url": reverse("plans:sheet_one", args=[above.reference]) if above else "",
        },
        {"label": _("基本施策"), "value": content["measure"]},
        {
            "label": _("事業"),
            "value": own["name"],
            "url": reverse("plans:programme", args=[own["programme"]]),
        },
    ]


def grid_rows(own: Content) -> list[dict[str, Any]]:
    """The grid turned for a page: a line per column of the paper, which a phone can show."""
    return [
        {"head": column["head"], "cells": [(_(label), column[row]) for row, label in GRID.items()]}
        for column in own["columns"]
    ]


def files_of_one(review: EffortReview, two: Content) -> list[tuple[str, str]]:
    files = [
        ("plans:sheet_one_pdf", _("施策評価票（票1）のPDF")),
        ("plans:sheet_one_csv", _("施策評価票（票1）のCSV")),
    ]
    if two["programmes"]:
        files += [
            ("plans:programmes_pdf", _("事務事業評価票（票2）のPDF")),
            ("plans:programmes_csv", _("事務事業評価票（票2）のCSV")),
        ]
    return [(reverse(name, args=[review.reference]), label) for name, label in files]


def files_of_two(review: ProgrammeReview) -> list[tuple[str, str]]:
    files = (
        ("plans:sheet_two_pdf", _("事務事業評価票（票2）のPDF")),
        ("plans:sheet_two_csv", _("事務事業評価票（票2）のCSV")),
    )
    return [(reverse(name, args=[review.reference]), label) for name, label in files]
