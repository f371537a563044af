"""Why a workspace's KPI moved between two periods, from its published parts."""

from dataclasses import dataclass

from metrics.contract.words import WORDED, WORDS
from metrics.populations import UNKNOWN
from metrics.registry import kpi
from metrics.store.errors import QueryError
from metrics.store.query import Query
from metrics.store.scope import Scope
from metrics.store.store import Store
from metrics.text import Text
from metrics.why import Explanation, Names, Periods, explain


@dataclass(frozen=True)
class Comparison:
    """One KPI in two periods, taken apart by the dimensions `by`, of rows matching `where`."""

    kpi: str
    periods: Periods
    by: tuple[str, ...] = ("unit",)
    where: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no query may ask, periods that are not one after the other, and a split by no dimension."""
        before, now = self.queries
        if str(before.last) >= str(now.first):
            message = f"The earlier period (to {before.last}) must end before the later one (from {now.first}) begins."
            raise QueryError(message)
        if not self.by or "month" in self.by:
            message = f"Say by which dimensions to take the change apart, other than month; got '{','.join(self.by)}'."
            raise QueryError(message)

    @property
    def queries(self) -> tuple[Query, Query]:
        """Return the questions for the parts of the earlier and of the later period."""
        before, now = self.periods.before, self.periods.now
        return (
            Query(self.kpi, before.first, before.last, self.by, self.where),
            Query(self.kpi, now.first, now.last, self.by, self.where),
        )


def explanation(store: Store, scope: Scope, asked: Comparison) -> Explanation:
    """Return why the KPI moved; the comparison is withheld while one of its last months is not over."""
    before, now = (store.readings(scope, query) for query in asked.queries)
    unfinished = any(store.is_partial(scope, str(query.last)) for query in asked.queries)
    return explain(kpi(asked.kpi), before, now, asked.by, unfinished=unfinished)


def names(store: Store, scope: Scope) -> Names:
    """Return the names of units and regions in both languages, as far as the workspace tells them."""
    found = {}
    for row in store.units(scope).to_dicts():
        found["unit", row["unit"]] = _name(row["name_zh"], row["name_en"], row["unit"])
        found["region", row["region"] or UNKNOWN] = _name(row["region_zh"], row["region_en"], row["region"] or UNKNOWN)
    return found


def segment_names(store: Store, scope: Scope, found: Explanation) -> Names:
    """Return the names of an explanation's segments; values that neither the workspace nor the contract names lack."""
    values = {(name, value) for name in found.by for value in _values(found, name)}
    worded = {
        (name, value): WORDS[value] for name, value in values if value in WORDS and (name in WORDED or value == UNKNOWN)
    }
    return worded | dict(names(store, scope)) | _reasons(store, scope)


def _values(found: Explanation, name: str) -> list[str]:
    return found.segments[name].unique().to_list() if found.segments.height else []


def _reasons(store: Store, scope: Scope) -> dict[tuple[str, str], Text]:
    told = store.warehouse(scope).scan("reason_codes").select("code", "name", "name_en").collect()
    return {("reason_code", code): _name(zh, en, code) for code, zh, en in told.iter_rows()}


def _name(zh: str | None, en: str | None, key: str) -> Text:
    return Text(zh or key, en or zh or key)
