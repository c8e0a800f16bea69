"""Names as they are drawn: the variant that was asked for, in every font we may have, and the text that keeps it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jichi.kernel.documents import fonts
from jichi.kernel.documents.render import STYLE, Source, draw, inputs

from .readers import poppler, written

AT = datetime(2012, 7, 9, tzinfo=UTC)
ONE_NAME = Source(
    name="name.typ",
    template='#import "/jichi.typ": *\n#show: paper.with(title: "名")\n#text(size: 80pt, name(data.name))',
    style=(STYLE / "jichi.typ").read_text(encoding="utf-8"),
)
# Each beside the character that a poor font or a careless program would draw in its place. The selectors of the
# first two are Adobe-Japan1's, those of the last two Moji_Joho's: no one font knows both.
VARIANTS = {
    "髙": "高",
    "﨑": "崎",
    "𠮷": "吉",
    "邉\U000e0102": "邉",
    "葛\U000e0100": "葛",
    "邉\U000e0110": "邉",
    "葛\U000e0104": "葛",
}
ON_A_BARE_MACHINE = list(VARIANTS)[:5]
needs_ipamj = pytest.mark.skipif(
    not fonts.ipamj_files(), reason="fonts-ipamj-mincho is not installed; its variants are more"
)


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine on which nobody installed a font."""
    monkeypatch.setattr(fonts, "WITH_THE_SYSTEM", Path("/nowhere"))
    for read in (fonts.fonts, fonts.name_fonts):
        read.cache_clear()
    yield
    monkeypatch.undo()
    for read in (fonts.fonts, fonts.name_fonts):
        read.cache_clear()


def paper(name: str) -> bytes:
    return draw(ONE_NAME, inputs({"name": name}), AT)


def drawn(folder: Path, name: str) -> bytes:
    """The picture of the page, as an independent reader draws it."""
    path = written(folder, paper(name))
    poppler("pdftoppm", "-r", "60", "-gray", "-singlefile", str(path), str(folder / "page"))
    return (folder / "page.pgm").read_bytes()


def ink(picture: bytes) -> int:
    return sum(each < 128 for each in picture)


def assert_the_variant_is_drawn(folder: Path, asked: str) -> None:
    """Neither the ordinary character nor nothing."""
    variant = drawn(folder, asked)
    assert variant != drawn(folder, VARIANTS[asked])
    assert ink(variant) > ink(drawn(folder, "")) + 100


@needs_ipamj
@pytest.mark.parametrize("asked", VARIANTS)
def test_the_variant_is_drawn_and_not_the_ordinary_character(tmp_path: Path, asked: str) -> None:
    assert_the_variant_is_drawn(tmp_path, asked)


@pytest.mark.usefixtures("bare_machine")
@pytest.mark.parametrize("asked", ON_A_BARE_MACHINE)
def test_a_bare_machine_draws_the_variants_that_its_font_has(tmp_path: Path, asked: str) -> None:
    assert fonts.name_fonts() == (fonts.ALWAYS_THERE,)
    assert_the_variant_is_drawn(tmp_path, asked)


@needs_ipamj
def test_all_variants_of_one_character_are_drawn_apart(tmp_path: Path) -> None:
    watanabe = ["邉" + chr(selector) for selector in (*range(0xE0101, 0xE0105), *range(0xE0110, 0xE0114))]
    assert len({drawn(tmp_path, each) for each in watanabe}) == len(watanabe)


@pytest.mark.usefixtures("bare_machine")
def test_a_bare_machine_draws_the_ordinary_character_for_a_variant_that_its_font_lacks(
    tmp_path: Path,
) -> None:
    assert drawn(tmp_path, "邉\U000e0110") == drawn(tmp_path, "邉")


@pytest.mark.parametrize("asked", VARIANTS)
def test_another_reader_copies_the_name_with_its_variant(tmp_path: Path, asked: str) -> None:
    copied = poppler("pdftotext", "-enc", "UTF-8", str(written(tmp_path, paper(asked))), "-")
    assert asked in copied


@pytest.mark.usefixtures("bare_machine")
@pytest.mark.parametrize("asked", VARIANTS)
def test_the_text_keeps_the_variant_on_a_bare_machine_too(tmp_path: Path, asked: str) -> None:
    copied = poppler("pdftotext", "-enc", "UTF-8", str(written(tmp_path, paper(asked))), "-")
    assert asked in copied
