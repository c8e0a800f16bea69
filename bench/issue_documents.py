"""Issue documents in a city that is there already. Usage: python -m bench.issue_documents COUNT

Prints one JSON object: how many, and the seconds by the wall clock after a first one that is not counted.
"""

import json
import sys
import time
from datetime import date

import django


def main(count: int) -> None:
    from jichi.domains.plans.sheets.official import ONE
    from jichi.kernel.access.actor import machine
    from jichi.kernel.access.roles import Role
    from jichi.kernel.documents.actions.issue_document import Order, issue_document
    from jichi.kernel.places.models import Section

    section = Section.objects.select_related("bureau").get(code="policy")
    actor, sample = machine("bench", Role.PLANNING_OFFICER), ONE.sample()

    def issue(number: int) -> None:
        data = {**sample, "goal": f"{number}回目の目標"}
        order = Order(template=ONE.name, data=data, title="票", bureau=section.bureau, section=section)
        issue_document(actor=actor, order=order, on=date(2012, 7, 9))

    issue(0)
    start = time.perf_counter()
    for number in range(count):
        issue(number + 1)
    print(json.dumps({"count": count, "seconds": time.perf_counter() - start}))


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]))
