"""The working time within which eight of ten cases are resolved for good, with those that are not yet."""

from metrics.timeliness import FINAL_RESOLUTION, working_time

KPI = working_time(FINAL_RESOLUTION, q=0.8, rank=209)
