"""docs/reference/commands.md: what `jichi` can do."""

from argparse import SUPPRESS, Action, ArgumentParser, _SubParsersAction
from collections.abc import Iterator

from django.core.management import get_commands, load_command_class

from . import markdown

# Options that every command of Django has.
COMMON = {
    "help", "version", "verbosity", "settings", "pythonpath", "traceback", "no_color", "force_color",
    "skip_checks",
}  # fmt: skip


def page() -> str:
    ours = sorted(
        (name, app)
        for name, app in get_commands().items()
        if isinstance(app, str) and app.startswith("jichi.")
    )
    return markdown.page("Commands", *(f"## `jichi {name}`\n\n{command(name, app)}" for name, app in ours))


def command(name: str, app: str) -> str:
    loaded = load_command_class(app, name)
    return "\n\n".join([loaded.help, *arguments(loaded.create_parser("jichi", name), f"jichi {name}")])


def arguments(parser: ArgumentParser, called: str) -> Iterator[str]:
    own = [each for each in parser._actions if each.dest not in COMMON and each.help != SUPPRESS]
    plain = [each for each in own if not isinstance(each, _SubParsersAction)]
    if plain:
        rows = ((markdown.code(written(each)), each.help or "") for each in plain)
        yield f"`{called}`\n\n" + markdown.table(["argument", "means"], rows)
    for each in own:
        if isinstance(each, _SubParsersAction):
            for name, inner in each.choices.items():
                yield from arguments(inner, f"{called} {name}")


def written(argument: Action) -> str:
    """As it is typed: `FILE`, `--json`, `--city CITY`."""
    if not argument.option_strings:
        return str(argument.metavar or argument.dest).upper()
    value = "" if argument.nargs == 0 else f" {argument.dest.upper()}"
    return f"{argument.option_strings[-1]}{value}"
