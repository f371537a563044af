"""Customer-critical accuracy: the share of audited contacts without an error that harms the customer."""

from metrics.accuracy.shares import accuracy
from metrics.text import Text

KPI = accuracy(
    "customer_critical",
    rank=160,
    name=Text("客户关键准确率", "Customer-critical accuracy"),
    question=Text("多少次服务没有损害客户的差错?", "How many contacts were free of errors that harm the customer?"),
    why=Text("只有一个质检总分会掩盖伤害客户的差错。", "A single quality score hides the errors that hurt customers."),
)
