"""Which workspace the dashboard shows: the one place that reads the environment."""

import os
from pathlib import Path

_SAMPLE = Path(__file__).parent.parent / "sample_data" / "workspace"


def place() -> Path:
    """Return the folder that PLUMBLINE_WORKSPACE names, or the sample workspace."""
    named = os.environ.get("PLUMBLINE_WORKSPACE")
    return Path(named).expanduser() if named else _SAMPLE
