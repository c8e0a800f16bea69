"""Impressions of seals, found and cleaned: measured against seals that were drawn, and refused with a reason."""

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from jichi.domains.residents.rules.impressions import faults
from jichi.domains.residents.rules.impressions.cleaning import Limits, Wish, cleaned, digest_of, shape_in
from jichi.domains.residents.rules.impressions.likeness import are_alike
from jichi.domains.residents.rules.impressions.made import (
    Look,
    Scanning,
    impression_of,
    overlap_with_seal,
    registered,
    scanned,
)
from jichi.domains.residents.rules.impressions.overlap import overlap

LIMITS = Limits(larger_than=8, at_most=25, most_missing=30, size_source="要領", rim_source="他市の案内")
AS_IT_LIES = Wish(upright=False)
SEAL = Look(name="見本花子", diameter=13.5)


@pytest.mark.parametrize(
    ("look", "how", "kind"),
    [
        (Look(name="見本", diameter=10.5), Scanning(), "PNG"),
        (SEAL, Scanning(dpi=200, seed=3), "PNG"),
        (SEAL, Scanning(turn=6.0, seed=5), "JPEG"),
        (Look(name="川崎太郎", diameter=18.0), Scanning(light=0.6, noise=8.0), "TIFF"),
        (Look(name="実例", diameter=15.0), Scanning(dpi=600, dust=60), "BMP"),
        (SEAL, Scanning(grey=True, frame=35.0), "PNG"),
        (Look(name="見本之印", diameter=16.5, square=True), Scanning(strength=0.6), "PNG"),
    ],
    ids=["small", "coarse", "turned", "uneven light", "dusty", "grey in a frame", "square"],
)
def test_a_clean_impression_is_the_seal_in_its_size(look: Look, how: Scanning, kind: str) -> None:
    found = cleaned(scanned(look, how, kind), AS_IT_LIES, LIMITS)
    side = registered(look, how.turn).shape[0]
    assert abs(found.side / 100 - look.diameter) <= 0.2 or look.square
    assert abs(found.height - side) <= 4
    assert overlap_with_seal(shape_in(found.png), look, how.turn) >= 0.95


def test_a_scan_is_set_upright_by_the_frame_of_the_form() -> None:
    found = cleaned(scanned(SEAL, Scanning(frame=35.0, turn=3.0)), Wish(), LIMITS)
    assert found.turned == pytest.approx(-30, abs=2)
    assert overlap(shape_in(found.png), registered(SEAL)) > overlap(
        shape_in(found.png), registered(SEAL, 3.0)
    )


def test_a_square_seal_is_set_upright_by_its_own_edges() -> None:
    look = Look(name="見本之印", diameter=16.5, square=True)
    assert cleaned(scanned(look, Scanning(turn=4.0)), Wish(), LIMITS).turned == pytest.approx(-40, abs=3)


def test_the_frame_gives_the_scale_where_the_file_has_none() -> None:
    bare = io.BytesIO()
    Image.open(io.BytesIO(scanned(SEAL, Scanning(frame=35.0)))).save(bare, "BMP", dpi=(72, 72))
    assert abs(cleaned(bare.getvalue(), Wish(frame_mm=35), LIMITS).side - 1350) <= 20
    with pytest.raises(faults.NoScale, match="用紙の枠の一辺"):
        cleaned(bare.getvalue(), Wish(), LIMITS)


@pytest.mark.parametrize(("diameter", "fault"), [(8.0, faults.TooSmall), (25.4, faults.TooLarge)])
def test_a_seal_that_is_too_small_or_too_large_is_refused(diameter: float, fault: type[Exception]) -> None:
    with pytest.raises(fault, match="要領"):
        cleaned(scanned(Look(name="見本", diameter=diameter), Scanning()), AS_IT_LIES, LIMITS)


@pytest.mark.parametrize("diameter", [8.3, 25.0])
def test_a_seal_at_the_limits_is_registered(diameter: float) -> None:
    found = cleaned(scanned(Look(name="見本", diameter=diameter), Scanning()), AS_IT_LIES, LIMITS)
    assert abs(found.side / 100 - diameter) <= 0.1


@pytest.mark.parametrize(
    ("how", "fault"),
    [
        (Scanning(strength=0.0), faults.NothingFound),
        (Scanning(strength=0.2), faults.TooFaint),
        (Scanning(blur=0.3), faults.Blurred),
        (Scanning(gap=0.4), faults.RimMissing),
        (Scanning(paper_mm=13.6), faults.CutOff),
    ],
    ids=["no seal", "faint", "blurred", "broken rim", "cut off"],
)
def test_a_bad_impression_is_refused_with_what_to_do(how: Scanning, fault: type[faults.ScanFault]) -> None:
    with pytest.raises(fault, match=r"ください|押してもらって|用意して"):
        cleaned(scanned(SEAL, how), AS_IT_LIES, LIMITS)


def test_a_rim_with_a_small_gap_is_registered_and_measured() -> None:
    assert cleaned(scanned(SEAL, Scanning(gap=0.2)), AS_IT_LIES, LIMITS).missing == pytest.approx(20, abs=3)


def two_beside_each_other() -> bytes:
    """Two impressions on one sheet."""
    one = np.asarray(Image.open(io.BytesIO(scanned(SEAL, Scanning(paper_mm=20.0, light=0.0)))))
    out = io.BytesIO()
    Image.fromarray(np.concatenate([one, one], axis=1)).save(out, "PNG", dpi=(300, 300))
    return out.getvalue()


