"""`jichi`: the one command. `jichi --help` lists what it can do."""

import os
import sys

COMMANDS = {
    "run": "bring the city up: tables, the city's data, the demo story, web server and worker",
    "load": "load the city's own data (and the demo story on a demo city), without a server",
    "residents": "load files into the register, extract it, check it",
    "demo": "make demo data of a domain: jichi demo residents --people 20000 --seed 1",
    "plan": "import a plan chapter (or only try it), list the plans",
    "places": "load wards, towns, bureaus, sections and offices of the city",
    "law": "check the law files; show the law of a day",
    "account": "make an account, give a role",
    "documents": "check templates and issued documents; change the key that signs them",
    "mail": "take in a mail that came back, as a mail server hands it over",
    "search": "rebuild the search index",
    "work": "run the background worker",
    "seal": "seal what is new on the public record",
    "key": "show, rotate or replace the key of the seals",
    "verify": "check the public record; verify EXPORT --key KEY checks a file, without a database",
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
    if words[0] == "verify" and is_of_a_file(words[1:]):
        # An export is checked by one file that knows nothing of the city: no settings, no database.
        from jichi.kernel.ledger.verifier import main as verify

        raise SystemExit(verify(words[1:]))
    if words[0] == "run":
        # The server's static files have names of their own: they are collected and served under one setting.
        os.environ["JICHI_SERVE"] = "1"
    if words[0] == "demo" and len(words) > 1:
        # Each domain makes its own demo data: `jichi demo residents` is `jichi residents demo`.
        words[:2] = [words[1], "demo"]
    from django.core.management import execute_from_command_line

    execute_from_command_line(["jichi", *(words[1:] if words[0] == "manage" else words)])


def is_of_a_file(words: list[str]) -> bool:
    return "--key" in words or any(word.startswith("--key=") for word in words)


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
