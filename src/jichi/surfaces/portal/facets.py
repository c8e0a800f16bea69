"""By what the results of a search can be narrowed: the choices of each facet, with their counts."""

from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Model
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from jichi.kernel.places.models import Bureau, Ward
from jichi.kernel.search.find import Found, Narrowed
from jichi.kernel.web.words import fiscal_year_text

LABELS = {
    "ward": gettext_lazy("区"),
    "bureau": gettext_lazy("局・区役所"),
    "year": gettext_lazy("年度"),
}
LONGEST = 60


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What an address of the search page asks for."""

    typed: str
    narrowed: Narrowed

    def address(self, *, page: int = 1, **other: str) -> str:
        """The address of the same search, narrowed otherwise."""
        chosen = vars(replace(self.narrowed, **other))
        query = {"q": self.typed, **chosen, "page": page if page > 1 else ""}
        return f"?{urlencode({name: value for name, value in query.items() if value})}"


def narrowed_by(query: Any) -> Narrowed:
    """The choices in an address; what is too long to be a choice is none."""
    given = {name: query.get(name, "") for name in vars(Narrowed())}
    return Narrowed(**{name: value for name, value in given.items() if len(value) <= LONGEST})


def facets(found: Found, asked: Asked) -> list[dict[str, Any]]:
    """The facets that have something to choose; what is chosen stays, even where it leaves nothing."""
    chosen = vars(asked.narrowed)
    names = names_of(found, asked.narrowed)
    shown = []
    for facet, label in LABELS.items():
        counts = found.facets[facet] | (
            {chosen[facet]: 0} if chosen[facet] not in ("", *found.facets[facet]) else {}
        )
        options = [
            {
                "value": value,
                "label": names[facet].get(value, value),
                "count": count,
                "chosen": value == chosen[facet],
            }
            for value, count in (sorted(counts.items(), reverse=True) if facet == "year" else counts.items())
        ]
        if options:
            shown.append({"name": facet, "label": label, "options": options})
    return shown


def names_of(found: Found, narrowed: Narrowed) -> dict[str, dict[str, str]]:
    years = {*found.facets["year"], narrowed.year}
    return {
        "ward": named(Ward, {*found.facets["ward"], narrowed.ward}),
        "bureau": named(Bureau, {*found.facets["bureau"], narrowed.bureau}),
        "year": {
            year: fiscal_year_text(int(year))
            for year in years
            if year.isascii() and year.isdecimal() and len(year) == 4
        },
    }


def named(table: type[Model], codes: set[str]) -> dict[str, str]:
    """Names by code, in the language of the page."""
    wanted = codes - {""}
    name = "name_en" if (get_language() or "").startswith("en") else "name"
    return dict(table._default_manager.filter(pk__in=wanted).values_list("pk", name)) if wanted else {}


def tabs(found: Found, asked: Asked) -> list[dict[str, object]]:
    """Everything, and each kind that was found, as links."""
    kind = asked.narrowed.kind
    everything = {"label": _("すべて"), "url": asked.address(kind=""), "count": sum(found.kinds.values())}
    kinds = [
        {"label": _(name), "url": asked.address(kind=name), "count": count, "is_current": name == kind}
        for name, count in found.kinds.items()
    ]
    return [everything | {"is_current": kind not in found.kinds}, *kinds]


def is_narrowed(narrowed: Narrowed) -> bool:
    return any((narrowed.ward, narrowed.bureau, narrowed.year))
