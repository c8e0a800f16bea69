"""The generated residents of the demo city: nobody of them exists."""

import os

from django.utils.translation import gettext as _

from ..actions.generate_residents import load_generated
from ..models import Transfer
from .story import REGISTRY

PEOPLE, SEED = 20_000, 1


def play() -> str:
    """Load them once; `JICHI_DEMO_PEOPLE` says how many."""
    people = int(os.environ.get("JICHI_DEMO_PEOPLE", PEOPLE))
    if people <= 0 or Transfer.objects.exists():
        return _("デモの住民は、もう入っています。")
    done = load_generated(actor=REGISTRY, people=people, seed=SEED)
    return _("デモの住民：%(people)s人、%(movements)s件の異動を作って取り込みました（実在しません）。") % {
        "people": done.people,
        "movements": done.movements,
    }
