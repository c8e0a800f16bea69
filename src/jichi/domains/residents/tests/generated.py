"""A small generated city for tests: its towns, its files, and a register that holds them."""

from collections.abc import Mapping
from pathlib import Path

from tests.town import Town as SmallTown

from jichi.domains.residents.actions.generate_residents import write_files
from jichi.domains.residents.actions.load_residents import load_residents
from jichi.domains.residents.models import Transfer
from jichi.domains.residents.queries.stage_files import digest_on, staged
from jichi.domains.residents.rules.filing.faults import Fault
from jichi.domains.residents.rules.filing.mapping import OWN_LAYOUT
from jichi.domains.residents.rules.filing.mapping import Mapping as Plan
from jichi.domains.residents.tests.small_register import REGISTRY
from jichi.kernel.places.models import Town, Ward

WARDS = ("14131", "14132", "14133", "14134", "14135", "14136", "14137")


def places(town: SmallTown) -> None:
    """Seven wards with two towns each: the census has seven."""
    for number, code in enumerate(WARDS):
        ward, _ = Ward.objects.get_or_create(
            code=code, defaults={"name": f"見本{number}区", "kana": "みほんく", "name_en": f"Ward {number}"}
        )
        for name in ("見本町一丁目", "見本町二丁目"):
            Town.objects.get_or_create(ward=ward, name=name, hamlet="")


def generated(folder: Path, *, people: int = 300, seed: int = 7, processes: int = 1) -> dict[str, Path]:
    return write_files(folder, people=people, seed=seed, processes=processes)


def loaded(files: Mapping[str, Path], how: Plan = OWN_LAYOUT, *, reason: str = "試験") -> Transfer:
    with staged(files, how) as stage:
        return load_residents(actor=REGISTRY, stage=stage, digest=digest_on(stage), reason=reason)


def faults_in(files: Mapping[str, Path], how: Plan = OWN_LAYOUT) -> list[Fault]:
    with staged(files, how) as stage:
        return list(stage.list_faults())
