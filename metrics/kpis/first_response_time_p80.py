"""The time within which eight of ten cases get their first response, with those that still wait for one."""

from metrics.timeliness import FIRST_RESPONSE, waiting_time

KPI = waiting_time(FIRST_RESPONSE, q=0.8, rank=201)
