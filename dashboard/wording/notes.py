"""The phrases of notes that people pin to a month."""

from metrics.text import Text

TITLE = Text("备注", "Notes")
NONE = Text("还没有备注。", "No note yet.")
NOTE = Text(
    "备注 {number} · {month} · {place}:{note}({who},{at})", "Note {number} · {month} · {place}: {note} ({who}, {at})"
)
ADD = Text("加一条备注", "Add a note")
ADD_HELP = Text(
    "写下那个月发生了什么;凡是显示这个指标和范围的地方都会看到它。",
    "Write down what happened in that month; it is seen wherever this KPI is shown at this place.",
)
MONTH = Text("钉在", "Pinned to")
TEXT = Text("发生了什么", "What happened")
SAVE = Text("保存", "Save")
EMPTY = Text("备注是空的,没有保存。", "The note is empty and was not kept.")
NOT_KEPT = Text("备注没有保存:{problem}", "The note was not kept: {problem}")
