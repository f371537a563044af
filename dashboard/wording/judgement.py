"""The words for how a figure stands: against last month and against its target."""

from metrics.change import Verdict
from metrics.status import Status
from metrics.text import Text

NO_DATA = Text("–", "–")
TOO_FEW = Text("太少(n = {n})", "too few (n = {n})")

VERDICTS = {
    Verdict.REAL: Text("真实变化", "real change"),
    Verdict.NOISE: Text("波动范围内", "within noise"),
    Verdict.TOO_EARLY: Text("为时尚早", "too early to say"),
    Verdict.NO_COMPARISON: Text("无可比", "no comparison"),
}
STATUSES = {
    Status.MET: Text("✓ 达标", "✓ met"),
    Status.NEAR: Text("≈ 接近", "≈ near"),
    Status.MISSED: Text("✗ 未达标", "✗ missed"),
    Status.NONE: Text("未设", "none set"),
}
SYMBOLS = {Status.MET: "✓", Status.NEAR: "≈", Status.MISSED: "✗", Status.NONE: ""}
