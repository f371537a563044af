"""Everything that the warehouse holds about one case: rows of every table, each with how it was linked."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from metrics.contract import TABLES
from metrics.model import Moment
from metrics.store.knowledge import as_known
from metrics.store.tables import LINKED
from metrics.store.warehouse import Warehouse

# The tables whose rows name their case themselves, beside those that a load links.
NAMING = ("case_events", "jobs", "complaints", "recovery_actions", "qa_audits")
# Rows that may name no case, but a row of another table that belongs to one.
_THROUGH = {"qa_audits": "contacts", "recovery_actions": "complaints"}
_NAMED, _SURE = "id", 1.0


@dataclass(frozen=True, eq=False)
class CaseRecords:
    """Reads the rows about a case as they were known at a moment; each brings `method` and `confidence` of its link."""

    warehouse: Warehouse
    moment: Moment

    def case(self, case: str) -> pl.DataFrame:
        """Return the row of a case; none where there is no such case."""
        return _linked(self._known("cases").filter(pl.col("case_id") == case), _NAMED).collect()

    def others(self, case: Mapping[str, str | None]) -> pl.DataFrame:
        """Return the other cases of the same customer, the newest first, with how the customer was told (`method`).

        The customer's number decides; where the case has none, the contact details do, unless cases with them are known
        to belong to several customers.
        """
        customer, identity = case["customer_id"], case["identity_key"]
        if customer is not None:
            found = self._known("cases").filter(pl.col("customer_id") == customer)
            return _others(_linked(found, "customer").collect(), case)
        if identity is None:
            return self.case("").clear()
        alike = _linked(self._known("cases").filter(pl.col("identity_key") == identity), "identity").collect()
        shared = alike["customer_id"].drop_nulls().n_unique() > 1
        return _others(alike.clear() if shared else alike, case)

    def records(self, case: str) -> dict[str, pl.DataFrame]:
        """Return the rows about a case by table: those that name it, and those that a load linked to it."""
        links = self.warehouse.scan("links").filter(pl.col("case_id") == case).collect()
        asked = {table: self._by_link(table, links) for table in LINKED}
        asked |= {table: _linked(self._known(table).filter(pl.col("case_id") == case), _NAMED) for table in NAMING}
        found = dict(zip(asked, pl.collect_all(asked.values()), strict=True))
        for table, told_by in _THROUGH.items():
            found[table] = pl.concat([found[table], self._through(table, told_by, found[told_by])])
        return {**found, "qa_audits": self._with_faults(found["qa_audits"])}

    def _by_link(self, table: str, links: pl.DataFrame) -> pl.LazyFrame:
        mine = links.filter(pl.col("table") == table).select(
            pl.col("key").alias(LINKED[table]), "method", "confidence", "month"
        )
        months = mine["month"].unique().to_list()
        rows = as_known(table, self.warehouse.scan(table, months), self.moment)
        return rows.join(mine.lazy().drop("month"), on=LINKED[table], how="inner")

    def _through(self, table: str, told_by: str, mine: pl.DataFrame) -> pl.DataFrame:
        """Return the rows of a table that name no case, but a row of the case in another table."""
        [key] = TABLES[told_by].key
        only = pl.col("case_id").is_null() & pl.col(key).is_in(mine[key].implode())
        return _linked(self._known(table).filter(only), told_by).collect()

    def _with_faults(self, audits: pl.DataFrame) -> pl.DataFrame:
        """Return audits with how many attributes each judged, and which ones failed."""
        ratings = self.warehouse.scan("qa_ratings").filter(pl.col("audit_id").is_in(audits["audit_id"].implode()))
        failed = pl.col("attribute_code").filter(pl.col("result") == "fail").sort().str.join(", ")
        told = ratings.group_by("audit_id").agg(judged=(pl.col("result") != "na").sum(), failed=failed).collect()
        return audits.join(told, on="audit_id", how="left")

    def _known(self, table: str) -> pl.LazyFrame:
        return as_known(table, self.warehouse.scan(table), self.moment)


def _linked(rows: pl.LazyFrame, method: str) -> pl.LazyFrame:
    return rows.with_columns(method=pl.lit(method), confidence=pl.lit(_SURE))


def _others(found: pl.DataFrame, case: Mapping[str, str | None]) -> pl.DataFrame:
    return found.filter(pl.col("case_id") != case["case_id"]).sort("created_at", "case_id", descending=True)
