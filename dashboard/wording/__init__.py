"""Every phrase of the dashboard in both languages, one file per part of the screen."""

from metrics.text import Language, Text


def say(text: Text, language: Language, **parts: object) -> str:
    """Return a phrase in `language` with its {parts} filled in."""
    return text.to(language).format(**parts)
