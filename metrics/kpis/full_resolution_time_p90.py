"""The time within which nine of ten cases are resolved for good, reopenings included, with those that are not yet."""

from metrics.timeliness import FINAL_RESOLUTION, waiting_time

KPI = waiting_time(FINAL_RESOLUTION, q=0.9, rank=208)
