"""Who keeps the outbox, posts letters, reads replies, and makes things publicly known."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.permission import Permission
from jichi.kernel.access.roles import Role


class May(Permission):
    KEEP_OUTBOX = "keep_outbox", _("届かないメールと宛先を管理する")
    READ_REPLIES = "read_replies", _("メールの返信を読む")
    POST_LETTERS = "post_letters", _("手紙を印刷し、発送する")
    DRAFT_PUBLIC_NOTICE = "draft_public_notice", _("告示・公表を起案する")
    APPROVE_PUBLIC_NOTICE = "approve_public_notice", _("告示・公表を決裁する")
    POST_PUBLIC_NOTICE = "post_public_notice", _("告示・公表を掲示し、終える")


PUBLIC = (May.DRAFT_PUBLIC_NOTICE, May.APPROVE_PUBLIC_NOTICE, May.POST_PUBLIC_NOTICE)
GRANTS = {
    Role.ADMINISTRATOR: (May.KEEP_OUTBOX,),
    Role.PLANNING_OFFICER: (
        May.READ_REPLIES,
        May.POST_LETTERS,
        May.DRAFT_PUBLIC_NOTICE,
        May.POST_PUBLIC_NOTICE,
    ),
    Role.SECTION_STAFF: (May.DRAFT_PUBLIC_NOTICE,),
    Role.SECTION_CHIEF: PUBLIC,
    Role.BUREAU_CHIEF: (May.APPROVE_PUBLIC_NOTICE,),
}
