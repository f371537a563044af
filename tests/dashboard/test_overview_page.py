import pytest

from tests.dashboard.told import handed, texts


def tiles(app):
    return handed(app, "tiles")["tiles"]


def cells(app, key="board"):
    return {name: figures for name, *figures in texts(app, key)}


def test_the_title_is_the_message_of_the_newest_finished_month(open_app):
    app = open_app()
    assert not app.exception
    assert app.title[0].value == (
        "May 2025\\: First-contact resolution 65.1 %, down 24.9 pp on April\\: a real change; "
        "North One stands out\\: down 50.0 pp"
    )


def test_the_tiles_show_each_kpi_that_has_rows_the_most_important_first(open_app):
    shown = tiles(open_app())
    assert [(tile["label"], tile["value"], tile["moved"]) for tile in shown][:2] == [
        ("First-contact resolution", "65.1 %", "24.9 pp"),
        ("Satisfaction score (A–E)", "3.38 points", "2.62 points"),
    ]
    assert "Answered share" not in [tile["label"] for tile in shown]


def test_a_tile_says_what_it_rests_on_and_leads_to_just_those_rows(open_app):
    tile = tiles(open_app(lang="en"))[0]
    assert (tile["target"], tile["target_tone"]) == ("target 80.0 % · ✗ missed", "bad")
    assert tile["basis"] == "n = 43 · 50.2–77.6 %"
    assert tile["open"] == "See the 43 rows"
    assert tile["href"] == "kpi?lang=en&month=2025-05&kpi=first_contact_resolution&status=counted"


def test_the_table_shows_every_region_and_centre_the_worst_first(open_app):
    app = open_app()
    assert list(cells(app)) == [
        "North",
        "North One",
        "South",
        "South One",
        "![pixel](http://evil.example/p.png) <b>Harbin</b>",
    ]
    assert cells(app)["North One"][:2] == ["50.0 %", "too few (n = 2)"]


def test_chinese_readers_read_chinese(open_app):
    app = open_app(locale="zh-CN")
    assert app.title[0].value.startswith("2025 年 5 月\\:一次性解决率 65.1 %,比 4 月下降 24.9 个百分点")
    assert tiles(app)[0]["moved"] == "24.9 个百分点"
    assert list(cells(app))[:2] == ["北区", "北一店"]


def test_choosing_a_month_recomputes_the_page_and_the_address(open_app):
    app = open_app()
    app.selectbox(key="overview_month").set_value("2025-04").run()
    assert app.query_params == {"month": "2025-04"}
    assert app.title[0].value == "April 2025\\: First-contact resolution 90.0 %, nothing in March to compare with"
    assert tiles(app)[0]["value"] == "90.0 %"


def test_choosing_a_unit_recomputes_every_tile(open_app):
    app = open_app()
    south = next(place for place in app.selectbox(key="overview_place").options if "South One" in place)
    app.selectbox(key="overview_place").select(south).run()
    assert app.query_params == {"unit": "S1"}
    assert [tile["value"] for tile in tiles(app)][:2] == ["80.0 %", "4.50 points"]


def test_choosing_a_kpi_changes_the_trend_and_the_address_only(open_app):
    app = open_app()
    before = [tile["value"] for tile in tiles(app)]
    app.segmented_control(key="trend_kpi").set_value("satisfaction_score").run()
    assert app.query_params == {"kpi": "satisfaction_score"}
    assert [tile["value"] for tile in tiles(app)] == before


def test_the_trend_is_also_a_table(open_app):
    app = open_app()
    assert len(app.get("plotly_chart")) == 1
    app.toggle(key="trend_as_table").set_value(True).run()
    assert len(app.get("plotly_chart")) == 0
    assert cells(app, "trend_table")["May 2025"][:3] == ["65.1 %", "50.2–77.6 %", "43"]


def test_every_figure_of_the_table_has_a_small_line(open_app):
    row = handed(open_app(), "board")["rows"][1]
    # North One fell from the best to the worst month of all places; ten months before have no data.
    assert row["cells"][1]["line"]["lines"] == ["73.1,4.0 80.0,20.0"]
    assert "line" not in row["cells"][0]


def test_the_overview_says_what_moved_the_headline_and_leads_on(open_app):
    app = open_app(unit="S1", month="2025-05")
    assert app.header[1].value == "What moved it\\: First-contact resolution"
    assert any("First-contact resolution was 80.0 % in 2025" in part.value for part in app.caption)
    link, _ = app.get("page_link")
    assert link.proto.query_string == "month=2025-05&unit=S1&kpi=first_contact_resolution&part=why"


def test_an_unfinished_month_withholds_what_moved_it(open_app):
    app = open_app(month="2025-06")
    assert "bridge" not in [part.key for part in app.get("bidi_component")]
    assert any("too early to compare" in part.value for part in app.caption)


def test_without_a_signal_the_overview_says_so(open_app):
    assert any(part.value == "No signal of the KPIs on this page is open." for part in open_app().caption)


def test_an_unfinished_month_keeps_its_value_and_withholds_the_comparison(open_app):
    app = open_app(month="2025-06")
    assert tiles(app)[0]["value"] == "60.0 %"
    assert tiles(app)[0]["moved"] == "too early to say"
    assert "is not over (data as of 2025-06-20 00:00)" in app.warning[0].value


def test_the_other_language_is_one_click_away_and_keeps_the_choices(open_app):
    app = open_app(unit="S1")
    app.button(key="other_language").click().run()
    assert app.query_params == {"lang": "zh", "unit": "S1"}
    assert "南一店" in app.title[0].value


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"unit": "N9"}, "The address holds 'unit=N9', which is not known"),
        ({"month": "2031-01"}, "The address holds 'month=2031-01', which is not known"),
        ({"colour": "red"}, "The address holds 'colour', which is not known"),
        ({"kpi": "<b>x</b>"}, "The address holds 'kpi=\\<b\\>x\\</b\\>', which is not known"),
    ],
)
def test_an_address_that_is_not_understood_falls_back_and_says_so(open_app, params, said):
    app = open_app(**params)
    assert said in app.warning[0].value
    assert tiles(app)[0]["value"] == "65.1 %"


def test_the_foot_names_zone_freshness_load_and_what_was_held_back(open_app):
    foot = app_foot(open_app())
    assert "Business zone Asia/Shanghai" in foot
    assert "Data as of 2025-06-10 (calls); 2025-05-15 (forms)" in foot
    assert "Load \\#1, finished" in foot
    assert "rows passed the checks, 0 held back" in foot


def app_foot(app):
    return app.caption[-1].value
