"""The tables of plans and their evaluation; one file per subject."""

from .edition import Correction, Edition, Effort, LeftOut, Listing, ListingItem, Measure, Statement
from .imprint import Imprint, ImprintColumn
from .programme import CharterPrinciple, Field, Programme
from .review import EffortReview, Evidence, ProgrammeReview, Review, Round, SecondOpinion
from .years import ActionState, BudgetYear, Indicator, IndicatorYear, PlannedAction

__all__ = [
    "ActionState", "BudgetYear", "CharterPrinciple", "Correction", "Edition", "Effort", "EffortReview",
    "Evidence", "Field", "Imprint", "ImprintColumn", "Indicator", "IndicatorYear", "LeftOut", "Listing", "ListingItem", "Measure",
    "PlannedAction", "Programme", "ProgrammeReview", "Review", "Round", "SecondOpinion", "Statement",
]  # fmt: skip
