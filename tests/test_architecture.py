"""The house's walls and sizes, measured on its source: who may know whom, and how big a thing may grow."""

import ast
import math
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("metrics", "etl", "dashboard", "sample_data")
NOT_OURS = {"var", "migrations"}  # what a load writes; what alembic generates and runs itself
FILES = sorted(
    path.relative_to(ROOT) for room in ROOMS for path in (ROOT / room).rglob("*.py") if not NOT_OURS & {*path.parts}
)

IO = ("deltalake", "glob", "http", "io", "os", "pathlib", "requests", "shutil", "socket", "sqlalchemy", "sqlite3")
IO += ("streamlit", "subprocess", "tempfile", "time", "urllib")
CLOCKS = {"now", "utcnow", "today"}
TOUCHES_FILES = ("read_", "scan_", "sink_", "write_")
NOT_CORE = ("metrics/store/", "metrics/__main__.py", "metrics/cli")
MAY_LOAD_EXPECTATIONS = ("etl/expectations/", "etl/validate")
EMPTY_WORDS = {"common", "helper", "helpers", "manager", "misc", "util", "utils"}


class Import(NamedTuple):
    name: str
    at_load: bool  # runs when the module is imported; not inside a function, not for the type checker only


class Function(NamedTuple):
    where: str
    lines: int  # of the body, without its docstring
    parameters: int  # without self and cls


# --- walls -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("room", "strangers"),
    [
        ("etl", ("dashboard", "streamlit", "plotly")),
        ("dashboard", ("etl", "great_expectations", "deltalake", "sqlalchemy")),
        ("metrics", ("etl", "dashboard", "great_expectations", "streamlit")),
    ],
)
def test_a_room_never_imports_its_strangers(room, strangers):
    assert importing(files_in(f"{room}/"), strangers) == []


def test_the_core_of_metrics_imports_nothing_that_reads_or_writes():
    assert importing(core(), (*IO, "metrics.store")) == []


def test_the_core_of_metrics_opens_no_file_and_asks_no_clock():
    assert [f"{path}:{call}" for path in core() for call in calls(path) if reaches_outside(call)] == []


def test_great_expectations_is_loaded_only_where_rows_are_checked():
    elsewhere = [path for path in FILES if not path.as_posix().startswith(MAY_LOAD_EXPECTATIONS)]
    assert importing(elsewhere, ("great_expectations",), at_load=True) == []


# `etl.validate` itself is a light door; what lies behind it takes seconds to import.
CHECKING = ("etl.expectations", "etl.validate.run", "etl.validate.engine", "etl.validate.docs")


def test_the_modules_that_check_rows_are_imported_only_when_there_are_rows_to_check():
    elsewhere = [path for path in files_in("etl/") if not path.as_posix().startswith(MAY_LOAD_EXPECTATIONS)]
    assert importing(elsewhere, CHECKING, at_load=True) == []


@pytest.mark.parametrize("room", ["metrics", "etl", "dashboard"])
def test_importing_a_room_does_not_load_great_expectations(room):
    files = [path for path in files_in(f"{room}/") if not path.as_posix().startswith(MAY_LOAD_EXPECTATIONS)]
    modules = [module_of(path) for path in files if path.stem != "__main__"]
    script = "import importlib, sys; [*map(importlib.import_module, sys.argv[1:])]; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", script, *modules], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert "great_expectations" not in run.stdout.split()


# --- names -----------------------------------------------------------------------------------------------------------


def test_no_file_or_folder_has_an_empty_name():
    assert [
        str(path) for path in FILES for part in path.with_suffix("").parts if EMPTY_WORDS & {*part.split("_")}
    ] == []


def test_no_folder_shadows_streamlit_or_wakes_its_old_page_discovery():
    assert [path for path in ("pages", "dashboard/pages", "tests/streamlit") if (ROOT / path).exists()] == []


# --- sizes: a ratchet, which may be tightened and never loosened -----------------------------------------------------


