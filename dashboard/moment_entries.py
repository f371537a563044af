"""The entries of a timeline: when, what, what the record says of it and where that stands, how long after the last."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from dashboard import numbers
from dashboard.timeline_reader import RecordReader
from dashboard.timelines import Told, called
from dashboard.tone import Tone
from dashboard.wording import case as words
from dashboard.wording import moments as moment_words
from dashboard.wording import say
from metrics.model import Unit
from metrics.quantity import in_words

# What each kind of moment shows of its record, beside when it happened.
_SHOWN: Mapping[str, tuple[str, ...]] = {
    "created": ("channel", "case_type", "reason_code", "product", "customer_group", "priority", "owner_id"),
    "first_response": ("first_due_at",),
    "resolved": ("resolve_due_at",),
    "resolved_again": ("reopen_count",),
    "closed": ("status", "made_sla"),
    "status_change": ("from_value", "to_value", "actor_id"),
    "stage_enter": ("stage", "actor_id"),
    "stage_exit": ("stage", "outcome", "drop_reason_code", "actor_id"),
    "promise_made": ("promise_due_at", "actor_id"),
    "promise_kept": ("actor_id",),
    "contact": ("channel", "direction", "queue_seconds", "talk_seconds", "abandoned", "disposition", "transferred",
                "escalated", "reason_code", "agent_id"),
    "visit_missed": ("visit_no", "result", "technician_id"),
    "visit_arrived": ("scheduled_at", "visit_no", "technician_id"),
    "visit_finished": ("result", "amount", "technician_id", "revisit_of"),
    "form_sent": ("source_kind",),
    "form_received": ("source_kind", "timeliness", "repair_quality", "attitude", "csat", "settled_at_once", "verified"),
    "form_verified": ("verified", "verified_by", "original_timeliness", "original_repair_quality", "original_attitude"),
    "complaint_received": ("channel", "severity", "topic_code", "repeat_of", "duplicate_of", "withdrawn"),
    "complaint_replied": ("staff_id",),
    "complaint_verified": ("verified", "upheld", "attribution"),
    "complaint_closed": ("upheld",),
    "failure_detected": ("type", "loss_grade", "loss_amount", "authority_limit", "missing"),
    "recovery_step": ("step", "actor_id", "compensation_amount", "confirmed_satisfied"),
    "recovery_confirmed": ("confirmed_satisfied", "repurchased_within_days"),
    "audited": ("round", "sampling", "status", "judged", "failed", "rater_id"),
}  # fmt: skip
_ON_THE_WAY = ("from_value", "to_value", "actor_id")
# What customers said in their own words.
_SAID = {"form_received": "comment", "complaint_received": "description"}
# What is said only where it is so: "transferred: no" tells a reader nothing.
_IF_SO = ("abandoned", "transferred", "escalated", "withdrawn")
_BAD_ENDS = ("lost", "timed_out")


@dataclass(frozen=True)
class Entry:
    """One moment as it is shown; `said` is what a customer wrote, to be shown as text only."""

    at: str
    gap: str
    sign: str
    source: str
    title: str
    tone: Tone
    details: Sequence[tuple[str, str]]
    said: str
    origin: str
    link: str


def entries(told: Told, reader: RecordReader, first: int, size: int) -> list[Entry]:
    """Return `size` entries from the place `first` on."""
    rows = told.timeline.moments.slice(first, size).iter_rows(named=True)
    return [_entry(row, told, reader) for row in rows]


def has_working_gaps(told: Told) -> bool:
    """Return whether any gap is told in working time."""
    return told.timeline.moments["worked"].drop_nulls().len() > 0


def gap_in_words(gap: timedelta | None, worked: timedelta | None, reader: RecordReader) -> str:
    """Return the time since the moment before; nothing for the first one and for those of one instant."""
    if not gap:
        return ""
    by_clock = in_words(gap.total_seconds(), Unit.SECONDS).to(reader.language)
    if worked is None:
        return say(words.GAP_CLOCK, reader.language, gap=by_clock)
    if not worked:
        return say(words.GAP_NO_WORK, reader.language, gap=by_clock)
    in_hours = in_words(worked.total_seconds(), Unit.WORKING_SECONDS).to(reader.language)
    return say(words.GAP_WORKED, reader.language, worked=in_hours, gap=by_clock)


def _entry(row: Mapping[str, Any], told: Told, reader: RecordReader) -> Entry:
    record = told.timeline.record(row["table"], row["key"])
    kept = _outcome(row, told)
    return Entry(
        at=numbers.moment(row["at"], told.zone),
        gap=gap_in_words(row["gap"], row["worked"], reader),
        sign=moment_words.SIGNS[row["table"]],
        source=called(row["table"], told.language),
        title=moment_words.WHAT[row["what"]].to(told.language) if row["what"] in moment_words.WHAT else row["what"],
        tone=_tone(record, kept),
        details=[*_details(row, record, reader), *_told_outcome(kept, reader)],
        said=record.get(_SAID.get(row["what"], "")) or "",
        origin=_origin(record, told),
        link=_link(record, told),
    )


def _details(row: Mapping[str, Any], record: Mapping[str, Any], reader: RecordReader) -> Iterator[tuple[str, str]]:
    for column in _SHOWN.get(row["what"], _ON_THE_WAY):
        value = record[column]
        if value is None or value == "" or (column in _IF_SO and not value):
            continue
        yield reader.heading(row["table"], column), reader.words(column, value)


def _outcome(row: Mapping[str, Any], told: Told) -> str | None:
    """Return what became of a promise that was made at this moment."""
    if row["what"] != "promise_made":
        return None
    mine = told.timeline.promises.filter(key=row["key"])["kept"]
    return mine[0] if len(mine) else None


def _told_outcome(kept: str | None, reader: RecordReader) -> list[tuple[str, str]]:
    if kept is None:
        return []
    outcome = f"{words.SYMBOLS[kept]} {words.KEPT[kept].to(reader.language)}"
    return [(moment_words.OUTCOME.to(reader.language), outcome)]


def _tone(record: Mapping[str, Any], kept: str | None) -> Tone:
    if kept in ("late", "broken") or record.get("outcome") in _BAD_ENDS:
        return Tone.BAD
    return Tone.QUIET


def _origin(record: Mapping[str, Any], told: Told) -> str:
    source, file, number = (record[name] for name in ("source", "source_file", "source_row"))
    return say(words.ORIGIN, told.language, source=source, file=file, row=number) if file else "–"


def _link(record: Mapping[str, Any], told: Told) -> str:
    method = words.METHODS.get(record["method"])
    confidence = in_words(record["confidence"], Unit.SHARE).to(told.language)
    called_so = method.to(told.language) if method else record["method"]
    return say(words.LINK, told.language, method=called_so, confidence=confidence)
