"""The time within which eight of ten cases are resolved for good, reopenings included, with those that are not yet."""

from metrics.timeliness import FINAL_RESOLUTION, waiting_time

KPI = waiting_time(FINAL_RESOLUTION, q=0.8, rank=208)
