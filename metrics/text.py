"""A phrase in the two languages of the product."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True)
class Text:
    """One phrase in Chinese and in English; neither may be empty."""

    zh: str
    en: str

    def __post_init__(self) -> None:
        """Refuse a phrase that one group of readers could not read."""
        if not (self.zh.strip() and self.en.strip()):
            message = f"A text needs both languages, got zh={self.zh!r} en={self.en!r}."
            raise ValueError(message)

    def to(self, language: Language) -> str:
        """Return the phrase in `language`."""
        return self.zh if language == "zh" else self.en
