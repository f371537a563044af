"""What those who did not answer could change, on the page of a KPI of satisfaction."""

import pytest

from dashboard.silent import silent
from tests.dashboard.conftest import load
from tests.dashboard.visiting import visit_to

_WORKSPACE = """
name = "Asked"
zone = "Asia/Shanghai"
as_of = 2025-06-30T00:00:00+08:00

[[source]]
name = "units"
table = "org_units"
path = "units.csv"
[source.columns]
org_unit_id = "id"
name = "name"

[[source]]
name = "forms"
table = "feedback_forms"
path = "forms.csv"
zone = "Asia/Shanghai"
[source.columns]
form_id = "id"
org_unit_id = "unit"
source_kind = { constant = "sms" }
sent_at = "sent"
received_at = "back"
timeliness = "grade"
repair_quality = "grade"
attitude = "attitude"
csat = "csat"
verified = { constant = "confirmed" }
"""
# Sent in May: A A A, C C C, one with an item left blank, and one that never came back.
_FORMS = """id,unit,sent,back,grade,attitude,csat
F1,N1,2025-05-02 10:00,2025-05-05 10:00,A,A,5
F2,N1,2025-05-02 10:00,2025-05-06 10:00,C,C,2
F3,N1,2025-05-02 10:00,2025-05-07 10:00,A,,
F4,N1,2025-05-02 10:00,,,,
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """Return the workspace, loaded. Read it only."""
    folder = tmp_path_factory.mktemp("asked")
    for name, text in {"workspace.toml": _WORKSPACE, "units.csv": "id,name\nN1,北一店\n", "forms.csv": _FORMS}.items():
        (folder / name).write_text(text, encoding="utf-8")
    done = load(folder)
    if done.returncode:
        pytest.fail(done.stdout + done.stderr)
    return folder


def said(folder, kpi, language="en"):
    visit = visit_to(folder, "kpi", language, kpi=kpi, month="2025-05")
    return silent(visit, visit.measured(visit.kpi))


# Points 6 + 0 over two complete forms; (6 − 2·6)/4 and (6 + 2·6)/4 over all four.
@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ["of 4 forms sent in May 2025", "2 came back in time", "3.00 points", "−1.50 … 4.50 points"]),
        ("zh", ["2025 年 5 月发出", "4 份,2 份按时交回", "平均 3.00 分", "−1.50 … 4.50 分"]),
    ],
)
def test_the_score_of_all_lies_between_the_least_and_the_most_of_the_silent(asked, language, parts):
    told = said(asked, "satisfaction_score", language)
    assert [part for part in parts if part not in told] == [], told


def test_the_satisfied_of_all_lie_between_none_and_all_of_the_silent(asked):
    told = said(asked, "csat_top_two")
    assert "2 came back in time with a rating, 50.0 % of them satisfied" in told
    assert "25.0–75.0 %" in told


def test_other_kpis_and_months_in_which_nothing_was_sent_say_nothing_of_it(asked, tiny):
    assert said(asked, "response_rate") == ""
    assert said(tiny, "satisfaction_score") == ""


def test_the_page_shows_the_sentence(asked, open_app):
    app = open_app("kpi", folder=asked, kpi="satisfaction_score", month="2025-05")
    assert not app.exception
    assert any("Those who kept silent" in part.value for part in app.caption)
