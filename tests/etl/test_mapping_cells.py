import pytest


@pytest.fixture
def read(mapped):
    """Return a function that maps cells to one column and gives the values and complaints, the column left out."""

    def run(place: str, *cells, **mapping) -> tuple[list, list]:
        table, _, column = place.partition(".")
        columns = {column: {"column": "raw", **mapping}}
        frame = mapped(table, {"raw": list(cells)}, columns, missing=["?", "N/A"]).frame
        told = [problem and problem.removeprefix(f"{column}: ") for problem in frame["unreadable"]]
        return frame[column].to_list(), told

    return run


def test_missing_markers_are_null_and_the_id_na_survives(read):
    assert read("cases.customer_id", "?", " N/A ", "", " ", "NA", None) == ([None] * 4 + ["NA", None], [None] * 6)


def test_spaces_around_text_are_cut_full_width_ones_too(read):
    assert read("cases.customer_id", " a b\u3000", "\u00a0c\ufeff")[0] == ["a b", "c"]


@pytest.mark.parametrize(
    ("cell", "number"),
    [("3", 3), ("3.0", 3), ("-2", -2), ("1,234", 1234), ("１２", 12), ("O", 0), ("1o", 10), (" 7 ", 7), (7.0, 7)],
)
def test_whole_numbers_are_read_however_they_are_written(read, cell, number):
    assert read("cases.reopen_count", cell) == ([number], [None])


@pytest.mark.parametrize("cell", ["x", "1e3", "12,34", "99999999999999999999", "O x"])
def test_what_is_no_whole_number_is_unreadable(read, cell):
    assert read("cases.reopen_count", cell) == ([None], [f"'{cell}' is not a whole number"])


def test_decimals_in_a_whole_number_column_hint_at_money(read):
    assert read("jobs.amount", "1.50")[1] == [
        "'1.50' is not a whole number; if it is money in major units, say scale = \"yuan\""
    ]


@pytest.mark.parametrize(
    ("cell", "minor"),
    [("1,234.50", 123450), ("¥12.3", 1230), ("12 元", 1200), ("-3", -300), ("0.07", 7), ("1.500", 150), (8.15, 815)],
)
def test_money_in_major_units_becomes_minor_units_exactly(read, cell, minor):
    assert read("jobs.amount", cell, scale="yuan") == ([minor], [None])


def test_money_with_more_than_two_decimals_is_unreadable(read):
    assert read("jobs.amount", "1.005", scale="yuan")[1] == ["'1.005' is not an amount with at most two decimals"]


@pytest.mark.parametrize(
    ("cell", "seconds"),
    [
        ("65", 65),
        ("00:02:23", 143),
        ("27:00:00", 97200),
        ("100:00:01", 360001),
        ("12.6", 13),
        ("1 days 02:00:00", 93600),
    ],
)
def test_durations_are_seconds_or_hours_minutes_seconds_of_any_length(read, cell, seconds):
    assert read("contacts.talk_seconds", cell) == ([seconds], [None])


def test_a_negative_duration_is_read_for_the_rules_to_catch(read):
    assert read("contacts.talk_seconds", "-00:00:05")[0] == [-5]


def test_hours_and_minutes_alone_could_be_minutes_and_seconds(read):
    assert read("contacts.talk_seconds", "2:30")[1] == ["'2:30' is neither a number of seconds nor HH:MM:SS"]


@pytest.mark.parametrize("cell", ["true", "YES", "y", "1", "是", "Ja", "Ｙ", True])
def test_yes_has_many_words(read, cell):
    assert read("cases.made_sla", cell) == ([True], [None])


@pytest.mark.parametrize("cell", ["false", "No", "n", "0", "否", "Nee", False])
def test_no_has_many_words(read, cell):
    assert read("cases.made_sla", cell) == ([False], [None])


def test_a_maybe_is_neither(read):
    assert read("cases.made_sla", "maybe") == ([None], ["'maybe' is neither yes nor no"])


def test_numbers_with_decimals_are_finite(read):
    values, told = read("servqual_responses.perception", "5.5", "1,000.25", "1e2", "nan", "inf")
    assert values == [5.5, 1000.25, 100.0, None, None]
    assert told[3:] == ["'nan' is not a number", "'inf' is not a number"]


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        ("138 0013-8000", "13800138000"),
        ("+86 138 0013 8000", "13800138000"),
        ("0086-13800138000", "13800138000"),
        ("8613800138000", "13800138000"),
        ("１３８００１３８０００", "13800138000"),
        ("(010) 1234 5678", "01012345678"),
        ("匿名", None),
        ("anonymous", None),
        ("000", None),
    ],
)
def test_a_phone_number_has_one_spelling(read, cell, key):
    assert read("cases.identity_key", cell, kind="phone") == ([key], [None])


def test_a_value_map_translates_and_a_value_it_does_not_list_is_unreadable(read):
    assert read("cases.channel", "电话", " 电话 ", "传真", values={"电话": "phone"}) == (
        ["phone", "phone", None],
        [None, None, "'传真' is not among the values 电话"],
    )


def test_a_default_stands_for_values_not_listed_but_not_for_missing_ones(read):
    found = read("cases.channel", "传真", "?", "", values={"电话": "phone"}, default="other")
    assert found == (["other", None, None], [None, None, None])


def test_the_default_reject_is_no_default(read):
    assert read("cases.channel", "传真", values={"电话": "phone"}, default="reject")[0] == [None]


def test_a_value_map_may_give_a_missing_marker_a_meaning_or_take_one_away(read):
    values = {"?": "other", "未知": "", "电话": "phone"}
    assert read("cases.channel", "?", "未知", "电话", values=values) == (["other", None, "phone"], [None] * 3)


def test_a_value_map_may_lead_to_numbers_and_truth_values(read):
    assert read("feedback_forms.csat", "满意", "不满意", values={"满意": 5, "不满意": 1})[0] == [5, 1]
    assert read("cases.made_sla", "达标", "超时", values={"达标": True, "超时": False})[0] == [True, False]


def test_numbers_5_to_1_become_grades_a_to_e(read):
    values, told = read("feedback_forms.attitude", "5", "4.0", "３", "2", "1", "0", scale="1-5")
    assert values == ["A", "B", "C", "D", "E", None]
    assert told[5] == "'0' is not on the scale 1–5"


def test_grades_a_to_e_become_numbers_5_to_1(read):
    values, told = read("feedback_forms.csat", "A", "b", "Ｅ", "F", scale="A-E")
    assert values == [5, 4, 1, None]
    assert told[3] == "'F' is not on the scale A–E"


def test_a_word_outside_the_allowed_values_is_left_for_the_rules(read):
    assert read("feedback_forms.attitude", "F", "优") == (["F", "优"], [None, None])
