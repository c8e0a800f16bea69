"""`jichi residents`: load files into the register, extract it, check it, make a generated city."""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.administration.start import migrate
from jichi.kernel.clock.reading import today
from jichi.kernel.places.models import Town, Ward

from ...actions.extract_residents import CannotBeWritten, extract_residents
from ...actions.generate_residents import load_generated, write_files
from ...actions.load_residents import LoadedAlready, load_residents
from ...actions.take_over_aliens import foretold, take_over_aliens
from ...models import Transfer
from ...queries.agreeing import disagreements
from ...queries.stage_files import clear_abandoned, digest_on, staged
from ...rules.filing.faults import SENTENCES, Fault
from ...rules.filing.layout import TABLES
from ...rules.filing.mapping import ENCODINGS, OWN_LAYOUT, Mapping, UnusableMapping, mapping_in
from ...rules.filing.staging import Stage
from ...rules.take_over import SAID, Verdict

REFUSED = 2
LOADER = machine("loader", Role.REGISTRY_CHIEF)
STEPS = {
    "generate": gettext_lazy("作っています"),
    "read": gettext_lazy("読んでいます"),
    "order": gettext_lazy("異動を順に並べています"),
    "check": gettext_lazy("確かめています"),
    "write": gettext_lazy("書き込んでいます"),
    "index": gettext_lazy("索引を作っています"),
    "extract": gettext_lazy("書き出しています"),
}

VERBS = {
    "load": "load",
    "extract": "extract",
    "check": "check_register",
    "take-over": "take_over",
    "demo": "demo",
}


class Bar:
    """How far it is, on the terminal of whoever waits; nothing where nobody looks."""

    WIDTH = 30

    def __init__(self, err: Any) -> None:
        self.err, self.shown = err, ""

    def __call__(self, step: str, share: float) -> None:
        if not self.err.isatty():
            return
        full = int(share * self.WIDTH)
        bar = f"\r{'#' * full}{'-' * (self.WIDTH - full)} {STEPS[step]}\x1b[K"
        if bar != self.shown:
            self.err.write(bar, ending="")
            self.err.flush()
            self.shown = bar

    def end(self) -> None:
        if self.shown:
            self.err.write("\r\x1b[K", ending="")


