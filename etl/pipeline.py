"""One load: take in every source, store, link, compute, publish. Readers see all of it or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
from sqlalchemy import Engine as Database

from etl.engines import Engine
from etl.gathering import gather
from etl.intake import Intake
from etl.judging import judge
from etl.lock import one_at_a_time
from etl.publishing import Publication, begin, end, loaded_files, publish
from etl.recompute import compute_anew, link_anew, months_of_work
from etl.report import Report, source_account
from etl.storing import Changes, store
from etl.validate import prepare, write_docs
from etl.workspace import Source, Workspace, read_workspace
from metrics.contract import TABLES
from metrics.model import Moment
from metrics.store.compute import Work
from metrics.store.database import upgrade
from metrics.store.definitions import digest_of_definitions
from metrics.store.loads import Load, last_published
from metrics.store.settings import Settings, read_settings
from metrics.store.warehouse import Warehouse, roll_back

# Referenced tables come first, so that what refers to them can be checked against them.
_FIRST = ("org_units", "reason_codes", "staff", "cases", "jobs")
_CHECKED_REFERENCES = ("org_units",)
_DERIVED = ("links", "parts", "daily_parts")

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Order:
    """What is asked of a load: the workspace, the moment to judge as of, the engine, and how long to wait."""

    folder: Path
    engine: Engine
    as_of: datetime | None = None
    wait: float = 0.0
    progress: Progress = lambda _step, _done, _all: None


def run(order: Order) -> Report:
    """Load a workspace and return the report; refused data is in the report, a failure is raised."""
    workspace, settings = read_workspace(order.folder), read_settings(order.folder)
    with one_at_a_time(settings.folder, order.wait):
        database = upgrade(settings.database)
        load = begin(database)
        try:
            return _Loading(order, workspace, settings, database, load).run()
        except BaseException as problem:
            end(database, load, "failed", f"{type(problem).__name__}: {problem}")
            raise


class _Loading:
    """One load under way."""

    def __init__(self, order: Order, workspace: Workspace, settings: Settings, database: Database, load: int) -> None:
        self.order, self.workspace, self.settings = order, workspace, settings
        self.database, self.load = database, load
        self.started = datetime.now(UTC)
        with database.connect() as connection:
            self.before: Load | None = last_published(connection)
        self.changes = Changes(Warehouse(settings.warehouse, self._versions_to_start_from()))

    def _versions_to_start_from(self) -> dict[str, int]:
        """Undo what a load that died had written but never published."""
        published = self.before.versions if self.before else {}
        found = {name: roll_back(f"{self.settings.warehouse}/{name}", published.get(name)) for name in self._tables}
        return {name: version for name, version in found.items() if version is not None}

    @property
    def _tables(self) -> tuple[str, ...]:
        return (*TABLES, *_DERIVED)

    def run(self) -> Report:
        intakes = self._take_in_every_source()
        definitions = digest_of_definitions()
        moment = self._moment(intakes)
        new_rules = self.before is not None and self.before.definitions != definitions
        later = self.before is not None and self.before.as_of != moment.as_of
        if not (self.changes.months or new_rules or later) and self._files_are_the_same(intakes):
            return self._end_without_news(intakes)
        links = link_anew(self.changes) if self.changes.months else self.changes.warehouse.scan("links").collect()
        moment = self._moment(intakes)
        everything = new_rules or (self.before is not None and self.before.data_from != moment.data_from)
        work = months_of_work(self.changes, everything=everything, later=later)
        self.order.progress("compute", 0, len(work))
        compute_anew(self.changes, work, self.order.engine, moment, self.settings.calendar)
        publication = Publication(self.load, self.changes.warehouse, moment, self._data_until(intakes), definitions)
        self._write_docs(intakes)
        publish(self.database, publication, intakes, links)
        return self._report("published", intakes, moment, work)

    def _take_in_every_source(self) -> list[Intake]:
        files = loaded_files(self.database, self.before)
        sources = self._in_order()
        intakes = []
        for number, source in enumerate(sources, start=1):
            self.order.progress(f"read {source.name}", number, len(sources))
            intakes.append(gather(source, self.workspace, files.get(source.name, {})))
            if not intakes[-1].rows.is_empty():
                prepare()
        for number, intake in enumerate(intakes, start=1):
            self.order.progress(f"check {intake.source.name}", number, len(sources))
            judge(intake, files.get(intake.source.name, {}), self._known(), self.started)
            if not intake.accepted.is_empty():
                store(intake, self.changes, self.settings.calendar)
        return intakes

    def _in_order(self) -> list[Source]:
        rank = {name: number for number, name in enumerate(_FIRST)}
        return sorted(self.workspace.sources, key=lambda source: rank.get(source.table, len(rank)))

    def _known(self) -> dict[str, frozenset[str]]:
        known = {}
        for name in _CHECKED_REFERENCES:
            ids = self.changes.warehouse.scan(name).select(TABLES[name].key).collect().to_series()
            if not ids.is_empty():
                known[name] = frozenset(ids)
        return known

    def _moment(self, intakes: list[Intake]) -> Moment:
        """Return the moment to judge as of: the one asked for, else the latest time that the data itself knows."""
        asked = self.order.as_of or self.workspace.as_of
        contacts = self.changes.warehouse.scan("contacts").select(pl.col("started_at").min()).collect().item()
        return Moment(asked or self._data_until(intakes) or self.started, contacts)

    def _data_until(self, intakes: list[Intake]) -> datetime | None:
        times = [intake.data_as_of for intake in intakes]
        times.append(self.before.data_until if self.before else None)
        return max((time for time in times if time), default=None)

    def _files_are_the_same(self, intakes: list[Intake]) -> bool:
        return self.before is not None and not any(intake.read_files for intake in intakes)

    def _end_without_news(self, intakes: list[Intake]) -> Report:
        refused = [error for intake in intakes for error in intake.errors]
        state = "refused" if refused else "unchanged"
        end(self.database, self.load, state, "\n".join(refused) or None, intakes if refused else ())
        return self._report(state, intakes, None, [])

    def _report(self, state: str, intakes: list[Intake], moment: Moment | None, work: list[Work]) -> Report:
        seconds = round((datetime.now(UTC) - self.started).total_seconds(), 2)
        months = tuple(sorted({month for item in work for month in item.origins}))
        as_of = moment.as_of.isoformat() if moment else None
        return Report(self.load, state, as_of, seconds, tuple(map(source_account, intakes)), months)

    def _write_docs(self, intakes: list[Intake]) -> None:
        checked = {intake.source.name: intake.checked for intake in intakes if intake.checked}
        if checked:
            write_docs(self.settings.folder / "var" / "docs" / f"load-{self.load}", checked)
