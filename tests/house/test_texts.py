"""What people read: every text in English, and what residents meet in やさしい日本語 too."""

from pathlib import Path

import pytest
from babel.messages import Catalog
from django.utils.translation import gettext, ngettext, override
from tools import catalogues
from tools.catalogues import ENGLISH, SIMPLE
from tools.found_texts import as_python, found_texts, marked

HINT = "Run tools/texts, and write what it asks for."


@pytest.fixture(scope="module")
def found() -> Catalog:
    return found_texts()


@pytest.mark.parametrize("language", [ENGLISH, SIMPLE])
def test_every_text_that_has_to_be_said_in_a_language_is(found: Catalog, language: str) -> None:
    assert list(catalogues.not_said(language, found)) == [], HINT


@pytest.mark.parametrize("language", [ENGLISH, SIMPLE])
def test_no_catalogue_keeps_texts_that_nobody_shows(found: Catalog, language: str) -> None:
    written = catalogues.catalogue(language)
    kept = {text.id for text in written} - {text.id for text in catalogues.borrowed(written)}
    assert kept - {text.id for text in found} == set(), HINT


@pytest.mark.parametrize("language", ["ja", SIMPLE])
def test_a_borrowed_text_is_one_that_a_library_shows(language: str) -> None:
    borrowed = list(catalogues.borrowed(catalogues.catalogue(language)))
    with override("ru"):
        assert [text.id for text in borrowed if gettext(catalogues.shown(text)) == text.id] == []
    assert borrowed


@pytest.mark.parametrize("language", [ENGLISH, "ja", SIMPLE])
def test_a_translation_is_filled_in_like_the_japanese(language: str) -> None:
    assert list(catalogues.badly_filled(language)) == []


def test_english_has_no_japanese_letters() -> None:
    assert list(catalogues.half_english()) == []


def test_pages_speak_the_language_of_the_reader() -> None:
    with override("en"):
        assert gettext("はい") == "Yes"
        assert ngettext("あと%(days)s日", "あと%(days)s日", 1) == "%(days)s day left"
        assert ngettext("あと%(days)s日", "あと%(days)s日", 2) == "%(days)s days left"
    with override("ja-simple"):
        assert gettext("お探しのページは見つかりませんでした") == "さがしている ページは ありませんでした"


def test_what_is_not_said_in_plain_japanese_is_said_in_japanese() -> None:
    with override("ja-simple"):
        assert gettext("局の確認が終わってから") == "局の確認が終わってから"


@pytest.mark.parametrize(
    "template",
    [
        '{% translate "はい" %}',
        '{% comment %}Variables: none.{% endcomment %}\n{% translate "はい" %}',
        "{% blocktranslate trimmed %}\n  はい\n{% endblocktranslate %}",
        '{% include "kit/notice.html" with text=_("はい") %}',
        '{{ given|default:_("はい") }}',
        '<a href="#top">#1</a>{% translate "はい" as yes %}',
    ],
)
def test_a_text_in_a_template_is_found(template: str) -> None:
    assert list(marked(as_python(template))) == ["はい"]


@pytest.mark.parametrize(
    "code", ['gettext("はい")', '_(\n    "は" "い"\n)', 'field(label=gettext_lazy("はい"))']
)
def test_a_text_in_python_is_found(code: str) -> None:
    assert list(marked(code.encode())) == ["はい"]


def test_a_translation_that_forgets_a_filling_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "django.po"
    wrong.write_text('msgid "あと%(days)s日"\nmsgstr "soon"\n', encoding="utf-8")
    monkeypatch.setattr(catalogues, "path_of", lambda _language: wrong)
    assert list(catalogues.badly_filled(ENGLISH)) == ["あと%(days)s日"]


def test_a_text_without_english_is_caught(
    found: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "django.po"
    empty.write_text("", encoding="utf-8")
    monkeypatch.setattr(catalogues, "path_of", lambda _language: empty)
    assert len(list(catalogues.not_said(ENGLISH, found))) == len(found)
