"""How the ways to a certificate are called, and at which of them somebody of the city hands the paper over. Pure."""

from jichi.kernel.values.fault import gettext_noop

from ..channels import Channel

CHANNELS = {
    Channel.COUNTER: gettext_noop("窓口"),
    Channel.CORNER: gettext_noop("コーナー・出張所など"),
    Channel.KIOSK: gettext_noop("行政サービス端末"),
    Channel.STORE: gettext_noop("コンビニ交付"),
    Channel.HOME: gettext_noop("自宅からの申込み"),
}
# A machine gives the paper to whoever holds the card and knows its number, at once.
MACHINES = frozenset({Channel.KIOSK, Channel.STORE})
