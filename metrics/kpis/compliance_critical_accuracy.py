"""Compliance-critical accuracy: the share of audited contacts that kept every rule of law and policy."""

from metrics.accuracy.shares import accuracy
from metrics.text import Text

KPI = accuracy(
    "compliance_critical",
    rank=170,
    name=Text("合规关键准确率", "Compliance-critical accuracy"),
    question=Text("多少次服务遵守了全部法规要求?", "How many contacts kept every rule of law and policy?"),
    why=Text("一次违规就可能带来处罚。", "A single breach may be fined."),
)
