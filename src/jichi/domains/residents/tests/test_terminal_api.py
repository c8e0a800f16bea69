"""The machines' API: tokens, keys, problems, and what comes of broken lines; held against its own description."""

import hashlib
import json
from typing import Any
from uuid import uuid4

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.test import Client
from hypothesis import HealthCheck, settings
from ninja.responses import NinjaJSONEncoder
from tests.town import Town

from jichi.domains.residents.actions.terminals.keep_terminals import end_terminal, renew_token
from jichi.domains.residents.actions.terminals.stopping import stop_channel
from jichi.domains.residents.models import Certificate, Person, TerminalSession
from jichi.domains.residents.rules.channels import Channel
from jichi.domains.residents.rules.session_times import MOST_STEPS_A_MINUTE
from jichi.kernel.rest.api import api

from .at_home import CARD, PIN, card, chief, hanako, terminal
from .certificate_desk import office
from .protected_people import applied
from .small_register import resident

__all__ = ["hanako", "office"]
pytestmark = pytest.mark.django_db
ROOT = "/api/v1/residents"
SECOND = "210987654321"


class Machine:
    """A shop's machine: it knows its token, and the session of whoever stands before it."""

    def __init__(self, token: str) -> None:
        self.token, self.client = token, Client()
        self.session: dict[str, Any] = {}

    def ask(self, method: str, path: str, said: object = None, *, key: str = "", **headers: str) -> Any:
        head = {
            "Authorization": f"Bearer {self.token}",
            "Idempotency-Key": key or str(uuid4()),
            "Session-Key": self.session.get("session_key", ""),
            **headers,
        }
        body = {} if said is None else {"data": json.dumps(said), "content_type": "application/json"}
        return getattr(self.client, method)(f"{ROOT}{path}", headers=head, **body)

    def begin(self, number: str = CARD, pin: str = PIN, **more: str) -> Any:
        answer = self.ask("post", "/sessions", {"card": number, "pin": pin}, **more)
        if answer.status_code == 201:
            self.session = answer.json()
        return answer

    def step(self, verb: str, said: object = None, **more: str) -> Any:
        return self.ask("post", f"/sessions/{self.session['id']}/{verb}", said, **more)

    def to_printing(self) -> Any:
        assert self.step("choice", {"kind": "resident_record"}).status_code == 200
        assert self.step("payment", {"yen": 300}).status_code == 200
        return self.step("print").json()

    def paper(self, **headers: str) -> Any:
        return self.ask("get", f"/sessions/{self.session['id']}/paper", **headers)


@pytest.fixture
def machine(office: Town, hanako: Person) -> Machine:
    card(office, hanako)
    return Machine(terminal(office)[1])


def problem(answer: Any) -> tuple[int, str]:
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    return answer.status_code, answer.json()["code"]


def test_a_machine_issues_and_acknowledges(machine: Machine) -> None:
    assert [each["kind"] for each in machine.begin().json()["offers"]] == ["resident_record"]
    told = machine.to_printing()
    pdf = machine.paper()
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert pdf.headers["Cache-Control"] == "no-store"
    assert hashlib.sha256(pdf.content).hexdigest() == told["sha256"]
    done = machine.step("acknowledgement", {"sha256": told["sha256"]}).json()
    assert (done["step"], Certificate.objects.get().step) == ("printed", "handed_out")
    assert problem(machine.paper()) == (404, "not_there")


def test_nobody_without_a_token_gets_in(office: Town, machine: Machine) -> None:
    stranger = Machine("wrong")
    assert problem(stranger.begin())[0] == 401
    made, token = terminal(office)
    newer = renew_token(actor=chief(office), terminal=made)
    assert Machine(token).begin().status_code == 401
    assert Machine(newer).begin().status_code == 201
    end_terminal(actor=chief(office), terminal=made)
    assert Machine(newer).begin().status_code == 401


