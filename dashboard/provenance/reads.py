"""What the data page asks: each answer once per version of the data and per newest load, whatever became of that."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.data import PAGE, Published
from dashboard.filters import Filters
from metrics.store import accounts, export_log, linking, quarantined, restated
from metrics.store.quarantined import Chosen

if TYPE_CHECKING:
    import polars as pl

    from metrics.store.accounts import Balance
    from metrics.store.quarantined import Waiting
    from metrics.store.restated import Restated


@dataclass(frozen=True)
class Provenance:
    """The account of the loads, as one viewer may see it."""

    source: Published

    @cached_property
    def accounts(self) -> "pl.DataFrame":
        """Return the account of each source."""
        return self.source.asked(
            "accounts", lambda: accounts.accounts(self.source.store, self.source.scope), self.source.attempt
        )

    @property
    def balance(self) -> "Balance":
        """Return what became of all rows together."""
        return accounts.balance(self.accounts)

    @property
    def loads(self) -> "pl.DataFrame":
        """Return the newest loads; read anew each time, since one may be running."""
        return accounts.loads_so_far(self.source.store, self.source.scope)

    @property
    def exports(self) -> "pl.DataFrame":
        """Return who took single records out; read anew each time, since somebody may just have."""
        return export_log.exports_so_far(self.source.store, self.source.scope)

    @property
    def checks(self) -> "pl.DataFrame":
        """Return what each rule found."""
        return self.source.asked(
            "checks", lambda: accounts.checks(self.source.store, self.source.scope), self.source.attempt
        )

    @property
    def files(self) -> "pl.DataFrame":
        """Return the files of the published load."""
        return self.source.asked("files", lambda: accounts.files(self.source.store, self.source.scope))

    @property
    def links(self) -> "pl.DataFrame":
        """Return how rows found their cases."""
        return self.source.asked("links", lambda: linking.links(self.source.store, self.source.scope))

    @property
    def linked(self) -> dict[str, float]:
        """Return the share of rows that found a case, per table."""
        return linking.linked_share(self.links)

    @property
    def reasons(self) -> "pl.DataFrame":
        """Return why rows wait."""
        return self.source.asked(
            "reasons", lambda: quarantined.reasons(self.source.store, self.source.scope), self.source.attempt
        )

    def waiting(self, filters: Filters, page: int) -> "Waiting":
        """Return one page of the rows that wait, by the source and rule in the address; pages count from 1."""
        store, scope, chosen = self.source.store, self.source.scope, chosen_by(filters)
        return self.source.asked(
            "waiting",
            lambda: quarantined.waiting(store, scope, chosen, (page - 1) * PAGE, PAGE),
            self.source.attempt,
            *vars(chosen).values(),
            page,
        )

    def restated(self, page: int) -> "Restated":
        """Return one page of the figures that changed after they were published; pages count from 1."""
        store, scope = self.source.store, self.source.scope
        return self.source.asked("restated", lambda: restated.restated(store, scope, (page - 1) * PAGE, PAGE), page)

    def every_waiting(self, filters: Filters) -> "Waiting":
        """Return all the rows that wait, by the source and rule in the address; they are not kept."""
        limit = self.waiting(filters, 1).total
        return quarantined.waiting(self.source.store, self.source.scope, chosen_by(filters), 0, limit)

    def every_restated(self) -> "Restated":
        """Return all the figures that changed after they were published; they are not kept."""
        return restated.restated(self.source.store, self.source.scope, 0, self.restated(1).total)


def of_source(rows: "pl.DataFrame", filters: Filters) -> "pl.DataFrame":
    """Return the rows about the source in the address; all of them where it names none."""
    return rows.filter(source=filters.source) if filters.source else rows


def chosen_by(filters: Filters) -> Chosen:
    """Return which rows an address asks for; its rule is written "rule.column"."""
    rule, _, column = (filters.rule or "").partition(".")
    return Chosen(filters.source, rule or None, column or None)
