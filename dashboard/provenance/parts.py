"""The parts of the data page, as they stand in its address."""

PARTS = ("sources", "checks", "quarantine", "linking", "restatements", "files", "loads", "exports")
