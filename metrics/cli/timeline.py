"""`timeline`: one case from all sources, in order, with what was promised and how each record was linked."""

import argparse
from typing import TYPE_CHECKING

import polars as pl

from metrics.cli.output import print_json
from metrics.cli.question import add_command
from metrics.store import EVERYTHING, open_store
from metrics.store.errors import QueryError
from metrics.store.timeline import CaseTimeline, case_timeline

if TYPE_CHECKING:
    from metrics.cli.question import Commands


def add(commands: "Commands") -> None:
    """Declare the command."""
    what = "One case from all sources: what happened when, what was promised, how each record was linked."
    parser = add_command(commands, "timeline", _run, what)
    parser.add_argument("case", metavar="CASE", help="the number of a case")


def _run(asked: argparse.Namespace) -> None:
    found = case_timeline(open_store(asked.workspace), EVERYTHING, asked.case)
    if found is None:
        message = f"The data hold no case '{asked.case}'. Is it the number as the case system writes it?"
        raise QueryError(message)
    if asked.json:
        print_json(_plain(found))
        return
    print(f"{asked.case} as of {found.as_of.isoformat()}")
    with pl.Config(tbl_rows=-1, tbl_cols=-1, tbl_width_chars=160, tbl_hide_dataframe_shape=True):
        print(found.moments, found.promises, found.others.select("case_id", "created_at", "status"), sep="\n")


def _plain(found: CaseTimeline) -> dict[str, object]:
    return {
        "as_of": found.as_of,
        "case": found.case,
        "moments": found.moments.to_dicts(),
        "promises": found.promises.to_dicts(),
        "records": {table: rows.to_dicts() for table, rows in found.records.items()},
        "others": found.others.to_dicts(),
    }
