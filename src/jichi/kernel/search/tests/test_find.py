"""What is found, in which order, and by whom."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from jichi.kernel.access.actor import NOBODY, Actor, ActorKind
from jichi.kernel.access.roles import Held, Role, Scope
from jichi.kernel.search.document import SearchDocument
from jichi.kernel.search.find import Narrowed, find, suggest
from jichi.kernel.search.index import index

from .library import CLERK, May, about, draft, put, remove, titles

pytestmark = pytest.mark.django_db


def chief(**where: str) -> Actor:
    held = Held(role=Role.SECTION_CHIEF, **where)
    return Actor(kind=ActorKind.PERSON, name="課長", account_id=1, held=frozenset({held}))


def test_a_word_of_two_characters_is_found_inside_a_compound() -> None:
    put(about("川崎市議会だより"), about("会議の議事録"))
    assert titles("議会") == ["川崎市議会だより"]


def test_kyoto_is_not_found_in_tokyo_to() -> None:
    put(about("東京都との連携"), about("京都市の例"))
    assert titles("京都") == ["京都市の例"]


@pytest.mark.parametrize("typed", ["ﾜｸﾁﾝ", "ワクチン", "ﾜｸﾁﾝ接種", "ワクチン　接種"])
def test_width_and_kana_make_no_difference(typed: str) -> None:
    put(about("ワクチン接種のお知らせ"))
    assert titles(typed) == ["ワクチン接種のお知らせ"]


def test_all_that_was_typed_must_be_there() -> None:
    put(about("図書館の予約"), about("図書館の休館日", "本の予約はできません"), about("会議室の予約"))
    assert set(titles("図書館 予約")) == {"図書館の予約", "図書館の休館日"}


def test_where_nothing_has_all_words_what_has_some_is_shown_and_said() -> None:
    put(about("図書館"), about("体育館"))
    found = find("図書館 予約", actor=NOBODY)
    assert (found.total, found.is_loose) == (1, True)


def test_a_word_in_the_title_counts_more_than_in_the_text() -> None:
    put(about("公園", "住民投票について少し書いてあります"), about("住民投票のしくみ", "公園とは別の話です"))
    assert titles("住民投票")[0] == "住民投票のしくみ"


def test_a_phrase_does_not_reach_from_the_title_into_the_text() -> None:
    put(about("自治", "基本"))
    assert titles("自治基本") == []


def test_synonyms_are_found() -> None:
    put(about("区役所の場所"))
    assert titles("くやくしょ") == ["区役所の場所"]
    assert titles("ward office") == ["区役所の場所"]


def test_a_changed_text_is_found_as_it_is_now() -> None:
    put(about("公園", "ぶらんこ", key="a"))
    put(about("公園", "すべり台", key="a"))
    assert titles("ぶらんこ") == []
    assert titles("すべり台") == ["公園"]


def test_what_was_removed_is_found_no_longer() -> None:
    put(about("公園", key="a"))
    remove(actor=CLERK, key="a")
    assert titles("公園") == []


def test_an_act_that_is_undone_leaves_the_index_as_it_was() -> None:
    with transaction.atomic():
        put(about("公園"))
        transaction.set_rollback(True)
    assert titles("公園") == []


@pytest.mark.django_db(transaction=True)
def test_the_index_changes_only_in_the_transaction_of_an_act() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        index(about("公園"))


def test_kinds_are_counted_over_everything_and_narrow_the_list() -> None:
    put(about("公園の計画", kind="計画"), about("公園の工事"), about("公園の催し"))
    found = find("公園", actor=NOBODY, narrowed=Narrowed(kind="計画"))
    assert found.kinds == {"お知らせ": 2, "計画": 1}
    assert (found.total, titles("公園", kind="計画")) == (1, ["公園の計画"])


def test_pages_hold_everything_once() -> None:
    put(*(about(f"公園{number}号") for number in range(45)))
    pages = [find("公園", actor=NOBODY, page=page) for page in (1, 2, 3, 99)]
    assert [page.page for page in pages] == [1, 2, 3, 3]
    urls = [hit.url for page in pages[:3] for hit in page.hits]
    assert len(urls) == len(set(urls)) == 45


def test_the_searched_words_are_marked_in_title_and_text() -> None:
    put(about("議会のしくみ", "あ" * 200 + "。ここで市議会が決めます。" + "い" * 200))
    (hit,) = find("議会", actor=NOBODY).hits
    assert [piece.text for piece in hit.title if piece.is_hit] == ["議会"]
    text = "".join(piece.text for piece in hit.excerpt)
    assert [piece.text for piece in hit.excerpt if piece.is_hit] == ["議会"]
    assert (text[0], text[-1]) == ("…", "…")
    assert len(text) < 150


def test_suggestions_go_on_as_somebody_types() -> None:
    put(about("自治基本条例"), about("自治推進委員会"), about("公園", "自治"))
    assert set(suggest("自治", actor=NOBODY)) == {"自治基本条例", "自治推進委員会"}
    assert suggest("自治基", actor=NOBODY) == ["自治基本条例"]


SECRET = draft("人事評価の下書き", "秘密の文", Scope(bureau="planning", section="policy"))


@pytest.mark.parametrize(
    ("actor", "finds"),
    [
        (NOBODY, False),
        (Actor(kind=ActorKind.PERSON, name="利用者", account_id=2), False),
        (chief(section="community"), False),
        (chief(bureau="citizens"), False),
        (chief(ward="14131"), False),
        (chief(section="policy"), True),
        (chief(bureau="planning"), True),
        (chief(), True),
    ],
    ids=["nobody", "resident", "other section", "other bureau", "ward", "section", "bureau", "city"],
)
def test_what_a_person_may_not_read_is_not_found_counted_suggested_or_excerpted(
    actor: Actor, finds: bool
) -> None:
    put(SECRET, about("人事評価の公表"))
    found = find("人事評価", actor=actor)
    assert found.total == 1 + finds
    assert ("下書き" in found.kinds) == finds
    assert (SECRET.title in suggest("人事評価", actor=actor)) == finds
    assert find("秘密の文", actor=actor, narrowed=Narrowed(kind="下書き")).total == finds


def test_a_limited_role_does_not_find_what_names_no_owner() -> None:
    put(draft("全市の下書き"))
    assert titles("下書き", actor=chief(section="policy")) == []
    assert titles("下書き", actor=chief()) == ["全市の下書き"]


def test_a_document_is_public_or_says_who_may_find_it() -> None:
    with pytest.raises(ValueError, match="public"):
        SearchDocument(key="k", kind="下書き", title="?", body="", url="/", public=False)
    with pytest.raises(ValueError, match="public"):
        SearchDocument(key="k", kind="下書き", title="?", body="", url="/", needs=May.READ_DRAFTS)


@pytest.mark.parametrize(
    "typed", ['"', "'", "議会'", "%", "\\", "()", "NEAR(", "title_letters:", "😀", "\x00", "の"]
)
def test_nothing_that_is_typed_breaks_the_search(typed: str) -> None:
    put(about("議会"))
    assert find(typed, actor=NOBODY).total in (0, 1)
    assert isinstance(suggest(typed, actor=NOBODY), list)


def test_a_search_takes_two_queries() -> None:
    put(*(about(f"公園{number}号") for number in range(30)))
    find("公園", actor=NOBODY)
    with CaptureQueriesContext(connection) as queries:
        find("公園", actor=chief())
    assert len(queries) == 2
