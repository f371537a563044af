"""The timeline of one case: what its records say happened when, what was promised, and the time between."""

from metrics.timeline.gaps import with_gaps
from metrics.timeline.moments import MOMENT, key_of, moments
from metrics.timeline.promises import Kept, promises

__all__ = ["MOMENT", "Kept", "key_of", "moments", "promises", "with_gaps"]
