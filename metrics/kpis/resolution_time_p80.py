"""The time within which eight of ten cases are resolved, with those that are not yet."""

from metrics.timeliness import RESOLUTION, waiting_time

KPI = waiting_time(RESOLUTION, q=0.8, rank=205)
