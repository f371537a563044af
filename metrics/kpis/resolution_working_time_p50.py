"""Median working time to resolution, pauses not counted, with cases that are not resolved yet."""

from metrics.timeliness import RESOLUTION, working_time

KPI = working_time(RESOLUTION, q=0.5, rank=206)
