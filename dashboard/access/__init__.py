"""Who is looking, and what they may see; until a login is configured, one local viewer on this machine."""

from dashboard.access.doors import is_loopback, refusal
from dashboard.access.viewer import people, viewer, viewer_name

__all__ = ["is_loopback", "people", "refusal", "viewer", "viewer_name"]
