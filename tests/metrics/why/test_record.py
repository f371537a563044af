import pickle

import pytest

from metrics.why import Period, Periods
from metrics.why.record import why_record

PERIODS = Periods(Period("2025-05", "2025-05"), Period("2025-06", "2025-06"))


def test_a_record_keeps_sentence_steps_and_segments_and_can_be_cached(explained):
    found = explained({"N1": (80, 100), "S1": (60, 100)}, {"N1": (40, 100), "S1": (60, 100)})
    record = pickle.loads(pickle.dumps(why_record(found, PERIODS, {})))  # noqa: S301 our own bytes
    assert record.says.en.startswith("First-contact resolution was 50.0 % in 2025-06 (n = 200), 20.0 percentage")
    assert record.steps["label_en"].to_list() == ["before", "Change of shares", "N1", "now"]
    assert record.segments["contribution"].sum() == pytest.approx(-0.2)
