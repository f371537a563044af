"""What the page about complaints and recovery asks; rows are shared and held for a while only."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dashboard.complaints.period import Period
from dashboard.data import Published
from metrics.complaints.limits import poisson_limits
from metrics.recovery.scenario import Scenario
from metrics.store import complaints, recovery, recovery_board, scenarios

if TYPE_CHECKING:
    import polars as pl

    from metrics.recovery.comparison import Comparison
    from metrics.store.complaints import Causes
    from metrics.store.recovery_board import Board

RATE = "complaints_per_100_cases"


@dataclass(frozen=True)
class Complaints:
    """The complaints and recoveries of a period, as one viewer may see them."""

    source: Published
    period: Period

    @cached_property
    def rate(self) -> "pl.DataFrame":
        """Return every finished month's rate with its exact limits, oldest first."""
        import polars as pl

        months = self.source.history(RATE, self.period.place)
        over = [months[month] for month in sorted(months) if not self.source.is_partial(month)]
        schema = {"month": pl.String(), **dict.fromkeys(("total", "exposure", "value", "low", "high"), pl.Float64())}
        return poisson_limits(pl.DataFrame([{name: row[name] for name in schema} for row in over], schema=schema))

    @cached_property
    def rows(self) -> "pl.DataFrame":
        """Return the complaints that count, each with its cause."""
        store, scope, query = self.source.store, self.source.scope, self.period.query

        def read() -> "pl.DataFrame":
            return complaints.with_cause(complaints.counted(store, scope, query), store.warehouse(scope))

        return self.source.held("complaints", read, *self.period.key)

    def causes(self, measure: str) -> "Causes":
        """Return the causes by number ("complaints") or by "cost"."""
        store, scope = self.source.store, self.source.scope

        def ask() -> "Causes":
            return complaints.causes_of(self.rows, store.warehouse(scope), measure)

        return self.source.asked("causes", ask, *self.period.key, measure)

    @property
    def severity(self) -> "pl.DataFrame":
        """Return the complaints by severity, the gravest first."""
        return complaints.by_severity(self.rows)

    @property
    def weighted(self) -> dict[str, Any]:
        """Return the weighted and the plain rate of the period."""
        store, scope, query = self.source.store, self.source.scope, self.period.query
        return self.source.asked("weighted", lambda: complaints.severity(store, scope, query), *self.period.key)

    @cached_property
    def board(self) -> "Board | None":
        """Return the recoveries as a board; None where there is none."""
        store, scope, query = self.source.store, self.source.scope, self.period.query
        return self.source.held("board", lambda: recovery_board.recovery_board(store, scope, query), *self.period.key)

    @property
    def comparison(self) -> "Comparison":
        """Return scores after a recovery beside those where nothing went wrong."""
        store, scope, query = self.source.store, self.source.scope, self.period.query
        return self.source.asked("comparison", lambda: recovery.comparison(store, scope, query), *self.period.key)

    @property
    def customers(self) -> dict[str, int]:
        """Return how many customers were dealt with how, by the groups of a scenario."""
        store, scope, query = self.source.store, self.source.scope, self.period.query
        ask = lambda: recovery_board.customers_by_handling(store, scope, query)  # noqa: E731 handed on at once
        return self.source.asked("customers", ask, *self.period.key)

    @cached_property
    def scenarios(self) -> dict[str, Scenario]:
        """Return the repurchase scenarios by name, read from the policy as it stands now."""
        return scenarios.read_scenarios(self.source.store.settings.folder)
