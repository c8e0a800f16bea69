"""A desk at work in a process of its own: posts the public notices that it is given. Usage: python -m … DAY REFERENCE…"""

import os
import sys
from datetime import date


def post(day: date, references: list[str]) -> None:
    from jichi.kernel.access.actor import machine
    from jichi.kernel.access.roles import Role
    from jichi.kernel.notices.actions.post_public_notice import post_public_notice
    from jichi.kernel.notices.models import PublicNotice

    office = machine("office", Role.PLANNING_OFFICER)
    for reference in references:
        post_public_notice(actor=office, notice=PublicNotice.objects.get(reference=reference), on=day)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jichi.config.settings")
    import django

    django.setup()
    post(date.fromisoformat(sys.argv[1]), sys.argv[2:])
