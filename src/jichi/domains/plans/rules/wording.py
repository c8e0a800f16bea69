"""Words for people, marked where they are written and translated where they are shown."""


def gettext_noop(message: str) -> str:
    """Return the text as it is; the name is what the collector of translatable texts looks for.

    Rules reach no Django, so they mark their texts with this and the page translates them.
    """
    return message
