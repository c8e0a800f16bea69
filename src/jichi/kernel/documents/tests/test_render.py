"""The PDF of an official document: what it says, that it is accessible, and that it is the same every time."""

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from jichi.kernel.documents.fonts import name_fonts
from jichi.kernel.documents.issue_block import sample_block
from jichi.kernel.documents.render import BadTemplate, draw, inputs, render, source_of, template

SHEET = Path(__file__).parent / "sheet.typ"
AT = datetime(2012, 7, 9, 1, 30, tzinfo=UTC)
NAMES = "𠮷田 髙橋 﨑山 渡邉󠄂 葛󠄁城"
DATA = {
    "title": "事務事業評価票",
    "number": "24川総企第12号",
    "person": NAMES,
    "facts": [{"label": "所管", "value": "総合企画局自治政策部"}],
    "programmes": [{"name": "区民会議の運営", "actual": "各区で4回 #strong[注] 開催", "grade": "3"}],
}


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def text(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in reader(pdf).pages)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render(template=SHEET, data=DATA, at=AT)


def test_a_document_says_who_issues_it_what_it_is_and_its_number(pdf: bytes) -> None:
    for words in ("川崎市", "事務事業評価票", "24川総企第12号", "総合企画局自治政策部", "区民会議の運営"):
        assert words in text(pdf)


@pytest.mark.parametrize("letters", ["𠮷", "髙", "﨑", "邉󠄂", "葛󠄁"])
def test_the_letters_of_a_name_are_in_the_text_with_their_variants(pdf: bytes, letters: str) -> None:
    assert letters in text(pdf)


def test_every_letter_of_a_name_has_a_shape(pdf: bytes) -> None:
    fonts = [font.get_object() for font in reader(pdf).pages[0]["/Resources"]["/Font"].values()]
    embedded = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]

    assert all({"/FontFile2", "/FontFile3"} & set(descriptor.get_object()) for descriptor in embedded)


def test_a_letter_without_a_shape_is_refused_and_not_printed_as_a_box() -> None:
    with pytest.raises(BadTemplate, match="font"):
        render(template=SHEET, data={**DATA, "person": "𓀀"}, at=AT)


def test_names_have_letters_on_a_machine_without_further_fonts() -> None:
    assert name_fonts()[-1] == "Noto Serif JP"


def test_a_document_is_kept_and_read_by_the_standards(pdf: bytes) -> None:
    root = reader(pdf).trailer["/Root"]
    about = root["/Metadata"].get_object().get_data().decode()

    assert "<pdfaid:part>2</pdfaid:part>" in about
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in about
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].lower().startswith("ja")
    assert reader(pdf).metadata.title == "事務事業評価票"


def test_the_same_data_give_the_same_bytes(pdf: bytes) -> None:
    assert render(template=SHEET, data=dict(reversed(DATA.items())), at=AT) == pdf


def test_another_moment_of_issue_is_another_document(pdf: bytes) -> None:
    assert render(template=SHEET, data=DATA, at=AT.replace(day=10)) != pdf


def test_documents_made_at_the_same_time_do_not_mix() -> None:
    numbers = [f"24川総企第{number}号" for number in range(12)]
    with ThreadPoolExecutor(4) as clerks:
        made = list(clerks.map(lambda n: render(template=SHEET, data={**DATA, "number": n}, at=AT), numbers))

    assert all(number in text(each) for number, each in zip(numbers, made, strict=True))


def test_a_working_copy_drawn_after_an_issued_document_holds_nothing_of_it(pdf: bytes) -> None:
    block = sample_block()
    issued = draw(source_of(SHEET), inputs(DATA, issue=block), AT)

    assert block["number"] in text(issued)
    assert render(template=SHEET, data=DATA, at=AT) == pdf


def test_a_style_that_asks_the_command_line_still_draws_the_same_bytes(pdf: bytes) -> None:
    """The register keeps styles of before, which have to be drawn again."""
    now = source_of(SHEET)
    before = now.style
    for name in ("data", "city"):
        before = before.replace(f'json("/{name}.json")', f"json(bytes(sys.inputs.{name}))")
    before = before.replace(
        'json("/issue.json")', 'if "issue" in sys.inputs { json(bytes(sys.inputs.issue)) }'
    )

    assert before.count("sys.inputs") == 4
    assert draw(replace(now, style=before), inputs(DATA), AT) == pdf


def test_data_are_text_and_never_commands(pdf: bytes) -> None:
    assert "#strong[注]" in text(pdf)


def test_a_demo_city_marks_its_documents(settings) -> None:
    settings.DEMO = True
    assert "デモ" in text(render(template=SHEET, data=DATA, at=AT))
    settings.DEMO = False
    assert "デモ" not in text(render(template=SHEET, data=DATA, at=AT))


def test_a_template_that_asks_for_what_is_missing_is_refused_with_its_name() -> None:
    with pytest.raises(BadTemplate, match=r"sheet\.typ.*person"):
        render(template=SHEET, data={key: DATA[key] for key in DATA if key != "person"}, at=AT)


def test_a_city_may_have_its_own_template(tmp_path: Path, settings) -> None:
    settings.CITY_FOLDER = tmp_path
    own = tmp_path / "documents" / "plans" / "sheet.typ"

    assert template("plans", "sheet.typ", default=SHEET) == SHEET
    own.parent.mkdir(parents=True)
    own.write_text('#import "/jichi.typ": *\n#show: paper.with(title: "市独自の票")\n')
    assert template("plans", "sheet.typ", default=SHEET) == own
    assert "市独自の票" in text(render(template=own, data=DATA, at=AT))
