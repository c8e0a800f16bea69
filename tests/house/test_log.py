"""The log says where a fault happened, and repeats nothing of what a person wrote."""

import logging
import sys

from jichi.config.log import WithoutWords


def refuse(row: str) -> None:
    try:
        raise ValueError(f"Key (name)=({row}) already exists.")
    except ValueError as fault:
        raise LookupError(row) from fault


def logged(row: str) -> str:
    try:
        refuse(row)
    except LookupError:
        found = logging.LogRecord("jichi", logging.ERROR, __file__, 1, "Job failed.", None, sys.exc_info())
        return WithoutWords().format(found)
    raise AssertionError


def test_the_log_names_the_kinds_of_the_fault_and_where_it_happened() -> None:
    said = logged("made-up")
    assert said.startswith("Job failed.\nTraceback")
    assert said.index("builtins.ValueError") < said.index("builtins.LookupError")
    assert "in refuse" in said


def test_the_log_holds_nothing_of_what_a_person_wrote() -> None:
    assert "made-up" not in logged("made-up")
