"""90th percentile of the time to resolution among resolved cases: the flattering reading, named so."""

from metrics.timeliness import RESOLUTION, ended_only

KPI = ended_only(RESOLUTION, q=0.9, rank=217, suffix="resolved_only")
