"""What stages and steps of a job are called."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...queries.waiting_room import Waiting

STAGES = {
    "asked": gettext_lazy("順番を待っています"),
    "running": gettext_lazy("処理しています"),
    "checked": gettext_lazy("誤りはありません。取り込む前に確かめてください"),
    "refused": gettext_lazy("誤りがあります。何も変えていません"),
    "done": gettext_lazy("終わりました"),
    "failed": gettext_lazy("できませんでした。何も変えていません"),
}
STEPS = {
    "read": gettext_lazy("ファイルを読んでいます"),
    "order": gettext_lazy("異動を順に並べています"),
    "check": gettext_lazy("確かめています"),
    "write": gettext_lazy("台帳に書き込んでいます"),
    "index": gettext_lazy("索引を作っています"),
    "extract": gettext_lazy("書き出しています"),
}


def count_facts(job: Waiting) -> list[dict[str, Any]]:
    """How many, as a definition list; nothing while nothing was counted."""
    counts = job.counts
    said = (
        (_("人"), counts.get("persons")),
        (_("世帯"), counts.get("households")),
        (_("異動"), counts.get("movements")),
        (_("履歴"), counts.get("entries")),
        (_("印鑑登録"), counts.get("seals")),
        (_("誤り"), job.faults if job.stage == "refused" else None),
    )
    facts = [{"label": _("理由"), "value": job.reason}]
    facts += [{"label": label, "value": f"{count:,}"} for label, count in said if count is not None]
    return [*facts, {"label": _("処理の番号"), "value": job.act}]
