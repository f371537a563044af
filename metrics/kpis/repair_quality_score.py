"""Repair-quality score: the mean grade for the repair itself."""

from metrics.item_scores import item_score
from metrics.text import Text

KPI = item_score(
    "repair_quality",
    rank=113,
    name=Text("维修质量得分", "Repair-quality score"),
    question=Text("客户给维修质量打了多少分?", "How do customers grade the repair?"),
    why=Text("态度好补不回修不好。", "Kindness does not make up for a repair that failed."),
)
