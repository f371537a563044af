"""The KPIs, one file each; the file name is the KPI's key."""
