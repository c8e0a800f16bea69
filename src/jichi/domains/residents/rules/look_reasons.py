"""Why somebody of the registry opens a record: the reasons to choose from. Pure."""

from jichi.kernel.values.fault import gettext_noop

OTHER = "other"
REASONS = {
    "counter": gettext_noop("窓口での届出・申請のため"),
    "phone": gettext_noop("問い合わせに答えるため"),
    "inquiry": gettext_noop("職権による調査のため"),
    "correction": gettext_noop("記載の誤りを確かめるため"),
    "protection": gettext_noop("支援措置の事務のため"),
    OTHER: gettext_noop("そのほか"),
}


def reason_text(code: str, detail: str) -> str:
    """What is kept, and read by the person concerned: the reason, and what the clerk wrote beside it."""
    detail = detail.strip()
    if code == OTHER:
        return detail
    return f"{REASONS[code]}（{detail}）" if detail else REASONS[code]


def told_reason(why: str) -> tuple[str, str]:
    """The sentence of the list, to be translated, and what was written beside it."""
    sentence, mark, rest = why.partition("（")
    return (sentence, rest.removesuffix("）")) if mark and sentence in REASONS.values() else (why, "")
