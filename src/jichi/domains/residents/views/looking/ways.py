"""The ways on from a person's page. Each subject adds its own line; its address takes the person's public id."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...permissions import May


@dataclass(frozen=True, kw_only=True)
class Way:
    """`of_hidden` says that the way is open also for a record that this reader must hand over."""

    url_name: str
    label: str | Promise
    needs: May
    of_hidden: bool = False


WAYS = (
    Way(url_name="residents:person_household", label=_("世帯を開く"), needs=May.LOOK),
    Way(url_name="residents:person_history", label=_("記録の経過を見る"), needs=May.LOOK),
    Way(url_name="residents:issue", label=_("証明書を発行する"), needs=May.ISSUE_CERTIFICATE, of_hidden=True),
    Way(
        url_name="residents:apply_for_protection",
        label=_("支援措置の申出を受け付ける"),
        needs=May.PROTECT,
        of_hidden=True,
    ),
    Way(url_name="residents:family_of_person", label=_("戸籍を開く"), needs=May.KEEP_FAMILY_REGISTER),
    Way(
        url_name="residents:civil_notices",
        label=_("身分についての通知を開く"),
        needs=May.KEEP_FAMILY_REGISTER,
    ),
    Way(url_name="residents:account", label=_("サインインと記録を結ぶ"), needs=May.LINK_ACCOUNT),
)
