"""What people may do with plans. Reading the published plan needs no permission."""

from enum import StrEnum

from jichi.kernel.access.roles import Role


class May(StrEnum):
    IMPORT_PLAN = "plans.import_plan"
    CORRECT_TEXT = "plans.correct_text"
    DESCRIBE_PROGRAMME = "plans.describe_programme"
    LINK_PROGRAMME = "plans.link_programme"
    OPEN_ROUND = "plans.open_round"
    ENTER_YEAR = "plans.enter_year"
    SUBMIT_REVIEW = "plans.submit_review"
    APPROVE_AS_SECTION = "plans.approve_as_section"
    APPROVE_AS_BUREAU = "plans.approve_as_bureau"
    RETURN_REVIEW = "plans.return_review"
    PUBLISH_REVIEW = "plans.publish_review"
    GIVE_SECOND_OPINION = "plans.give_second_opinion"
    READ_DRAFTS = "plans.read_drafts"


STAFF_WORK = (May.ENTER_YEAR, May.SUBMIT_REVIEW, May.LINK_PROGRAMME, May.READ_DRAFTS)

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
    ),
    Role.SECTION_STAFF: STAFF_WORK,
    Role.SECTION_CHIEF: (*STAFF_WORK, May.APPROVE_AS_SECTION, May.RETURN_REVIEW),
    Role.BUREAU_CHIEF: (May.APPROVE_AS_BUREAU, May.RETURN_REVIEW, May.READ_DRAFTS),
    Role.COMMITTEE_SECRETARIAT: (May.GIVE_SECOND_OPINION,),
    Role.AUDITOR: (May.READ_DRAFTS,),
}
