"""Median time to resolution among resolved cases: the flattering reading, named so."""

from metrics.timeliness import RESOLUTION, ended_only

KPI = ended_only(RESOLUTION, q=0.5, rank=216, suffix="resolved_only")
