"""Who keeps the record. Reading it needs no permission."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.permission import Permission
from jichi.kernel.access.roles import Role


class May(Permission):
    SEAL_RECORD = "record.seal", _("公開の記録を封印する")
    ROTATE_KEY = "record.rotate_key", _("封印の鍵を新しくする")
    ERASE_CLEAR_TEXT = "record.erase_clear_text", _("公開しない項目の内容を記録から消す")


GRANTS = {Role.ADMINISTRATOR: tuple(May)}
