import pytest

from dashboard.places import Places
from dashboard.sentences import sentence

PLACES = Places(
    [
        {"unit": unit, "name_zh": zh, "name_en": en, "region": None, "region_zh": None, "region_en": None}
        for unit, zh, en in (("N1", "北一店", "North One"), ("S1", "南一店", "South One"))
    ]
)


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        ((60, 100), (90, 100), "May 2025: First-contact resolution 60.0 %, down 30.0 pp on April: a real change"),
        ((90, 100), (60, 100), "May 2025: First-contact resolution 90.0 %, up 30.0 pp on April: a real change"),
        ((81, 100), (80, 100), "May 2025: First-contact resolution 81.0 %, up 1.0 pp on April, within noise"),
        ((79, 100), (80, 100), "May 2025: First-contact resolution 79.0 %, down 1.0 pp on April, within noise"),
        ((80, 100), (80, 100), "May 2025: First-contact resolution 80.0 %, the same as in April"),
        ((80, 100), None, "May 2025: First-contact resolution 80.0 %, nothing in April to compare with"),
        ((3, 4), None, "May 2025: First-contact resolution too few (n = 4), nothing in April to compare with"),
        ((0, 0), (80, 100), "May 2025: no data for First-contact resolution"),
        (None, (80, 100), "May 2025: no data for First-contact resolution"),
    ],
)
def test_the_sentence_says_value_change_and_certainty(shown, now, before, said):
    assert sentence(shown(unit=None, now=now, before=before), [], PLACES, "en") == said


def test_an_unfinished_month_is_too_early_to_compare(shown):
    said = sentence(shown(unit=None, partial=True), [], PLACES, "zh")
    assert said == "2025 年 5 月:一次性解决率 90.0 %,还不到与 4 月比较的时候"


def test_the_unit_that_moved_most_beyond_noise_is_named(shown):
    units = [shown(unit="N1", now=(50, 100), before=(90, 100)), shown(unit="S1", now=(70, 100), before=(90, 100))]
    assert sentence(shown(unit=None), units, PLACES, "en").endswith("; North One stands out: down 40.0 pp")
    assert sentence(shown(unit=None), units, PLACES, "zh").endswith(";最突出的是北一店:下降 40.0 个百分点")


def test_a_large_move_of_a_few_rows_gives_way_to_a_sure_one(shown):
    units = [shown(unit="N1", now=(5, 10), before=(8, 10)), shown(unit="S1", now=(990, 1000), before=(900, 1000))]
    assert sentence(shown(unit=None), units, PLACES, "en").endswith("; South One stands out: up 9.0 pp")


def test_no_unit_is_named_for_noise(shown):
    assert sentence(shown(unit=None), [shown(now=(81, 100))], PLACES, "en").endswith("; no unit moved beyond noise")


def test_one_unit_is_named_in_its_own_sentence(shown):
    said = sentence(shown(unit="N1", now=(81, 100)), [], PLACES, "en")
    assert said == "May 2025, North One: First-contact resolution 81.0 %, up 1.0 pp on April, within noise"
