"""Median working time until a case is resolved for good, without the time it stood closed."""

from metrics.timeliness import FINAL_RESOLUTION, working_time

KPI = working_time(FINAL_RESOLUTION, q=0.5, rank=209)
