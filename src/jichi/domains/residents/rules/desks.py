"""At which offices which certificates are made, by which way they then come, and whose head certifies them. Pure."""

from jichi.kernel.law.book import LegalValue
from jichi.kernel.values.fault import Fault, gettext_noop

from .channels import Channel

# By the kind of an office (`places.OfficeKind`). Ward and branch offices make every kind.
CERTIFICATES_AT = {
    "sub_branch_office": LegalValue("residents.sub_branch_certificates", tuple),
    "liaison_office": LegalValue("residents.liaison_certificates", tuple),
    "service_corner": LegalValue("residents.corner_certificates", tuple),
}
CERTIFIED_BY = LegalValue("residents.record_certified_by", str)
KEEPER = "keeper"
DESK_LAW = (*CERTIFICATES_AT.values(), CERTIFIED_BY)


class NotAtThisOffice(Fault):
    code = "residents.not_at_this_office"
    sentence = gettext_noop(
        "この窓口では、この証明書を扱っていません（扱う証明書は法規のデータにあります）。区役所か支所の窓口を案内してください。"
    )


class WrongChannel(Fault):
    code = "residents.wrong_channel"
    sentence = gettext_noop("受付の方法が、選んだ窓口と合いません。窓口を選び直してください。")


def channel_at(office_kind: str) -> Channel:
    """A ward or branch office has a counter with an officer in charge; every other office is a corner."""
    return Channel.CORNER if office_kind in CERTIFICATES_AT else Channel.COUNTER
