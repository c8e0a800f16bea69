"""Which entries go along when somebody enters another register, or a register is made anew. Pure.

Law: 戸籍法施行規則 第39条 (important matters that are carried over), 第37条 (what a transfer leaves behind).
"""

from .case import Listed

ALWAYS = frozenset(
    {
        "birth", "acknowledgement", "first_registration", "naturalised", "nationality_acquired",
        "given_name_change",
    }
)  # fmt: skip


def carried(listed: Listed, *, with_marriage: bool, is_minor: bool) -> tuple[int, ...]:
    """The keys of the entries that still hold, in their order: a birth always, an adoption while it lasts, custody of a
    minor, and the marriage of who enters together with the spouse; never a divorce or the marriage that it ended."""
    held = set(ALWAYS)
    if listed.block.is_adopted:
        held.add("adoption")
    if listed.block.is_married and with_marriage:
        held.add("marriage")
    if is_minor:
        held.add("custody")
    if not listed.block.is_listed:
        held |= {"death", "missing"}
    newest = {entry.kind: entry.key for entry in listed.entries}
    once = {"marriage", "adoption", "custody"}
    return tuple(
        entry.key
        for entry in listed.entries
        if entry.kind in held and (entry.kind not in once or newest[entry.kind] == entry.key)
    )
