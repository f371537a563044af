"""The working time within which nine of ten cases get their first response."""

from metrics.timeliness import FIRST_RESPONSE, working_time

KPI = working_time(FIRST_RESPONSE, q=0.9, rank=203)
