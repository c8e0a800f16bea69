"""Who sees background work and lets parked jobs run again."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.permission import Permission
from jichi.kernel.access.roles import Role


class May(Permission):
    SEE_TASKS = "see_tasks", _("自動処理の状況を見る")
    RETRY_JOB = "retry_job", _("止まった自動処理をもう一度実行する")


GRANTS = {Role.ADMINISTRATOR: tuple(May)}
