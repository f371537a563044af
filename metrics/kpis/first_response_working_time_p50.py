"""Median working time to first response, with cases that still wait for one."""

from metrics.timeliness import FIRST_RESPONSE, working_time

KPI = working_time(FIRST_RESPONSE, q=0.5, rank=202)
