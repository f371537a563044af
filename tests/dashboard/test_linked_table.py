"""What the browser is told of a table's cells."""

from dashboard.components.linked_table import Cell, told
from dashboard.tone import Tone


def test_a_plain_cell_is_told_by_its_text_alone():
    assert told(Cell("81.2 %")) == "81.2 %"


def test_whatever_is_unusual_about_a_cell_is_told_with_it():
    cell = Cell("81.2 %", note="▼ 2.1 pp", note_tone=Tone.BAD, href="evidence?kpi=x")
    assert told(cell) == {"text": "81.2 %", "note": "▼ 2.1 pp", "note_tone": "bad", "href": "evidence?kpi=x"}
