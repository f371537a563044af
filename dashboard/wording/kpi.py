"""The phrases of a KPI's page: its trend, its breakdown, its units beside each other, and why it moved."""

from metrics.signals import Meaning
from metrics.text import Text
from metrics.why import errors

TITLE = Text("指标", "KPI")
PROOF = Text("这个数字的证明和下载", "Proof of this figure, to download")

HANDBOOK = Text("手册里的定义和算例", "Definition and worked examples")

PART = Text("看什么", "What to look at")
PARTS = {
    "trend": Text("走势和信号", "Trend and signals"),
    "breakdown": Text("分解", "Breakdown"),
    "units": Text("各中心比较", "Units compared"),
    "why": Text("为何变化", "Why it moved"),
}
AS_TABLE = Text("表格", "Table")
BY = Text("按", "By")
REGION = Text("大区", "Region")
QUARTER = Text("{year} 年第 {quarter} 季度", "Q{quarter} {year}")
YEAR = Text("{year} 年", "{year}")

# What those who did not answer could change.
SILENT = {
    "satisfaction_score": Text(
        "没有回应的人:{month}发出、已过回收期的表有 {asked} 份,{answered} 份按时交回并三项都评了,不论是否核实,"
        "平均 {value}。其余的若全给最低分或全给最高分,全体的平均在 {bounds};这不假设他们怎么想。",
        "Those who kept silent: of {asked} forms sent in {month} whose time to come back is over, {answered} came back "
        "in time with every item graded, verified or not, on average {value}. Had all others given the least or the "
        "most, the average of all would be {bounds}: this assumes nothing of them.",
    ),
    "csat_top_two": Text(
        "没有回应的人:{month}发出、已过回收期的表有 {asked} 份,{answered} 份按时交回并打了分,其中满意 {value}。"
        "其余的若全不满意或全满意,全体的满意率在 {bounds};这不假设他们怎么想。",
        "Those who kept silent: of {asked} forms sent in {month} whose time to come back is over, {answered} came back "
        "in time with a rating, {value} of them satisfied. Had all others been dissatisfied or satisfied, the share of "
        "all would be {bounds}: this assumes nothing of them.",
    ),
}

# The trend with its control limits.
GRAIN = Text("每点", "Each point")
GRAINS = {"month": Text("月", "month"), "week": Text("周", "week")}
TREND_OF = Text("{kpi} · {place}", "{kpi} · {place}")
TREND_HINT = Text("点一个月,整页就看那个月。", "A click on a month turns the whole page to it.")
LIMITS_FROM = Text("控制限由 {first} 至 {last} 得出。{because}。", "Limits from {first} to {last}. {because}.")
PROVISIONAL = Text("点还不够,控制限暂定。", "There are too few points: the limits are provisional.")
NO_CHART = Text(
    "控制限至少要有两个已结束、有数据的时期,这里还没有。",
    "Control limits take at least two finished periods with data; there are none here yet.",
)
SIGNALS = Text("信号", "Signals")
NO_SIGNALS = Text("没有信号:各点都在偶然能造成的范围内。", "No signals: every point is where chance could put it.")
EARLIER_SIGNALS = Text("另有 {signals} 个更早的信号,见表格。", "{signals} earlier signals are in the table.")
MEANINGS = {
    Meaning.GOOD: Text("● 好转", "● for the better"),
    Meaning.BAD: Text("◆ 变差", "◆ for the worse"),
    Meaning.NEITHER: Text("■ 形态异常", "■ an unusual pattern"),
}
DOUBTED = Text("{says} 可能有误:{doubts}。", "{says} It may be wrong: {doubts}.")
UPPER = Text("上限 {value}", "upper {value}")
LOWER = Text("下限 {value}", "lower {value}")
CENTRE = Text("中心 {value}", "centre {value}")
HOVER = Text("{period}:{value}(控制限 {limits}),n = {n}", "{period}: {value} (limits {limits}), n = {n}")
HOVER_UNFINISHED = Text("{period}:{value},未完", "{period}: {value}, unfinished")
TREND_ALTERNATIVE = Text(
    "{kpi},{place}:{periods} 期,从 {first} 到 {last},信号 {signals} 个。",
    "{kpi}, {place}: {periods} periods, from {first} to {last}, {signals} signals.",
)
COLUMN_PERIOD = Text("时期", "Period")
COLUMN_VALUE = Text("数值", "Value")
COLUMN_N = Text("n", "n")
COLUMN_LOWER = Text("下限", "Lower limit")
COLUMN_CENTRE = Text("中心线", "Centre")
COLUMN_UPPER = Text("上限", "Upper limit")
COLUMN_SIGNAL = Text("信号", "Signal")
LEFT_OUT_OF_LIMITS = Text("不计:{reason}", "left out: {reason}")

