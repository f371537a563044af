"""What is seen while a page is worked out: for a moment nothing, then what is not new yet fades."""

from dashboard.components.mounting import component


def waiting() -> None:
    """Let the browser tell a short run of the script from one that its reader waits for."""
    _mount(key="waiting", height=0)


_mount = component("waiting", "<span></span>", is_seen=False)
