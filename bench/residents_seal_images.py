"""Impressions cleaned and measured on made scans: how many a second, how far from the seal.

Usage: python -m bench.residents_seal_images [COUNT]
Each scan is another seal with another light, noise, turn, fineness and format; what came out is compared with the seal that
was drawn. Pure: no database.
"""

import random
import sys
import time
from dataclasses import dataclass

from jichi.domains.residents.rules.impressions.cleaning import Limits, Wish, cleaned, shape_in
from jichi.domains.residents.rules.impressions.faults import ScanFault
from jichi.domains.residents.rules.impressions.likeness import likeness
from jichi.domains.residents.rules.impressions.made import (
    Look,
    Scanning,
    overlap_with_seal,
    registered,
    scanned,
)

COUNT = 60
NAMES = (
    "佐藤",
    "鈴木一郎",
    "高橋",
    "田中花子",
    "渡辺",
    "伊藤美咲",
    "山本",
    "中村太郎",
    "小林",
    "川崎",
    "見本",
    "林",
)
LIMITS = Limits(larger_than=8, at_most=25, most_missing=30, size_source="", rim_source="")


@dataclass
class Tally:
    """What came out, in milliseconds, millimetres and shares."""

    times: list[float]
    errors: list[float]
    overlaps: list[float]
    refused: int = 0


def seal(dice: random.Random) -> tuple[Look, Scanning, str]:
    look = Look(
        name=dice.choice(NAMES),
        diameter=dice.choice((10.5, 12.0, 13.5, 15.0, 16.5, 18.0, 21.0, 24.0)),
        rim=dice.uniform(0.4, 0.9),
        boldness=dice.uniform(0.0, 0.12),
    )
    how = Scanning(
        dpi=dice.choice((200, 300, 300, 400, 600)),
        turn=dice.uniform(-15, 15),
        noise=dice.uniform(1, 9),
        light=dice.uniform(0, 0.6),
        dust=dice.randrange(40),
        blur=dice.uniform(0.02, 0.07),
        strength=dice.uniform(0.6, 1.0),
        frame=dice.choice((0.0, 35.0)),
        grey=dice.random() < 0.1,
        seed=dice.randrange(10_000),
    )
    return look, how, dice.choice(("PNG", "JPEG", "TIFF", "BMP"))


def measured(count: int) -> Tally:
    dice, tally = random.Random(1), Tally([], [], [])
    for _ in range(count):
        look, how, kind = seal(dice)
        scan = scanned(look, how, kind)
        start = time.process_time()
        try:
            found = cleaned(scan, Wish(upright=False), LIMITS)
        except ScanFault:
            tally.refused += 1
            continue
        tally.times.append(time.process_time() - start)
        tally.errors.append(abs(found.side / 100 - look.diameter))
        tally.overlaps.append(overlap_with_seal(shape_in(found.png), look, how.turn))
    return tally


def at(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def three(values: list[float]) -> str:
    return ", ".join(f"{each:.2f}" for each in (at(values, 0.5), at(values, 0.95), max(values)))


def a_whole_sheet() -> float:
    """Milliseconds for a sheet of A4 size in 300 dpi."""
    scan = scanned(Look(name="見本花子"), Scanning(paper_mm=250.0))
    start = time.process_time()
    cleaned(scan, Wish(upright=False), LIMITS)
    return (time.process_time() - start) * 1000


def comparing() -> float:
    """Milliseconds to compare two impressions of a household at every turn."""
    one, other = (registered(Look(name=name)) for name in ("見本", "実例"))
    start = time.process_time()
    likeness(one, other)
    return (time.process_time() - start) * 1000


def lines(count: int = COUNT) -> list[str]:
    tally = measured(count)
    return [
        f"{count} made scans (10.5 to 24 mm, 200 to 600 dpi, four formats, turned, unevenly lit, dusty), one core:",
        f"cleaned, a second of one core: {len(tally.times) / sum(tally.times):.1f}",
        f"p50, p95 of one: {at(tally.times, 0.5) * 1000:.0f} ms, {at(tally.times, 0.95) * 1000:.0f} ms",
        f"error of the size: p50, p95, most: {three(tally.errors)} mm",
        f"within 0.2 mm: {sum(error <= 0.2 for error in tally.errors)} of {len(tally.errors)}",
        f"overlap with the seal: p5, p50: {at(tally.overlaps, 0.05):.3f}, {at(tally.overlaps, 0.5):.3f}",
        f"overlap of 0.95 and more: {sum(each >= 0.95 for each in tally.overlaps)} of {len(tally.overlaps)}",
        f"refused, of these good ones: {tally.refused}",
        f"a whole sheet of 250 mm, 300 dpi: {a_whole_sheet():.0f} ms",
        f"two impressions compared at every turn: {comparing():.0f} ms",
    ]


if __name__ == "__main__":
    print("\n".join(lines(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)))
