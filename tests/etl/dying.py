"""What loads leave that die, in a process of its own, which imports once. Arguments: a seed, and workspaces.

Of each workspace with new exports are made, beside it:
`WORKSPACE-killed-N`, copies whose loads were killed, each at a moment chosen by chance;
`WORKSPACE-state-N`, copies made while it is loaded, whenever a Delta table, a file or a database transaction has been
written. A killed process leaves just what it has written, so that one load shows what any death leaves;
`WORKSPACE-again-N`, such copies of a load of one of those states, which has something to undo.
"""

import os
import random
import shutil
import signal
import sys
import time
from concurrent.futures import Future
from pathlib import Path

import deltalake
import sqlalchemy as sa

import etl.judging
import etl.loading
import etl.validate.docs
import etl.validate.run
from etl.__main__ import main

WRITES = {"open", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate"}
KILLED = 4


class States:
    """Copies of a workspace, one for each different content that its `var` has had."""

    def __init__(self, workspace: Path, name: str) -> None:
        self.workspace, self.name, self.number, self.looks = workspace, name, 0, False
        self.seen = content(workspace)

    def look(self, *_: object) -> None:
        """Copy the workspace if it holds something else than when it was last looked at."""
        if self.looks:
            return
        self.looks = True  # looking opens files, too
        now = content(self.workspace)
        if now != self.seen:
            self.seen, self.number = now, self.number + 1
            shutil.copytree(self.workspace, f"{self.name}-{self.number:02}")
        self.looks = False

    def look_before(self, event: str, arguments: tuple) -> None:
        reads = event == "open" and not arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if event in WRITES and not reads and str(self.workspace) in str(arguments):
            self.look()

    def look_after(self, write):
        def watched(*arguments, **named):
            result = write(*arguments, **named)
            self.look()
            return result

        return watched

    def watch(self) -> None:
        """Look whenever this process has written, and whenever it is about to."""
        sys.addaudithook(self.look_before)
        for moment in ("after_cursor_execute", "commit", "checkin"):
            sa.event.listen(sa.pool.Pool if moment == "checkin" else sa.Engine, moment, self.look)
        deltalake.write_deltalake = self.look_after(deltalake.write_deltalake)
        deltalake.DeltaTable.restore = self.look_after(deltalake.DeltaTable.restore)


def content(workspace: Path) -> list[tuple[str, int, int]]:
    """Return what tells that something was written below `var`, but for the index of SQLite's log: readers write it."""
    return [
        (str(path), path.stat().st_size, path.is_file() and path.stat().st_mtime_ns)
        for path in sorted((workspace / "var").rglob("*"))
        if not path.name.endswith("-shm")
    ]


def at_once(function, *arguments) -> Future:
    """Answer in this process, which has imported everything, what is asked of the one beside it."""
    answered = Future()
    answered.set_result(function(*arguments))
    return answered


def load(workspace: Path, name: str | None = None) -> int:
    """Begin to load a workspace in a child, which copies it to `name` after every write, and return the child's id."""
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        etl.judging.ask = etl.loading.ask = at_once
        states = name and States(workspace, name)
        if states:
            states.watch()
        code = main(["run", str(workspace), "--json"])
        if states:
            states.look()
        os._exit(code)
    return child


def exit_code(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def copy(workspace: Path, name: str) -> Path:
    return Path(shutil.copytree(workspace, f"{workspace}-{name}"))


def kill(workspace: Path, chance: random.Random) -> None:
    """Kill loads of copies of the workspace, one in each part of the time that a load takes."""
    began = time.monotonic()
    exit_code(load(copy(workspace, "undisturbed")))
    takes = time.monotonic() - began
    for place in range(KILLED):
        child = load(copy(workspace, f"killed-{place}"))
        time.sleep(takes * (place + chance.random()) / KILLED)
        os.kill(child, signal.SIGKILL)
        exit_code(child)


if __name__ == "__main__":
    chance, failed = random.Random(sys.argv[1]), 0  # noqa: S311 - not a secret
    for workspace in map(Path, sys.argv[2:]):
        kill(workspace, chance)
        failed |= exit_code(load(workspace, f"{workspace}-state"))
        states = sorted(workspace.parent.glob(f"{workspace.name}-state-*"))
        half = shutil.copytree(states[len(states) // 2], f"{workspace}-half")
        failed |= exit_code(load(Path(half), f"{workspace}-again"))
    sys.exit(failed)