def test_of_two_impressions_none_is_taken() -> None:
    with pytest.raises(faults.SeveralImpressions, match="2つ"):
        cleaned(two_beside_each_other(), AS_IT_LIES, LIMITS)


def test_a_seal_stamped_twice_is_refused() -> None:
    one = np.asarray(Image.open(io.BytesIO(scanned(SEAL, Scanning(light=0.0)))))
    out = io.BytesIO()
    Image.fromarray(np.minimum(one, np.roll(one, 24, axis=1))).save(out, "PNG", dpi=(300, 300))
    with pytest.raises(faults.Smeared, match="二重"):
        cleaned(out.getvalue(), AS_IT_LIES, LIMITS)


def png_of(width: int, height: int) -> bytes:
    """A file of a few bytes that says it is a picture of any size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", len(head)) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    return b"\x89PNG\r\n\x1a\n" + chunk + b"\0\0\0\0IDAT5\xaf\x06\x1e"


@pytest.mark.parametrize("size", [(60_000, 60_000), (7_000, 6_000), (2**31 - 1, 2**31 - 1)])
def test_a_small_file_that_would_fill_the_memory_is_not_unpacked(size: tuple[int, int]) -> None:
    with pytest.raises(faults.TooManyPixels, match="3600万画素"):
        cleaned(png_of(*size), AS_IT_LIES, LIMITS)


@pytest.mark.parametrize("cut", [0, 8, 40, 400, -2000])
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP"])
def test_a_file_that_ends_too_early_is_refused(kind: str, cut: int) -> None:
    whole = scanned(SEAL, Scanning(dpi=200), kind)
    with pytest.raises(faults.NotAScan):
        cleaned(whole[:cut], AS_IT_LIES, LIMITS)


def test_damaged_bytes_never_raise_anything_but_a_sentence() -> None:
    dice, said = np.random.default_rng(7), []
    for kind in ("PNG", "JPEG", "TIFF", "BMP"):
        whole = bytearray(scanned(Look(name="見", diameter=10), Scanning(dpi=200, paper_mm=16.0), kind))
        for _round in range(12):
            hurt = bytearray(whole)
            for place in dice.integers(0, min(len(hurt), 3000), 6):
                hurt[place] = int(dice.integers(0, 256))
            try:
                cleaned(bytes(hurt), AS_IT_LIES, LIMITS)
            except faults.ScanFault as fault:
                said.append(str(fault))
    assert len(said) > 10
    assert all(sentence.endswith("。") for sentence in said)


@pytest.mark.parametrize(
    ("mode", "fault"), [("1", faults.WrongDepth), ("I;16", faults.WrongDepth), ("CMYK", faults.WrongDepth)]
)
def test_a_scan_of_another_depth_is_refused(mode: str, fault: type[Exception]) -> None:
    out = io.BytesIO()
    Image.new(mode, (300, 300)).save(out, "TIFF", dpi=(300, 300))
    with pytest.raises(fault, match="24ビット"):
        cleaned(out.getvalue(), AS_IT_LIES, LIMITS)


def test_other_kinds_of_file_are_refused_though_the_library_could_read_them() -> None:
    for kind in ("GIF", "WEBP", "PPM"):
        out = io.BytesIO()
        Image.new("RGB", (300, 300), "white").save(out, kind)
        with pytest.raises(faults.NotAScan):
            cleaned(out.getvalue(), AS_IT_LIES, LIMITS)


def test_a_scan_of_several_pages_is_refused() -> None:
    out = io.BytesIO()
    page = Image.new("RGB", (300, 300), "white")
    page.save(out, "TIFF", save_all=True, append_images=[page])
    with pytest.raises(faults.SeveralPages):
        cleaned(out.getvalue(), AS_IT_LIES, LIMITS)


def test_a_file_of_many_bytes_is_refused_unread() -> None:
    with pytest.raises(faults.TooManyBytes, match="20MB"):
        cleaned(b"\0" * (20 * 1024 * 1024 + 1), AS_IT_LIES, LIMITS)


def test_a_clear_ground_is_seen_as_white_paper() -> None:
    picture = Image.open(io.BytesIO(scanned(SEAL, Scanning(light=0.0, noise=0.0, dust=0)))).convert("RGBA")
    dots = np.array(picture)
    dots[dots[:, :, 1] > 200] = 0
    out = io.BytesIO()
    Image.fromarray(dots).save(out, "PNG", dpi=(300, 300))
    assert abs(cleaned(out.getvalue(), AS_IT_LIES, LIMITS).side - 1350) <= 20


def test_the_digest_is_of_the_dots_and_not_of_the_file() -> None:
    png = impression_of(SEAL).png
    packed = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("L").save(packed, "PNG", compress_level=0)
    assert packed.getvalue() != png
    assert digest_of(shape_in(packed.getvalue())) == digest_of(shape_in(png)) == impression_of(SEAL).digest


def test_two_scans_of_one_seal_are_alike_and_those_of_two_are_not() -> None:
    once = shape_in(cleaned(scanned(SEAL, Scanning(turn=40.0)), AS_IT_LIES, LIMITS).png)
    again = shape_in(cleaned(scanned(SEAL, Scanning(seed=9)), AS_IT_LIES, LIMITS).png)
    other = shape_in(
        cleaned(scanned(Look(name="見本太郎", diameter=13.5), Scanning()), AS_IT_LIES, LIMITS).png
    )
    assert are_alike(once, again)
    assert not are_alike(once, other)
