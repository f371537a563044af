"""The words for how a figure stands: against last month and against its target."""

from metrics.change import VERDICTS
from metrics.status import Status
from metrics.text import Text

__all__ = ["NO_DATA", "STATUSES", "SYMBOLS", "TOO_FEW", "VERDICTS"]

NO_DATA = Text("–", "–")
TOO_FEW = Text("太少(n = {n})", "too few (n = {n})")

STATUSES = {
    Status.MET: Text("✓ 达标", "✓ met"),
    Status.NEAR: Text("≈ 接近", "≈ near"),
    Status.MISSED: Text("✗ 未达标", "✗ missed"),
    Status.NONE: Text("未设", "none set"),
}
SYMBOLS = {Status.MET: "✓", Status.NEAR: "≈", Status.MISSED: "✗", Status.NONE: ""}
