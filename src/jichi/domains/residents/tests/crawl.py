"""Everything that the application can put out to one visitor: every route of the street plan, with every value that might
fit, every form filled in and sent, every table as CSV. A page that is added later is visited because it has a route."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from io import BytesIO
from itertools import product
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from zipfile import ZipFile, is_zipfile

from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from pypdf import PdfReader

CONVERTER = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")
# Signing out would end the visit; the kit's own pages show nothing of the city.
LEFT_OUT = re.compile(r"^(kit/|account/(logout|sessions))")
# How far a form is followed: filled in, confirmed, and what is offered after that.
DEEP = 3
WIDE = 6


@dataclass(frozen=True)
class Output:
    """What one request was answered: its words, whatever the format, and its headers."""

    route: str
    asked: str
    status: int
    text: str


@dataclass(kw_only=True)
class Form:
    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class Forms(HTMLParser):
    """The forms of a page that are sent by POST, filled in with what was given by name, else with what stands there."""

    def __init__(self, page: str, given: dict[str, str]) -> None:
        super().__init__()
        self.page, self.given, self.forms, self.select = page, given, list[Form](), ""
        self.is_open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.is_open = said.get("method", "get").lower() == "post"
            if self.is_open:
                self.forms.append(Form(action=urljoin(self.page, said.get("action") or self.page)))
        elif self.is_open and (name := said.get("name")) and "disabled" not in said:
            self.note(tag, name, said)
        elif self.is_open and tag == "option" and self.select and said.get("value"):
            self.forms[-1].fields.setdefault(self.select, said["value"])

    def note(self, tag: str, name: str, said: dict[str, str]) -> None:
        kind, form = said.get("type", "text"), self.forms[-1]
        if tag == "button" or kind == "submit":
            form.buttons.append((name, said.get("value", "")))
        elif tag == "select":
            self.select = name
        elif kind in ("hidden", "radio"):
            form.fields.setdefault(name, said.get("value", ""))
        elif kind == "checkbox":
            form.fields.setdefault(name, said.get("value", "on"))
        else:
            form.fields[name] = self.given.get(name, said.get("value") or typed(kind))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.is_open = False
        if tag == "select":
            self.select = ""


def typed(kind: str) -> str:
    return {"date": "2012-06-01", "number": "1", "email": "someone@example.jp", "file": ""}.get(
        kind, "checked"
    )


@dataclass(kw_only=True)
class Crawl:
    """One visitor's way through the whole house.

    `values` by kind of converter; `given` fills in forms by field name. A form that has all fields of a question of
    `asks` is sent once for each of these.
    """

    client: Client
    values: dict[str, list[str]]
    given: dict[str, str] = field(default_factory=dict)
    asks: tuple[dict[str, str], ...] = ()
    sends_forms: bool = True
    of_keys: tuple[str, ...] = ("residents/", "record/", "api/v1/record")
    seen: set[tuple[Any, ...]] = field(default_factory=set)

    def outputs(self, only: str = "", but: str = "-") -> Iterator[Output]:
        for route in routes():
            if route.startswith(only) and not route.startswith(but) and not LEFT_OUT.match(route):
                for address in self.addresses(route):
                    yield from self.asked(route, address)

    def addresses(self, route: str) -> Iterator[str]:
        found = list(CONVERTER.finditer(route))
        # The keys are the registers' own: elsewhere one of each kind shows that they open nothing.
        most = (None if len(found) == 1 else 3) if route.startswith(self.of_keys) else 1
        for chosen in product(*(self.values.get(each["kind"] or "str", [])[:most] for each in found)):
            address = route
            for each, value in zip(found, chosen, strict=True):
                address = address.replace(each[0], value, 1)
            yield f"/{address}"

    def asked(self, route: str, address: str) -> Iterator[Output]:
        answer = self.client.get(address, headers={"accept": "*/*"})
        text = words_of(answer)
        yield Output(route, address, answer.status_code, text)
        if answer.status_code == 200 and 'class="table' in text:
            as_csv = self.client.get(f"{address}?format=csv")
            yield Output(route, f"{address}?format=csv", as_csv.status_code, words_of(as_csv))
        yield from self.sent(route, address, text, depth=1)

    def sent(self, route: str, page: str, text: str, *, depth: int) -> Iterator[Output]:
        for form in forms_in(text, page, self.given):
            for asked in self.questions(form, depth) or [{}]:
                for button in (form.buttons or [("", "")])[:WIDE]:
                    yield from self.send(route, form, {**asked, button[0] or "_": button[1]}, depth=depth)

    def questions(self, form: Form, depth: int) -> list[dict[str, str]]:
        """What a visitor asks by this form; what follows an answer goes on with its own terms."""
        return [ask for ask in self.asks if depth == 1 and ask.keys() <= form.fields.keys()]

    def send(self, route: str, form: Form, asked: dict[str, str], *, depth: int) -> Iterator[Output]:
        path = urlsplit(form.action).path
        shape = (path, tuple(sorted(asked.items())), tuple(sorted(form.fields)), depth)
        if shape in self.seen or LEFT_OUT.match(path.lstrip("/")) or not self.may_send(path):
            return
        self.seen.add(shape)
        answer = self.client.post(form.action, {**form.fields, **asked}, follow=True)
        text = words_of(answer)
        yield Output(route, f"POST {path} {asked}", answer.status_code, text)
        if depth < DEEP:
            yield from self.sent(route, path, text, depth=depth + 1)

    def may_send(self, path: str) -> bool:
        return self.sends_forms or "/search/" in path


def routes(resolver: Any = None, before: str = "") -> Iterator[str]:
    """Every route of the street plan."""
    for each in (resolver or get_resolver()).url_patterns:
        route = before + str(each.pattern).removeprefix("^").removesuffix("$")
        if isinstance(each, URLResolver):
            yield from routes(each, route)
        elif isinstance(each, URLPattern):
            yield route.replace("\\Z", "")


def forms_in(text: str, page: str, given: dict[str, str]) -> Iterable[Form]:
    if "<form" not in text:
        return []
    parser = Forms(page, given)
    parser.feed(text)
    return parser.forms


def words_of(answer: HttpResponseBase) -> str:
    """Headers and content as words: a PDF's text, an archive's files, an address without its escapes."""
    head = unquote("\n".join(f"{name}: {value}" for name, value in answer.items()))
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return f"{head}\n{words_in(content)}"


def words_in(content: bytes) -> str:
    if content.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as packed:
            return "\n".join(words_in(packed.read(name)) for name in packed.namelist())
    return content.decode("utf-8", errors="replace") + content.decode("cp932", errors="ignore")
