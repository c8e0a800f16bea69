"""Say what a programme is measured by."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.lock import lock

from ..events import IndicatorDefined
from ..models import Indicator, Programme
from ..permissions import May
from ..streams import stream_of


class IndicatorNotFull(Refusal):
    code = "plans.indicator_not_full"
    status = 400


class AlreadyMeasured(Refusal):
    code = "plans.indicator_defined_twice"


@dataclass(frozen=True, kw_only=True)
class NewIndicator:
    """A quantity, its unit, where it started and where it is read."""

    name: str
    unit: str
    source: str
    baseline: Decimal | None = None
    baseline_year: int | None = None
    more_is_better: bool = True
    is_demo: bool = False


@action(needs=May.ENTER_YEAR, within="programme")
def define_indicator(*, actor: Actor, programme: Programme, indicator: NewIndicator) -> Indicator:
    """Measure a programme by one more indicator.

    Ledger: plans.indicator.defined
    Raises: IndicatorNotFull; AlreadyMeasured.
    """
    refuse_unless_full(indicator)
    # The programme's row is what two people who define the same indicator wait for.
    lock(Programme.objects.filter(pk=programme.pk)).get()
    refuse_double(programme, indicator)
    defined = Indicator.objects.create(programme=programme, **vars(indicator))
    record(told(defined), stream=stream_of(programme))
    return defined


def refuse_unless_full(indicator: NewIndicator) -> None:
    empty = {
        name: sentence
        for name, sentence in (
            ("name", _("指標の名前を入力してください。")),
            ("unit", _("数の単位（人、件、%など）を入力してください。")),
            ("source", _("どこで測った数か（統計、調査、台帳など）を入力してください。")),
        )
        if not getattr(indicator, name).strip()
    }
    if indicator.baseline is not None and indicator.baseline_year is None:
        empty["baseline_year"] = _("基準の値が何年度のものかを入力してください。")
    if empty:
        raise IndicatorNotFull(_("指標に足りないところがあります。"), fields=empty)


def refuse_double(programme: Programme, indicator: NewIndicator) -> None:
    if programme.indicators.filter(name=indicator.name).exists():
        said = _("この事業には「%(name)s」という指標がもうあります。") % {"name": indicator.name}
        raise AlreadyMeasured(said, fields={"name": said})


def told(indicator: Indicator) -> IndicatorDefined:
    return IndicatorDefined(
        programme=indicator.programme.reference,
        name=indicator.name,
        unit=indicator.unit,
        baseline=None if indicator.baseline is None else str(indicator.baseline),
        baseline_year=indicator.baseline_year,
        more_is_better=indicator.more_is_better,
        source=indicator.source,
    )
