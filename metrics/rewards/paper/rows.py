"""The evidence of a statement as typed tables: its forms with their grades, its complaints with their reasons."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from metrics.contract import TABLES
from metrics.contract.words import word
from metrics.populations.forms import ITEMS
from metrics.rewards.evidence import complaint_reasons, form_reasons
from metrics.rewards.exact import fraction
from metrics.rewards.paper.sheet import Column, Kind, Sheet, Value
from metrics.text import Text

if TYPE_CHECKING:
    import polars as pl

_FORM, _COMPLAINT = TABLES["feedback_forms"], TABLES["complaints"]
_STATUS, _FILE, _ROW = Text("是否计入", "Counted?"), Text("文件", "File"), Text("行号", "Row")
_SHORT: Final = {
    "timeliness": Text("及时", "Time"),
    "repair_quality": Text("质量", "Repair"),
    "attitude": Text("态度", "Tone"),
}
# Forms whose case was complained of as well stand first: grades and complaint may contradict each other.
FORMS_ABOUT: Final = Text(
    "关联案件另有投诉的表排在最前:打分与投诉可能矛盾。其后是计入的表。",
    "Forms whose case was also complained of come first, as grades and complaint may contradict each other; then those "
    "that count.",
)
COMPLAINTS_ABOUT: Final = Text(
    "计入的投诉按时间排列,其余按不计入的原因排列。反馈表和回访中的投诉只算在满意度部分。",
    "Complaints that count stand in their order in time, the others by why they do not. What was said on forms and in "
    "call-backs counts in the satisfaction part only.",
)


def _of(table: Any, name: str, kind: Kind = Kind.TEXT) -> Column:  # noqa: ANN401 a contract's table
    column = table.column(name)
    return Column(name, Text(column.zh, column.en), kind)


_LINEAGE = (Column("source_file", _FILE), Column("source_row", _ROW, Kind.COUNT))
FORM_COLUMNS: Final = (
    _of(_FORM, "form_id"),
    Column("status", _STATUS),
    Column("score", Text("得分", "Score"), Kind.SCORE),
    *(Column(item, _SHORT[item]) for item in ITEMS),
    Column("original", Text("更正前", "Before correction")),
    Column("complaint", Text("另有投诉", "Complaint")),
    _of(_FORM, "verified"),
    _of(_FORM, "verified_by"),
    _of(_FORM, "verified_at", Kind.MOMENT),
    _of(_FORM, "received_at", Kind.MOMENT),
    _of(_FORM, "source_kind"),
    Column("linked_case", Text("关联案件", "Linked case")),
    _of(_FORM, "comment"),
    *_LINEAGE,
)
COMPLAINT_COLUMNS: Final = (
    _of(_COMPLAINT, "complaint_id"),
    Column("status", _STATUS),
    Column("weight", Text("权重", "Weight"), Kind.COUNT),
    _of(_COMPLAINT, "severity"),
    _of(_COMPLAINT, "channel"),
    _of(_COMPLAINT, "received_at", Kind.MOMENT),
    _of(_COMPLAINT, "verified"),
    _of(_COMPLAINT, "verified_at", Kind.MOMENT),
    _of(_COMPLAINT, "attribution"),
    _of(_COMPLAINT, "upheld"),
    _of(_COMPLAINT, "case_id"),
    _of(_COMPLAINT, "description"),
    *_LINEAGE,
)
# The contract's own words; what people wrote stands as they wrote it.
_WORDED: Final = ("verified", "source_kind", "severity", "channel", "attribution", "upheld")


def forms_sheet(rows: "pl.DataFrame") -> Sheet:
    """Return the forms of a statement's evidence."""
    reasons = form_reasons()
    told = (
        {**row, "status": reasons[row["status"]], "score": fraction(row["score"]), "original": _original(row)}
        for row in rows.to_dicts()
    )
    title = Text("反馈表", "Feedback forms")
    return Sheet("forms", title, FORM_COLUMNS, tuple(_cells(row, FORM_COLUMNS) for row in told), FORMS_ABOUT)


def complaints_sheet(rows: "pl.DataFrame") -> Sheet:
    """Return the complaints of a statement's evidence."""
    reasons = complaint_reasons()
    told = ({**row, "status": reasons[row["status"]]} for row in rows.to_dicts())
    cells = tuple(_cells(row, COMPLAINT_COLUMNS) for row in told)
    return Sheet("complaints", Text("投诉", "Complaints"), COMPLAINT_COLUMNS, cells, COMPLAINTS_ABOUT)


def _cells(row: Mapping[str, Any], columns: tuple[Column, ...]) -> tuple[Value, ...]:
    return tuple(word(row[column.key]) if column.key in _WORDED else row[column.key] for column in columns)


def _original(row: Mapping[str, Any]) -> str | None:
    """Return the grades before correction in the order of the items, such as "D, –, –"; None where none was changed."""
    before = [row[f"original_{item}"] for item in ITEMS]
    return ", ".join(grade or "–" for grade in before) if any(before) else None
