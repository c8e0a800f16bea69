"""What every page of one edition shows around its content."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from ..models import Edition
from ..streams import stream_of


def frame_of(edition: Edition, *, here: str) -> dict[str, Any]:
    """The edition and the tabs between its pages."""
    pages = [
        ("dashboard", _("ようす"), "plans:dashboard"),
        ("tree", _("計画を読む"), "plans:edition"),
        ("source", _("もとの文章"), "plans:source"),
    ]
    if edition.previous_id:
        pages.append(("changes", _("前の計画との違い"), "plans:changes"))
    tabs = [
        {"label": label, "url": reverse(name, args=[edition.reference]), "is_current": key == here}
        for key, label, name in pages
    ]
    return {
        "edition": edition,
        "tabs": tabs,
        "record_url": f"/record/streams/{stream_of(edition)}/",
        "period": f"{edition.first_year}～{edition.last_year}",
    }
