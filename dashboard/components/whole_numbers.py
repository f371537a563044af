"""Numbers that no line break parts from their units; what is exported or copied from a table stays as it is."""

from dashboard.components.mounting import component


def whole_numbers() -> None:
    """Let the browser keep each number on a line with its unit, now and whenever the page changes."""
    _mount(key="whole_numbers", data={}, height=0)


_mount = component("whole_numbers", "<span></span>", is_seen=False)
