"""Loads that die, in a process of their own that imports once and lets one child die after each write.

Arguments: a workspace with new exports, and "each kind" or "every" write. The workspace is copied for each death to
`WORKSPACE-N`: N is the number of the write after which the process ended, counting the Delta tables, the Data Docs,
and each database transaction just before and just after its commit; 0 is a load that nobody disturbed. Of each kind
of write the first and the last are taken. Prints the numbers.
"""

import os
import shutil
import sys
from concurrent.futures import Future
from pathlib import Path

import deltalake
import sqlalchemy as sa

import etl.judging
import etl.loading
import etl.validate.run
from etl.__main__ import main

DIED = 77


class Writes:
    """Notes writes and ends the process after the one that is the last."""

    def __init__(self, last: int) -> None:
        self.last, self.done = last, []

    def note(self, kind: str) -> None:
        self.done.append(kind)
        if len(self.done) == self.last:
            os._exit(DIED)

    def after(self, write, kind):
        def noted(*arguments, **named):
            result = write(*arguments, **named)
            self.note(kind(*arguments))
            return result

        return noted


class Transaction:
    """A transaction that is noted when it is over."""

    def __init__(self, transaction, writes: Writes) -> None:
        self.transaction, self.writes = transaction, writes

    def __enter__(self):
        return self.transaction.__enter__()

    def __exit__(self, *problem):
        left = self.transaction.__exit__(*problem)
        self.writes.note("committed")
        return left


def at_once(function, *arguments) -> Future:
    """Answer in this process, which has imported everything, what is asked of the one beside it."""
    answered = Future()
    answered.set_result(function(*arguments))
    return answered


def watch(writes: Writes) -> None:
    """Let every write of this process be noted."""
    etl.judging.ask = etl.loading.ask = at_once
    begin = sa.Engine.begin
    deltalake.write_deltalake = writes.after(deltalake.write_deltalake, lambda place, *_: Path(place).name)
    etl.loading.write_docs = writes.after(etl.loading.write_docs, lambda *_: "docs")
    sa.event.listen(sa.Engine, "commit", lambda _connection: writes.note("to be committed"))
    sa.Engine.begin = lambda engine: Transaction(begin(engine), writes)


def end_of(workspace: Path, last: int) -> int:
    """Load a copy of the workspace in a child that dies after its write number `last`, and return its exit code."""
    copy = workspace.with_name(f"{workspace.name}-{last}")
    shutil.copytree(workspace, copy)
    child = os.fork()
    if child == 0:
        said = os.open(copy / "said", os.O_CREAT | os.O_WRONLY)
        os.dup2(said, 1)
        os.dup2(said, 2)
        writes = Writes(last)
        watch(writes)
        code = main(["run", str(copy), "--json"])
        (copy / "writes").write_text("\n".join(writes.done))
        os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def chosen(kinds: list[str], which: str) -> list[int]:
    numbers = list(range(1, len(kinds) + 1))
    first = dict(zip(reversed(kinds), reversed(numbers), strict=True))
    last = dict(zip(kinds, numbers, strict=True))
    return numbers if which == "every" else sorted({*first.values(), *last.values()})


if __name__ == "__main__":
    template, which = Path(sys.argv[1]), sys.argv[2]
    if end_of(template, 0) != 0:
        sys.exit(1)
    numbers = chosen(Path(f"{template}-0/writes").read_text().splitlines(), which)
    if {end_of(template, last) for last in numbers} != {DIED}:
        sys.exit(1)
    sys.stdout.write(" ".join(map(str, numbers)))
