"""Answer accuracy: what audits found, weighted by strata, and how far two raters agree."""