class Command(BaseCommand):
    help = "Load files into the register, extract it, check it, make a generated city."
    requires_system_checks = ()

    def add_arguments(self, parser: Any) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        load = verbs.add_parser("load", help="load files, all of them or nothing")
        load.add_argument("files", nargs="+", type=Path, help="files, or one folder that holds them")
        load.add_argument(
            "--mapping", type=Path, help="how another system's files say what our items are (TOML)"
        )
        load.add_argument("--reason", default=_("初期の取り込み"))
        load.add_argument("--dry-run", action="store_true", help="read and report, change nothing")
        load.add_argument("--json", action="store_true", help="print one JSON object")
        extract = verbs.add_parser("extract", help="write the register into files")
        extract.add_argument("--out", type=Path, required=True)
        extract.add_argument("--reason", required=True)
        extract.add_argument("--encoding", choices=sorted(ENCODINGS), default="utf-8")
        extract.add_argument("--bom", action="store_true")
        extract.add_argument("--mapping", type=Path, help="headings and codes of external characters (TOML)")
        extract.add_argument("--ward", action="append", help="code of a ward; all of them without this")
        extract.add_argument("--individual-numbers", action="store_true")
        check = verbs.add_parser("check", help="replay all histories and compare them with the register")
        check.add_argument("--json", action="store_true")
        taking = verbs.add_parser("take-over", help="take the alien register over into the resident register")
        taking.add_argument("--dry-run", action="store_true", help="count by reason, change nothing")
        demo = verbs.add_parser("demo", help="make a generated city (also: jichi demo residents)")
        demo.add_argument("--people", type=int, default=20_000)
        demo.add_argument("--seed", type=int, default=1)
        demo.add_argument("--processes", type=int, default=os.cpu_count() or 1)
        demo.add_argument("--out", type=Path, help="write files into this folder, load nothing")

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        migrate()
        clear_abandoned()
        self.bar = Bar(self.stderr)
        try:
            getattr(self, VERBS[verb])(**options)
        except UnusableMapping as fault:
            raise CommandError(
                _("対応表の %(where)s が使えません（%(what)s）。")
                % {"where": fault.where, "what": fault.what},
                returncode=REFUSED,
            ) from fault
        except Refusal as refusal:
            raise CommandError(str(refusal.message), returncode=REFUSED) from refusal
        finally:
            self.bar.end()

    def take_over(self, *, dry_run: bool, **others: Any) -> None:
        """Take the alien register over, or say what a run of today would do, by reason."""
        if dry_run:
            counted = Counter(str(judged.verdict) for judged in foretold(today()))
        else:
            run = take_over_aliens(actor=LOADER, on=today())
            counted = Counter(run.results.values_list("verdict", flat=True))
            self.stdout.write(f"SHA-256 {run.digest}")
        for each in Verdict:
            if counted[each]:
                self.stdout.write(f"{counted[each]:>9,}  {_(SAID[each])}")

    def load(
        self,
        *,
        files: list[Path],
        mapping: Path | None,
        reason: str,
        dry_run: bool,
        json: bool,
        **others: Any,
    ) -> None:
        how = mapping_in(mapping) if mapping else OWN_LAYOUT
        with staged(tables_of(files, how), how, progress=self.bar) as stage:
            self.bar.end()
            if stage.faults:
                self.refuse(stage, as_json=json)
            done = None if dry_run else self.write(stage, reason)
            self.report(stage, done, as_json=json)

    def write(self, stage: Stage, reason: str) -> Transfer | None:
        try:
            return load_residents(actor=LOADER, stage=stage, digest=digest_on(stage), reason=reason)
        except LoadedAlready as known:
            self.stdout.write(str(known.message))
            return None

    def refuse(self, stage: Stage, *, as_json: bool) -> None:
        if as_json:
            told = [as_dict(fault) for fault in stage.list_faults()]
            self.stdout.write(json.dumps({"faults": told}, ensure_ascii=False))
            sys.exit(REFUSED)
        self.tell(stage.list_faults(), most=None)
        raise CommandError(
            _("%(faults)s件の誤りがあります。何も変えていません。") % {"faults": f"{stage.faults:,}"},
            returncode=REFUSED,
        )

    def tell(self, faults: Iterable[Fault], *, most: int | None) -> None:
        for number, fault in enumerate(faults):
            if most is not None and number >= most:
                return
            self.stdout.write(in_words(fault))

    def report(self, stage: Stage, done: Transfer | None, *, as_json: bool) -> None:
        counts = stage.counts
        if as_json:
            said = {
                "counts": counts,
                "digest": digest_on(stage),
                "act": done.act if done else "",
                "faults": [],
            }
            self.stdout.write(json.dumps(said, ensure_ascii=False))
            return
        self.stdout.write(
            _("%(persons)s人、%(households)s世帯、異動%(movements)s件、履歴%(entries)s件を読みました。")
            % {name: f"{count:,}" for name, count in counts.items()}
        )
        for file, headings in stage.ignored.items():
            for heading in headings:
                self.stdout.write(
                    _("  取り込まない列: %(file)s の「%(heading)s」") % {"file": file, "heading": heading}
                )
        if done:
            self.stdout.write(_("取り込みました。処理の番号は %(act)s です。") % {"act": done.act})
        else:
            self.stdout.write(_("何も変えていません。"))

    def extract(
        self, *, out: Path, reason: str, encoding: str, bom: bool, mapping: Path | None,
        ward: list[str] | None, individual_numbers: bool, **others: Any,
    ) -> None:  # fmt: skip
        how = mapping_in(mapping) if mapping else Mapping(encoding=ENCODINGS[encoding])
        wards = Ward.objects.filter(code__in=ward) if ward else Ward.objects.all()
        try:
            done = extract_residents(
                actor=LOADER, folder=out, wards=wards, reason=reason, on=today(), how=replace(how, with_bom=bom),
                with_individual_numbers=individual_numbers, progress=self.bar,
            )  # fmt: skip
        except CannotBeWritten as refusal:
            self.bar.end()
            self.tell(refusal.faults, most=None)
            raise
        self.bar.end()
        self.stdout.write(
            _("%(people)s人、履歴%(entries)s件を %(out)s に書き出しました。処理の番号は %(act)s です。")
            % {"people": f"{done.people:,}", "entries": f"{done.entries:,}", "out": out, "act": done.act}
        )

    def check_register(self, *, json: bool, **others: Any) -> None:
        found = disagreements(today(), progress=self.bar)
        self.bar.end()
        if json:
            self.as_json([{"about": each.about, "message": each.sentence} for each in found])
        else:
            for each in found:
                self.stdout.write(f"{each.about}  {each.sentence}")
            self.stdout.write(
                _("合わないところが%(found)s件あります。") % {"found": f"{len(found):,}"}
                if found
                else _("台帳のすべての履歴が合っています。")
            )
        if found:
            sys.exit(REFUSED)

    def as_json(self, found: list[dict[str, str]]) -> None:
        self.stdout.write(json.dumps({"disagreements": found}, ensure_ascii=False))

    def demo(self, *, people: int, seed: int, processes: int, out: Path | None, **others: Any) -> None:
        if not Town.objects.exists():
            call_command("places", "load")
        if out:
            write_files(out, people=people, seed=seed, processes=processes, progress=self.bar)
            self.bar.end()
            self.stdout.write(
                _("デモの住民のファイルを %(out)s に作りました。実在する人はいません。") % {"out": out}
            )
            return
        done = load_generated(actor=LOADER, people=people, seed=seed, processes=processes, progress=self.bar)
        self.bar.end()
        self.stdout.write(
            _("デモの住民%(people)s人を取り込みました。実在する人はいません。")
            % {"people": f"{done.people:,}"}
        )


def tables_of(files: list[Path], how: Mapping) -> dict[str, Path]:
    """Which file is which table: by the name that the mapping gives it."""
    given = [each for one in files for each in (sorted(one.iterdir()) if one.is_dir() else [one])]
    by_name = {file.name: file for file in given}
    return {table.name: by_name[how.of(table).file] for table in TABLES if how.of(table).file in by_name}


def in_words(fault: Fault) -> str:
    where = _("%(file)s %(line)s行目") % {"file": fault.file, "line": f"{fault.line:,}"}
    return (
        f"{where}「{fault.column}」: {_(SENTENCES[fault.code])}"
        if fault.column
        else f"{where}: {_(SENTENCES[fault.code])}"
    )


def as_dict(fault: Fault) -> dict[str, Any]:
    return {
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "code": fault.code,
        "message": _(SENTENCES[fault.code]),
    }
