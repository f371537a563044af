"""The working time within which eight of ten cases are resolved, pauses not counted."""

from metrics.timeliness import RESOLUTION, working_time

KPI = working_time(RESOLUTION, q=0.8, rank=207)
