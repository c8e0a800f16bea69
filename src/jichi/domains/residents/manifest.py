"""All that the registers offer to the rest of the house."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import NavItem, Subsystem

from .actions.certificates.look_at_paper import look_at_paper
from .datasets import DATASETS
from .demo import play
from .permissions import GRANTS, OPEN_TO_ALL, May
from .queries.home.law import LAW as HOME_LAW
from .queries.papers.family_templates import FAMILY_TEMPLATES
from .queries.papers.shown import shown_papers
from .queries.papers.templates import TEMPLATES as CERTIFICATE_TEMPLATES
from .rules.certificates.law import LAW as CERTIFICATE_LAW
from .rules.civil_notices import NOTICE_LAW
from .rules.desks import DESK_LAW
from .rules.family.ages import FAMILY_LAW
from .rules.notifying import LAW as NOTIFICATION_LAW
from .rules.population import POPULATION_LAW
from .rules.protection_term import LAW as PROTECTION_LAW
from .rules.seal_law import SEAL_LAW
from .work import work_of

# What the registers put on the desk, by subject; each adds its own.
DESK = (
    NavItem(label=_("住民を探す"), url_name="residents:search", needs=May.LOOK, key="r"),
    NavItem(label=_("異動"), url_name="residents:movements", needs=May.ENTER_MOVEMENT, key="i"),
    NavItem(label=_("支援措置"), url_name="residents:protections", needs=May.SEE_PROTECTED),
    NavItem(label=_("閲覧の記録"), url_name="residents:looks", needs=May.READ_LOOKS),
    NavItem(label=_("印鑑登録"), url_name="residents:seals", needs=May.REGISTER_SEAL),
    NavItem(label=_("戸籍"), url_name="residents:family", needs=May.KEEP_FAMILY_REGISTER, key="f"),
    NavItem(label=_("証明書"), url_name="residents:certificates", needs=May.ISSUE_CERTIFICATE, key="c"),
    NavItem(label=_("自宅からの申込み"), url_name="residents:desk_requests", needs=May.ISSUE_CERTIFICATE),
    NavItem(label=_("取り込みと書き出し"), url_name="residents:transfers", needs=May.LOAD),
    NavItem(label=_("証明書の端末"), url_name="residents:terminals", needs=May.ISSUE_CERTIFICATE),
)
LAW = (
    *CERTIFICATE_LAW,
    *NOTIFICATION_LAW,
    *PROTECTION_LAW,
    *FAMILY_LAW,
    *SEAL_LAW,
    *HOME_LAW,
    *POPULATION_LAW,
    *DESK_LAW,
    *NOTICE_LAW,
)
# Papers about people: the register of documents shows them to whom they may be shown, and each opening is a look.
TEMPLATES = tuple(
    replace(each, may_look=shown_papers, on_look=look_at_paper)
    for each in (
        *CERTIFICATE_TEMPLATES,
        *FAMILY_TEMPLATES,
    )
)

RESIDENTS = Subsystem(
    name="residents",
    title=_("住民の記録"),
    urls="jichi.domains.residents.urls",
    prefix="residents/",
    grants=GRANTS,
    open_to_all=OPEN_TO_ALL,
    law=LAW,
    documents=TEMPLATES,
    doors=(
        NavItem(
            label=_("手続きする"),
            url_name="residents:procedures",
            explains=_("自分の住民票の記録を見る、証明書を申し込む、端末で受け取る。"),
            key="t",
        ),
    ),
    asked=(NavItem(label=_("わたしの記録"), url_name="residents:me"),),
    desk=DESK,
    work=work_of,
    datasets=DATASETS,
    router="jichi.domains.residents.api.router",
    demo=play,
)
