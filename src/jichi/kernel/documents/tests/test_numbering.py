"""文書番号 as the city's data write it."""

from pathlib import Path

import pytest

from jichi.kernel.documents.numbering import NoSymbol, WrongNumbers, numbers
from jichi.kernel.values.fiscal_year import FiscalYear

GOOD = 'pattern = "{year}{symbol}第{serial}号"\nconfidence = "read"\nsource = "規程"\n[symbols]\nplanning = "川総企"\n'


@pytest.mark.parametrize(
    ("year", "written"),
    [(2012, "24川総企第12号"), (2018, "30川総企第12号"), (2019, "元川総企第12号"), (2026, "8川総企第12号")],
)
def test_a_number_has_the_year_of_the_era_the_symbol_and_the_serial(year: int, written: str) -> None:
    assert numbers().written(bureau="planning", year=FiscalYear(year), serial=12) == written


def test_a_series_of_its_own_has_its_symbol_behind_that_of_the_bureau() -> None:
    written = numbers().written(bureau="kawasaki-ward", year=FiscalYear(2014), serial=1, series="receipts")
    assert written == "26川川区領第1号"
    with pytest.raises(NoSymbol):
        numbers().written(bureau="kawasaki-ward", year=FiscalYear(2014), serial=1, series="nothing")


def test_the_symbols_of_kawasaki_are_marked_as_unconfirmed() -> None:
    assert numbers().confidence == "unconfirmed"


def test_a_bureau_without_a_symbol_numbers_nothing() -> None:
    with pytest.raises(NoSymbol):
        numbers().written(bureau="nowhere", year=FiscalYear(2012), serial=1)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (GOOD.replace("第{serial}", ""), "serial"),
        (GOOD.replace('"read"', '"surely"'), "surely"),
        (GOOD + 'citizens = "川総企"\n', "same symbol"),
        (GOOD + 'citizens = "川総企領"\n[series]\nreceipts = "領"\n', "same symbol"),
        (GOOD.replace("pattern", "patern"), "pattern"),
        ("[", "numbers.toml"),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_and_reason(
    tmp_path: Path, settings, wrong: str, why: str
) -> None:
    settings.CITY_FOLDER = tmp_path
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "numbers.toml").write_text(wrong, encoding="utf-8")
    with pytest.raises(WrongNumbers, match=why) as refused:
        numbers()
    assert "numbers.toml" in str(refused.value)
