"""What the traces of one unit's month say: whether its forms may have been invented."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from scipy import special

from metrics.rewards.traces import OWN_VERIFIER, SAME_CUSTOMER, SAME_HAND, SAME_MINUTE, WITHOUT_WORK
from metrics.rewards.warning import Warned, WarningCode
from metrics.rewards.warning_limits import WarningLimits
from metrics.text import Text


@dataclass(frozen=True)
class Traces:
    """The size of each trace, and how many forms came back on each of the days that are left in the month.

    `by_days_left` counts forms by days until the month's end (0: its last day), `length` is its number of days.
    """

    sizes: Mapping[str, int]
    by_days_left: Mapping[int, int]
    length: int

    def warnings(self, limits: WarningLimits, returned: int) -> Iterator[Warned]:
        """Yield a warning for each trace beyond its limit, among the forms that were returned."""
        yield from self._burst(limits)
        alike = {
            SAME_HAND: (
                limits.same_hand,
                "同一人在同一分钟核实了 {} 张等级相同的表。",
                "One person verified {} forms with the same grades in one minute.",
            ),
            SAME_MINUTE: (
                limits.same_hand,
                "有 {} 张等级相同的表在同一分钟收回。",
                "{} forms with the same grades came back in one minute.",
            ),
            SAME_CUSTOMER: (limits.same_customer, "同一客户有 {} 张表。", "One customer gave {} forms."),
            OWN_VERIFIER: (1, "有 {} 张表由本单位自己的人核实。", "{} forms were verified by the unit's own staff."),
        }
        for trace, (limit, zh, en) in alike.items():
            size = self.sizes.get(trace, 0)
            if size >= limit:
                yield Warned(WarningCode(trace), Text(zh.format(size), en.format(size)))
        without = self.sizes.get(WITHOUT_WORK, 0)
        if returned and Fraction(without, returned) > limits.without_work:
            said = Text(
                f"收回 {returned} 张,其中 {without} 张找不到维修工作项或案件。",
                f"{without} of {returned} forms that came back are about no job and no case.",
            )
            yield Warned(WarningCode.WITHOUT_WORK, said)

    def _burst(self, limits: WarningLimits) -> Iterator[Warned]:
        """Yield a warning where the month's last days brought more forms than chance and the limit allow."""
        every = sum(self.by_days_left.values())
        late = sum(forms for left, forms in self.by_days_left.items() if left < limits.burst_days)
        if not every or Fraction(late, every) < limits.burst_share:
            return
        # The binomial chance of as many or more, were every day alike.
        chance = special.bdtrc(late - 1, every, min(limits.burst_days / self.length, 1.0))
        if chance < limits.burst_chance:
            said = Text(
                f"收回 {every} 张,其中 {late} 张在月末最后 {limits.burst_days} 天。",
                f"{late} of {every} forms came back in the last {limits.burst_days} days of the month.",
            )
            yield Warned(WarningCode.BURST_BEFORE_MONTH_END, said)
