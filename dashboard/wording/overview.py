"""The phrases of the overview."""

from metrics.text import Text

TITLE = Text("总览", "Overview")

# The sentence of the month. {kpi} {value} {size} {before} {unit} are filled in.
HEADLINE = Text("{month}:{kpi} {value}", "{month}: {kpi} {value}")
HEADLINE_AT = Text("{month} {place}:{kpi} {value}", "{month}, {place}: {kpi} {value}")
NO_HEADLINE = Text("{month}:{kpi}没有数据", "{month}: no data for {kpi}")
UP_REAL = Text(",比 {before}上升 {size}(真实变化)", ", up {size} on {before}: a real change")
DOWN_REAL = Text(",比 {before}下降 {size}(真实变化)", ", down {size} on {before}: a real change")
UP_NOISE = Text(",比 {before}上升 {size},在波动范围内", ", up {size} on {before}, within noise")
DOWN_NOISE = Text(",比 {before}下降 {size},在波动范围内", ", down {size} on {before}, within noise")
SAME = Text(",与 {before}持平", ", the same as in {before}")
TOO_EARLY = Text(",还不到与 {before}比较的时候", ", too early to compare with {before}")
NO_COMPARISON = Text(",{before}没有可比的数据", ", nothing in {before} to compare with")
MOVER_UP = Text(";最突出的是{unit}:上升 {size}", "; {unit} stands out: up {size}")
MOVER_DOWN = Text(";最突出的是{unit}:下降 {size}", "; {unit} stands out: down {size}")
NO_MOVER = Text(";没有一个中心的变化超出波动", "; no unit moved beyond noise")

PARTIAL = Text(
    "{month}还没有结束(数据截至 {at}):数值会变,先不与上月比较。",
    "{month} is not over (data as of {at}): figures will move and are not compared with the month before.",
)

# The table of regions and centres.
BY_UNIT = Text("各区、各中心", "Regions and centres")
BY_UNIT_ORDER = Text(
    "超出波动的恶化排在最前;点任何一格,看它的走势、原因和依据。",
    "What worsened most beyond noise comes first; any cell opens its trend, its causes and the rows behind it.",
)
UNIT = Text("中心", "Unit")
MORE_UNITS = Text(
    "另有 {units} 个中心未列出;用上面的范围筛选。", "{units} more units are not listed; narrow them down above."
)
CELL_LABEL = Text("{place},{kpi}:{value}", "{place}, {kpi}: {value}")

# What moved the headline KPI, and the signals.
WHAT_MOVED = Text("为何变化:{kpi}", "What moved it: {kpi}")
MORE_WHY = Text("换一种分法、换两个时期", "Another cut, other periods")
SIGNALS = Text("待处理的信号", "Open signals")
SIGNALS_ORDER = Text(
    "首页各指标的,新的在前;点一条,看它的详情和处理。",
    "Of the KPIs on this page, the newest first; each opens its details and what was done about it.",
)
NO_SIGNALS = Text("首页各指标没有待处理的信号。", "No signal of the KPIs on this page is open.")
MORE_SIGNALS = Text("另有 {signals} 个;全部信号", "{signals} more; all signals")
OWNED = Text("{says}(负责人:{owner})", "{says} (owner: {owner})")
