"""The tables of plans and their evaluation; one file per subject."""

from .edition import Correction, Edition, Effort, LeftOut, Listing, ListingItem, Measure, Statement
from .imprint import Imprint, ImprintColumn
from .programme import CharterPrinciple, Field, Programme
from .review import EffortReview, Evidence, ProgrammeReview, Review, Round, SecondOpinion
from .voices import PUBLIC_STEPS, Answer, Comment, Consequence, Reply
from .years import ActionState, BudgetYear, Indicator, IndicatorYear, PlannedAction

__all__ = [
    "PUBLIC_STEPS", "ActionState", "Answer", "BudgetYear", "CharterPrinciple", "Comment", "Consequence",
    "Correction", "Edition", "Effort", "EffortReview", "Evidence", "Field", "Imprint", "ImprintColumn",
    "Indicator", "IndicatorYear", "LeftOut", "Listing", "ListingItem", "Measure", "PlannedAction",
    "Programme", "ProgrammeReview", "Reply", "Review", "Round", "SecondOpinion", "Statement",
]  # fmt: skip
