"""Answering contacts: where a source says too little to judge whether, or how soon, a contact was answered."""

import polars as pl

from metrics.model import LeftOut
from metrics.text import Text

ANSWER_UNSTATED = LeftOut(
    "answer_unstated",
    Text("未记录是否接通", "the source does not say whether it was answered"),
    pl.col("answered").is_null(),
)
WAIT_UNSTATED = LeftOut(
    "wait_unstated", Text("未记录等待时间", "wait not recorded"), pl.col("waited_seconds").is_null()
)
