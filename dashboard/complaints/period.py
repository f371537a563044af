"""Which months and which place the page about complaints looks at."""

from dataclasses import dataclass

from dashboard import numbers
from dashboard.places import Place, Places
from dashboard.wording import complaints as words
from dashboard.wording import say
from metrics.calendar import shift_month
from metrics.store import Query
from metrics.store.complaints import COUNTED_BY
from metrics.text import Language

USUAL = "12"


@dataclass(frozen=True)
class Period:
    """The months that end with the chosen one, at a place."""

    last: str
    months: int
    place: Place

    @property
    def first(self) -> str:
        """Return the first month."""
        return shift_month(self.last, 1 - self.months)

    @property
    def query(self) -> Query:
        """Return the question for the complaints of the period; of other KPIs, its months and place are taken."""
        return Query(COUNTED_BY, self.first, self.last, (), self.place.where)

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Return what tells this period from others."""
        return self.first, self.last, self.place.kind, self.place.code

    def name(self, places: Places, language: Language) -> str:
        """Return what the period is called."""
        text = words.ONE_MONTH if self.months == 1 else words.PERIOD
        first, last = (numbers.month(month, language) for month in (self.first, self.last))
        return say(text, language, first=first, last=last, place=places.name(self.place, language))
