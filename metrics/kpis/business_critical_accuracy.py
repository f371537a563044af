"""Business-critical accuracy: the share of audited contacts without an error that costs the company."""

from metrics.accuracy.shares import accuracy
from metrics.text import Text

KPI = accuracy(
    "business_critical",
    rank=165,
    name=Text("业务关键准确率", "Business-critical accuracy"),
    question=Text("多少次服务没有让公司受损的差错?", "How many contacts were free of errors that cost the company?"),
    why=Text("记错、报错价会在后面的环节变成返工。", "A wrong code or quote turns into rework further on."),
)
