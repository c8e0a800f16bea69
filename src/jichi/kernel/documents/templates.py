"""The templates that domains declare: each with words for its name and a sample to try it with."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jichi.kernel.access.actor import Actor
from jichi.kernel.law.book import LegalValue

from .render import Source, source_of, template

if TYPE_CHECKING:
    from django.db.models import Q
    from django_stubs_ext import StrPromise

    from .models import Document

_declared: dict[str, "DocumentTemplate"] = {}


@dataclass(frozen=True, kw_only=True)
class DocumentTemplate:
    """A kind of official document: `domain` and `file` find its template, `sample` fills it for who looks at it.

    `sample` answers with data that nobody can take for somebody's: it is shown to staff and drawn at every start.

    Of documents that are not public: `may_look` answers which of them this actor may look at, as a condition on rows
    of Document (lists, counts and searches leave the others out, and their pages are not there). `on_look` is called
    with the document, the actor and the reason, in the transaction that notes the look, before anything is shown.
    `kept_for` names the law's value: for how many years the city keeps its copy. Without it nothing is erased.
    """

    domain: str
    file: str
    title: "str | StrPromise"
    default: Path
    sample: Callable[[], Mapping[str, Any]]
    may_look: "Callable[[Actor], Q] | None" = None
    on_look: "Callable[[Document, Actor, str], None] | None" = None
    kept_for: LegalValue[int] | None = None

    @property
    def name(self) -> str:
        """For example `plans.sheet_one`."""
        return f"{self.domain}.{Path(self.file).stem}"

    @property
    def path(self) -> Path:
        return template(self.domain, self.file, default=self.default)

    @property
    def is_the_citys_own(self) -> bool:
        return self.path != self.default

    def source(self) -> Source:
        return source_of(self.path)


def declare(templates: Iterable[DocumentTemplate]) -> None:
    """Called by a subsystem's manifest only."""
    for each in templates:
        _declared[each.name] = each


def declared() -> list[DocumentTemplate]:
    return [_declared[name] for name in sorted(_declared)]


def find_template(name: str) -> DocumentTemplate | None:
    """None for a template that no manifest declares any more."""
    return _declared.get(name)


def template_named(name: str) -> DocumentTemplate:
    """Raises: LookupError for a template that no manifest declares."""
    if name not in _declared:
        raise LookupError(f"No manifest declares the document template {name!r}.")
    return _declared[name]
