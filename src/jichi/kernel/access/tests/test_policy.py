"""Which role may do what, and where."""

from collections import defaultdict
from enum import StrEnum
from itertools import product

import pytest

from jichi.kernel.access import policy
from jichi.kernel.access.actor import NOBODY, Actor, ActorKind, machine
from jichi.kernel.access.permission import Permission
from jichi.kernel.access.roles import CITYWIDE, Held, Role, Scope


class May(Permission):
    SIGN = "sign", "署名する"
    READ = "read"


class OtherMay(StrEnum):
    SIGN = "sign"


OF_KAWASAKI_WARD = Scope(ward="14131")
OF_SAIWAI_WARD = Scope(ward="14132")
OF_PLANNING = Scope(bureau="planning")
OF_POLICY_SECTION = Scope(bureau="planning", section="policy")
OF_BUDGET_SECTION = Scope(bureau="finance", section="budget")
SCOPES = [CITYWIDE, OF_KAWASAKI_WARD, OF_SAIWAI_WARD, OF_PLANNING, OF_POLICY_SECTION, OF_BUDGET_SECTION]

COVERED = [
    ({}, SCOPES),
    ({"ward": "14131"}, [OF_KAWASAKI_WARD]),
    ({"bureau": "planning"}, [OF_PLANNING, OF_POLICY_SECTION]),
    ({"section": "policy"}, [OF_POLICY_SECTION]),
    ({"bureau": "planning", "section": "policy"}, [OF_POLICY_SECTION]),
]


@pytest.fixture(autouse=True)
def own_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy, "_allowed", defaultdict(set))
    monkeypatch.setattr(policy, "_open", {})


def person(*held: Held) -> Actor:
    return Actor(kind=ActorKind.PERSON, name="試験 花子", account_id=1, held=frozenset(held))


@pytest.mark.parametrize(
    ("limit", "scope", "covered"),
    [(limit, scope, scope in inside) for (limit, inside), scope in product(COVERED, SCOPES)],
)
def test_a_role_reaches_as_far_as_it_was_given(limit: dict[str, str], scope: Scope, covered: bool) -> None:
    policy.allow(Role.SECTION_STAFF, [May.SIGN])
    actor = person(Held(role=Role.SECTION_STAFF, **limit))
    assert policy.may(actor, May.SIGN, scope) is covered


@pytest.mark.parametrize(("allowed", "held"), list(product(Role, Role)))
def test_only_the_role_that_was_allowed_may(allowed: Role, held: Role) -> None:
    policy.allow(allowed, [May.SIGN])
    assert policy.may(person(Held(role=held)), May.SIGN) is (allowed is held)


def test_what_nobody_allowed_is_refused_to_everybody() -> None:
    everything = person(*(Held(role=role) for role in Role))
    assert not policy.may(everything, May.SIGN)
    assert not policy.may_somewhere(everything, May.SIGN)


def test_nobody_may_nothing() -> None:
    for role in Role:
        policy.allow(role, May)
    assert not policy.may(NOBODY, May.READ)


def test_a_permission_of_another_domain_with_the_same_code_opens_nothing() -> None:
    policy.allow(Role.SECTION_STAFF, [OtherMay.SIGN])
    actor = person(Held(role=Role.SECTION_STAFF))
    assert policy.may(actor, OtherMay.SIGN)
    assert not policy.may(actor, May.SIGN)
    assert policy.roles_that_may(May.SIGN) == frozenset()


def test_a_menu_shows_what_may_be_done_in_one_ward_only() -> None:
    policy.allow(Role.WARD_STAFF, [May.READ])
    actor = person(Held(role=Role.WARD_STAFF, ward="14131"))
    assert policy.may_somewhere(actor, May.READ)
    assert not policy.may(actor, May.READ)


def test_a_list_is_filtered_by_the_roles_that_open_it() -> None:
    policy.allow(Role.WARD_STAFF, [May.READ])
    ward = Held(role=Role.WARD_STAFF, ward="14131")
    assert policy.holding(person(ward, Held(role=Role.AUDITOR)), May.READ) == {ward}


def test_two_restricted_roles_do_not_add_up() -> None:
    policy.allow(Role.WARD_STAFF, [May.SIGN])
    actor = person(Held(role=Role.WARD_STAFF, ward="14131"), Held(role=Role.SECTION_STAFF, section="policy"))
    assert not policy.may(actor, May.SIGN, OF_POLICY_SECTION)


def test_a_machine_has_only_the_roles_it_was_named_with() -> None:
    policy.allow(Role.PLANNING_OFFICER, [May.SIGN])
    assert policy.may(machine("importer", Role.PLANNING_OFFICER), May.SIGN, OF_POLICY_SECTION)
    assert not policy.may(machine("importer"), May.SIGN)


def test_the_table_of_roles_knows_each_permission_and_its_words() -> None:
    policy.allow(Role.AUDITOR, [May.SIGN])
    policy.allow(Role.WARD_STAFF, [May.SIGN, May.READ])
    assert policy.permissions() == [May.SIGN, May.READ]
    assert policy.roles_that_may(May.SIGN) == {Role.AUDITOR, Role.WARD_STAFF}
    assert [each.label for each in May] == ["署名する", "read"]


def test_what_is_open_to_all_may_be_done_by_somebody_without_any_role() -> None:
    policy.allow_everybody([May.READ])
    assert policy.may(NOBODY, May.READ, OF_POLICY_SECTION)
    assert policy.may_somewhere(NOBODY, May.READ)
    assert not policy.may(NOBODY, May.SIGN)
    assert policy.permissions() == [May.READ]
    assert policy.roles_that_may(May.READ) == set(Role)
