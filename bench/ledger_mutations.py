"""Ten thousand changes of one field of an export: how many are found. Usage: python -m bench.ledger_mutations [changes]

A change takes one value anywhere in one line (a letter, a digit, a number, a hash, a key's name, a list's element) and makes
it another. An export with two keys, several streams and several seals is changed once, checked, and put back.
"""

import copy
import json
import random
import sys
import time
from collections.abc import Iterator
from typing import Any

from .city import city

CHANGES = 10_000
SEED = 2012
Where = tuple[Any, Any]


def lines(changes: int = CHANGES) -> list[str]:
    import subprocess

    told = []
    with city("SQLite") as here:
        here.jichi("manage", "migrate", "--verbosity=0")
        command = [sys.executable, "-m", "bench.ledger_mutations", "--step", str(changes)]
        done = subprocess.run(command, env=here.environment, text=True, check=True, stdout=subprocess.PIPE)
        told += done.stdout.splitlines()
    return told


def places(value: Any) -> Iterator[Where]:
    """Every place in a line that holds a value of its own: (what holds it, under which name)."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for name, inner in pairs:
        if isinstance(inner, dict | list) and inner:
            yield from places(inner)
        else:
            yield value, name


def other(value: Any, chance: random.Random) -> Any:
    """Another value of the same kind."""
    match value:
        case bool() | None:
            return not value
        case int():
            return value + chance.choice((-1, 1, 1000))
        case str() if value:
            at = chance.randrange(len(value))
            return (
                value[:at]
                + chance.choice([each for each in "0f9Aあ " if each != value[at]])
                + value[at + 1 :]
            )
        case str():
            return "x"
        case list():
            return ["0" * 64]
    return {"x": 1}


def found_of(export: list[bytes], keys: list[str], changes: int) -> tuple[int, set[str]]:
    """How many of the changes are found, and by which rules."""
    from jichi.kernel.ledger.verifier import canonical, checked

    chance, found, codes = random.Random(SEED), 0, set()
    for _number in range(changes):
        at = chance.randrange(len(export))
        line = copy.deepcopy(json.loads(export[at]))
        holder, name = chance.choice(list(places(line)))
        holder[name] = other(holder[name], chance)
        changed = [*export[:at], canonical(line) + b"\n", *export[at + 1 :]]
        faults = checked(changed, keys=keys).faults
        found += bool(faults)
        codes |= {fault.code for fault in faults}
        if not faults:
            print(f"not found: {export[at]!r} -> {canonical(line)!r}", file=sys.stderr)
    return found, codes


def take(changes: int) -> None:
    import django

    django.setup()
    from jichi.kernel.ledger.actions.rotate_key import rotate_key
    from jichi.kernel.ledger.actions.seal_record import SEALER, seal_if_needed
    from jichi.kernel.ledger.export import of_stream, whole
    from jichi.kernel.ledger.models import Key, Stream
    from jichi.kernel.ledger.verifier import checked

    from .ledger_rooms import write_many

    write_many(24, streams=4)
    seal_if_needed()
    rotate_key(actor=SEALER)
    key = Key.objects.order_by("since")[0].text
    for name, export in (("whole", whole()), ("one stream", of_stream(Stream.objects.get(name="bench/1")))):
        taken = list(export)
        assert not checked(taken, keys=[key]).faults
        start = time.perf_counter()
        found, codes = found_of(taken, [key], changes)
        seconds = time.perf_counter() - start
        print(f"{name}: {found:,} of {changes:,} changes found, by {len(codes)} rules ({seconds:.0f} s)")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--step"]:
        take(int(sys.argv[2]))
    else:
        print("\n".join(lines(int(sys.argv[1]) if sys.argv[1:] else CHANGES)))
