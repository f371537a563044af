"""Attitude score: the mean grade for how customers were treated."""

from metrics.item_scores import item_score
from metrics.text import Text

KPI = item_score(
    "attitude",
    rank=114,
    name=Text("服务态度得分", "Attitude score"),
    question=Text("客户给服务态度打了多少分?", "How do customers grade how they were treated?"),
    why=Text("态度是人人当天就能改的一项。", "Of the three, it is the one that people can change today."),
)
