"""Steps that die, in a process of their own that imports once and lets one child die after each write.

Arguments: a workspace, and a step's command line. The child of each death prints nothing and writes on the same
database: what died must have left nothing. A write is every statement that changes the database, and each transaction
just before and just after its commit. The last child lives. Prints the kinds of the writes, one a line.
"""

import os
import sys

import sqlalchemy as sa

from metrics.__main__ import main

DIED = 77
CHANGES = ("INSERT", "UPDATE", "DELETE", "BEGIN IMMEDIATE")


class Writes:
    """Notes writes and ends the process after the one that is the last."""

    def __init__(self, last: int) -> None:
        self.last, self.done = last, []

    def note(self, kind: str) -> None:
        self.done.append(kind)
        if len(self.done) == self.last:
            os._exit(DIED)


def watch(writes: Writes) -> None:
    """Let every write of this process be noted."""

    def executed(_connection, _cursor, statement, *_rest) -> None:
        if statement.startswith(CHANGES):
            writes.note(" ".join(statement.split()[:3]))

    sa.event.listen(sa.Engine, "after_cursor_execute", executed)
    sa.event.listen(sa.Engine, "commit", lambda _connection: writes.note("to be committed"))


def end_of(command: list[str], last: int, said: int) -> int:
    """Run a command in a child that dies after its write number `last`, and return its exit code."""
    child = os.fork()
    if child == 0:
        writes = Writes(last)
        watch(writes)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        code = main(command)
        os.write(said, "\n".join(writes.done).encode())
        os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    command, out, last = sys.argv[1:], os.dup(1), 1
    while end_of(command, last, out) == DIED:
        # Whatever a death has left is there for the next child to stumble over.
        last += 1
    sys.stdout.write(f"\n{last - 1}")
