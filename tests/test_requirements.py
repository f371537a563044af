"""The two lists of dependencies keep their promises: reasons, pins, no addresses, nothing unnamed."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("metrics", "etl", "dashboard", "sample_data")
DIRECT = [
    line for line in (ROOT / "requirements.in").read_text().splitlines() if line.strip() and not line.startswith("#")
]
LOCK = (ROOT / "requirements.txt").read_text()


def name_of(requirement):
    return re.match(r"[A-Za-z0-9._-]+", requirement)[0].lower().replace("_", "-")


def pinned():
    return {name_of(line) for line in LOCK.splitlines() if re.match(r"[a-z0-9][^ ]*==\d", line)}


def third_party_imports():
    """Return the top-level names that the product's rooms import, without the standard library and the rooms."""
    paths = [ROOT / "streamlit_app.py", *(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))]
    nodes = [node for path in paths if path.exists() for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names - set(ROOMS)


def test_every_direct_dependency_gives_its_reason():
    assert [line for line in DIRECT if not re.search(r"\s#\s\w.{8,}", line)] == []


def test_every_direct_dependency_is_pinned():
    assert {name_of(line) for line in DIRECT} - pinned() == set()


def test_the_lock_holds_no_address():
    assert re.findall(r"\S*(?:://|--\w*index|--find-links|^-f\b)\S*", LOCK, re.MULTILINE) == []


def test_whatever_the_product_imports_is_a_direct_dependency():
    distributions = packages_distributions()
    imported = {name: {name_of(each) for each in distributions.get(name, [name])} for name in third_party_imports()}
    direct = {name_of(line) for line in DIRECT}
    assert {name: found for name, found in imported.items() if not found & direct} == {}
