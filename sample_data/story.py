"""What is planted on purpose: every effect that a reader of the sample should be able to find again."""

from typing import Final

from sample_data.company import CODES
from sample_data.span import MONTHS

INDEX: Final = {month.label: month.index for month in MONTHS}

# A centre that worsens in one month: fewer issues settled at once, poorer grades.
WORSE_UNIT: Final = CODES.index("TH")
WORSE_MONTH: Final = INDEX["2026-06"]
WORSE_RESOLUTION: Final = -0.36
WORSE_KINDNESS: Final = -1.05

# A mix effect: customers move from telephone to WeChat while every channel settles less at once.
MIX_BEFORE: Final = INDEX["2026-03"]
MIX_AFTER: Final = INDEX["2026-04"]
MIX_CHANNELS: Final = {"phone": 0.18, "wechat": 0.48}
MIX_CALLS_BY_PHONE: Final = 0.45
MIX_RESOLUTION: Final = {
    MIX_BEFORE: {"phone": 0.77, "wechat": 0.93, "web": 0.86, "app": 0.88},
    MIX_AFTER: {"phone": 0.74, "wechat": 0.90, "web": 0.78, "app": 0.79},
}

# A drop-off reason that grows month by month.
GROWING_REASON: Final = "D33"
GROWING_FROM: Final = INDEX["2026-01"]
GROWING_STEP: Final = 0.022

# A process change that works: bookings by a common plan shorten the time to the repair.
PLAN_FROM: Final = INDEX["2025-09"]
PLAN_DATE: Final = "2025-09-01"
PLAN_PACE: Final = 0.66

# A month in which every verified form of a centre is A, A, A.
ALL_A_UNIT: Final = CODES.index("XQ")
ALL_A_MONTH: Final = "2025-11"

# Two months of a centre with exactly the same average: 35 points on 10 forms, 42 on 12.
TIE_UNIT: Final = CODES.index("JN")
TIE_MONTHS: Final = (("2025-03", (6, 1, 5, 2, 4, 3, 4, 3, 5, 2)), ("2025-04", (6, 1, 5, 2, 4, 3, 4, 3, 5, 2, 4, 3)))

SMALL_UNIT: Final = "SD"
