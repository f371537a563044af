"""Whether something shown is good news, bad news or neither; arrows say up or down, tones say good or bad."""

from enum import StrEnum

from dashboard.measured import Measured
from metrics.status import Status

# The colours that markets give to a rise and a fall, where a viewer wants arrows in them: red up as in China, or green.
CONVENTIONS = ("red_up", "green_up")


class Tone(StrEnum):
    """What colour means."""

    GOOD = "good"
    BAD = "bad"
    QUIET = "quiet"


def of_change(shown: Measured) -> Tone:
    """Return the tone of a change: only one beyond noise is good or bad."""
    if not shown.is_real or not shown.change.difference:
        return Tone.QUIET
    return Tone.BAD if shown.is_worse else Tone.GOOD


def of_status(shown: Measured) -> Tone:
    """Return the tone of a target's status."""
    return {Status.MET: Tone.GOOD, Status.MISSED: Tone.BAD}.get(shown.status, Tone.QUIET)


def arrow(shown: Measured) -> str:
    """Return which way the value moved; nothing where that is not known."""
    moved = shown.change.difference
    if not moved:
        return ""
    return "▲" if moved > 0 else "▼"
