from dashboard import pages
from dashboard.components.menu import links
from dashboard.filters import Filters
from metrics.text import Text
from tests.dashboard.told import handed


def listed(app):
    return handed(app, "menu")["pages"]


def test_the_menu_lists_the_pages_and_marks_the_one_that_is_looked_at(open_app):
    here = [(link["title"], link["is_here"]) for link in listed(open_app())]
    assert here[0] == ("Overview", True)
    assert [title for title, is_here in here if is_here] == ["Overview"]
    assert "Evidence" not in [title for title, _ in here]


def test_links_keep_language_month_and_place_and_nothing_else():
    chosen = Filters(lang="zh", month="2025-05", unit="N1", kpi="satisfaction_score", status="hit", page=3)
    assert links("evidence", chosen, "zh")[0].href == "./?lang=zh&month=2025-05&unit=N1"


def test_a_page_appears_in_the_menu_by_one_line(monkeypatch):
    monkeypatch.setitem(pages.ENTRIES, "weather", pages.Entry(Text("天气", "Weather")))
    assert links("weather", Filters(lang="en"), "en")[-1].href == "weather?lang=en"
    assert links("weather", Filters(), "zh")[-1].title == "天气"


def test_the_menu_is_there_before_anything_was_loaded(open_app, tmp_path):
    (tmp_path / "workspace.toml").write_text('zone = "Asia/Shanghai"\n', encoding="utf-8")
    assert listed(open_app(folder=tmp_path))[0]["title"] == "Overview"
