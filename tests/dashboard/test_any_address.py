"""Whatever an address asks, and whatever is missing: every page answers with sentences, never with a traceback."""

import shutil

import pytest

from dashboard.pages import ENTRIES
from dashboard.wording import states

# One value that cannot be for each choice that every page knows.
IMPOSSIBLE = {
    "month": "1999-13",
    "unit": "CLOSED",
    "region": "![x](http://evil.example/p.png)",
    "kpi": "'; DROP TABLE loads; --",
    "status": "<script>",
    "part": "\u202ehidden",
    "page": "0",
    "numbers": "roman",
    "arrows": "🙂",
    "x" * 5_000: "y",
}


@pytest.mark.parametrize("view", ENTRIES)
def test_choices_that_cannot_be_fall_back_and_each_is_said(open_app, view):
    app = open_app(view, **IMPOSSIBLE)
    assert not app.exception
    assert title(app) != states.UNEXPECTED.en
    said = [warning.value for warning in app.warning]
    assert sum("is not known" in each for each in said) == len(IMPOSSIBLE)
    assert all(len(each) < 300 for each in said)


@pytest.mark.parametrize("view", ENTRIES)
def test_a_month_in_which_a_unit_has_no_row_is_no_failure_and_its_name_is_only_text(open_app, view):
    app = open_app(view, month="2025-04", unit="X1", page="99999")
    assert not app.exception
    assert title(app) not in {states.UNEXPECTED.en, ""}
    assert [warning.value for warning in app.warning if "is not known" in warning.value] == []
    shown = [part.value for kind in (app.title, app.markdown, app.caption, app.warning) for part in kind]
    assert [text for text in shown if "![pixel](http" in text or "<b>Harbin" in text] == []


@pytest.mark.parametrize("view", ENTRIES)
def test_every_page_of_a_workspace_never_loaded_says_how_to_load_it(open_app, tmp_path, tiny, view):
    folder = shutil.copytree(tiny, tmp_path / "workspace", ignore=shutil.ignore_patterns("var"))
    app = open_app(view, folder=folder, locale="zh-CN")
    assert title(app) == states.NO_LOAD.zh


def title(app):
    return app.title[0].value if app.title else ""
