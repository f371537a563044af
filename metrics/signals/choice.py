"""Which chart fits a KPI, and why: by its measure, and by how much its counts vary."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import polars as pl

from metrics.model import Kpi, Rate, Share
from metrics.signals.attributes import laney_p_chart, laney_u_chart, p_chart, u_chart
from metrics.signals.chart import Chart, Mask
from metrics.signals.dispersion import Dispersion, dispersion
from metrics.signals.moving_range import xmr_chart
from metrics.text import Text

_LIMIT = 3
# Up to a tenth of the points outside plain limits are taken for signals; more of them are the way the data vary.
_FEW = 0.1

Draw = Callable[[Mask], Chart]


@dataclass(frozen=True, eq=False)
class Choice:
    """The chart that was chosen, the reason, and what the test for overdispersion found (None: not applicable)."""

    chart: Chart
    because: Text
    dispersion: Dispersion | None = None

    @property
    def overdispersed_on_plain_limits(self) -> bool:
        """Return whether the data vary more than the limits of the chart suppose."""
        return self.dispersion is not None and self.dispersion.is_over and self.chart.sigma_z == 1


def choose(kpi: Kpi, points: pl.DataFrame, basis: Mask) -> Choice:
    """Return the chart for a KPI's `points` (n, total, exposure, value per period) with limits from `basis`.

    A share gets a p chart and a rate a u chart. They get Laney's where the counts vary more than chance and
    neighbouring points do too (sigma_z above 1: a shift alone is no reason); a few points outside plain limits are
    signals, so the test is repeated without them. Any other measure gets an XmR chart, and so does a rate of weighed
    events, whose sum is no Poisson count.
    """
    if isinstance(kpi.measure, Share):
        counts, size = points["total"].to_numpy(), points["n"].to_numpy()
        return _plain_or_laney(partial(p_chart, counts, size), partial(laney_p_chart, counts, size), basis)
    if isinstance(kpi.measure, Rate) and not kpi.measure.is_weighed:
        counts, size = points["total"].to_numpy(), points["exposure"].to_numpy() / kpi.measure.per
        return _plain_or_laney(partial(u_chart, counts, size), partial(laney_u_chart, counts, size), basis)
    because = Text("每期为单个数值,不是计数,用 XmR 图", "one value per period and no count, so an XmR chart")
    return Choice(xmr_chart(points["value"].to_numpy(), basis), because)


def _plain_or_laney(plain: Draw, laney: Draw, basis: Mask) -> Choice:
    chart, calm = plain(basis), _without_outliers(plain(basis), basis)
    found = dispersion(plain(calm), calm)
    if found is None or not found.is_over:
        return Choice(chart, _as_chance(chart, found, int(basis.sum() - calm.sum())), found)
    widened = laney(basis)
    tested = f"D = {found.statistic:.1f}, p = {found.probability:.2g}, σz = {widened.sigma_z:.2f}"
    if widened.sigma_z > 1:
        zh, en = f"变动大于随机({tested}),控制限按 σz 放宽", f"the counts vary more than chance ({tested}): wider by σz"
        return Choice(widened, _named(widened, zh, en), found)
    zh = f"总变动大于随机,但相邻各期并不更散({tested}),多为水平移动"
    en = f"more variation than chance, but not between neighbours ({tested}), so rather a shift"
    return Choice(chart, _named(chart, zh, en), found)


def _without_outliers(chart: Chart, basis: Mask) -> Mask:
    """Return the basis without the points outside the limits, where these are so few that they stand out."""
    above, below = chart.beyond(_LIMIT)
    outside = basis & (above | below)
    few = max(1, int(_FEW * basis.sum()))
    return basis & ~outside if outside.sum() <= few < basis.sum() else basis


def _as_chance(chart: Chart, found: Dispersion | None, outliers: int) -> Text:
    if found is None:
        return _named(
            chart, "各期全为同一极端值,无法检验离散程度", "all periods at one extreme, so dispersion is untested"
        )
    tested = f"D = {found.statistic:.1f}, p = {found.probability:.2g}"
    if outliers:
        zh, en = f"除 {outliers} 个超限点外,变动与随机相符({tested})", f"but for {outliers} outside the limits, "
        return _named(chart, zh, f"{en}the counts vary as chance would ({tested})")
    return _named(chart, f"变动与随机相符({tested})", f"the counts vary as chance would ({tested})")


def _named(chart: Chart, zh: str, en: str) -> Text:
    return Text(f"{chart.kind.text.zh}:{zh}", f"{chart.kind.text.en}: {en}")
