"""Choices that are too many to list: an address may hold them if they have the right form."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Pattern:
    """The texts that match a regular expression as a whole."""

    form: str

    def __contains__(self, value: object) -> bool:
        """Return whether a text has the form."""
        return isinstance(value, str) and re.fullmatch(self.form, value) is not None
