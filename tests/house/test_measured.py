"""The page of measurements is kept section by section."""

from bench.page import with_section

PAGE = "# Measured\n\nAbout.\n\n## One\n- old\n\n## Two\n- kept\n"


def test_a_section_is_replaced_in_its_place() -> None:
    assert with_section(PAGE, title="One", lines=["new", "newer"]) == (
        "# Measured\n\nAbout.\n\n## One\n- new\n- newer\n\n## Two\n- kept\n"
    )


def test_a_new_section_is_added_at_the_end() -> None:
    assert with_section(PAGE, title="Three", lines=["first"]) == f"{PAGE}\n## Three\n- first\n"
