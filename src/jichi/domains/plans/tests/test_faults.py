"""Faults of extraction are found by their kind, kept as read, and proposed for correction."""

from time import process_time

import pytest

from jichi.domains.plans.rules.fault_data import fault_data
from jichi.domains.plans.rules.reading import read_chapter

from .seed import demo_next, seed, seed_text
from .small_chapter import SMALL


def faults(statement: str, *, elsewhere: str = "") -> list[tuple[str, str]]:
    """Return what is proposed for a chapter with this statement and a caption to compare with."""
    text = SMALL.replace("学びの場が足りません。", statement) + f"\n※{elsewhere}\n"
    return [(found.read, found.proposed) for found in read_chapter(text).corrections]


def test_all_faults_of_the_real_chapter_are_found_and_no_others():
    assert [(c.line, c.read, c.proposed) for c in seed().corrections] == [
        (13, "しukみ", "しくみ"),
        (19, "しukみ", "しくみ"),
        (213, "各區", "各区"),
        (217, "よりの確に", "より的確に"),
        (217, "各區", "各区"),
        (227, "各區区民会議", "各区区民会議"),
    ]


def test_a_correction_points_at_the_very_characters():
    lines = seed_text().split("\n")
    for found in seed().corrections:
        at = found.column - 1
        assert lines[found.line - 1][at : at + len(found.read)] == found.read


def test_a_correction_names_the_text_that_holds_it():
    assert [found.place for found in seed().corrections] == [
        "7-1-1/1/issues/1",
        "7-1-1/1/approaches/1",
        "7-2-4/1/issues/1",
        "7-2-4/1/approaches/1",
        "7-2-4/1/approaches/1",
        "7-2-4/1/programmes/1/planned/1",
    ]


def test_a_clean_text_has_no_faults():
    assert read_chapter(SMALL).corrections == ()
    assert demo_next().corrections == ()


@pytest.mark.parametrize(
    ("statement", "read", "proposed"),
    [
        ("制度のあらtaめが要ります。", "らtaめ", "らため"),
        ("ものづくriのまち。", "くriの", "くりの"),
        ("あたraしい。", "たraし", "たらし"),
    ],
)
def test_romaji_inside_a_kana_word_is_a_fault(statement, read, proposed):
    assert faults(statement) == [(read, proposed)]


def test_swapped_romaji_prefers_the_word_that_the_text_knows():
    assert faults("しmuの場です。", elsewhere="しむの") == [("しmuの", "しむの")]
    assert faults("まinのです。", elsewhere="まにの") == [("まinの", "まにの")]


@pytest.mark.parametrize("word", ["のwebで", "はDVDを", "がAかBを", "5kmの", "のPRを", "のIT化"])
def test_latin_words_that_stand_by_themselves_are_no_faults(word):
    assert faults(f"これ{word}使います。") == []


@pytest.mark.parametrize(
    ("word", "elsewhere", "proposed"),
    [("學校", "学校と学区", "学校"), ("國政", "国政", "国政"), ("縣廳", "県庁と県庁", "県庁")],
)
def test_an_old_form_is_a_fault_where_the_text_writes_the_new_one(word, elsewhere, proposed):
    assert faults(f"{word}です。", elsewhere=elsewhere) == [(word, proposed)]


@pytest.mark.parametrize(
    ("word", "elsewhere"),
    [
        ("渡邊", "周辺の道"),
        ("國學院大學", "国と大学"),
        ("舊館", "新しい館"),
        ("髙橋", "高い橋"),
        ("龍角寺", "竜"),
    ],
)
def test_an_old_form_in_a_name_is_left_alone(word, elsewhere):
    assert faults(f"{word}です。", elsewhere=elsewhere) == []


def test_a_simplified_chinese_form_is_a_fault():
    assert faults("区民会议です。") == [("区民会议", "区民会議")]


def test_a_foreign_form_without_a_known_partner_is_left_to_a_person():
    assert faults("龘们です。") == [("龘们", "")]


def test_a_radical_sign_is_a_fault():
    assert faults("⾏政と⼈です。") == [("⾏政", "行政"), ("⼈", "人")]


@pytest.mark.parametrize("text", ["よりの確に動く。", "の確な判断。"])
def test_the_lost_teki_is_a_fault(text):
    assert len(faults(text)) == 1
    assert "的確" in faults(text)[0][1]


@pytest.mark.parametrize(
    "text", ["安全の確保に努めます。", "目標の確認。", "よりの確認書。", "制度の確立に向け。"]
)
def test_other_words_after_no_are_no_faults(text):
    assert faults(text) == []


def test_lookalikes_are_faults_where_the_word_stands_elsewhere():
    assert faults("コミュ二ティです。", elsewhere="コミュニティ") == [("コミュ二ティ", "コミュニティ")]
    assert faults("窓ロです。", elsewhere="窓口") == [("窓ロ", "窓口")]


@pytest.mark.parametrize("text", ["インターネット口コミです。", "都市ニーズです。", "コミュ二ティです。"])
def test_lookalikes_without_a_witness_are_no_faults(text):
    assert faults(text) == []


def test_the_fault_data_hold_what_they_promise():
    data = fault_data()
    assert data.romaji["ku"] == "く"
    assert data.old_forms["區"] == "区"
    assert data.in_names <= set(data.old_forms)
    assert not set(data.old_forms) & set(data.old_forms.values())
    assert all(wrong != right for wrong, right in (*data.simplified.items(), *data.old_forms.items()))


@pytest.mark.parametrize("run", ["多" * 50_000, "ア" * 50_000])
def test_a_long_run_of_one_kind_of_character_is_read_at_once(run):
    began = process_time()
    assert faults(run) == []
    assert process_time() - began < 2
