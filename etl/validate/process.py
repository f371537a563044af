"""A process beside the load's in which rows are examined.

great-expectations takes seconds to import and holds the interpreter's lock while it checks; there, neither keeps the
load from reading and storing.
"""

import atexit
import signal
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, ParamSpec, TypeVar

from etl.validate.errors import ExaminationStoppedError

Given = ParamSpec("Given")
Found = TypeVar("Found")


def ask(function: Callable[Given, Found], *args: Given.args, **kwargs: Given.kwargs) -> "Future[Found]":
    """Return what a function will have found that runs in the other process, one after the other as they are asked."""
    return _process().ask(function, args, kwargs)


def prepare() -> None:
    """Start the other process, if it does not run yet, and let it import great-expectations."""
    _process()


class _Process:
    def __init__(self) -> None:
        context = get_context("spawn")
        self._here, there = context.Pipe()
        self._started = context.Process(target=_serve, args=(there,), name="examination")
        self._started.start()
        there.close()
        atexit.register(self._here.close)  # which ends the other process, and that is waited for
        # One thread sends and waits: the other process answers in the order in which it is asked.
        self._line = ThreadPoolExecutor(max_workers=1, thread_name_prefix="examination")

    @property
    def is_alive(self) -> bool:
        return self._started.is_alive()

    def ask(self, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> "Future[Any]":
        return self._line.submit(self._answer, function, args, kwargs)

    def _answer(self, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:  # noqa: ANN401 whatever was asked for
        try:
            self._here.send((function, args, kwargs))
            found, problem = self._here.recv()
        except (EOFError, OSError):
            self._started.join()
            raise ExaminationStoppedError(self._started.exitcode) from None
        if problem is not None:
            raise problem
        return found


def _process() -> _Process:
    """Return the process that runs; a new one where it has died."""
    if not _started().is_alive:
        _started.cache_clear()
    return _started()


@cache
def _started() -> _Process:
    return _Process()


def _serve(there: Connection) -> None:
    """Answer until the load's process is gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the load, which then ends this process
    import_module("etl.validate.run")
    while True:
        try:
            function, args, kwargs = there.recv()
        except EOFError:
            return
        there.send(_outcome(function, args, kwargs))


def _outcome(
    function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> tuple[Any, Exception | None]:
    try:
        return function(*args, **kwargs), None
    except Exception as problem:  # noqa: BLE001 raised where the question came from
        return None, problem
