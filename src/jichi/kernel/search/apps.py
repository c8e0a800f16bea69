from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import NavItem, Subsystem, SubsystemConfig

from .permissions import GRANTS, May


class SearchConfig(SubsystemConfig):
    default = True
    name = "jichi.kernel.search"
    label = "search"

    def manifest(self) -> Subsystem:
        return Subsystem(
            name="search",
            is_of_the_house=True,
            title=_("検索"),
            urls="jichi.kernel.search.urls",
            prefix="search/synonyms/",
            grants=GRANTS,
            desk=(NavItem(label=_("検索の同義語"), url_name="search:synonyms", needs=May.SEE_SYNONYMS),),
            router="jichi.kernel.search.api.router",
        )
