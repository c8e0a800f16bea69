"""Sudachi's dictionary (about 150 MB), read once when the first text is cut into words."""

import threading
from functools import cache

from sudachipy import Dictionary, Tokenizer

_of_thread = threading.local()
_reading = threading.Lock()


def tokenizer() -> Tokenizer:
    """The tokenizer of this thread: one may not be shared between threads, the dictionary may."""
    if not hasattr(_of_thread, "tokenizer"):
        with _reading:
            _of_thread.tokenizer = dictionary().tokenizer()
    return _of_thread.tokenizer


@cache
def dictionary() -> Dictionary:
    return Dictionary()
