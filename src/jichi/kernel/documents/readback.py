"""What a finished PDF says, read from its bytes alone by a reader that had no part in making it (MuPDF).

Whoever hands out a paper about a person reads it back first: is it the right person's, are all pages there, does
nothing stand on it that must not. What was meant to be printed is never asked; only what is printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pymupdf

# The library keeps one state for the whole process.
ONE_AT_A_TIME = Lock()
MM_PER_POINT = 25.4 / 72


class UnreadablePaper(ValueError):
    """The bytes are not a whole, sound PDF; a reader would have to guess. The message says what is wrong."""


@dataclass(frozen=True, kw_only=True)
class PageText:
    """The words of a page, line by line, in the order in which they are read: variant selectors and all."""

    number: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture as it stands on a page. Units: `width` and `height` in pixels; `grey` one byte a pixel, 0 is black."""

    page: int
    width: int
    height: int
    width_mm: float
    height_mm: float
    grey: bytes = field(repr=False)

    def shows(self, png: bytes) -> bool:
        """Whether this is that picture, pixel for pixel."""
        import pymupdf

        with ONE_AT_A_TIME:
            other = pymupdf.Pixmap(png)
            return (self.width, self.height, self.grey) == (other.width, other.height, grey(other))


@dataclass(frozen=True, kw_only=True)
class ReadBack:
    """A paper as its reader finds it. `alternatives` are read aloud in place of pictures."""

    pages: tuple[PageText, ...]
    pictures: tuple[Picture, ...]
    title: str
    author: str
    language: str
    outline: tuple[str, ...]
    alternatives: tuple[str, ...]

    @cached_property
    def run(self) -> str:
        """The words of all pages without blanks and breaks: a name may be broken at the end of a line."""
        return unspaced("".join(page.text for page in self.pages))

    def says(self, words: str) -> bool:
        """Whether these words stand on the pages, however the lines are broken. Variants are never made alike."""
        return unspaced(words) in self.run

    def holds(self, words: str) -> bool:
        """Whether these words are anywhere in the file: on a page, or where only a machine or a voice finds them."""
        beside = (self.title, self.author, *self.outline, *self.alternatives)
        return self.says(words) or any(unspaced(words) in unspaced(each) for each in beside)


def unspaced(text: str) -> str:
    return "".join(text.split())


def read_back(pdf: bytes) -> ReadBack:
    """Read a finished PDF.

    Raises: UnreadablePaper.
    """
    import pymupdf  # half a second that a command which reads no paper need not wait

    with ONE_AT_A_TIME:
        pymupdf.TOOLS.mupdf_display_errors(False)
        pymupdf.TOOLS.mupdf_display_warnings(False)
        pymupdf.TOOLS.reset_mupdf_warnings()
        try:
            with pymupdf.open(stream=pdf, filetype="pdf") as document:
                found = all_of(document)
                guessed = document.is_repaired or pymupdf.TOOLS.mupdf_warnings()
        # What the library complains of may quote the paper, and is not passed on.
        except (pymupdf.FileDataError, pymupdf.mupdf.FzErrorBase, ValueError) as fault:
            raise UnreadablePaper(f"This is not a PDF, or a broken one ({type(fault).__name__}).") from None
    if guessed:
        raise UnreadablePaper("The PDF is damaged: to read it, one has to guess.")
    return found


def all_of(document: "pymupdf.Document") -> ReadBack:
    pages = [document.load_page(number) for number in range(document.page_count)]
    # A page is gone through once: for its words, and to see whether there are pictures to look at more closely.
    gone_through = [(page, everything_on(page)) for page in pages]
    about = document.metadata or {}
    return ReadBack(
        pages=tuple(text_of(page, found) for page, found in gone_through),
        pictures=tuple(
            picture for page, found in gone_through if found.extractIMGINFO() for picture in pictures_on(page)
        ),
        title=about.get("title") or "",
        author=about.get("author") or "",
        language=document.xref_get_key(document.pdf_catalog(), "Lang")[1],
        outline=tuple(title for _level, title, *_where in document.get_toc()),
        alternatives=tuple(alternatives_in(document)),
    )


def everything_on(page: "pymupdf.Page") -> "pymupdf.TextPage":
    """All words, also those off the page or too small to be seen; ligatures and blanks as they are; and all pictures."""
    import pymupdf

    flags = pymupdf.TEXT_PRESERVE_LIGATURES | pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_PRESERVE_IMAGES
    return page.get_textpage(flags=flags, clip=pymupdf.INFINITE_RECT())


def text_of(page: "pymupdf.Page", found: "pymupdf.TextPage") -> PageText:
    return PageText(number=page.number + 1, lines=tuple(found.extractText().splitlines()))


def pictures_on(page: "pymupdf.Page") -> Iterator[Picture]:
    import pymupdf

    for placed in page.get_image_info(xrefs=True):
        pixels = pymupdf.Pixmap(page.parent, placed["xref"])
        left, top, right, bottom = placed["bbox"]
        yield Picture(
            page=page.number + 1,
            width=pixels.width,
            height=pixels.height,
            width_mm=round((right - left) * MM_PER_POINT, 2),
            height_mm=round((bottom - top) * MM_PER_POINT, 2),
            grey=grey(pixels),
        )


def grey(pixels: "pymupdf.Pixmap") -> bytes:
    """One byte a pixel, over white paper where the picture lets it through."""
    import pymupdf

    plain = pixels if pixels.n == 1 else pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.Pixmap(pixels, 0))
    return bytes(plain.samples)


def alternatives_in(document: "pymupdf.Document") -> Iterator[str]:
    """Every object of the file is loaded for it, so that damage is seen wherever it is."""
    from pymupdf import mupdf

    inside = mupdf.pdf_document_from_fz_document(document.this)
    for number in range(1, mupdf.pdf_xref_len(inside)):
        words = mupdf.pdf_dict_gets(loaded(inside, number), "Alt")
        if mupdf.pdf_is_string(words):
            yield mupdf.pdf_to_text_string(words)


def loaded(inside: Any, number: int) -> Any:
    """A number may belong to no object: the library that signs leaves one out."""
    from pymupdf import mupdf

    try:
        return mupdf.pdf_load_object(inside, number)
    except mupdf.FzErrorFormat:
        return mupdf.PdfObj()
