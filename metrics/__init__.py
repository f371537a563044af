"""Service-quality KPIs: what they mean and how they are computed. Only `metrics.store` knows a database."""
