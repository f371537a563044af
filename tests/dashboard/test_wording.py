import pkgutil
import re
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from dashboard import wording
from dashboard.rows import heading
from dashboard.wording import judgement
from dashboard.wording.values import WORDED, WORDS
from metrics.change import Verdict
from metrics.contract import TABLES
from metrics.populations import CUBE, POPULATIONS
from metrics.registry import all_kpis
from metrics.status import Status
from metrics.store.evidence import columns_of
from metrics.text import Text

ROOT = Path(__file__).parents[2]
# What is written with Latin letters in Chinese too: symbols, names and what a terminal or a file is given.
LATIN_IN_CHINESE = {
    "English", "PLUMBLINE_WORKSPACE", "workspace", "policy", "funnel", "toml", "n", "server", "address", "ZIP",
    "Python", "SHA", "Excel", "XLSX", "CSV", "PDF", "Morris", "DerSimonian", "Laird", "Spiegelhalter",
    "NUL", "MB", "JSON", "Parquet", "SQLite", "Office", "gzip", "gz", "zip", "sql", "sheet", "delimiter", "encoding",
    "zone", "Asia", "Shanghai", "source", "python", "m", "etl", "quarantine",
}  # fmt: skip
MODULES = [import_module(f"dashboard.wording.{name}") for _, name, _ in pkgutil.iter_modules(wording.__path__)]


def texts():
    for module in MODULES:
        for name, value in vars(module).items():
            if isinstance(value, Text):
                yield f"{module.__name__}.{name}", value
            elif isinstance(value, dict | tuple):
                entries = value.items() if isinstance(value, dict) else enumerate(value)
                yield from (
                    (f"{module.__name__}.{name}.{key}", text) for key, text in entries if isinstance(text, Text)
                )


TEXTS = dict(texts())


@pytest.mark.parametrize("name", TEXTS)
def test_chinese_readers_meet_no_english_word(name):
    words = set(re.findall(r"[A-Za-z]+", re.sub(r"\{\w+\}", "", TEXTS[name].zh)))
    assert words - LATIN_IN_CHINESE <= {"PLUMBLINE", "WORKSPACE"}


@pytest.mark.parametrize("name", TEXTS)
def test_english_readers_meet_no_chinese_sign(name):
    assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", TEXTS[name].en) or name.endswith("OTHER_LANGUAGE")


@pytest.mark.parametrize("name", TEXTS)
def test_both_languages_are_filled_with_the_same_parts(name):
    def parts(text):
        return {part for _, part, _, _ in Formatter().parse(text) if part is not None}

    assert parts(TEXTS[name].zh) == parts(TEXTS[name].en)


def test_every_phrase_is_used():
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "dashboard").rglob("*.py"))
    used = set(re.findall(r"\w+\.([A-Z][A-Z_]+)\b", code + (ROOT / "streamlit_app.py").read_text(encoding="utf-8")))
    declared = {name for module in MODULES for name, value in vars(module).items() if isinstance(value, Text)}
    assert declared - used == set()


def test_every_verdict_and_every_status_has_words():
    assert set(judgement.VERDICTS) == set(Verdict)
    assert set(judgement.STATUSES) == set(judgement.SYMBOLS) == set(Status)


def test_every_column_of_evidence_has_a_heading():
    unnamed = {
        (kpi.population, column)
        for kpi in all_kpis().values()
        for column in columns_of(kpi)
        if heading(kpi, column, "zh") == column
    }
    assert unnamed == set()


def test_every_value_that_the_contract_allows_has_words():
    shown = {
        (column.name, value)
        for population in POPULATIONS.values()
        for column in TABLES[population.table].columns
        if column.name in (*CUBE, *population.dimensions, *population.shown) and column.name != "status"
        for value in column.allowed
    }
    grades = set("ABCDE")
    assert {(column, value) for column, value in shown if column not in WORDED or value not in WORDS} == {
        (column, value) for column, value in shown if value in grades
    }
