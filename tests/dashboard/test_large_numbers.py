"""Numbers with 万 and 亿, for Chinese readers who ask for them: every digit stays, nothing is rounded."""

import pytest

from dashboard import numbers
from tests.dashboard.told import handed


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (9_999, "9,999"),
        (10_000, "1 万"),
        (10_001, "1 万 0001"),
        (145_179, "14 万 5179"),
        (-145_179, "−14 万 5179"),
        (123_456_789, "1 亿 2345 万 6789"),
        (200_030_000, "2 亿 0003 万"),
        (10**13, "10 万亿"),
    ],
)
def test_counts_are_grouped_as_chinese_counts(number, written):
    with numbers.written_in_myriads(chosen=True):
        assert numbers.count(number) == written


def test_money_and_decimals_keep_every_digit():
    with numbers.written_in_myriads(chosen=True):
        assert numbers.money(12_345_678) == "12 万 3456.78"
        assert numbers.money(-1_000_000) == "−1 万 0000.00"
        assert numbers.plain_number(20_000.5) == "2 万 0000.50"


def test_whoever_did_not_choose_reads_thousands():
    assert numbers.count(145_179) == "145,179"
    with numbers.written_in_myriads(chosen=False):
        assert numbers.money(12_345_678) == "123,456.78"


def test_the_choice_ends_with_the_visit():
    with numbers.written_in_myriads(chosen=True):
        pass
    assert numbers.count(10_000) == "10,000"


def test_only_chinese_readers_are_offered_groups_of_four_digits(open_app):
    groups = {language: [group["name"] for group in display(open_app(lang=language))] for language in ("zh", "en")}
    assert groups == {"zh": ["大数", "箭头颜色"], "en": ["Colour of arrows"]}


def test_a_choice_is_an_address_that_keeps_all_others(open_app):
    numbers_of, _ = display(open_app(lang="zh", unit="S1", arrows="red_up"))
    assert [(option["href"], option["is_chosen"]) for option in numbers_of["options"]] == [
        ("./?lang=zh&unit=S1&arrows=red_up", True),
        ("./?lang=zh&unit=S1&numbers=myriads&arrows=red_up", False),
    ]


def test_the_choice_holds_on_the_whole_page_and_goes_with_the_menu(open_app, monkeypatch):
    monkeypatch.setattr(numbers, "_GROUP", 1)  # so that the tiny company has numbers that are large
    monkeypatch.setattr(numbers, "_MYRIADS", ("", "十"))
    app = open_app(lang="zh", numbers="myriads")
    assert handed(app, "tiles")["tiles"][0]["basis"].startswith("n = 4 十 3")
    assert handed(app, "menu")["pages"][1]["href"] == "kpi?lang=zh&numbers=myriads"


def test_english_readers_are_shown_thousands_whatever_the_address_says(open_app):
    app = open_app(lang="en", numbers="myriads")
    assert handed(app, "tiles")["tiles"][0]["basis"].startswith("n = 43")


def display(app):
    return handed(app, "display")["groups"]
