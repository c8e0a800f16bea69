"""How long a step at a terminal may take before the session is over, and how often a terminal may ask. Pure."""

from datetime import timedelta

# Somebody who walks away leaves nothing behind for the next; a printer may need a while.
FOR_STEP = {
    "menu": timedelta(minutes=3),
    "chosen": timedelta(minutes=3),
    "paid": timedelta(minutes=5),
    "printing": timedelta(minutes=5),
}
LONGEST = timedelta(minutes=15)
MOST_STEPS_A_MINUTE = 120
MOST_WRONG_PINS = 3
