"""Timeliness score: the mean grade for how soon the service came."""

from metrics.item_scores import item_score
from metrics.text import Text

KPI = item_score(
    "timeliness",
    rank=112,
    name=Text("服务及时性得分", "Timeliness score"),
    question=Text("客户给及时性打了多少分?", "How do customers grade how soon we came?"),
    why=Text("总分相同,原因可能不同。", "The same total may have different reasons."),
)
