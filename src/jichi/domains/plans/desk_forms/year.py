"""One screen for a programme's year: money, indicators, planned actions."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jichi.kernel.web.forms import AmountField, AmountInput, KitForm

from ..actions.year_entry import Measurement, Money, Outcome, YearEntry
from ..models import ActionState, Indicator, PlannedAction


class NumberField(forms.DecimalField):
    """A number with up to two decimals and its unit beside it; commas are read."""

    def __init__(self, *, unit: str, **kwargs: Any) -> None:
        widget = AmountInput(unit, {"inputmode": "decimal"})
        super().__init__(widget=widget, max_digits=16, decimal_places=2, required=False, **kwargs)

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace(",", "").strip() if isinstance(value, str) else value)


class YearForm(KitForm):
    """Built for one programme and year; what is typed is kept whatever is refused."""

    budget = AmountField(label=_("当初予算"), unit=_("円"), required=False)
    supplementary = AmountField(
        label=_("補正予算"), unit=_("円"), required=False, help_text=_("減額は「-」をつけてください。")
    )
    settlement = AmountField(label=_("決算"), unit=_("円"), required=False)
    source = forms.CharField(
        label=_("予算・決算の出典"),
        required=False,
        max_length=300,
        help_text=_("予算書や決算書の名前とページを書いてください。"),
    )

    def __init__(
        self,
        *args: Any,
        indicators: Sequence[Indicator],
        actions: Sequence[PlannedAction],
        year: int,
        **named: Any,
    ) -> None:
        super().__init__(*args, **named)
        self.indicators, self.actions, self.year = indicators, actions, year
        for indicator in indicators:
            self.add_indicator(indicator)
        for action in actions:
            self.add_action(action)

    def add_indicator(self, indicator: Indicator) -> None:
        key, name = indicator.pk, indicator.name
        self.fields[f"target_{key}"] = NumberField(label=_("目標"), unit=indicator.unit)
        self.fields[f"actual_{key}"] = NumberField(label=_("実績"), unit=indicator.unit)
        self.fields[f"actual_source_{key}"] = forms.CharField(
            label=_("実績の出典"), required=False, max_length=300
        )
        for field in ("target", "actual", "actual_source"):
            self.fields[f"{field}_{key}"].widget.attrs["aria-label"] = (
                f"{name} {self.fields[f'{field}_{key}'].label}"
            )

    def add_action(self, action: PlannedAction) -> None:
        self.fields[f"state_{action.pk}"] = forms.ChoiceField(label=_("状態"), choices=ActionState.choices)
        self.fields[f"evidence_{action.pk}"] = forms.CharField(
            label=_("終わったことを示すもの"), required=False, max_length=1000
        )
        for field in ("state", "evidence"):
            widget = self.fields[f"{field}_{action.pk}"].widget
            widget.attrs["aria-label"] = f"{action.text} {self.fields[f'{field}_{action.pk}'].label}"

    @property
    def money_fields(self) -> list[Any]:
        return [self[name] for name in ("budget", "supplementary", "settlement", "source")]

    @property
    def measured(self) -> list[dict[str, Any]]:
        """Each indicator with its fields and with last year's row."""
        return [
            {
                "indicator": each,
                "last": next((row for row in each.near if row.year != self.year), None),  # type: ignore[attr-defined]
                "fields": [self[f"{name}_{each.pk}"] for name in ("target", "actual", "actual_source")],
            }
            for each in self.indicators
        ]

    @property
    def planned(self) -> list[dict[str, Any]]:
        return [
            {"action": each, "fields": [self[f"state_{each.pk}"], self[f"evidence_{each.pk}"]]}
            for each in self.actions
        ]

    def entry(self) -> YearEntry:
        """What was typed, for the action."""
        typed = self.cleaned_data
        return YearEntry(
            money=Money(
                budget=typed["budget"],
                supplementary=typed["supplementary"] or 0,
                settlement=typed["settlement"],
                source=typed["source"],
            ),
            measurements=tuple(measurement(typed, each.pk) for each in self.indicators),
            outcomes=tuple(outcome(typed, each.pk) for each in self.actions),
        )


def measurement(typed: Mapping[str, Any], key: int) -> Measurement:
    return Measurement(
        indicator=key,
        target=typed[f"target_{key}"],
        actual=typed[f"actual_{key}"],
        actual_source=typed[f"actual_source_{key}"],
    )


def outcome(typed: Mapping[str, Any], key: int) -> Outcome:
    return Outcome(action=key, state=ActionState(typed[f"state_{key}"]), evidence=typed[f"evidence_{key}"])
