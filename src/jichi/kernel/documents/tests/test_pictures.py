"""Pictures at their true size: measured on the printed page by a reader of another house, and lossless."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from jichi.kernel.documents.pictures import NotPng, picture
from jichi.kernel.documents.readback import read_back
from jichi.kernel.documents.render import STYLE, BadTemplate, Source, draw, inputs

from .readers import alternatives, opened, poppler, structure, written

AT = datetime(2012, 7, 9, tzinfo=UTC)
DPI = 600
WITH_SEAL = '#import "/jichi.typ": *\n#show: paper.with(title: "印影")\n#v(20mm)\n'


def seal(millimetres: float, mode: str = "1") -> bytes:
    """A seal that fills its picture from edge to edge: a ring, and a cross in it."""
    side = round(millimetres / 25.4 * DPI)
    image = Image.new(mode, (side, side), 255)
    pen = ImageDraw.Draw(image)
    pen.ellipse((0, 0, side - 1, side - 1), outline=0, width=12)
    pen.line((0, side // 2, side - 1, side // 2), fill=0, width=9)
    pen.line((side // 2, 0, side // 2, side - 1), fill=0, width=9)
    if mode == "L":
        image.paste(Image.linear_gradient("L").resize((side // 3, side // 3)), (side // 3, side // 3))
    drawn = io.BytesIO()
    image.save(drawn, "PNG")
    return drawn.getvalue()


def paper(png: bytes, call: str = '#picture(data.seal, alt: "印影の写し")') -> bytes:
    source = Source(
        name="seal.typ", template=WITH_SEAL + call, style=(STYLE / "jichi.typ").read_text("utf-8")
    )
    return draw(source, inputs({"seal": picture(png, dpi=DPI)}), AT)


def printed_width(folder: Path, pdf: bytes) -> float:
    """Units: millimetres, from the first to the last dark pixel below the head of the page."""
    poppler(
        "pdftoppm", "-r", str(DPI), "-gray", "-singlefile", str(written(folder, pdf)), str(folder / "page")
    )
    with Image.open(folder / "page.pgm") as page:
        below = page.crop((0, round(45 / 25.4 * DPI), page.width, round(85 / 25.4 * DPI)))
        left, _top, right, _bottom = below.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    return (right - left) / DPI * 25.4


@pytest.mark.parametrize("millimetres", [8, 13.5, 18, 25])
def test_a_seal_is_printed_as_large_as_it_is(tmp_path: Path, millimetres: float) -> None:
    assert printed_width(tmp_path, paper(seal(millimetres))) == pytest.approx(millimetres, abs=0.1)


def test_a_template_may_say_the_width_itself(tmp_path: Path) -> None:
    pdf = paper(seal(18), '#picture(data.seal, width: 12mm, alt: "印影の写し")')
    assert printed_width(tmp_path, pdf) == pytest.approx(12, abs=0.1)


@pytest.mark.parametrize("mode", ["1", "L"])
def test_not_one_pixel_is_changed(mode: str) -> None:
    png = seal(18, mode)
    (found,) = read_back(paper(png)).pictures
    assert found.shows(png)
    assert found.grey == Image.open(io.BytesIO(png)).convert("L").tobytes()
    assert (found.width_mm, found.height_mm) == (17.99, 17.99)


def test_a_picture_with_one_other_pixel_is_another_picture() -> None:
    png = seal(18)
    image = Image.open(io.BytesIO(png))
    image.putpixel((200, 100), 255 - image.getpixel((200, 100)))
    changed = io.BytesIO()
    image.save(changed, "PNG")
    (found,) = read_back(paper(png)).pictures
    assert not found.shows(changed.getvalue())


def test_a_picture_is_read_aloud_by_its_words() -> None:
    pdf = opened(paper(seal(18)))
    assert alternatives(pdf) == ["印影の写し"]
    assert "/Figure" in structure(pdf)


def test_a_picture_without_words_is_not_printed() -> None:
    with pytest.raises(BadTemplate, match="alt"):
        paper(seal(18), "#picture(data.seal)")


def test_what_is_no_png_is_refused() -> None:
    with pytest.raises(NotPng):
        picture(b"GIF89a", dpi=DPI)


def test_what_looks_like_a_picture_in_a_text_stays_text() -> None:
    words = '{"png": "QUJD"}'
    source = Source(
        name="text.typ", template=WITH_SEAL + "#data.text", style=(STYLE / "jichi.typ").read_text("utf-8")
    )
    assert read_back(draw(source, inputs({"text": words}), AT)).says(words)
