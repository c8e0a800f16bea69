"""The real chapter, read line by line."""

import hashlib

import pytest

from jichi.domains.plans.rules.chapter import Listing, Period
from jichi.domains.plans.rules.codes import MeasureCode
from jichi.domains.plans.rules.reading import read_chapter, read_chapter_bytes

from .seed import CHAPTER_7, seed, seed_text


def listing(line: int) -> Listing:
    return next(found for found in seed().chapter.listings() if found.line == line)


def test_the_chapter_in_the_city_folder_is_the_printed_one():
    digest = hashlib.sha256(CHAPTER_7.read_bytes()).hexdigest()
    assert digest == "c9e968ea7d2eb70c59173fc1b517d30e5e5e3d6c80fa56d64226ed761ce123a6"


def test_the_chapter_has_its_6_measures_11_efforts_and_25_programmes_one_of_them_listed_twice():
    assert seed().chapter.counts == {"measures": 6, "efforts": 11, "programmes": 25, "relisted": 1}
    assert len(list(seed().chapter.listings())) == 26


def test_the_policy_and_the_period_are_read_from_the_headings():
    policy = seed().chapter.policy
    assert (policy.line, policy.number, policy.numeral) == (3, 7, "Ⅶ")
    assert policy.title == "参加と協働による市民自治のまちづくり"
    assert seed().chapter.period == Period(first_year=2011, last_year=2013)


def test_a_code_in_plain_letters_is_the_code_in_the_roman_sign():
    measures = seed().chapter.measures
    assert [str(measure.code) for measure in measures] == [
        "Ⅶ-1-(1)",
        "Ⅶ-1-(2)",
        "Ⅶ-2-(1)",
        "Ⅶ-2-(3)",
        "Ⅶ-2-(4)",
        "Ⅶ-3-(2)",
    ]
    assert [measure.code_as_read for measure in measures][-2:] == ["VII-2-(4)", "VII-3-(2)"]
    assert measures[4].code == MeasureCode(policy=7, direction=2, number=4)


@pytest.mark.parametrize(
    ("place", "issues", "approaches", "programmes"),
    [
        ("7-1-1/1", 3, 3, 3),
        ("7-1-1/2", 2, 3, 1),
        ("7-1-2/1", 4, 4, 3),
        ("7-2-1/1", 3, 6, 6),
        ("7-2-1/2", 2, 2, 1),
        ("7-2-3/1", 5, 5, 4),
        ("7-2-3/2", 4, 6, 2),
        ("7-2-3/3", 1, 4, 2),
        ("7-2-4/1", 1, 2, 1),
        ("7-2-4/2", 3, 2, 1),
        ("7-3-2/1", 2, 3, 2),
    ],
)
def test_each_effort_has_its_statements_and_programmes(place, issues, approaches, programmes):
    effort = next(effort for _, effort in seed().chapter.efforts() if effort.place == place)
    assert (len(effort.issues), len(effort.approaches), len(effort.listings)) == (
        issues,
        approaches,
        programmes,
    )


@pytest.mark.parametrize(
    ("line", "name", "description_begins", "each_ward"),
    [
        (30, "自治拡充推進事業", "自治推進委員会からの", False),
        (103, "安全・安心まちづくり事業", "安全・安心なまちづくりを", True),
        (107, "環境まちづくり事業", "環境に係る取組を", True),
        (110, "商店街と連携したまちづくり推進", "商店街と連携した地域コミュニティの", False),
        (152, "区役所サービス向上事業", "PDCA サイクルに基づく", False),
        (155, "戸籍住民基本台帳事務", "戸籍事務、", False),
        (157, "区役所サービス向上事業", "窓口サービス等を", True),
        (265, "総合コンタクトセンターの運営", "市政に関する問合せ等を", False),
        (266, "住民投票制度運営事業", "市政に係る重要事項について、", False),
    ],
)
def test_a_name_is_parted_from_its_description_by_layout(line, name, description_begins, each_ward):
    row = listing(line)
    assert (row.name, row.each_ward) == (name, each_ward)
    assert row.description.startswith(description_begins)
    assert row.description.endswith("。")


def test_two_programmes_of_one_name_stay_two():
    keys = {listing(152).programme, listing(157).programme}
    assert keys == {"区役所サービス向上事業", "区役所サービス向上事業(各区)"}


def test_a_relisted_row_is_the_programme_it_repeats():
    assert listing(266).relisted
    assert not listing(32).relisted
    programme = next(p for p in seed().chapter.programmes if p.key == listing(266).programme)
    assert [row.line for row in programme.listings] == [32, 266]
    assert programme.original.place == "7-1-1/1/programmes/3"


def test_seven_programmes_run_in_each_ward():
    assert sum(programme.each_ward for programme in seed().chapter.programmes) == 7


def test_a_cell_is_cut_into_its_items():
    assert [item.text for item in listing(227).past] == ["設置・運営", "課題解決の取組推進"]
    assert [item.text for item in listing(152).planned] == [
        "区役所サービス向上指針の見直し",
        "(仮称)フロアマネージャーの設置",
        "ワンストップサービス拡充に向けた取組の推進",
    ]
    assert len(listing(50).past) == 7


def test_an_empty_last_cell_means_that_nothing_follows():
    assert listing(75).later.items == ()
    assert listing(75).later.first_year == 2014


def test_the_years_of_completion_are_read_where_the_text_says_that_work_ends():
    assert listing(75).completion_years == (2011, 2012)
    assert listing(204).completion_years == (2011,)
    assert listing(205).completion_years == (2014,)
    assert listing(30).completion_years == ()


def test_a_year_without_the_word_of_an_end_is_a_year_of_the_item():
    note = listing(205).planned[1].years[0]
    assert (note.text, note.first_year, note.last_year, note.completed) == ("(2012年度)", 2012, 2012, False)


def test_an_open_year_has_no_end():
    note = listing(227).planned[1].years[0]
    assert (note.text, note.first_year, note.last_year, note.completed) == ("(2010年度～)", 2010, None, False)


def test_the_captions_of_pictures_are_left_out_with_the_reason():
    assert [(entry.line, entry.text) for entry in seed().left_out] == [
        (25, "川崎市自治基本条例 DVD"),
        (98, "ゴーヤーによる緑のカーテン"),
        (199, "幸区役所庁舎整備の基本的な方針"),
        (222, "区民会議交流会の様子"),
    ]
    assert {entry.why for entry in seed().left_out} == {"写真や図の説明"}


def test_texts_stand_as_read_with_their_faults():
    assert "制度やしukみの適切な運用" in seed().chapter.measures[0].efforts[0].issues[0].text


def test_every_text_has_its_own_place():
    places = [
        found.place
        for _, effort in seed().chapter.efforts()
        for found in (
            effort,
            *effort.issues,
            *effort.approaches,
            *effort.listings,
            *(item for row in effort.listings for item in (*row.past, *row.planned, *row.later.items)),
        )
    ]
    assert len(places) == len(set(places))


def test_reading_twice_reads_the_same():
    assert read_chapter(seed_text()) == seed()


def test_windows_line_ends_and_a_byte_order_mark_change_nothing_but_the_account():
    other = read_chapter_bytes(b"\xef\xbb\xbf" + CHAPTER_7.read_bytes().replace(b"\n", b"\r\n"))
    assert other.chapter == seed().chapter
    assert other.left_out == seed().left_out
    assert other.accounting.source == seed().accounting.source + 1
