"""Median time to first response, with cases that still wait for one."""

from metrics.timeliness import FIRST_RESPONSE, waiting_time

KPI = waiting_time(FIRST_RESPONSE, q=0.5, rank=200)