def test_files_stay_small():
    lines = {str(path): len(source(path).splitlines()) for path in FILES if source(path)}
    assert {path: n for path, n in lines.items() if n > 300} == {}
    assert percentile_95(lines.values()) <= 180
    assert median(lines.values() or [0]) <= 60


@pytest.mark.parametrize("folder", ["dashboard/views/", "metrics/kpis/"])
def test_a_view_and_a_kpi_fit_on_one_screen(folder):
    lines = {str(path): len(source(path).splitlines()) for path in files_in(folder)}
    assert {path: n for path, n in lines.items() if n > 60} == {}


def test_functions_stay_small():
    functions = [function for path in FILES for function in functions_in(path)]
    lines = [function.lines for function in functions]
    assert [function for function in functions if function.lines > 45] == []
    assert percentile_95(lines) <= 25
    assert median(lines or [0]) <= 8


def test_functions_take_at_most_five_parameters():
    assert [function for path in FILES for function in functions_in(path) if function.parameters > 5] == []


# --- the measuring itself --------------------------------------------------------------------------------------------


def test_imports_are_told_apart_by_when_they_run():
    tree = ast.parse(
        "import os.path\n"
        "if TYPE_CHECKING:\n    import polars\n"
        "def later():\n    from ..store import tables\n"
        "try:\n    from . import model\nexcept ImportError:\n    pass\n"
    )
    assert list(imports_of(tree, ["metrics", "kpis"])) == [
        Import("os.path", at_load=True),
        Import("polars", at_load=False),
        Import("metrics.store.tables", at_load=False),
        Import("metrics.kpis.model", at_load=True),
    ]


def files_in(folder):
    return [path for path in FILES if path.as_posix().startswith(folder)]


def core():
    return [path for path in files_in("metrics/") if not path.as_posix().startswith(NOT_CORE)]


def module_of(path):
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


@cache
def source(path):
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def parsed(path):
    return ast.parse(source(path), filename=str(path))


def importing(paths, names, *, at_load=False):
    """Return 'file: import' for each import of one of the names, or of something inside it."""
    return [
        f"{path}: {found.name}"
        for path in paths
        for found in imports_of(parsed(path), list(path.parts[:-1]))
        if any(f"{found.name}.".startswith(f"{name}.") for name in names) and (found.at_load or not at_load)
    ]


def imports_of(node: ast.AST, package: list[str], *, at_load: bool = True) -> Iterator[Import]:
    """Yield what the node imports, with relative names resolved against the package it stands in."""
    if isinstance(node, ast.Import):
        yield from (Import(alias.name, at_load) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        above = package[: len(package) - node.level + 1] if node.level else []
        base = [*above, *filter(None, [node.module])]
        yield from (Import(".".join([*base, alias.name]), at_load) for alias in node.names)
    at_load = at_load and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    at_load = at_load and not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test))
    for child in ast.iter_child_nodes(node):
        yield from imports_of(child, package, at_load=at_load)


def calls(path):
    return [ast.unparse(node.func) for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)]


def reaches_outside(call: str) -> bool:
    """Return whether a call of this name opens a file, or asks what time it is."""
    last = call.rpartition(".")[2]
    return call in {"open", "input", "time.time"} or (
        call != last and (last in CLOCKS or last.startswith(TOUCHES_FILES))
    )


def functions_in(path: Path) -> list[Function]:
    """Return the functions and methods of a file, measured."""
    nodes = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [Function(f"{path}:{node.name}", body_lines(node), parameters(node)) for node in nodes]


def body_lines(node):
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def parameters(node):
    every = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs, node.args.vararg, node.args.kwarg]
    return sum(1 for parameter in every if parameter and parameter.arg not in {"self", "cls"})


def percentile_95(values):
    ordered = sorted(values) or [0]
    return ordered[math.ceil(0.95 * len(ordered)) - 1]
