"""The object that the command prints for other programs."""

import json

import pytest

from jichi.domains.plans.rules.as_json import damage_as_json, reading_as_json
from jichi.domains.plans.rules.damage import DamagedChapter
from jichi.domains.plans.rules.reading import read_chapter

from .seed import seed
from .small_chapter import SMALL


def test_the_object_holds_what_was_promised():
    printed = json.loads(json.dumps(reading_as_json(seed())))
    assert printed["counts"] == {"measures": 6, "efforts": 11, "programmes": 25, "relisted": 1}
    assert [entry["line"] for entry in printed["left_out"]] == [25, 98, 199, 222]
    assert set(printed["left_out"][0]) == {"line", "text", "why"}
    assert set(printed) == {"counts", "tree", "left_out", "corrections"}
    assert printed["corrections"][0] == {"line": 13, "read": "しukみ", "proposed": "しくみ"}


def test_the_tree_goes_from_the_policy_to_the_item():
    tree = json.loads(json.dumps(reading_as_json(seed())))["tree"]
    assert tree["policy"]["number"] == 7
    assert tree["period"] == {"first_year": 2011, "last_year": 2013}
    effort = tree["measures"][1]["efforts"][0]
    assert (tree["measures"][1]["code"], effort["sheet_code"]) == ("Ⅶ-1-(2)", "71201000")
    row = effort["programmes"][2]
    assert row["name"] == "町内会・自治会会館耐震化事業"
    assert row["planned"][0]["years"][0] == {
        "text": "(2011年度完了)",
        "first_year": 2011,
        "last_year": 2011,
        "completed": True,
    }
    assert row["later"] == {"first_year": 2014, "items": []}
    assert row["completion_years"] == [2011, 2012]


def test_a_relisted_programme_stands_once_with_both_its_places():
    tree = reading_as_json(seed())["tree"]
    assert len(tree["programmes"]) == 25
    twice = [entry for entry in tree["programmes"] if len(entry["places"]) > 1]
    assert [entry["name"] for entry in twice] == ["住民投票制度運営事業"]


def test_a_refused_file_says_line_and_reason():
    with pytest.raises(DamagedChapter) as refused:
        read_chapter(SMALL.replace("基本政策 Ⅲ", "政策"))
    error = damage_as_json(refused.value)["error"]
    assert set(error) == {"line", "message"}
    assert error["line"] == 3
    assert "基本政策" in error["message"]


def test_a_chapter_beyond_nine_is_printed_without_sheet_codes():
    printed = reading_as_json(read_chapter(SMALL.replace("Ⅲ", "Ⅹ")))
    assert printed["tree"]["measures"][0]["efforts"][0]["sheet_code"] is None
