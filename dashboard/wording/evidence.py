"""The phrases of the evidence page: the rows behind a figure."""

from metrics.text import Text

TITLE = Text("依据", "Evidence")
BACK = Text("返回指标", "Back to the KPI")

HEADLINE = Text("{kpi} {value} · {place} · {month}", "{kpi}: {value} · {place} · {month}")
ARITHMETIC = Text(
    "{formula} = {numerator} / {denominator} = {value}", "{formula} = {numerator} / {denominator} = {value}"
)
ARITHMETIC_PER = Text(
    "{formula} = {numerator} / {denominator} × {per} = {value}",
    "{formula} = {numerator} / {denominator} × {per} = {value}",
)
PERCENTILE = Text("{formula} = {value}", "{formula} = {value}")
NOTHING_TO_DIVIDE = Text("{formula}:没有可计的行,所以没有数值。", "{formula}: no row counts, so there is no value.")
FORMULA = Text("算法", "Formula")
QUESTION = Text("问题", "Question")
WHY = Text("意义", "Why")
CAVEAT = Text("当心", "Beware")
TARGET = Text("目标", "Target")
BASIS = Text("样本", "Basis")
AGAINST = Text("变化", "Change")
CHANGE = Text("{arrow} {size},95 % 区间 {interval} · {verdict}", "{arrow} {size}, 95 % interval {interval} · {verdict}")
CHANGE_WITHOUT_INTERVAL = Text("{arrow} {size} · {verdict}", "{arrow} {size} · {verdict}")

ROWS = Text("逐行", "The rows")
EACH_ROW = Text("每行是{row}。", "Each row is {row}.")
SUM = Text("{parts} = 共 {rows} 行", "{parts} = {rows} rows in all")
PART = Text("{status} {rows}", "{rows} {status}")
STATUS = Text("行的状态", "Status of the rows")
EVERY_ROW = Text("全部", "all")
COUNTED = Text("计入", "counted")
HIT = Text("达成", "hit")
MISSED = Text("未达成", "not hit")
IMMATURE = Text("还不能判断", "too fresh to judge")
LEFT_OUT = Text("未计入", "left out")
UNDATED = Text("没有时间", "without a time")
OF_STATUS = Text("{status} {rows}", "{status} {rows}")

RANGE = Text("第 {first}–{last} 行,共 {rows} 行", "Rows {first}–{last} of {rows}")
EARLIER = Text("上一页", "Previous page")
LATER = Text("下一页", "Next page")
LIST_NAME = Text("“{kpi}”的依据:{range}", "The rows behind {kpi}: {range}")
