"""Median time to first response among cases that have one: the flattering reading, named so."""

from metrics.timeliness import FIRST_RESPONSE, ended_only

KPI = ended_only(FIRST_RESPONSE, q=0.5, rank=215, suffix="answered_only")
