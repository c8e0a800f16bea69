"""The notice to other municipalities, as paper: printed at the desk, put into an envelope, kept nowhere."""

from pathlib import Path
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import override
from django.views.decorators.cache import never_cache

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import now, today
from jichi.kernel.documents.render import render, template
from jichi.kernel.web.words import day_text

from ...models import CityTold, ProtectionCase
from ...queries.protection_cases import case_with, people_of
from ...rules.protection_words import CITIES_BECAUSE, COVERED_AS, HARMS, CityBecause, Covered, Harm

DEFAULT = Path(__file__).parents[2] / "documents" / "protection_notice.typ"


@never_cache
@login_required
def paper(request: Request, public_id: UUID) -> HttpResponse:
    """One sheet for each municipality that waits to be told; 404 where none does."""
    case = case_with(request.actor, public_id)
    cities = list(case.cities.filter(sent_on__isnull=True).order_by("pk"))
    if not cities:
        raise NotThere
    with override("ja"):
        data = content(request, case, cities)
    pdf = render(template=template("residents", DEFAULT.name, default=DEFAULT), data=data, at=now())
    return HttpResponse(
        pdf, content_type="application/pdf", headers={"Content-Disposition": 'inline; filename="notice.pdf"'}
    )


def content(request: Request, case: ProtectionCase, cities: list[CityTold]) -> dict[str, object]:
    """What another city needs to find the people and to refuse the one named: never where they live now."""
    return {
        "title": "支援措置の実施について（依頼）",
        "number": case.number,
        "day": day_text(today()),
        "office": f"{case.ward.name}役所",
        "harm": HARMS[Harm(case.harm)],
        "term": f"{day_text(case.starts_on)}から{day_text(case.ends_on)}まで"
        if case.starts_on and case.ends_on
        else "仮の支援措置（決定の前）",
        "named": case.named_name,
        "named_address": case.named_address,
        "people": [
            {
                "name": seen.facts.name,
                "birth": day_text(seen.facts.birth) if seen.facts.birth else seen.facts.birth_as_told,
                "as_what": COVERED_AS[Covered(covering.as_what)],
            }
            for covering, seen in people_of(request.actor, case, today())
        ],
        "cities": [
            {"city": each.city, "because": CITIES_BECAUSE[CityBecause(each.because)]} for each in cities
        ],
    }
