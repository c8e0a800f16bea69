"""What the search box may find of the house itself: the pages that everybody may open."""

from collections.abc import Iterator

from django.db import transaction
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, override

from jichi.kernel.search.document import SearchDocument
from jichi.kernel.search.index import index
from jichi.kernel.subsystem import NavItem, Subsystem, installed

KIND = gettext_noop("ページ")
# Pages of the kernel and of this surface, which no menu declares.
OWN = (
    NavItem(label=gettext_lazy("このサイトについて"), url_name="portal:about"),
    NavItem(label=gettext_lazy("アクセシビリティ"), url_name="portal:accessibility"),
    NavItem(label=gettext_lazy("個人情報の取り扱い"), url_name="portal:privacy"),
    NavItem(label=gettext_lazy("キーボードの使い方"), url_name="portal:keyboard"),
    NavItem(label=gettext_lazy("サイトマップ"), url_name="portal:sitemap"),
    NavItem(label=gettext_lazy("使っている条例の値"), url_name="law:home"),
    NavItem(label=gettext_lazy("公開の記録"), url_name="ledger:home"),
)


def findable() -> Iterator[SearchDocument]:
    """Each page once, under the name that it has in the menus."""
    seen: set[str] = set()
    with override("ja"):
        for item in [*OWN, *(item for part in installed() for item in ways_into(part))]:
            page = document_of(item)
            if page is not None and page.url not in seen:
                seen.add(page.url)
                yield page


def ways_into(part: Subsystem) -> Iterator[NavItem]:
    yield from (item for item in (*part.doors, *part.nav, *part.asked) if item.needs is None)


def document_of(item: NavItem) -> SearchDocument | None:
    try:
        url = reverse(item.url_name)
    except NoReverseMatch:
        return None
    return SearchDocument(
        key=f"pages{url}", kind=KIND, title=str(item.label), body=str(item.explains), url=url
    )


def index_pages() -> str:
    """Let the pages be found; called at each start, since they change with the software and not by an act."""
    pages = list(findable())
    with transaction.atomic():
        index(*pages)
    return _("検索：案内のページ%(pages)s件を探せるようにしました。") % {"pages": len(pages)}
