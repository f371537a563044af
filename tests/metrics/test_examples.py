"""Every KPI's worked examples give the value that its definition states."""

import pytest

from metrics.examples import reading_of
from metrics.model import Example, Kpi
from metrics.registry import all_kpis

_EXAMPLES = [
    pytest.param(kpi, example, id=f"{kpi.key}: {example.because.en}")
    for kpi in all_kpis().values()
    for example in kpi.examples
]


@pytest.mark.parametrize(("kpi", "example"), _EXAMPLES)
def test_the_worked_example_gives_its_stated_value(kpi: Kpi, example: Example):
    reading = reading_of(kpi, example).row(0, named=True)
    counts = (reading["n"], reading["immature"], reading["excluded"])
    assert counts == (example.n, example.immature, example.excluded)
    assert reading["value"] == (None if example.value is None else pytest.approx(example.value, rel=1e-12, abs=1e-12))
