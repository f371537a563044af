"""The working time within which nine of ten cases are resolved, pauses not counted."""

from metrics.timeliness import RESOLUTION, working_time

KPI = working_time(RESOLUTION, q=0.9, rank=207)
