"""Feedback forms that speak for the customer: returned, given freely, and not rejected by verification."""

import polars as pl

from metrics.model import LeftOut
from metrics.text import Text

NOT_SPEAKING = (
    LeftOut("not_returned", Text("未收回", "not returned"), pl.col("received_at").is_null()),
    LeftOut("callback", Text("电话回访,另行统计", "a call-back: a sample apart"), pl.col("source_kind") == "callback"),
    LeftOut("rejected", Text("核实不属实", "verification rejected it"), pl.col("verified") == "rejected"),
)
