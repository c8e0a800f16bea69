"""Full-width letters and digits, as Japanese keyboards make them, read as their plain forms."""

_FULL_WIDTH_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_OTHER = {0x3000: 0x20, 0xFFE5: 0xA5}  # the wide blank and yen sign
_PLAIN = str.maketrans({**_FULL_WIDTH_ASCII, **_OTHER})


def narrow(text: str) -> str:
    """Return the text with full-width ASCII made plain and the blanks at both ends gone.

    Not Unicode NFKC: that would also turn ``1²`` into ``12`` and ``½`` into ``1⁄2``, and a wrong
    amount is worse than a refused one.
    """
    return text.translate(_PLAIN).strip()
