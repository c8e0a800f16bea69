"""`jichi`: the one command. `jichi --help` lists what it can do."""

import os
import sys

COMMANDS = {
    "run": "bring the city up: tables, the city's data, the demo story, web server and worker",
    "load": "load the city's own data (and the demo story on a demo city), without a server",
    "plan": "import a plan chapter (or only try it), list the plans",
    "places": "load wards, towns, bureaus, sections and offices of the city",
    "law": "check the law files; show the law of a day",
    "account": "make an account, give a role",
    "search": "rebuild the search index",
    "work": "run the background worker",
    "verify": "check the public record",
    "scaffold": "write the rooms of a new domain with one working verb and its tests",
    "reference": "write the generated references in docs/",
    "manage": "any other command of Django: jichi manage migrate",
}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jichi.config.settings")
    words = sys.argv[1:]
    if not words or words[0] in ("-h", "--help", "help"):
        print(usage())
        return
    if words[0] == "run":
        # The server's static files have names of their own: they are collected and served under one setting.
        os.environ["JICHI_SERVE"] = "1"
    from django.core.management import execute_from_command_line

    execute_from_command_line(["jichi", *(words[1:] if words[0] == "manage" else words)])


def usage() -> str:
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {does}" for name, does in COMMANDS.items()]
    return "\n".join(
        [
            "usage: jichi COMMAND [...]    (jichi COMMAND --help for each)",
            "",
            *lines,
            "",
            "environment: DATABASE_URL, JICHI_CITY, JICHI_DEMO=1, JICHI_URL, JICHI_VAR, PORT",
        ]
    )


if __name__ == "__main__":
    main()
