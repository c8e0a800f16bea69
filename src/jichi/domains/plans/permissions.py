"""What people may do with plans, and with which rows. Reading the published plan needs no permission."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.permission import Permission
from jichi.kernel.access.policy import holding
from jichi.kernel.access.roles import Role


class May(Permission):
    IMPORT_PLAN = "plans.import_plan", _("計画を取り込む")
    CORRECT_TEXT = "plans.correct_text", _("読み取りの誤りを直す")
    DESCRIBE_PROGRAMME = "plans.describe_programme", _("事業の内容を書く")
    LINK_PROGRAMME = "plans.link_programme", _("事業をほかの記録とつなぐ")
    OPEN_ROUND = "plans.open_round", _("年度の評価を始める")
    ENTER_YEAR = "plans.enter_year", _("年度の実績を入れる")
    SUBMIT_REVIEW = "plans.submit_review", _("評価を提出する")
    APPROVE_AS_SECTION = "plans.approve_as_section", _("課長として承認する")
    APPROVE_AS_BUREAU = "plans.approve_as_bureau", _("局長として承認する")
    RETURN_REVIEW = "plans.return_review", _("評価を差し戻す")
    PUBLISH_REVIEW = "plans.publish_review", _("評価を公表する")
    GIVE_SECOND_OPINION = "plans.give_second_opinion", _("委員会の意見を付ける")
    READ_DRAFTS = "plans.read_drafts", _("公表前の評価を読む")
    COMMENT = "plans.comment", _("事業に意見を送る")
    HANDLE_COMMENT = "plans.handle_comment", _("届いた声を受け付け、公開し、まとめる")
    REPLY_TO_COMMENT = "plans.reply_to_comment", _("声に回答し、その後の動きを知らせる")
    SEE_AUTHOR = "plans.see_author", _("声を寄せた人の名前と連絡先を見る")


VOICES = (May.HANDLE_COMMENT, May.REPLY_TO_COMMENT, May.SEE_AUTHOR)
STAFF_WORK = (May.ENTER_YEAR, May.SUBMIT_REVIEW, May.LINK_PROGRAMME, May.READ_DRAFTS, *VOICES)
OPEN_TO_ALL = (May.COMMENT,)

GRANTS = {
    Role.PLANNING_OFFICER: (
        May.IMPORT_PLAN,
        May.CORRECT_TEXT,
        May.DESCRIBE_PROGRAMME,
        May.LINK_PROGRAMME,
        May.OPEN_ROUND,
        May.ENTER_YEAR,
        May.RETURN_REVIEW,
        May.PUBLISH_REVIEW,
        May.READ_DRAFTS,
        May.HANDLE_COMMENT,
        May.REPLY_TO_COMMENT,
    ),
    Role.SECTION_STAFF: STAFF_WORK,
    Role.SECTION_CHIEF: (*STAFF_WORK, May.APPROVE_AS_SECTION, May.RETURN_REVIEW),
    Role.BUREAU_CHIEF: (
        May.APPROVE_AS_BUREAU,
        May.RETURN_REVIEW,
        May.READ_DRAFTS,
        May.HANDLE_COMMENT,
        May.REPLY_TO_COMMENT,
    ),
    Role.COMMITTEE_SECRETARIAT: (May.GIVE_SECOND_OPINION,),
    Role.AUDITOR: (May.READ_DRAFTS,),
}

# Who answers a comment as their own work; others may step in.
ANSWERS_COMMENTS = frozenset({Role.SECTION_STAFF, Role.SECTION_CHIEF})

# Whose own work a sheet is at each step; a chief may write a draft, but it is the staff's to write.
WAITS_FOR_ROLE = {
    "draft": Role.SECTION_STAFF,
    "section": Role.SECTION_CHIEF,
    "bureau": Role.BUREAU_CHIEF,
    "approved": Role.PLANNING_OFFICER,
}

NOTHING = Q(pk__in=[])


def within(actor: Actor, permission: May, owner: str) -> Q:
    """The rows whose owning section, found by the path `owner`, lies within what the actor holds."""
    rows = NOTHING
    for held in holding(actor, permission):
        limits = {
            f"{owner}__code": held.section,
            f"{owner}__bureau": held.bureau,
            f"{owner}__bureau__ward": held.ward,
        }
        asked = {path: code for path, code in limits.items() if code is not None}
        rows |= Q(**asked) if asked else ~NOTHING
    return rows
