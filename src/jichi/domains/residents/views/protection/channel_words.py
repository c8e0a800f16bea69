"""Channels in words."""

from django.utils.translation import gettext as _

from jichi.kernel.values.fault import gettext_noop

from ...rules.channels import Channel

CHANNELS = {
    Channel.COUNTER: gettext_noop("窓口"),
    Channel.CORNER: gettext_noop("行政サービスコーナー"),
    Channel.KIOSK: gettext_noop("行政サービス端末"),
    Channel.STORE: gettext_noop("コンビニ交付"),
    Channel.HOME: gettext_noop("自宅からの申込み"),
}


def channel_text(channel: str) -> str:
    return _(CHANNELS[Channel(channel)])
