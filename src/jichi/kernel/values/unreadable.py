"""What every reader of this room raises when a text is not the value it was meant to be."""


class Unreadable(ValueError):
    """A text that cannot be read as the value asked for.

    ``code`` names the broken rule (``yen.fraction``); the page words it for people, in their language.
    ``text`` is the text as it was given; ``reason`` says the same in English for logs and the command line.
    """

    def __init__(self, code: str, text: str, reason: str) -> None:
        super().__init__(code, text, reason)
        self.code = code
        self.text = text
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.reason}: {self.text!r}"
