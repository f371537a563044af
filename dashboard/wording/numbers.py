"""The words inside figures: months and scales."""

from metrics.text import Text

_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTHS = tuple(Text(f"{number} 月", name) for number, name in enumerate(_NAMES, start=1))
SHORT_MONTHS = tuple(Text(f"{number}月", name[:3]) for number, name in enumerate(_NAMES, start=1))
MONTH = Text("{year} 年 {month}", "{month} {year}")
SCALE = Text("{least}…{most}", "{least}…{most}")
TICK_DAYS = Text("{number} 天", "{number} d")
TICK_HOURS = Text("{number} 小时", "{number} h")
TICK_MINUTES = Text("{number} 分", "{number} min")
TICK_SECONDS = Text("{number} 秒", "{number} s")
DAYS = Text("{days} 天 {clock}", "{days} d {clock}")
WHOLE_DAYS = Text("{days} 天", "{days} days")
