"""The ETL's command line, from a first workspace to its quarantine. Exit 0 done, 1 data refused, 2 wrong use."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from etl.errors import EtlError, UnknownSourceError, WorkspaceError
from metrics.errors import MetricsError
from metrics.store.errors import NoWorkspaceError, SettingsError, databases_in_words

_REFUSED, _WRONG_USE = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in `arguments` and return its exit code."""
    asked = _parser().parse_args(arguments)
    try:
        with databases_in_words():
            code: int = asked.command(asked)
    except (WorkspaceError, UnknownSourceError, NoWorkspaceError, SettingsError) as problem:
        return _fail(problem, _WRONG_USE, as_json=asked.json)
    except (EtlError, MetricsError, OSError) as problem:
        return _fail(problem, _REFUSED, as_json=asked.json)
    return code


def _fail(problem: Exception, code: int, *, as_json: bool) -> int:
    if as_json:
        print(json.dumps({"state": "failed", "errors": [str(problem)]}, ensure_ascii=False))
    print(f"etl: {problem}", file=sys.stderr)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m etl", description="Load exports into a workspace's warehouse.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    run = _command(commands, "run", _run, "load what is new and publish it")
    run.add_argument("--as-of", type=_moment, help="judge rows as of this time, such as 2025-06-30T18:00+08:00")
    run.add_argument("--engine", choices=["local"], default="local", help="where months are computed")
    run.add_argument("--wait", type=float, default=0.0, metavar="SECONDS", help="wait for a running load that long")
    _command(commands, "status", _status, "show what the last load brought, per source")
    held = _command(commands, "quarantine", _quarantine, "list the rows that are held back, and why")
    held.add_argument("--source", metavar="NAME", help="of this source only")
    held.add_argument("--rule", help="those only that break this rule, such as value_not_allowed")
    held.add_argument(
        "--out", type=Path, metavar="FILE", help="write them with their raw cells to a .csv or .xlsx file"
    )
    mended = _command(commands, "repairs", _repairs, "list the cells of which letters were mended")
    mended.add_argument("--source", metavar="NAME", help="of this source only")
    mended.add_argument("--out", type=Path, metavar="FILE", help="write them to a .csv or .xlsx file")
    _command(commands, "check", _check, "read workspace.toml and policy.toml and say what is wrong with them")
    _command(commands, "init", _init, "look at a folder of exports and write a first workspace.toml")
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, function: object, what: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=what, description=what)
    parser.add_argument("workspace", type=Path, metavar="WORKSPACE", help="the workspace's folder")
    parser.add_argument("--json", action="store_true", help="print the report for machines")
    parser.set_defaults(command=function)
    return parser


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        message = f"'{text}' says no zone; write it like 2025-06-30T18:00+08:00."
        raise argparse.ArgumentTypeError(message)
    return moment.astimezone(UTC)


def _run(asked: argparse.Namespace) -> int:
    from etl.engines.local import compute
    from etl.pipeline import Order, run
    from etl.terminal import progress, show_report

    with progress(quiet=asked.json) as step:
        report = run(Order(asked.workspace, compute, asked.as_of, asked.wait, step))
    if asked.json:
        print(json.dumps(report.as_json(), ensure_ascii=False, indent=1))
    else:
        show_report(report)
    return _REFUSED if report.errors else 0


def _status(asked: argparse.Namespace) -> int:
    from etl.lock import is_running
    from etl.publishing import DIED
    from etl.terminal import show_status
    from metrics.store import EVERYTHING, open_store

    store = open_store(asked.workspace)
    attempt = store.last_attempt(EVERYTHING)
    if attempt and attempt.state == "running" and not is_running(store.settings.folder):
        attempt = replace(attempt, state="failed", message=DIED)
    load = store.load(EVERYTHING) if attempt else store.published(EVERYTHING)
    sources = store.sources(EVERYTHING)
    if asked.json:
        account = {"load": load and load.id, "last_attempt": attempt and attempt.state}
        print(json.dumps({**account, "sources": sources.to_dicts()}, ensure_ascii=False, indent=1, default=str))
    else:
        show_status(load, attempt, sources, store.settings.calendar.zone)
    return 0


def _quarantine(asked: argparse.Namespace) -> int:
    from etl.quarantine import held_back
    from etl.terminal import show_held
    from metrics.store.exports import write_rows

    held = held_back(asked.workspace, asked.source, asked.rule)
    if asked.out:
        write_rows(held.with_cells(), asked.out)
    if asked.json:
        print(json.dumps(held.as_json(), ensure_ascii=False, indent=1))
    else:
        show_held(held, asked.out)
    return 0


def _repairs(asked: argparse.Namespace) -> int:
    from etl.quarantine import loaded_store
    from etl.terminal import show_mended
    from metrics.store import EVERYTHING
    from metrics.store.exports import write_rows
    from metrics.store.mended import mended

    cells = mended(loaded_store(asked.workspace, asked.source), EVERYTHING, asked.source)
    if asked.out:
        write_rows(cells, asked.out)
    if asked.json:
        print(json.dumps(cells.to_dicts(), ensure_ascii=False, indent=1))
    else:
        show_mended(cells, asked.out)
    return 0


def _check(asked: argparse.Namespace) -> int:
    from etl.sources import found_files
    from etl.workspace import read_workspace
    from metrics.store.policies import check_policy

    workspace = read_workspace(asked.workspace)
    policy = check_policy(asked.workspace)
    found = found_files(workspace)
    if asked.json:
        said = {"name": workspace.name, "sources": list(found), "files": found, "policy": policy}
        print(json.dumps(said, ensure_ascii=False))
        return 0
    print(f"{workspace.name}: nothing is wrong with workspace.toml and policy.toml.")
    for source in workspace.sources:
        files_of = found[source.name]
        more = f" and {len(files_of) - 1} more" if len(files_of) > 1 else ""
        print(f"{source.name} → {source.table}: {files_of[0]}{more}")
    return 0


def _init(asked: argparse.Namespace) -> int:
    from etl.init import write_first_workspace

    path, questions = write_first_workspace(asked.workspace)
    if asked.json:
        print(json.dumps({"workspace": str(path), "questions": questions}, ensure_ascii=False, indent=1))
        return 0
    print(f"{path} is written. What it could not answer stands in it as well:")
    print(*(f"- {question}" for question in questions), sep="\n")
    print(f"When that is mended: 'python -m etl check {asked.workspace}', then 'python -m etl run {asked.workspace}'.")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:
        # The reader (head, less) has seen enough; Python must not complain while it closes its output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
