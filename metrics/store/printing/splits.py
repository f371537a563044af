"""A department's split to its staff, as it writes it: a CSV with a name and an amount in each line."""

import csv
import io
from pathlib import Path
from typing import Final

from metrics.errors import nearest
from metrics.rewards.allocation import Share, amount_from, checked
from metrics.store.errors import QueryError

_NAMES: Final = {"name": "name", "姓名": "name", "amount": "amount", "金额": "amount"}


def read_split(file: Path, total: int) -> tuple[Share, ...]:
    """Return the shares of an amount that a CSV gives; AllocationError where they do not sum to it to the cent.

    Its head names the columns "name" and "amount", or 姓名 and 金额; UTF-8 or GBK, amounts in main units.
    """
    rows = list(csv.DictReader(io.StringIO(_text(file))))
    heads = {_NAMES.get(head.strip().lower(), ""): head for head in (rows[0] if rows else {}) if head}
    for wanted in ("name", "amount"):
        if wanted not in heads:
            message = f"{file.name}: a split has the columns name and amount. {nearest(wanted, _NAMES)}"
            raise QueryError(message)
    shares = [Share((row[heads["name"]] or "").strip(), amount_from(row[heads["amount"]] or "")) for row in rows]
    return checked(shares, total)


def _text(file: Path) -> str:
    if not file.is_file():
        message = f"There is no file {file}."
        raise QueryError(message)
    content = file.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", errors="replace")
