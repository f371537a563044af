import pytest

from dashboard.handbook_entries import examples, found
from metrics.handbook import lines
from metrics.registry import all_kpis, kpi
from tests.dashboard.told import cells, texts

FCR = "first_contact_resolution"


def test_every_kpi_is_listed_the_most_important_first_with_question_and_use(open_app):
    app = open_app("handbook")
    assert not app.exception
    listed = texts(app, "handbook")
    assert app.title[0].value == f"Handbook: {len(all_kpis())} KPIs"
    assert len(listed) == len(all_kpis())
    assert listed[0] == [
        "First-contact resolution", "Was the customer's issue settled by a single contact?", "80.0 %",
        "overview, signals",
    ]  # fmt: skip
    assert cells(app, "handbook")[0][0]["href"] == f"handbook?kpi={FCR}"


@pytest.mark.parametrize("searched", ["首次 中位数", "FIRST response median", "first_response_time_p50"])
def test_a_search_finds_what_holds_every_word_in_either_language(searched):
    assert "first_response_time_p50" in {each.key for each in found(searched)}
    assert len(found(searched)) < len(found(None)) == len(all_kpis())


def test_a_search_goes_into_the_address_and_narrows_the_list(open_app):
    app = open_app("handbook")
    app.text_input(key="handbook_search").set_value(" capture ").run()
    assert app.query_params == {"search": "capture"}
    assert [row[0] for row in texts(app, "handbook")] == ["Complaints per 100 cases", "Complaint capture"]
    assert app.caption[0].value == "'capture'\\: 2 KPIs"


def test_a_search_without_a_hit_says_so_and_shows_it_as_text(open_app):
    app = open_app("handbook", search="<b>nothing</b>", lang="zh")
    assert app.caption[0].value.startswith("没有指标提到“\\<b\\>nothing")


def test_an_entry_tells_formula_trap_target_and_examples(open_app):
    app = open_app("handbook", kpi=FCR, lang="en")
    assert app.title[0].value == "First-contact resolution"
    for line in ("**Formula** · issues settled", "**Trap** · Counts issues, not calls", "**Target in force** · 80.0 %"):
        assert line in app.markdown[1].value
    assert texts(app, "handbook_examples")[-1] == ["No calls: no data, which is not 0.", "–", "0", "0", "0"]
    assert app.get("page_link")[0].proto.query_string == f"lang=en&kpi={FCR}"


def test_an_entry_leads_back_to_the_list_that_was_searched(open_app):
    app = open_app("handbook", kpi=FCR, search="contact")
    app.button(key="handbook_back").click().run()
    assert app.query_params == {"search": "contact"}


@pytest.mark.parametrize("key", all_kpis())
def test_every_kpi_has_an_entry_in_both_languages(key):
    for language in ("zh", "en"):
        assert [text for _, text in lines(kpi(key), language) if not text.strip()] == []
        assert len(examples(kpi(key), language).rows) == len(kpi(key).examples)


def test_a_target_is_told_in_the_unit_of_its_kpi():
    assert dict(lines(kpi(FCR), "en"))["Target"] == "80.0 % (near 75.0 %)"
    assert dict(lines(kpi("answer_accuracy"), "zh"))["目标"] == "无"
