import pytest

from etl.__main__ import main
from tests.dashboard.told import cells, texts

UNITS_ONLY = """
name = "Units"
zone = "Asia/Shanghai"
[[source]]
name = "units"
table = "org_units"
path = "units.csv"
[source.columns]
org_unit_id = "id"
name = "name"
"""


def links(app, key):
    """Return where the cells of a table lead, those that lead somewhere."""
    return [cell["href"] for row in cells(app, key) for cell in row if cell["href"]]


@pytest.fixture
def data_page(open_app, broken):
    """Return what opens a part of the data page over the broken workspace."""
    return lambda part="sources", **params: open_app("data", folder=broken, part=part, **params)


def test_the_title_names_the_source_that_did_not_pass(data_page):
    app = data_page()
    assert not app.exception
    assert app.title[0].value == ("1 of 4 sources did not pass\\: forms. Their figures are those of an earlier load")


def test_where_all_is_in_the_title_says_so(open_app):
    assert open_app("data", locale="zh-CN").title[0].value == "3 个来源都已加载\\:读入 116 行,暂扣 0 行"


def test_the_equation_of_rows_is_shown_with_its_figures(data_page):
    assert data_page().text[0].value == (
        "10 read = 7 loaded + 3 held back + 0 exact duplicates + 0 superseded · ✓ adds up"
    )


def test_every_source_has_its_account_and_the_refused_one_stands_first(data_page):
    rows = {row[0]: row[1:] for row in texts(data_page(), "accounts")}
    assert next(iter(rows)) == "forms"
    assert rows["forms"][0] == "refused"
    assert "Column 'id' is missing" in rows["forms"][-1]
    assert rows["calls"][3:9] == ["6", "3", "3", "0", "0", "✓"]


def test_what_was_held_back_opens_exactly_its_rows(data_page):
    held = next(row for row in cells(data_page(), "accounts") if row[0]["text"] == "calls")
    assert held[6]["href"] == "data?part=quarantine&source=calls"
    app = data_page("quarantine", source="calls")
    assert len({(row[0], row[1]) for row in texts(app, "held_back")}) == int(held[6]["text"]) == 3


def test_a_reason_opens_as_many_rows_as_it_counts(data_page):
    reason = cells(data_page("quarantine"), "reasons")[0]
    params = dict(part.split("=") for part in reason[2]["href"].partition("?")[2].split("&"))
    assert len(texts(data_page(**params), "held_back")) == int(reason[2]["text"])


def test_a_customers_text_in_a_raw_row_stays_text(data_page):
    app = data_page("quarantine", source="calls")
    assert any(
        "<img src=x onerror=alert(1)> ![p](http://evil.example/p.png) =1+1" in row[4] for row in texts(app, "held_back")
    )
    shown = [*app.title, *app.markdown, *app.caption, *app.text, *app.info]
    assert all("<img" not in part.value for part in shown)


def test_rules_show_what_they_judged_and_the_worst_come_first(data_page):
    rows = texts(data_page("checks"), "checks")
    assert {"'Started' must not be empty.", "'Contact' must not be empty."} <= {row[0] for row in rows[:5]}
    assert [int(row[3]) for row in rows] == sorted((int(row[3]) for row in rows), reverse=True)


def test_links_say_by_which_method_and_how_surely(data_page):
    app = data_page("linking")
    assert texts(app, "links") == [
        ["Contacts", "case id", "1.00", "1", "33.3 %"],
        ["Contacts", "customer and time", "0.90", "1", "33.3 %"],
        ["Contacts", "not linked", "–", "1", "33.3 %"],
        ["Feedback forms", "not linked", "–", "1", "100.0 %"],
    ]
    assert "Contacts 66.7 %, Feedback forms 0.0 %" in app.caption[0].value


def test_a_figure_that_changed_says_what_it_was_and_opens_its_rows(data_page):
    app = data_page("restatements", locale="zh-CN")
    row = next(row for row in texts(app, "restatements") if row[1] == "坐席自报解决率")
    assert row == ["#2", "坐席自报解决率", "2025 年 5 月", "北一店", "100.0 %(n = 2)", "50.0 %(n = 2)"]
    assert "evidence?month=2025-05&unit=N1&kpi=agent_stated_resolution" in links(app, "restatements")


def test_files_are_listed_with_the_hash_of_their_content(data_page):
    row = next(row for row in texts(data_page("files"), "files") if row[0] == "exports/units.csv")
    assert (row[1], row[2], len(row[3])) == ("units", "34", 64)


def test_loads_say_what_became_of_them(data_page):
    rows = texts(data_page("loads"), "loads")
    assert [(row[0], row[1], row[4]) for row in rows] == [
        ("#2", "published", "2025-06-20 00:00"),
        ("#1", "published", "2025-06-20 00:00"),
    ]


def test_where_nothing_is_held_back_or_restated_a_sentence_says_so(open_app):
    assert open_app("data", part="quarantine").success[0].value == "No rows are held back."
    assert open_app("data", part="restatements").info[0].value == "No figure that was published has changed."


def test_a_rule_that_nothing_waits_for_says_what_to_change(data_page):
    app = data_page("quarantine", source="calls", rule="no_such.rule")
    assert app.info[0].value == "No rows are held back here: choose another source or rule."


@pytest.mark.parametrize("params", [{"part": "secrets"}, {"source": "nowhere"}, {"rule": "x' OR 1=1"}])
def test_an_address_out_of_range_falls_back_with_a_word(open_app, broken, params):
    app = open_app("data", folder=broken, **params)
    assert "which is not known" in app.warning[0].value
    assert "forms" in app.title[0].value


def test_choosing_a_part_forgets_the_source_and_the_rule(data_page):
    app = data_page("quarantine", source="calls", rule="value_missing.started_at")
    app.segmented_control(key="data_part").set_value("files").run()
    assert app.query_params == {"part": "files"}


def test_before_there_is_any_figure_the_page_already_tells_of_the_load(open_app, tmp_path):
    (tmp_path / "workspace.toml").write_text(UNITS_ONLY, encoding="utf-8")
    (tmp_path / "units.csv").write_text("id,name\nN1,北一店\n", encoding="utf-8")
    assert main(["run", str(tmp_path)]) == 0
    assert open_app(folder=tmp_path).title[0].value == "The load holds nothing to compute"
    assert texts(open_app("data", folder=tmp_path), "accounts")[0][:2] == ["units", "loaded"]
