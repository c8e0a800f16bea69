"""Who may have a moving-out certificate. Pure."""

from jichi.kernel.values.fault import Fault, gettext_noop


class NobodyIsLeaving(Fault):
    code = "residents.nobody_is_leaving"
    sentence = gettext_noop(
        "この人の転出届が、まだ入力されていません。転出届を受け付けてから、転出証明書を発行してください（住民基本台帳法第24条）。"
    )
