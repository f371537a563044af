"""What is said of a source too many of whose rows break rules."""

from etl.intake import WHERE, Intake

_EXAMPLES = 3
_UNREADABLE = "unreadable"


def too_many(intake: Intake, tolerance: float) -> str:
    """Return the sentence that refuses a source: how many rows, how many were tolerated, and the first of them."""
    return (
        f"Source '{intake.source.name}': {intake.rows_at_fault} of {intake.rows_read} rows break the rules of "
        f"'{intake.source.table}', more than the tolerated {tolerance:.1%}; nothing of it is loaded. "
        f"First: {'; '.join(_examples(intake))}. Mend the export, or raise the source's tolerance; "
        f"'python -m etl quarantine' lists all the rows."
    )


def _examples(intake: Intake) -> list[str]:
    rules = {(found.rule, found.column): found.text_en for found in intake.checked.results} if intake.checked else {}
    # The first rule that a row breaks says why; others often follow from it.
    first = intake.quarantined.unique(WHERE, keep="first", maintain_order=True).sort(WHERE).head(_EXAMPLES)
    return [
        f"{file} row {row}, {_detail(column, detail)} ({_why(rule, rules.get((rule, column)))})"
        for file, row, column, detail, rule in first.select(*WHERE, "column", "detail", "rule").iter_rows()
    ]


def _detail(column: str, detail: str) -> str:
    # A detail that begins with its column, or with the raw column that could not be read, names it already.
    return detail if column == _UNREADABLE or detail.startswith(f"{column} ") else f"{column}: {detail}"


def _why(rule: str, text: str | None) -> str:
    return rule if text is None or rule == "cell_unreadable" else f"{rule}: {text.rstrip('.')}"
