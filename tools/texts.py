"""Collects the texts for people into the catalogues, and says what is still to be written. Usage: tools/texts"""

import sys

from tools.catalogues import ENGLISH, SIMPLE, badly_filled, half_english, merge, not_said
from tools.found_texts import found_texts


def main() -> int:
    found = found_texts()
    for language in (ENGLISH, SIMPLE):
        merge(language, found)
    faults = [
        *(f"no English: {text}" for text in not_said(ENGLISH, found)),
        *(f"no やさしい日本語: {text}" for text in not_said(SIMPLE, found)),
        *(
            f"filled differently in {name}: {text}"
            for name in (ENGLISH, SIMPLE)
            for text in badly_filled(name)
        ),
        *(f"Japanese in the English of: {text}" for text in half_english()),
    ]
    print("\n".join([*faults, f"{len(found)} texts, {len(faults)} to be written or mended"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
