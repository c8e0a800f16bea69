"""A clerk who issues certificates, each read back before it counts. Usage: python -m bench.issue_certificates BUREAU COUNT

Says `ready` after a first one that is not counted, waits for a line, and prints one JSON object: the milliseconds of each,
and those of the clerk's processor all together.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import date

import django


def main(bureau: str, count: int) -> None:
    from jichi.kernel.access.actor import machine
    from jichi.kernel.access.roles import Role
    from jichi.kernel.documents.actions.issue_document import Order, issue_document
    from jichi.kernel.documents.readback import read_back
    from jichi.kernel.documents.templates import DocumentTemplate, declare
    from jichi.kernel.places.models import Bureau

    from .documents import TEMPLATE, content

    declare(
        [
            DocumentTemplate(
                domain="bench",
                file=TEMPLATE.name,
                title="証明書",
                default=TEMPLATE,
                sample=lambda: content(0),
            )
        ]
    )
    office, actor = Bureau.objects.get(code=bureau), machine("bench", Role.PLANNING_OFFICER)

    def issue(number: int) -> None:
        data = content(number)

        def examine(pdf: bytes) -> None:
            found = read_back(pdf)
            assert len(found.pages) == 1
            assert found.says(data["person"])

        order = Order(
            template="bench.certificate", data=data, title=data["person"], bureau=office, examine=examine
        )
        issue_document(actor=actor, order=order, on=date(2012, 7, 9))

    issue(0)
    print("ready", flush=True)
    sys.stdin.readline()
    start = time.process_time()
    each = [timed(issue, number + 1) for number in range(count)]
    print(json.dumps({"each": each, "processor": (time.process_time() - start) * 1000}))


def timed(issue: Callable[[int], None], number: int) -> float:
    start = time.perf_counter()
    issue(number)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    django.setup()
    main(sys.argv[1], int(sys.argv[2]))
