"""Why a signal may be wrong: what is thin, missing, or not as the chart supposes."""

from collections.abc import Iterator

from metrics.model import Rate, Share, Unit
from metrics.quantity import in_words
from metrics.signals import periods
from metrics.signals.alarm import Alarm
from metrics.signals.chance import chance_of
from metrics.signals.control import ControlChart
from metrics.signals.signal import Doubt
from metrics.text import Text

# Below five expected hits or misses the bell curve behind 3-sigma limits fits counts badly.
_FEW = 5
# Limits promise that chance seldom passes them; where, exactly told, it does so more often than this, say so.
_OFTEN = 0.01


def doubts(control: ControlChart, alarm: Alarm) -> tuple[Doubt, ...]:
    """Return every reason to mistrust an alarm on a chart, the gravest first."""
    found = (
        _by_chance(control, alarm),
        *_sourced(control, alarm),
        _provisional(control),
        _no_spread(control, alarm),
        _few(control, alarm),
        _overdispersed(control),
    )
    return tuple(doubt for doubt in (*found, *_gaps(control, alarm)) if doubt is not None)


def _by_chance(control: ControlChart, alarm: Alarm) -> Doubt | None:
    chance = chance_of(control, alarm)
    if chance is None or chance <= _OFTEN:
        return None
    share = in_words(chance, Unit.SHARE)
    return Doubt("chance", Text(f"仅凭偶然就有 {share.zh} 的机会出现", f"chance alone makes it in {share.en} of cases"))


def _provisional(control: ControlChart) -> Doubt | None:
    points = int(control.basis.sum())
    zh, en = f"控制限仅由 {points} 个点得出,尚属暂定", f"limits rest on {points} points only and are provisional"
    return Doubt("provisional", Text(zh, en)) if control.provisional else None


def _no_spread(control: ControlChart, alarm: Alarm) -> Doubt | None:
    says = Text(
        "定限各期数值全同,控制限没有宽度", "the periods that set the limits are all equal, so these have no width"
    )
    return Doubt("no_spread", says) if control.chart.sigma[alarm.flagged] == 0 else None


def _few(control: ControlChart, alarm: Alarm) -> Doubt | None:
    row, centre = control.points.row(alarm.flagged, named=True), control.chart.centre
    match control.kpi.measure:
        case Share():
            expected = row["n"] * min(centre, 1 - centre)
        case Rate(per=per) as rate if not rate.is_weighed:
            expected = row["exposure"] / per * centre
        case _:
            expected = row["n"]
    says = Text(f"样本少(n = {row['n']})", f"few rows (n = {row['n']})")
    return Doubt("few", says) if expected < _FEW else None


def _overdispersed(control: ControlChart) -> Doubt | None:
    says = Text("数据变动大于控制限的假设", "the data vary more than these limits suppose")
    return Doubt("overdispersed", says) if control.choice.overdispersed_on_plain_limits else None


def _gaps(control: ControlChart, alarm: Alarm) -> Iterator[Doubt]:
    first, last = control.periods[alarm.first], control.periods[alarm.last]
    if periods.count(first, last) > alarm.last - alarm.first + 1:
        yield Doubt("gap", Text("其间有缺数据的时段", "periods without data lie in between"))
    immature = control.points["immature"][alarm.flagged]
    if immature > 0:
        yield Doubt("immature", Text(f"尚有 {immature} 条未到可判断的时候", f"rows too fresh to judge: {immature}"))


def _sourced(control: ControlChart, alarm: Alarm) -> Iterator[Doubt]:
    """Yield what speaks against the data: too old for the flagged period or, where it still lasts, not all there."""
    sourcing, flagged = control.sourcing, control.periods[alarm.flagged]
    if flagged in sourcing.stale:
        until = sourcing.until
        yield Doubt("stale", Text(f"数据只到 {until}", f"the data reach only to {until}"))
    if alarm.last < len(control.periods) - 1:
        return
    if sourcing.refused:
        names = ", ".join(sourcing.refused)
        yield Doubt("refused", Text(f"最近一次载入拒收了 {names}", f"the newest load refused {names}"))
    for source, share in sourcing.set_aside.items():
        part = in_words(share, Unit.SHARE).zh
        yield Doubt(
            "set_aside",
            Text(f"{source} 有 {part} 的行未通过检查", f"{part} of the rows of {source} failed their checks"),
        )
