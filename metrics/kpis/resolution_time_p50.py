"""Median time to resolution, with cases that are not resolved yet."""

from metrics.timeliness import RESOLUTION, waiting_time

KPI = waiting_time(RESOLUTION, q=0.5, rank=204)
