"""The time within which nine of ten cases are resolved, with those that are not yet."""

from metrics.timeliness import RESOLUTION, waiting_time

KPI = waiting_time(RESOLUTION, q=0.9, rank=205)
