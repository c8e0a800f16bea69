"""Who comes may be known: found by the clerk or by the house, and taken as the person who they are (復帰)."""

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import today

from ...actions.find_known import find_known
from ...actions.find_people import find_people
from ...actions.look_at_person import look_at_person
from ...desk_forms.movements.known import OTHER, SameForm, apart_field, known_field, public_id, same_field
from ...desk_forms.movements.rows import RowsForm
from ...forms.looking import SearchForm
from ...models import Person
from ...queries.known import people_named
from ...queries.looks import standing_look
from ...queries.seeing import Seen, is_hidden, person_with, seen
from ...rules.facts import Facts
from ...rules.kinds import kind_of
from ...rules.look_reasons import reason_text
from ...rules.writable import WRITABLE
from ..looking.rows import TO_OFFICER, row_of
from ..looking.search import page_number, shown
from .words import CONTENT, kind_text, steps_at

ITEMS = WRITABLE["moved_in"]
MOST_ROWS = 12


def count_of(data: QueryDict, *, least: int = 1) -> int:
    """How many rows the page has: as many as there were, one more or one fewer on request."""
    typed = data.get("rows", "")
    rows = int(typed) if typed.isdecimal() and len(typed) < 4 else least
    rows += {"add": 1, "drop": -1}.get(data.get("stage", ""), 0)
    return min(max(rows, least), MOST_ROWS)


def known_rows(actor: Actor, data: QueryDict, count: int) -> dict[int, Person]:
    """Who was taken, by row: only whose record this reader has opened with a reason, and may see."""
    asked = {at: found for at in range(count) if (found := public_id(data.get(known_field(at), "")))}
    people = people_named(asked.values())
    taken = {at: people[each] for at, each in asked.items() if each in people}
    return {at: person for at, person in taken.items() if is_open(actor, person)}


def is_open(actor: Actor, person: Person) -> bool:
    return standing_look(actor, person) is not None and not is_hidden(actor, person, today())


def is_handed_over(request: Request, data: QueryDict, kind: str) -> bool:
    """Take whom the clerk chose, in the data of the form; whether instead an officer has to go on."""
    if (at := row_named(data, "forget")) is not None:
        data[known_field(at)], data["stage"] = "", "mend"
    if data.get("open") and (at := row_named(data, "find")) is not None:
        return not is_taken_from_search(request, data, at)
    why = reason_text("counter", kind_text(kind_of(kind)))
    asked = rows_asked(data) if data.get("stage") == "answer" else []
    return not all(answered(request, data, at, why) for at in asked)


def row_named(data: QueryDict, word: str) -> int | None:
    """The row in the name of a button or of the page for finding: `find-0`."""
    for said in (data.get("stage", ""), data.get("finding", "")):
        name, _dash, at = said.partition("-")
        if name == word and at.isdecimal() and len(at) < 3:
            return int(at)
    return None


def rows_asked(data: QueryDict) -> list[int]:
    return [at for at in range(len(data)) if same_field(at) in data]


def is_taken_from_search(request: Request, data: QueryDict, at: int) -> bool:
    reason = SearchForm(data, prefix="find")
    if not reason.is_valid():
        raise NotThere
    data["stage"] = "mend"
    return is_taken(request, data, at, data.get("open", ""), reason.why)


def answered(request: Request, data: QueryDict, at: int, why: str) -> bool:
    """Note of a row that it is somebody else, or take the person; False where an officer has to go on."""
    said = data.get(same_field(at), "")
    if said == OTHER:
        data[apart_field(at)] = f"{data.get(apart_field(at), '')} {data.get(f'p{at}-offered', '')}".strip()
        return True
    return is_taken(request, data, at, said, why)


def is_taken(request: Request, data: QueryDict, at: int, chosen: str, why: str) -> bool:
    """Open the record with the reason, and let the row be that person; False where the reader may not see it.

    Whether the record of a hidden person stands is not looked at: a refusal would tell.
    """
    if (key := public_id(chosen)) is None:
        raise NotThere
    person = person_with(request.actor, key)
    look_at_person(actor=request.actor, person=person, why=why)
    if is_hidden(request.actor, person, today()):
        return False
    data[known_field(at)] = person.public_id.hex
    fill_in(data, at, seen(request.actor, person, today()).facts)
    return True


def fill_in(data: QueryDict, at: int, facts: Facts) -> None:
    """What the record says, where nothing was told; an empty row is filled in whole."""
    is_empty = not data.get(f"p{at}-name", "").strip()
    for item in ITEMS:
        if is_empty or not data.get(f"p{at}-{item}"):
            value = getattr(facts, item)
            data[f"p{at}-{item}"] = "" if value is None else str(value)


def handed_over(request: Request, form: RowsForm) -> HttpResponse:
    """An officer has to go on: the clerk learns whom to hand over, and nothing of where (decision 0027)."""
    form.keep()
    return render(request, "residents/movements/handed_over.html", given(form))


def search_page(request: Request, data: QueryDict, form: RowsForm, at: int) -> HttpResponse:
    """Find somebody who was on the register before, with the gate, the reason and the trace of any search."""
    form.keep()
    is_first = data.get("stage", "").startswith("find-")
    told = {"name": data.get(f"p{at}-name", ""), "birth": data.get(f"p{at}-birth", "")}
    search = SearchForm(None if is_first else data, prefix="find", initial=told)
    extra: dict[str, Any] = {"search": search, "row": at, **given(form)}
    if search.is_bound and search.is_valid():
        page = page_number(request)
        found = find_people(actor=request.actor, search=search.search, why=search.why, on=today(), page=page)
        shown_rows = shown(found)
        extra |= {**shown_rows, "rows": extra["rows"], "found_rows": shown_rows["rows"]}
    return render(request, "residents/movements/find.html", extra, status=422 if search.errors else 200)


def question(request: Request, data: QueryDict, form: RowsForm) -> HttpResponse | None:
    """Whether somebody who comes is one of these: asked by the house itself before anything is entered."""
    told = form.newcomers()
    if not told:
        return None
    why = reason_text("counter", kind_text(kind_of(form.kind)))
    found = find_known(actor=request.actor, told=list(told.values()), why=why, on=today())
    apart = form.told_apart()
    people = {
        at: [one for one in row if one.person.public_id not in apart]
        for at, row in zip(told, found, strict=True)
    }
    offered = {
        at: (told[at].name, [(one.person.public_id.hex, words_of(one)) for one in row])
        for at, row in people.items()
        if row
    }
    if not offered:
        return None
    asked = SameForm(data if data.get("stage") == "answer" else None, offered=offered)
    keys = {at: " ".join(key for key, _words in row) for at, (_name, row) in offered.items()}
    extra = {"same": asked, "offered": keys, **given(form)}
    return render(request, "residents/movements/same.html", extra, status=422 if asked.errors else 200)


def words_of(one: Seen) -> str:
    """A known person in one line, as far as this reader may see."""
    row = row_of(one)
    born = _("%(day)s生まれ") % {"day": row.birth} if row.birth else ""
    place = _(TO_OFFICER) if row.to_officer else row.place
    parts = (row.name, row.kana, row.other_names, born, row.sex, place, row.standing, row.number)
    return _("、").join(str(part) for part in parts if part)


def given(form: RowsForm) -> dict[str, Any]:
    return {
        "form": form,
        "title": kind_text(kind_of(form.kind)),
        "people": [],
        "rows": len(form.setting.subjects),
        "steps": steps_at(CONTENT),
    }
