"""The plan as a readable tree; where its text came from; what changed since the edition before."""

from collections import Counter
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import today

from ..queries import editions as reads
from ..rules.changes import Change, ChangeKind
from ..rules.chapter import Chapter
from ..rules.comparison import Comparison
from ..sources import compared, corrected_source, read_again
from .edition_frame import frame_of

Titles = dict[str, str]


def home(request: HttpRequest) -> HttpResponse:
    """The plan in force: its dashboard."""
    edition = reads.current_edition(today())
    if edition is None:
        return render(request, "plans/nothing.html")
    return redirect("plans:dashboard", edition.reference)


def listing(request: HttpRequest) -> HttpResponse:
    return render(request, "plans/editions.html", {"editions": reads.editions()})


def tree(request: HttpRequest, reference: str) -> HttpResponse:
    edition = reads.edition_with(reference)
    return render(
        request,
        "plans/tree.html",
        {**frame_of(edition, here="tree"), "measures": reads.tree_of(edition)},
    )


def source(request: HttpRequest, reference: str) -> HttpResponse:
    """What was read, what was left out and why, what was corrected."""
    edition = reads.edition_with(reference)
    context = {
        **frame_of(edition, here="source"),
        "left_out": edition.left_out.order_by("line"),
        "corrections": edition.corrections.order_by("line", "column"),
    }
    return render(request, "plans/source.html", context)


def changes(request: HttpRequest, reference: str) -> HttpResponse:
    edition = reads.edition_with(reference)
    if edition.previous is None:
        raise NotThere(_("この計画より前の版は取り込まれていないため、くらべることができません。"))
    old, new = corrected_source(edition.previous), corrected_source(edition)
    comparison = compared(old, new)
    context = {
        **frame_of(edition, here="changes"),
        "comparison": comparison,
        "sections": sections(comparison, titles(read_again(old)), titles(read_again(new))),
    }
    return render(request, "plans/changes.html", context)


def sections(comparison: Comparison, old: Titles, new: Titles) -> list[dict[str, object]]:
    """Programmes first: they are what most readers came for."""
    parts = (
        (_("事業"), comparison.programmes),
        (_("主な取組"), comparison.efforts),
        (_("基本施策"), comparison.measures),
        (_("現状と課題・計画期間の取組"), comparison.statements),
    )
    return [
        {
            "title": title,
            "counts": counted(changed),
            "rows": [placed(each, old, new) for each in changed if is_news(each)],
        }
        for title, changed in parts
    ]


def titles(chapter: Chapter) -> Titles:
    """What a reader calls a place of the chapter."""
    names = {measure.place: f"{measure.code} {measure.title}" for measure in chapter.measures}
    return names | {effort.place: effort.title for _measure, effort in chapter.efforts()}


def is_news(change: Change) -> bool:
    return change.kind is not ChangeKind.KEPT


def placed(change: Change, old: Titles, new: Titles) -> dict[str, object]:
    """The change with the names of the places it stands in."""
    return {
        "change": change,
        "was_in": old.get(change.old.parent, "") if change.old else "",
        "is_in": new.get(change.new.parent, "") if change.new else "",
    }


def counted(changed: Sequence[Change]) -> list[tuple[str, int]]:
    kinds = Counter(change.kind for change in changed)
    return [(kind.value, kinds[kind]) for kind in ChangeKind]
