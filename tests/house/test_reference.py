"""docs/reference/ and the diagrams of the READMEs are what `jichi reference` would write now."""

from jichi.kernel.workshop.reference.files import out_of_date

from .test_walls import ROOT


def test_the_generated_references_are_up_to_date() -> None:
    assert out_of_date(ROOT) == [], "run `jichi reference` and commit what it writes"
