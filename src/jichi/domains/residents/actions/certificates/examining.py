"""Read the finished paper back, from the bytes that were stored, before anybody can be given it."""

from jichi.kernel.documents.issue_block import day_on_paper, shown_address
from jichi.kernel.documents.models import Document, IssuedFile
from jichi.kernel.documents.readback import ReadBack, UnreadablePaper, read_back

from ...models import Entry, SealRegistration
from ...queries.papers.content import Content
from ...queries.papers.own_words import words_of
from ...queries.papers.true_size import printed_right
from ...queries.register import believed
from ...rules.certificates.reading import (
    OTHER_DOCUMENT,
    PICTURES,
    RECORD_CHANGED,
    SEAL_ENDED,
    Expected,
    WrongPaper,
    judge,
)


def examine(document: Document, content: Content) -> None:
    """Raises: WrongPaper."""
    paper = read(document)
    judge([page.text for page in paper.pages], expected_of(document, content))
    see_the_pictures(paper, content)
    see_that_the_register_stands(content)
    see_that_the_seal_stands(content)


def read(document: Document) -> ReadBack:
    """The file as it lies in the register of documents, not as it was drawn a moment ago."""
    try:
        return read_back(bytes(IssuedFile.objects.get(pk=document.pk).pdf))
    except UnreadablePaper:
        raise WrongPaper(fault=OTHER_DOCUMENT) from None


def expected_of(document: Document, content: Content) -> Expected:
    block = (day_on_paper(document.issued_on), shown_address(), str(document.section or document.bureau))
    return Expected(
        number=document.number,
        code=document.printed_code,
        lines=content.lines,
        strings=(*content.strings(), *block),
        words=words_of(content.template),
        never=content.never,
    )


def see_the_pictures(paper: ReadBack, content: Content) -> None:
    """As many as were asked for, each of them pixel for pixel and in its true size."""
    shown = len(paper.pictures) == len(content.pictures) and all(
        any(printed_right(picture, png) for picture in paper.pictures) for png in content.pictures
    )
    if not shown:
        raise WrongPaper(fault=PICTURES)


def see_that_the_register_stands(content: Content) -> None:
    """What was printed is still what the register says. The people are held; this looks all the same."""
    printed = {entry for entry in content.people.values() if entry is not None}
    if believed(Entry.objects.filter(pk__in=printed)).count() != len(printed):
        raise WrongPaper(fault=RECORD_CHANGED)


def see_that_the_seal_stands(content: Content) -> None:
    """The registration itself is asked, by its key alone: is it in force, of this person, and is this its impression?"""
    if content.seal is None:
        return
    rows = SealRegistration.objects.filter(pk=content.seal, step="registered", person__in=content.people)
    found = rows.select_related("impression").first()
    if found is None or [bytes(found.impression.png)] != list(content.pictures):
        raise WrongPaper(fault=SEAL_ENDED)
