"""The closed lists of the certificate desk: by which way a certificate is asked for, and where it stands. Pure."""

from enum import StrEnum

from jichi.kernel.values.fault import gettext_noop


class Channel(StrEnum):
    """By which way a certificate is asked for. What is asked for from home is fetched at a counter."""

    COUNTER = "counter"
    CORNER = "corner"
    KIOSK = "kiosk"
    STORE = "store"
    HOME = "home"


CHANNELS = {
    Channel.COUNTER: gettext_noop("窓口"),
    Channel.CORNER: gettext_noop("行政サービスコーナー"),
    Channel.KIOSK: gettext_noop("行政サービス端末"),
    Channel.STORE: gettext_noop("コンビニ交付"),
    Channel.HOME: gettext_noop("自宅からの申込み"),
}
# Where a person of the city's hands the paper over, having looked at it and at the person.
STAFFED = frozenset({Channel.COUNTER, Channel.CORNER, Channel.HOME})
