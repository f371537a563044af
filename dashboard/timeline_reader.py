"""The records of a case in words: columns by the contract's names, stages, reasons and steps by theirs."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from dashboard.rows import Reader
from dashboard.timelines import Told
from dashboard.wording import columns, values
from dashboard.wording import moments as words
from metrics.contract import TABLES
from metrics.funnel import Funnel

_CODES = ("reason_code", "drop_reason_code", "topic_code")
_OWN_HEADINGS = {"missing": words.MISSING, "judged": words.JUDGED, "failed": words.FAILED}
_SECONDS = ("queue_seconds", "talk_seconds")


class RecordReader:
    """Puts what a record says into words."""

    def __init__(self, told: Told, funnels: Mapping[str, Funnel]) -> None:
        """Take the timeline, and the funnels whose stages have names."""
        self._told, self._funnels = told, funnels
        self.language = told.language
        self._reader = Reader(told.language, told.zone, told.places)

    def heading(self, table: str, column: str) -> str:
        """Return what a column is called."""
        if column in _OWN_HEADINGS:
            return _OWN_HEADINGS[column].to(self.language)
        if column in columns.MONEY:
            return columns.HEADINGS[column].to(self.language)
        found = TABLES[table].column(column)
        return {"zh": found.zh, "en": found.en}[self.language]

    def words(self, column: str, value: Any) -> str:  # noqa: ANN401 whatever a record holds
        """Return a value as it is read."""
        match column:
            case "stage":
                return self._stages.get(value, str(value))
            case "missing":
                return ", ".join(values.WORDS[step].to(self.language) for step in value.split(", "))
            case _ if column in _CODES:
                return self._reasons.get(value) or str(value)
            case "org_unit_id":
                return self._reader.words("unit", value)
            case _:
                return self._reader.words(column, value)

    @cached_property
    def _stages(self) -> dict[str, str]:
        # Of funnels that share a stage the first names it.
        every = [stage for each in self._funnels.values() for stage in each.stages]
        return {stage.key: stage.text.to(self.language) for stage in reversed(every)}

    @cached_property
    def _reasons(self) -> dict[str, str | None]:
        name = "name" if self.language == "zh" else "name_en"
        return dict(self._told.timeline.reasons.select("code", name).iter_rows())
