"""The phrases of a trend and of its table."""

from metrics.text import Text

TITLE = Text("走势", "Trend")
OF = Text("{kpi} · {place}", "{kpi} · {place}")
HINT = Text("点任何一个月,看它的原因和依据。", "Any month opens its causes and the rows behind it.")
AS_TABLE = Text("表格", "Table")
UNFINISHED_POINT = Text("{value}(未完)", "{value} (unfinished)")
HOVER = Text("{month}:{value}({interval}),n = {n}", "{month}: {value} ({interval}), n = {n}")
ALTERNATIVE = Text(
    "{kpi},{place}:{first_month} {first},{last_month} {last},共 {months} 个月。",
    "{kpi}, {place}: {first} in {first_month}, {last} in {last_month}, {months} months.",
)
NOTHING = Text("没有可画的月份。", "There is no month to draw.")
COLUMN_MONTH = Text("月份", "Month")
COLUMN_VALUE = Text("数值", "Value")
COLUMN_INTERVAL = Text("95 % 区间", "95 % interval")
COLUMN_N = Text("n", "n")
COLUMN_IMMATURE = Text("还不能判断", "Too fresh")
COLUMN_TARGET = Text("目标", "Target")
