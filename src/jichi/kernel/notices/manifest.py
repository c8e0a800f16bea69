"""All that notices offer to the rest of the house."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import Card, Dataset, Feed, NavItem, Subsystem

from .cards import newest_on_the_board
from .datasets import last_posted, public_notice_rows
from .demo import play
from .feeds import posted_entries
from .findable import findable
from .permissions import GRANTS, May
from .records import LINKS, PUBLIC_NOTICE
from .topics import Topic
from .work import work_of

NOTICES = Subsystem(
    name="notices",
    title=_("お知らせと告示・公表"),
    urls="jichi.kernel.notices.urls",
    grants=GRANTS,
    records=(PUBLIC_NOTICE,),
    links=LINKS,
    topics=(Topic(name="public-notices", title=_("告示・公表")),),
    desk=(
        NavItem(label=_("告示・公表"), url_name="notices:drafts", needs=May.DRAFT_PUBLIC_NOTICE),
        NavItem(label=_("手紙の発送"), url_name="notices:letters", needs=May.POST_LETTERS),
        NavItem(label=_("メールの返信"), url_name="notices:inbox", needs=May.READ_REPLIES),
        NavItem(label=_("届かないメール"), url_name="notices:outbox", needs=May.KEEP_OUTBOX),
    ),
    cards=(Card(template="notices/public/card.html", context=newest_on_the_board, order=30),),
    work=work_of,
    feeds=(Feed(name="public-notices", title=_("告示・公表"), entries=posted_entries),),
    datasets=(
        Dataset(
            name="public-notices",
            title=_("告示・公表"),
            describes=_("市が掲示した告示・公告・公表のすべてです。"),
            columns={
                "reference": _("記録の番号"),
                "sort": _("種類：order（告示）、announcement（公告）、publication（公表）"),
                "year": _("番号の年（西暦）"),
                "number": _("番号"),
                "title": _("題名"),
                "text": _("本文"),
                "basis": _("根拠"),
                "bureau": _("局・区役所"),
                "section": _("課"),
                "posted_on": _("掲示した日"),
                "until": _("掲示の最後の日。空は定めなし"),
                "ended_on": _("掲示を終えた日。空は掲示中"),
                "subject": _("関係する記録の番号"),
                "is_demo": _("デモのために作ったものか"),
            },
            rows=public_notice_rows,
            updated=last_posted,
            is_demo=settings.DEMO,
        ),
    ),
    search=findable,
    router="jichi.kernel.notices.api.router",
    demo=play,
)
