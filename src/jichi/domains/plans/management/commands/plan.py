"""`jichi plan`: import a chapter, compare editions, list what is there."""

import json
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role
from jichi.kernel.administration.start import migrate
from jichi.kernel.clock.reading import today

from ...actions.import_edition import AlreadyImported, OtherTextOfSameYears, Source, import_edition
from ...models import Edition
from ...rules.as_json import damage_as_json, reading_as_json
from ...rules.damage import DamagedChapter
from ...rules.reading import Reading, read_chapter_bytes

REFUSED = 2


class Command(BaseCommand):
    help = "Import a plan chapter; list the editions that are there."
    requires_system_checks = ()

    def add_arguments(self, parser: Any) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        verbs.add_parser("list", help="the editions that are there")
        importing = verbs.add_parser("import", help="read a chapter from a text file and take it in")
        importing.add_argument("file", type=Path)
        importing.add_argument("--city", help="folder name of the city profile; must be this installation's")
        importing.add_argument("--dry-run", action="store_true", help="read and report, change nothing")
        importing.add_argument("--json", action="store_true", help="print one JSON object")
        importing.add_argument("--demo", action="store_true", help="mark the edition as demo material")

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        if verb == "list":
            for edition in Edition.objects.order_by("first_year"):
                self.stdout.write(f"{edition.reference}  {edition}")
            return
        try:
            self.import_chapter(**options)
        except DamagedChapter as damage:
            self.refuse(damage_as_json(damage), damage.message, as_json=options["json"])
        except Unusable as why:
            error = {"error": {"line": 0, "message": str(why)}}
            self.refuse(error, str(why), as_json=options["json"])

    def import_chapter(
        self, *, file: Path, city: str | None, dry_run: bool, json: bool, demo: bool, **others: Any
    ) -> None:
        refuse_other_city(city)
        content = content_of(file)
        reading = read_chapter_bytes(content)
        done = None if dry_run else take_in(reading, file.name, content, is_demo=demo)
        self.report(reading, done, as_json=json)

    def refuse(self, error: dict[str, Any], message: str, *, as_json: bool) -> None:
        """Say why on the way that was asked for; the exit status is 2 either way."""
        if as_json:
            self.stdout.write(json.dumps(error, ensure_ascii=False))
            sys.exit(REFUSED)
        raise CommandError(message, returncode=REFUSED)

    def report(self, reading: Reading, done: str | None, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(reading_as_json(reading), ensure_ascii=False))
            return
        counts = reading.chapter.counts
        self.stdout.write(
            _(
                "基本施策 %(measures)s、主な取組 %(efforts)s、事業 %(programmes)s（再掲 %(relisted)s）を読みました。"
            )
            % counts
        )
        self.stdout.write(
            _(
                "文字 %(source)s のうち、計画に %(result)s、見出しや記号に %(structure)s、"
                "取り込まなかったもの %(left_out)s、行方の分からないもの %(unaccounted)s です。"
            )
            % account_of(reading)
        )
        for left in reading.left_out:
            self.stdout.write(
                _("  取り込まなかった文字: %(line)s 行目「%(text)s」（%(why)s）")
                % {"line": left.line, "text": left.text, "why": left.why}
            )
        for fault in reading.corrections:
            self.stdout.write(
                _("  確かめてください: %(line)s 行目「%(read)s」→「%(proposed)s」")
                % {"line": fault.line, "read": fault.read, "proposed": fault.proposed}
            )
        self.stdout.write(done or _("試し読みです。何も変えていません。"))


class Unusable(Exception):
    """The file or the city named on the command line cannot be used here."""


def content_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as fault:
        raise Unusable(
            _("ファイル %(file)s を読めません: %(why)s") % {"file": file, "why": fault.strerror}
        ) from fault


def refuse_other_city(city: str | None) -> None:
    here = settings.CITY_FOLDER.name
    if city is not None and city != here:
        raise Unusable(
            _("この自治は %(here)s のものです。%(city)s の計画は JICHI_CITY=%(city)s で取り込んでください。")
            % {"here": here, "city": city}
        )


def account_of(reading: Reading) -> dict[str, int]:
    account = reading.accounting
    return {
        "source": account.source,
        "result": account.result,
        "structure": account.structure,
        "left_out": account.left_out,
        "unaccounted": account.unaccounted,
    }


def take_in(reading: Reading, name: str, content: bytes, *, is_demo: bool) -> str:
    migrate()
    importer = machine("importer", Role.PLANNING_OFFICER)
    source = Source(name=name, text=content.decode("utf-8").replace("\r\n", "\n"), is_demo=is_demo)
    try:
        edition = import_edition(actor=importer, reading=reading, source=source, on=today())
    except AlreadyImported as known:
        return str(known.message)
    except OtherTextOfSameYears as rival:
        raise Unusable(str(rival.message)) from rival
    return _("取り込みました。計画番号は %(reference)s です。") % {"reference": edition.reference}
