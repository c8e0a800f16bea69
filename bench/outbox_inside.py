"""Inside the city's process: tells many people by one act, and says as JSON how long it took."""

import json
import os
import sys
import time
from datetime import time as clock


def tell(people: int, mails: int) -> dict[str, float]:
    """PEOPLE are told; only MAILS of their mails are left in the queue, so that the second half measures just those."""
    from django_tasks_db.models import DBTaskResult

    from jichi.kernel.access.actor import machine
    from jichi.kernel.access.roles import Role
    from jichi.kernel.actions.action import action, record
    from jichi.kernel.clock.reading import now
    from jichi.kernel.ledger.event import event
    from jichi.kernel.notices.models import Choice, Following, Mail
    from jichi.kernel.notices.notify import notify_followers
    from jichi.kernel.people.models import Account
    from jichi.kernel.tasks.permissions import May

    @event("bench.outbox.told")
    class Told:
        people: int

    accounts = Account.objects.bulk_create(
        [Account(email=f"person{number}@example.jp", name="計測") for number in range(people)], batch_size=500
    )
    Following.objects.bulk_create(
        [Following(account=one, reference="12-0001-9", since=now()) for one in accounts], batch_size=500
    )
    # The bench may run at night.
    never = clock(0)
    Choice.objects.bulk_create(
        [Choice(account=one, quiet_from=never, quiet_until=never) for one in accounts], batch_size=500
    )

    @action(needs=May.SEE_TASKS)
    def act(*, actor: object) -> None:
        record(Told(people=people), stream="bench")
        notify_followers(
            reference="12-0001-9", key="bench/1", subject="計画が変わりました", body="本文です。" * 20
        )

    start = time.perf_counter()
    act(actor=machine("bench", Role.ADMINISTRATOR))
    seconds = time.perf_counter() - start
    kept = DBTaskResult.objects.order_by("enqueued_at").values_list("pk", flat=True)[:mails]
    DBTaskResult.objects.exclude(pk__in=list(kept)).delete()
    assert Mail.objects.count() == people
    return {"seconds": seconds}


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jichi.config.settings")
    import django

    django.setup()
    print(json.dumps(tell(int(sys.argv[2]), int(sys.argv[3]))))
