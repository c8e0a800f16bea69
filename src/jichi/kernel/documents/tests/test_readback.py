"""Reading a finished paper back: what stands on it, and nothing that was only meant to stand on it."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.town import Town

from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.documents.inventory import faults_of_the_register
from jichi.kernel.documents.models import Document, IssuedFile, NumberSeries
from jichi.kernel.documents.readback import UnreadablePaper, read_back
from jichi.kernel.documents.render import STYLE, Source, draw, inputs, render
from jichi.kernel.ledger.models import Event

from .issuing import DATA, NAMES, SHEET, issued

AT = datetime(2012, 7, 9, tzinfo=UTC)
# The last two beside each other in the register of Moji_Joho; no font of the project has both.
ALL_NAMES = f"{NAMES} 邉\U000e0110 葛\U000e0104"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render(template=SHEET, data={**DATA, "person": ALL_NAMES}, at=AT)


def test_the_words_of_a_page_come_back_in_reading_order(pdf: bytes) -> None:
    (page,) = read_back(pdf).pages
    order = [page.text.index(words) for words in ("証明書", "総合企画局自治政策部", "担当", "区民会議の運営")]
    assert order == sorted(order)
    assert page.number == 1


@pytest.mark.parametrize("name", ALL_NAMES.split())
def test_a_name_comes_back_with_its_variants(pdf: bytes, name: str) -> None:
    assert name in read_back(pdf).pages[0].text


@pytest.mark.parametrize("font", ["Noto Sans JP", "Noto Serif JP"])
@pytest.mark.parametrize("asked", ["邉\U000e0102", "邉\U000e0110", "葛\U000e0100", "葛\U000e0104"])
def test_a_variant_comes_back_though_the_font_draws_another(font: str, asked: str) -> None:
    """Two sequences may share one shape: only what the compiler wrote beside the shape tells them apart."""
    template = f'#import "/jichi.typ": *\n#show: paper.with(title: "名")\n#text(font: "{font}")[葛城 渡邉 #data.name]'
    source = Source(name="name.typ", template=template, style=(STYLE / "jichi.typ").read_text("utf-8"))
    (page,) = read_back(draw(source, inputs({"name": asked}), AT)).pages
    assert page.text.count(asked) == 1


def test_a_variant_is_never_taken_for_the_ordinary_character_or_another(pdf: bytes) -> None:
    found = read_back(pdf)
    assert found.says("渡邉\U000e0102")
    for other in ("高橋", "崎山", "吉田", "渡邉\U000e0110"):
        assert not found.says(other)


def test_words_are_found_though_a_line_breaks_in_them() -> None:
    words = "川崎市川崎区宮本町一番地の長い名前の建物の部屋番号まで" * 6
    found = read_back(render(template=SHEET, data={**DATA, "person": words}, at=AT))
    assert words not in found.pages[0].text
    assert found.says(words)


def test_every_page_comes_back() -> None:
    rows = [{"name": f"事業{row}", "actual": "各区で開催", "grade": "3"} for row in range(120)]
    found = read_back(render(template=SHEET, data={**DATA, "programmes": rows}, at=AT))
    assert [page.number for page in found.pages] == list(range(1, len(found.pages) + 1))
    assert len(found.pages) > 2
    assert "事業119" in found.pages[-1].text


def test_what_the_file_says_of_itself_comes_back(pdf: bytes) -> None:
    found = read_back(pdf)
    assert (found.title, found.author, found.language) == ("証明書", "川崎市", "ja-JP")
    assert found.outline == ("証明書", "評価")


def test_words_that_only_a_voice_or_a_machine_finds_are_found_too() -> None:
    template = '#set document(title: "甲")\n#set text(font: "Noto Sans JP", lang: "ja")\n= 乙\n'
    hidden = "#place(dx: -300mm)[丙]\n#text(size: 0.01pt, fill: white)[丁]\n#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>\"), format: \"svg\", alt: \"戊\")"
    found = read_back(draw(Source(name="hidden.typ", template=template + hidden, style=""), {}, AT))
    assert [found.holds(each) for each in "甲乙丙丁戊己"] == [True] * 5 + [False]
    assert [found.says(each) for each in "乙丙丁甲"] == [True] * 3 + [False]


@pytest.mark.parametrize("what", ["nothing", "no PDF", "half a PDF", "a PDF without its end"])
def test_what_cannot_be_read_is_refused(pdf: bytes, what: str) -> None:
    given = {
        "nothing": b"",
        "no PDF": b"%!PS",
        "half a PDF": pdf[: len(pdf) // 2],
        "a PDF without its end": pdf[:-300],
    }
    with pytest.raises(UnreadablePaper):
        read_back(given[what])


def test_a_changed_byte_is_refused_or_changes_nothing_that_is_read_unseen(pdf: bytes) -> None:
    whole, chance, refused = read_back(pdf), random.Random(1), 0
    for _ in range(80):
        at = chance.randrange(len(pdf))
        try:
            found = read_back(pdf[:at] + bytes([pdf[at] ^ 0xFF]) + pdf[at + 1 :])
        except UnreadablePaper:
            refused += 1
        else:
            assert found.run == whole.run
    assert refused > 40


def test_papers_read_at_the_same_time_do_not_mix() -> None:
    papers = [render(template=SHEET, data={**DATA, "person": f"川崎{n}号"}, at=AT) for n in range(8)]
    with ThreadPoolExecutor(8) as clerks:
        found = list(clerks.map(read_back, papers * 4))
    assert [each.says(f"川崎{n % 8}号") for n, each in enumerate(found)] == [True] * 32


class WrongPerson(Refusal):
    code = "tests.wrong_person"
    message = "紙に別の人の名前があります。"


def refuse(pdf: bytes) -> None:
    raise WrongPerson


@pytest.mark.django_db
def test_the_paper_that_is_examined_is_the_one_that_is_handed_out(town: Town, key: str) -> None:
    seen: list[bytes] = []
    document = issued(town, examine=seen.append)
    assert seen == [bytes(document.file.pdf)]
    assert read_back(seen[0]).says(NAMES)
    assert read_back(seen[0]).says(document.number)


@pytest.mark.django_db
def test_a_refused_paper_was_never_issued(town: Town, key: str) -> None:
    first = issued(town)
    events = Event.objects.count()
    with pytest.raises(WrongPerson):
        issued(town, examine=refuse)
    assert list(Document.objects.values_list("pk", flat=True)) == [first.pk]
    assert IssuedFile.objects.count() == 1
    assert NumberSeries.objects.get().last == 1
    assert Event.objects.count() == events
    assert issued(town, examine=lambda pdf: None).serial == 2
    assert faults_of_the_register().faults == []


def test_a_paper_written_to_disk_reads_the_same(pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf)
    assert read_back(path.read_bytes()) == read_back(pdf)