# The breakdown by a dimension.
BREAKDOWN_OF = Text("{kpi} · {place} · {month},按{by}", "{kpi} · {place} · {month}, by {by}")
BREAKDOWN_HINT = Text(
    "横条是数值,细线是 95 % 区间,虚线是整体;最差的在最上面。",
    "Bars are values, thin lines 95 % intervals, the dashed line is the whole; the worst stands first.",
)
WHOLE = Text("整体 {value}", "whole {value}")
BAR_HOVER = Text("{name}:{value}({interval}),n = {n}", "{name}: {value} ({interval}), n = {n}")
BAR_END = Text("{value} · n = {n}", "{value} · n = {n}")
MORE_SEGMENTS = Text("另有 {segments} 组行数更少,见表格。", "{segments} more with fewer rows are in the table.")
NOTHING_TO_BREAK_DOWN = Text("这个月没有可分解的数据。", "There is nothing to break down in this month.")
BREAKDOWN_ALTERNATIVE = Text(
    "{kpi} 按{by}:{segments} 组,最差 {worst} {worst_value},最好 {best} {best_value}。",
    "{kpi} by {by}: {segments} groups, worst {worst} {worst_value}, best {best} {best_value}.",
)
COLUMN_INTERVAL = Text("95 % 区间", "95 % interval")

# Units beside each other.
UNITS_OF = Text("{kpi} · {place} · {month}", "{kpi} · {place} · {month}")
UNITS_HINT = Text(
    "每点一个中心;越小的中心,偶然越能让它偏离整体。出了外线才值得问为什么;点一个点看那个中心。",
    "Each point is a unit: the smaller it is, the further chance may take it from the whole. Ask why beyond the outer "
    "lines; a click on a point opens that unit.",
)
NO_UNITS_PLOT = Text(
    "至少三个中心有数据、且数值有差异时才能这样比较。",
    "This comparison takes at least three units with data that differ.",
)
NO_UNITS_PLOT_OF_PERCENTILE = Text(
    "百分位数没有这样的界限;看“分解”里各组自己的区间。",
    "A percentile has no such limits: see each group's own interval under Breakdown.",
)
INNER_LIMIT = Text("95 %", "95 %")
OUTER_LIMIT = Text("99.8 %", "99.8 %")
BEYOND = {
    0: Text("偶然范围内", "within chance"),
    1: Text("超出 95 % 线", "beyond the 95 % line"),
    2: Text("超出 99.8 % 线", "beyond the 99.8 % line"),
}
SIZE_ROWS = Text("n", "n")
SIZE_EXPOSURE = Text("件数", "Exposure")
COLUMN_UNIT = Text("中心", "Unit")
COLUMN_STANDING = Text("与整体相比", "Beside the whole")
UNITS_ALTERNATIVE = Text(
    "{kpi}:{units} 个中心,整体 {value};超出 99.8 % 线的:{beyond}。",
    "{kpi}: {units} units, the whole {value}; beyond the 99.8 % line: {beyond}.",
)
NOBODY = Text("没有", "none")

# Why it moved.
BEFORE = Text("从", "From")
NOW = Text("到", "To")
WHY_OF = Text("{kpi} · {place}:{before} → {now},按{by}", "{kpi} · {place}: {before} → {now}, by {by}")
WHY_HINT = Text(
    "各步相加正好是变化:先是各组占比的变化,再是各组自身的变化。",
    "The steps add up to the change: first the groups' shares of the whole, then each group's own change.",
)
OF_SAMPLE = Text(
    "占比变化合计 {mix};其中 {sample} 只是样本变了:各组的行有多大部分能计入,前后不同。其余才是各组本身的占比变了。",
    "The groups' shares come to {mix} together. Of that, {sample} is a change of sample alone: how much of each "
    "group's rows could be counted. Only the rest is a change of the groups' shares of all rows.",
)
NOT_IN_ORDER = Text("“从”的时期必须在“到”的时期开始之前结束。", "The period From must end before the period To begins.")
NO_WHY_OF_PERCENTILE = Text(
    f"{errors.NO_PARTS.zh};看“分解”里各组自己的数值。", f"{errors.NO_PARTS.en}: see their own values under Breakdown."
)
COLUMN_BEFORE = Text("之前", "Before")
COLUMN_NOW = Text("现在", "Now")
COLUMN_SHARES = Text("占比变化", "From its share")
COLUMN_OWN = Text("自身变化", "From itself")
COLUMN_SUM = Text("合计", "Together")
SUM = Text("合计", "Sum")
COLUMN_STEP = Text("步骤", "Step")
COLUMN_FROM_TO = Text("从哪到哪", "From where to where")
COLUMN_AMOUNT = Text("数值", "Amount")
