"""In which language a viewer reads: what the address says, else what the browser prefers."""

from metrics.text import Language, Text


def language(asked: str | None, locale: str | None) -> Language:
    """Return the language of an address, else of a browser's locale; who prefers neither reads English."""
    if asked in ("zh", "en"):
        return "zh" if asked == "zh" else "en"
    return "zh" if (locale or "").lower().startswith("zh") else "en"


def in_words(problem: Exception, language: Language) -> str:
    """Return what an error says, in the reader's language where it is told in both."""
    said = getattr(problem, "said", None)
    return said.to(language) if isinstance(said, Text) else str(problem)
