"""What every test may ask for."""

from collections.abc import Iterator

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import TransactionTestCase, override_settings
from django.utils import translation
from tests.guard import lifted
from tests.town import Town

from jichi.kernel.administration.start import compile_texts


def pytest_configure() -> None:
    """Let every test read the texts as they are written now."""
    compile_texts()


@pytest.fixture(autouse=True)
def every_test_begins_in_japanese() -> Iterator[None]:
    """A page in another language leaves that language behind in the thread; the next test must not inherit it."""
    with translation.override("ja"):
        yield


@pytest.fixture
def town(db: None) -> Town:
    return Town()


@pytest.fixture
def one_connection() -> Iterator[None]:
    """Keep the server's entrance from closing the connection on which the test's transaction runs."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture(scope="session", autouse=True)
def emptying_lifts_the_guard() -> Iterator[None]:
    """Let the tables be emptied after a test with real transactions.

    Django then deletes every row of every table (`flush`), which the triggers of the public record refuse
    as they refuse anybody. They are lifted for this one step only, so that they stand during every test.
    """
    empty = TransactionTestCase._fixture_teardown

    def empty_without_guard(case: TransactionTestCase) -> None:
        with lifted():
            empty(case)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_without_guard)
        yield


@pytest.fixture(scope="session", autouse=True)
def keys_of_tests_lie_apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A test that lets the worker run seals the record; its key must not lie among those of a city."""
    with override_settings(VAR=tmp_path_factory.mktemp("var")):
        yield


@pytest.fixture(scope="session", autouse=True)
def passwords_are_quick() -> Iterator[None]:
    """Hash passwords without the slowness that makes them safe: nobody attacks the accounts of a test."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield
