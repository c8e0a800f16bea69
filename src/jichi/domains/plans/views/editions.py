"""The plan as a readable tree; where its text came from; what changed since the edition before."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import today

from ..queries import editions as reads
from ..rules.comparison import Comparison, compare
from ..sources import chapter_of
from .edition_frame import frame_of


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
    comparison = compare(old=chapter_of(edition.previous), new=chapter_of(edition))
    context = {
        **frame_of(edition, here="changes"),
        "comparison": comparison,
        "sections": sections(comparison),
    }
    return render(request, "plans/changes.html", context)


def sections(comparison: Comparison) -> list[dict[str, object]]:
    """Programmes first: they are what most readers came for."""
    parts = (
        (_("事業"), comparison.programmes),
        (_("主な取組"), comparison.efforts),
        (_("基本施策"), comparison.measures),
        (_("現状と課題・計画期間の取組"), comparison.statements),
    )
    return [{"title": title, "changes": changed, "counts": counted(changed)} for title, changed in parts]


def counted(changed: object) -> list[tuple[str, int]]:
    kinds = [change.kind.value for change in changed]  # type: ignore[attr-defined]
    return [(kind, kinds.count(kind)) for kind in ("kept", "changed", "new", "ended", "moved")]
