import hashlib
from urllib.parse import parse_qsl

from tests.dashboard.told import handed, texts

FCR = "first_contact_resolution"


def listed(app):
    return texts(app, "rows")


def test_the_page_repeats_the_figure_with_its_arithmetic(open_app):
    app = open_app("evidence", kpi=FCR, month="2025-05", unit="N1")
    assert not app.exception
    assert app.title[0].value == "First-contact resolution\\: 50.0 % · North One · May 2025"
    assert "= 10 / 20 = 50.0 %" in app.markdown[1].value
    assert "▼ 50.0 pp, 95 % interval" in app.markdown[1].value
    assert "**Target** · 80.0 % · ✗ missed" in app.markdown[1].value


def test_the_count_on_the_tile_equals_the_rows_in_the_list(open_app):
    tile = handed(open_app(), "tiles")["tiles"][0]
    app = open_app("evidence", **dict(parse_qsl(tile["href"].partition("?")[2])))
    assert tile["open"] == "See the 43 rows"
    assert len(listed(app)) == 43
    assert app.text[0].value == "Rows 1–43 of 43"


def test_hits_in_the_list_equal_the_numerator(open_app):
    app = open_app("evidence", kpi=FCR, month="2025-05", status="hit")
    assert len(listed(app)) == 28
    assert {row[1] for row in listed(app)} == {"hit"}


def test_rows_left_out_say_why(open_app):
    app = open_app("evidence", kpi="satisfaction_score", month="2025-05")
    assert [row[1] for row in listed(app)].count("not verified") == 2
    assert "8 counted + 2 not verified = 10 rows in all" in app.caption[0].value


def test_rows_left_out_for_any_reason_are_as_many_as_their_button_says(open_app):
    app = open_app("evidence", kpi="satisfaction_score", month="2025-05", status="left_out")
    assert app.segmented_control(key="evidence_status").options[-1] == "left out 2"
    assert len(listed(app)) == 2


def test_every_row_names_its_file_and_line(open_app):
    app = open_app("evidence", kpi=FCR, month="2025-05", unit="N1")
    assert listed(app)[0][-3:-1] == ["calls", "exports/calls.csv"]


def test_choosing_a_status_filters_the_list_and_the_address(open_app):
    app = open_app("evidence", kpi=FCR, month="2025-05", unit="N1")
    app.segmented_control(key="evidence_status").set_value("hit").run()
    assert app.query_params == {"month": "2025-05", "unit": "N1", "kpi": FCR, "status": "hit"}
    assert len(listed(app)) == 10


def test_choosing_a_kpi_forgets_the_status_of_the_one_before(open_app):
    app = open_app("evidence", kpi=FCR, month="2025-05", status="hit")
    app.selectbox(key="evidence_kpi").set_value("satisfaction_score").run()
    assert app.query_params == {"month": "2025-05", "kpi": "satisfaction_score"}


def test_a_status_without_rows_says_so(open_app):
    app = open_app("evidence", kpi=FCR, month="2025-05", status="abandoned")
    assert app.info[0].value == "There are no rows 'abandoned before it was answered'."


def test_a_slice_without_any_row_says_which_filters_empty_it(open_app):
    app = open_app("evidence", kpi=FCR, month="2025-04", unit="X1")
    assert "has no rows for 'First-contact resolution' in April 2025" in app.info[0].value


def test_a_page_after_the_last_shows_the_last(open_app):
    app = open_app("evidence", kpi=FCR, month="2025-05", status="counted", page="9")
    assert app.text[0].value == "Rows 1–43 of 43"
    assert len(listed(app)) == 43


def test_few_rows_open_all_the_same(open_app):
    app = open_app("evidence", kpi=FCR, month="2025-05", unit="X1", locale="zh-CN")
    assert app.title[0].value.startswith("一次性解决率 太少(n = 3)")
    assert len(listed(app)) == 3


def test_text_of_a_customer_reaches_the_browser_as_text_only(open_app):
    app = open_app("evidence", kpi=FCR, month="2025-05", unit="X1")
    assert any('<img src="x" onerror="alert(1)>"'.replace(')>"', ')">') in row for row in listed(app))
    shown = [*app.title, *app.markdown, *app.caption]
    assert all("<img" not in part.value and "![" not in part.value for part in shown)


def test_the_way_back_keeps_month_and_unit(open_app):
    app = open_app("evidence", kpi=FCR, month="2025-05", unit="N1", status="hit")
    assert app.get("page_link")[0].proto.query_string == f"month=2025-05&unit=N1&kpi={FCR}"


def test_the_origin_names_numerator_rules_files_and_checks(open_app, tiny):
    app = open_app("evidence", kpi=FCR, month="2025-05", unit="N1", part="origin")
    assert not app.exception
    said = app.markdown[2].value
    assert "- **Numerator** · 10\n- **Denominator** · 20\n- **Counted** · 20" in said
    assert "**Load** · \\#1, finished" in said
    files = {row[1]: row[3] for row in texts(app, "origin_files")}
    assert set(files) == {"calls"}
    assert files["calls"] == hashlib.sha256((tiny / "exports" / "calls.csv").read_bytes()).hexdigest()


def test_the_address_of_the_origin_leads_there_and_a_choice_leads_back(open_app):
    app = open_app("evidence", kpi=FCR, month="2025-05", part="origin")
    app.segmented_control(key="proof_part").set_value("rows").run()
    assert app.query_params == {"kpi": FCR, "month": "2025-05"}
    assert len(listed(app)) == 43


def test_the_proof_is_offered_for_download_and_not_built_before(open_app, monkeypatch):
    built = []
    monkeypatch.setattr("dashboard.components.proof_bar.bundle", lambda *asked: built.append(asked))
    app = open_app("evidence", kpi=FCR, month="2025-05")
    assert "Download the proof (ZIP)" in [button.proto.label for button in app.get("download_button")]
    assert built == []
