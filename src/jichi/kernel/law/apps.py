from typing import Any

from django.core.checks import CheckMessage, register
from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import Dataset, Subsystem, SubsystemConfig, installed


class LawConfig(SubsystemConfig):
    default = True
    name = "jichi.kernel.law"
    label = "law"

    def manifest(self) -> Subsystem:
        from .findable import findable
        from .loading import load_law

        return Subsystem(
            name="law",
            title=_("使っている条例の値"),
            load=load_law,
            search=findable,
            router="jichi.kernel.law.api.router",
            datasets=(law_dataset(),),
        )

    def ready(self) -> None:
        super().ready()
        register(look_at_the_law)


def look_at_the_law(**_options: Any) -> list[CheckMessage]:
    """The system check: all law files, and every key that a manifest declares."""
    from .checks import faults_of_the_law

    return faults_of_the_law(key for part in installed() for key in part.law)


def law_dataset() -> Dataset:
    from .datasets import law_rows

    return Dataset(
        name="law",
        title=_("条例の値"),
        describes=_("このしくみが使う割合・日数・年齢などの値と、始まりと終わりの日、根拠、確かさ。"),
        columns={
            "key": _("記号"),
            "name": _("名前"),
            "name_en": _("英語の名前"),
            "unit": _("単位"),
            "since": _("始まりの日（値が分かっていないときは空）"),
            "until": _("終わりの日：最後の日（続いているときは空）"),
            "value": _("値（廃止されたとき、分かっていないときは空）"),
            "source": _("根拠"),
            "confidence": _("確かさ：read（出典で確認）、inferred（推定）、unconfirmed（未確認）"),
            "note": _("備考"),
        },
        rows=law_rows,
        updated=lambda: None,
    )
