"""The templates that domains declare: each with words for its name and a sample to try it with."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .render import Source, source_of, template

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

_declared: dict[str, "DocumentTemplate"] = {}


@dataclass(frozen=True, kw_only=True)
class DocumentTemplate:
    """A kind of official document: `domain` and `file` find its template, `sample` fills it for who looks at it.

    `sample` answers with data that nobody can take for somebody's: it is shown to staff and drawn at every start.
    """

    domain: str
    file: str
    title: "str | StrPromise"
    default: Path
    sample: Callable[[], Mapping[str, Any]]

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


def template_named(name: str) -> DocumentTemplate:
    """Raises: LookupError for a template that no manifest declares."""
    if name not in _declared:
        raise LookupError(f"No manifest declares the document template {name!r}.")
    return _declared[name]
