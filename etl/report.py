"""What a load reports: per source what was read and what became of it."""

from dataclasses import asdict, dataclass

from etl.intake import Intake


@dataclass(frozen=True)
class SourceAccount:
    """One source's account: rows_read = rows_loaded + rows_quarantined + exact_duplicates + rows_superseded."""

    source: str
    table: str
    outcome: str
    files: tuple[str, ...]
    rows_read: int
    rows_loaded: int
    rows_quarantined: int
    exact_duplicates: int
    rows_superseded: int
    rows_unchanged: int
    cells_repaired: int
    quarantine: dict[str, int]
    errors: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """A load's account; `state` is "published", "unchanged" or "refused".

    `zone` is the business zone; `docs` is the index of the pages that say what the checks found, where there were any.
    """

    load: int
    state: str
    as_of: str | None
    seconds: float
    sources: tuple[SourceAccount, ...]
    months_computed: tuple[str, ...]
    zone: str
    docs: str | None

    @property
    def errors(self) -> tuple[str, ...]:
        """Return everything that was refused, in the order of the sources."""
        return tuple(error for source in self.sources for error in source.errors)

    def as_json(self) -> dict[str, object]:
        """Return the report as plain values."""
        return {**asdict(self), "errors": self.errors}


def source_account(intake: Intake) -> SourceAccount:
    """Return what became of the rows of one source."""
    return SourceAccount(
        source=intake.source.name,
        table=intake.source.table,
        outcome=intake.outcome,
        files=tuple(intake.read_files),
        rows_read=intake.rows_read,
        rows_loaded=intake.rows_loaded,
        rows_quarantined=intake.rows_quarantined,
        exact_duplicates=intake.exact_duplicates,
        rows_superseded=intake.rows_superseded,
        rows_unchanged=intake.rows_unchanged,
        cells_repaired=intake.repairs.height,
        quarantine=_by_rule(intake),
        errors=tuple(intake.errors),
        notes=tuple(intake.notes),
    )


def _by_rule(intake: Intake) -> dict[str, int]:
    """Return how many rows break each rule; a row may break several."""
    refused = {"source_refused": intake.rows_refused} if intake.rows_refused else {}
    if intake.quarantined.is_empty():
        return refused
    return dict(intake.quarantined.group_by("rule").len().sort("rule").iter_rows()) | refused
