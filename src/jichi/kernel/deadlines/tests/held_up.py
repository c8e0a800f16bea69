"""`python held_up.py MODULE NAME STARTED GO`: the worker, held up when it calls that function for the second time.

It says so by a file and then waits for somebody to write into another: time enough to kill it in mid-transaction.
"""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from jichi import cli


def hold_up(module: str, name: str, started: Path, go: Path) -> None:
    room = import_module(module)
    body, calls = getattr(room, name), []

    def at_the_second_call(*args: Any, **named: Any) -> Any:
        calls.append(name)
        if len(calls) == 2:
            started.touch()
            go.read_text()
        return body(*args, **named)

    setattr(room, name, at_the_second_call)


if __name__ == "__main__":
    import django

    django.setup()
    module, name, started, go = sys.argv[1:]
    hold_up(module, name, Path(started), Path(go))
    sys.argv = ["jichi", "work", "--once"]
    cli.main()