def test_another_persons_session_is_not_there(office: Town, machine: Machine) -> None:
    """Two sessions within one second, with their names swapped in every way."""
    card(office, resident(office, "実例　太郎"), SECOND)
    other = Machine(machine.token)
    machine.begin()
    other.begin(SECOND)
    machine.to_printing()
    other.to_printing()
    mine, theirs = machine.paper().content, other.paper().content
    assert mine != theirs
    swapped = other.paper(**{"Session-Key": machine.session["session_key"]})
    assert problem(swapped) == (404, "not_there")
    elsewhere = Machine(terminal(office)[1])
    elsewhere.session = machine.session
    assert problem(elsewhere.paper()) == (404, "not_there")
    assert machine.paper().content == mine


def test_what_is_sent_again_is_answered_as_the_first_time(machine: Machine) -> None:
    key = str(uuid4())
    first, again = machine.begin(key=key).json(), machine.begin(key=key).json()
    assert first["session_key"] == again["session_key"]
    machine.step("choice", {"kind": "resident_record"})
    machine.step("payment", {"yen": 300}, key=(paying := str(uuid4())))
    machine.step("payment", {"yen": 300}, key=paying)
    assert problem(machine.step("payment", {"yen": 299}, key=paying)) == (422, "residents.key_used_otherwise")
    printing = str(uuid4())
    papers = {machine.step("print", key=printing).json()["sha256"] for _each in range(3)}
    assert (len(papers), Certificate.objects.count()) == (1, 1)


def test_each_no_is_a_problem_that_says_which(office: Town, machine: Machine) -> None:
    assert problem(machine.begin(pin="0001")) == (403, "residents.card_not_accepted")
    assert problem(machine.begin(pin="12")) == (422, "wrong_values")
    machine.begin()
    assert problem(machine.step("choice", {"kind": "seal"})) == (409, "residents.not_offered")
    assert problem(machine.step("print")) == (409, "residents.session_elsewhere")
    machine.step("choice", {"kind": "resident_record"})
    assert problem(machine.step("payment", {"yen": 1})) == (422, "residents.wrong_amount")
    stop_channel(actor=chief(office), channel=Channel.STORE, kind="", because="点検")
    assert problem(machine.begin()) == (503, "residents.channel_stopped")
    assert machine.client.get(f"{ROOT}/channels").json()[1]["is_stopped"] is True


def test_a_machine_that_may_not_refund_reports_none(office: Town, machine: Machine) -> None:
    machine.token = terminal(office, refunds=False)[1]
    machine.begin()
    machine.to_printing()
    assert machine.step("failure", {"because": "paper"}).json()["step"] == "failed"
    assert problem(machine.step("refund")) == (403, "not_allowed")


def test_a_flood_is_told_to_wait(machine: Machine) -> None:
    machine.begin()
    for _each in range(MOST_STEPS_A_MINUTE - 1):
        machine.step("stay")
    assert problem(machine.step("stay")) == (429, "residents.too_many_steps")


def test_nothing_of_a_protected_person_is_told(office: Town, machine: Machine, hanako: Person) -> None:
    applied(office, hanako)
    begun = machine.begin().json()
    assert begun["offers"] == []
    assert "見本" not in json.dumps(begun, ensure_ascii=False)


def test_no_answer_names_anybody(machine: Machine) -> None:
    begun = machine.begin().content.decode()
    printing = json.dumps(machine.to_printing(), ensure_ascii=False)
    assert "見本" not in begun + printing
    assert str(TerminalSession.objects.get().person.public_id) not in begun + printing


described = schemathesis.openapi.from_dict(
    json.loads(json.dumps(api.get_openapi_schema(), cls=NinjaJSONEncoder))
).include(path_regex="/residents/")
described.app = get_wsgi_application()


@pytest.mark.usefixtures("one_connection")
@described.parametrize()
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_api_does_what_its_description_says(case: schemathesis.Case, machine: Machine) -> None:
    case.call_and_validate(headers={"Authorization": f"Bearer {machine.token}"})
