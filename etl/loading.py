"""A load under way: from the sources' new files to what is published, in the order in which one step needs another."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
from sqlalchemy import Engine as Database

from etl.engines import Engine
from etl.examining import REFERENCES, Examination
from etl.funnel_cube import count_funnels_anew
from etl.gathering import definition_of, gather
from etl.intake import FileOfSource, Intake
from etl.judging import Bench, judge
from etl.monthly import read_anew
from etl.publishing import Publication, end, files_with_unknown_references, loaded_files, publish
from etl.recompute import Asked, compute_anew, link_anew, months_of_work
from etl.report import Report, source_account
from etl.rules import keep_rules
from etl.storing import Changes, move_to_their_months, store
from etl.validate import INDEX, ask, prepare, write_docs
from etl.versions import Rivals
from etl.workspace import Source, Workspace
from metrics.contract import TABLES
from metrics.model import Moment
from metrics.store.compute import Work
from metrics.store.definitions import digest_of_definitions
from metrics.store.loads import last_published
from metrics.store.settings import Settings
from metrics.store.warehouse import Warehouse

# Referenced tables come first, so that what refers to them can be checked against them.
_FIRST = ("org_units", "reason_codes", "staff", "cases", "jobs")

Progress = Callable[[str, int, int], None]


class Loading:
    """One load under way."""

    def __init__(self, workspace: Workspace, settings: Settings, database: Database, load: int) -> None:
        """Start from what the last finished load left."""
        self.workspace, self.settings, self.database, self.load = workspace, settings, database, load
        self.started = datetime.now(UTC)
        self.definitions = digest_of_definitions(settings.calendar)
        with database.connect() as connection:
            self.before = last_published(connection)
        self.files = loaded_files(database, self.before)
        self.changes = Changes(Warehouse(settings.warehouse, self.before.versions if self.before else {}))

    def run(self, engine: Engine, as_of: datetime | None, progress: Progress) -> Report:
        """Do all of it and return the report."""
        if self.before is None:
            prepare()
        if self._has_new_rules:
            move_to_their_months(self.changes, self.settings.calendar)
        intakes = self._gather(progress)
        self._store(intakes, progress)
        keep_rules(self.changes, self.settings.folder)
        moment = self._moment(intakes, as_of)
        if not self._has_news(intakes, moment):
            return self._end_without_news(intakes)
        docs = self._write_docs(intakes)
        if self.changes.months:
            link_anew(self.changes)
        asked = self._asked(moment)
        work = months_of_work(self.changes, asked)
        progress("compute", 0, len(work))
        compute_anew(self.changes, work, engine, moment, self.settings.calendar)
        read_anew(self.changes, work)
        count_funnels_anew(self.changes, asked, self.settings.folder, moment, self.settings.calendar)
        docs.result()
        until = self._data_until(intakes)
        publish(self.database, Publication(self.load, self.changes.warehouse, moment, until, self.definitions), intakes)
        return self._report("published", intakes, moment, work)

    @property
    def _has_new_rules(self) -> bool:
        return self.before is not None and self.before.definitions != self.definitions

    def _gather(self, progress: Progress) -> list[Intake]:
        """Read every source and have its rows examined beside that."""
        examination = Examination(self._judge_and_store, self._known, self.started)
        intakes: list[Intake] = []
        waiting: Mapping[str, frozenset[str]] = {}
        sources = self._in_order()
        for number, source in enumerate(sources, start=1):
            progress(f"read {source.name}", number, len(sources))
            again = waiting.get(source.name, frozenset())
            intake = gather(source, self.workspace, self._files_of(source), again)
            intakes.append(intake)
            examination.take(intake)
            if source.table in REFERENCES and not intake.rows.is_empty():
                waiting = files_with_unknown_references(self.database)
        examination.hand_over()
        return intakes

    def _in_order(self) -> list[Source]:
        rank = {name: number for number, name in enumerate(_FIRST)}
        return sorted(self.workspace.sources, key=lambda source: rank.get(source.table, len(rank)))

    def _files_of(self, source: Source) -> dict[str, FileOfSource]:
        return self.files.get(source.name, {})

    def _store(self, intakes: list[Intake], progress: Progress) -> None:
        for number, intake in enumerate(intakes, start=1):
            progress(f"check {intake.source.name}", number, len(intakes))
            self._judge_and_store(intake)

    def _judge_and_store(self, intake: Intake) -> None:
        rivals = self._rivals(intake.source)
        stored = self.changes.warehouse.scan(intake.source.table)
        judge(intake, Bench(stored, rivals.others, self._files_of(intake.source)))
        if not intake.accepted.is_empty():
            store(intake, self.changes, self.settings.calendar, rivals)

    def _rivals(self, source: Source) -> Rivals:
        fill = {other.name for other in self.workspace.sources if other.table == source.table}
        definition = definition_of(source, self.workspace.zone)
        void = any(file.definition != definition for file in self._files_of(source).values())
        return Rivals(frozenset(fill - {source.name}), void)

    def _known(self) -> dict[str, frozenset[str]]:
        """Return the ids that rows may refer to, of the tables that any are loaded of."""
        known = {}
        for name in REFERENCES:
            ids = self.changes.warehouse.scan(name).select(TABLES[name].key).collect().to_series()
            if not ids.is_empty():
                known[name] = frozenset(ids)
        return known

    def _moment(self, intakes: list[Intake], as_of: datetime | None) -> Moment:
        """Return the moment to judge as of: the one asked for, else the latest time that the data itself knows."""
        asked = as_of or self.workspace.as_of or self._data_until(intakes) or (self.before and self.before.as_of)
        contacts = self.changes.warehouse.scan("contacts").select(pl.col("started_at").min()).collect().item()
        return Moment((asked or self.started).astimezone(UTC), contacts)

    def _data_until(self, intakes: list[Intake]) -> datetime | None:
        times = [intake.data_as_of for intake in intakes]
        times.append(self.before.data_until if self.before else None)
        return max((time for time in times if time), default=None)

    def _has_news(self, intakes: list[Intake], moment: Moment) -> bool:
        """Return whether readers would see anything else than before; a first load that is all refused is none."""
        written = self.changes.warehouse.versions != self.changes.start.versions
        if self.before is None:
            return written or not any(intake.errors for intake in intakes)
        files = {intake.source.name: {file.file: file for file in intake.files} for intake in intakes}
        same_files = {name: found for name, found in files.items() if found} == self.files
        return written or self._has_new_rules or self.before.as_of != moment.as_of or not same_files

    def _asked(self, moment: Moment) -> Asked:
        before = self.before
        if before is None or before.as_of is None or before.as_of == moment.as_of:
            data_from = before and before.data_from != moment.data_from
            return Asked(everything=self._has_new_rules or bool(data_from))
        # Facts later than the earlier moment were not known then and may be now; or they are known no more.
        hidden = before.data_until is not None and before.data_until > before.as_of
        otherwise = hidden or moment.as_of < before.as_of or before.data_from != moment.data_from
        months = tuple(
            pl.select(self.settings.calendar.month(pl.lit(pl.Series([before.as_of, moment.as_of])))).to_series()
        )
        return Asked(everything=self._has_new_rules or otherwise, later=(months[0], months[1]))

    def _end_without_news(self, intakes: list[Intake]) -> Report:
        refused = [error for intake in intakes for error in intake.errors]
        state = "refused" if refused else "unchanged"
        self._write_docs(intakes).result()
        end(self.database, self.load, state, "\n".join(refused) or None, intakes)
        return self._report(state, intakes, None, [])

    def _report(self, state: str, intakes: list[Intake], moment: Moment | None, work: list[Work]) -> Report:
        seconds = round((datetime.now(UTC) - self.started).total_seconds(), 2)
        months = tuple(sorted({month for item in work for month in item.origins}))
        as_of = moment.as_of.isoformat() if moment else None
        accounts = tuple(map(source_account, intakes))
        docs = str(self._docs / INDEX) if any(intake.checked for intake in intakes) else None
        return Report(self.load, state, as_of, seconds, accounts, months, self.workspace.zone, docs)

    @property
    def _docs(self) -> Path:
        return self.settings.folder / "var" / "docs" / f"load-{self.load}"

    def _write_docs(self, intakes: list[Intake]) -> "Future[object]":
        checked = {intake.source.name: intake.checked for intake in intakes if intake.checked}
        if checked:
            return ask(write_docs, self._docs, checked)
        nothing: Future[object] = Future()
        nothing.set_result(None)
        return nothing
