"""All that plans offer to the rest of the house."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.notices.topics import Topic
from jichi.kernel.subsystem import NavItem, Subsystem

from .cards import CARDS, WARD_CARDS
from .datasets import DATASETS
from .demo import play
from .feeds import FEEDS
from .findable import findable
from .permissions import GRANTS, OPEN_TO_ALL, May
from .records import KINDS, LINKS
from .rules.reply_day import REPLY_DAYS
from .sheets.official import TEMPLATES
from .work import work_of

PLANS = Subsystem(
    name="plans",
    title=_("計画と評価"),
    urls="jichi.domains.plans.urls",
    prefix="plans/",
    grants=GRANTS,
    open_to_all=OPEN_TO_ALL,
    law=(REPLY_DAYS,),
    records=KINDS,
    links=LINKS,
    documents=TEMPLATES,
    doors=(
        NavItem(
            label=_("計画と成果を見る"),
            url_name="plans:home",
            explains=_("市が何をすると決め、いくら使い、どこまでできたかを見られます。"),
            key="p",
        ),
    ),
    desk=(
        NavItem(label=_("担当する事業"), url_name="plans:desk", needs=May.READ_DRAFTS, key="m"),
        NavItem(label=_("届いた声"), url_name="plans:desk_comments", needs=May.HANDLE_COMMENT, key="v"),
        NavItem(label=_("第三者の意見"), url_name="plans:desk_opinions", needs=May.GIVE_SECOND_OPINION),
        NavItem(label=_("年度の評価"), url_name="plans:desk_rounds", needs=May.OPEN_ROUND),
        NavItem(label=_("計画を取り込む"), url_name="plans:import", needs=May.IMPORT_PLAN),
        NavItem(label=_("読み取りの誤り"), url_name="plans:corrections", needs=May.CORRECT_TEXT),
    ),
    cards=CARDS,
    ward_cards=WARD_CARDS,
    work=work_of,
    datasets=DATASETS,
    feeds=FEEDS,
    search=findable,
    topics=(Topic(name="plans", title=_("計画と評価")),),
    router="jichi.domains.plans.api.router",
    demo=play,
)
