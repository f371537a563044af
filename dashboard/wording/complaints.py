"""The phrases of the page about complaints and recovery."""

from metrics.recovery.board import Stage
from metrics.text import Text

TITLE = Text("投诉与补救", "Complaints and recovery")

PARTS = {
    "rate": Text("投诉率", "Rate"),
    "causes": Text("原因与严重度", "Causes and severity"),
    "recovery": Text("补救", "Recovery"),
    "after": Text("补救之后", "After a recovery"),
}
PART = Text("看什么", "What to see")
SPAN = Text("时段", "Period")
SPANS = {
    "1": Text("当月", "This month"),
    "3": Text("近 3 个月", "3 months"),
    "6": Text("近 6 个月", "6 months"),
    "12": Text("近 12 个月", "12 months"),
}
PERIOD = Text("{first} 至 {last} · {place}", "{first} to {last} · {place}")
ONE_MONTH = Text("{last} · {place}", "{last} · {place}")

# The rate over months.
RATE_OF = Text("{kpi} · {place}", "{kpi} · {place}")
LIMITS = Text(
    "控制限按泊松分布精确计算:什么都没变时,每个月越过任一限的机会不到 0.135 %。中心线来自最先 {months} 个有数据的月。"
    "信号页用 3σ 近似,件数少时两者会略有出入。点任何一个月,看它的依据。",
    "The limits are exact ones of the Poisson distribution: if nothing changes, at most 0.135 % of months pass either "
    "of them. The centre is that of the first {months} months with data. Signals are raised by 3σ limits, which "
    "differ a little where counts are small. Any month opens the rows behind it.",
)
CENTRE = Text("中心 {value}", "centre {value}")
UPPER = Text("上限 {value}", "upper {value}")
LOWER = Text("下限 {value}", "lower {value}")
HOVER = Text(
    "{month}:{value}(控制限 {limits}),{complaints} 件投诉",
    "{month}: {value} (limits {limits}), {complaints} complaints",
)
UNFINISHED = Text("{month}:{value},未完", "{month}: {value}, unfinished")
RATE_ALTERNATIVE = Text(
    "{kpi},{place}:{months} 个月,从 {first} 到 {last};{beyond} 个月超出控制限。",
    "{kpi}, {place}: {months} months, from {first} to {last}; {beyond} of them beyond the limits.",
)
NO_RATE = Text("还没有已结束的月份。", "No month is over yet.")
MONTH = Text("月份", "Month")
VALUE = Text("每百件投诉", "Per 100 cases")
INTERVAL = Text("95 % 区间(泊松)", "95 % interval (Poisson)")
COUNT = Text("投诉", "Complaints")
CASES = Text("案件", "Cases")
LIMIT_COLUMN = Text("控制限", "Limits")
BEYOND = Text("判断", "Verdict")
ABOVE = Text("高于上限", "above the limit")
BELOW = Text("低于下限", "below the limit")
WITHIN = Text("波动范围内", "within noise")
AS_TABLE = Text("表格", "Table")

# Causes and severity.
BY_COUNT = Text("按件数", "By number")
BY_COST = Text("按补偿金额", "By compensation paid")
CAUSES_ABOUT = Text(
    "{complaints} 件投诉,一件只算一次主因;件数最多的未必最贵。右边是累计占比。",
    "{complaints} complaints, each counted once under its main cause; the most frequent need not be the dearest. The "
    "share added up so far (Σ) stands on the right.",
)
CAUSE = Text("原因", "Cause")
AMOUNT = Text("数量", "Amount")
SHARE = Text("占比", "Share")
CUMULATIVE = Text("累计", "Cumulative")
OTHER = Text("其他", "Other")
NO_COST = Text("这些投诉没有记下补偿。", "No compensation was recorded for these complaints.")
BAR_END = Text("{amount} · 累计 {share}", "{amount} · Σ {share}")
ALT_BAR = Text("{cause} {amount}", "{cause} {amount}")
SEVERITY = Text("严重度", "Severity")
EACH = Text("每件权重", "Weight each")
WEIGHT = Text("合计权重", "Weight in all")
WEIGHTED = Text(
    "按严重度加权:每百件 {value}(95 % 区间 {interval});不加权 {plain}({plain_interval})。",
    "Weighted by severity: {value} per 100 cases (95 % interval {interval}); unweighted {plain} ({plain_interval}).",
)
LIST = Text("逐件", "The complaints")
EVERY_CAUSE = Text("全部原因", "All causes")
EVERY_SEVERITY = Text("全部严重度", "Any severity")
LIST_NAME = Text("投诉:{range}", "Complaints: {range}")
NO_COMPLAINTS = Text("{period}:没有投诉。", "{period}: no complaints.")
NO_SUCH_COMPLAINTS = Text("这样筛选没有投诉。", "No complaints here: choose another cause or severity.")
OPEN_CAUSE = Text("{cause}:查看 {rows} 件", "{cause}: see the {rows} complaints")

# Recovery.
STAGES = {
    Stage.LATE: Text("拖延", "late"),
    Stage.OPEN: Text("进行中", "under way"),
    Stage.SATISFIED: Text("客户满意", "satisfied"),
}
BOARD = Text("补救看板", "Recovery board")
BOARD_ABOUT = Text(
    "补救以客户确认满意为止;满 14 天还没有的算拖延,排在最前。每步写的是发现失误之后多久做的。",
    "A recovery ends when the customer says that he is satisfied. After 14 days without that it is late and comes "
    "first. Each step says how long after the failure was found it was taken.",
)
BOARD_SUM = Text(
    "{late} 次拖延 + {open} 次进行中 + {satisfied} 次客户满意 = 共 {total} 次",
    "{late} late + {open} under way + {satisfied} satisfied = {total} recoveries",
)
TIMES = Text(
    "到第一步,中位 {first}({first_interval});到客户满意,中位 {satisfied}({satisfied_interval}),未结的也算在等。",
    "To the first step, median {first} ({first_interval}); to a satisfied customer, median {satisfied} "
    "({satisfied_interval}), with those still waiting counted.",
)
STEPS_DONE = Text("{step} {done}/{total}", "{step} {done} of {total}")
MONEY = Text(
    "补偿共 {compensation},认定损失共 {loss};{limited} 次知道权限,其中 {above} 次超权限。",
    "Compensation {compensation} in all, losses {loss}; of {limited} with a known limit, {above} paid above authority.",
)
STEPS = {
    "apology": Text("道歉", "Apology"),
    "redo_service": Text("重新服务", "Redo"),
    "calm": Text("安抚", "Calm"),
    "compensate": Text("补偿", "Compensate"),
    "confirm": Text("确认", "Confirm"),
}
RECOVERY = Text("补救 · 案件", "Recovery · case")
STAGE = Text("进展", "Stage")
WAITED = Text("{stage} · {wait}", "{stage} · {wait}")
ORDER = Text("次序", "Order")
OUT_OF_ORDER = Text("颠倒", "out of order")
IN_ORDER = Text("正常", "in order")
PAID = Text("补偿 / 权限", "Paid / authority")
PAID_OF = Text("{paid} / {limit}", "{paid} / {limit}")
UNIT = Text("中心", "Unit")
FOUND = Text("发现失误", "Found")
SAID_NO = Text("客户说不满意", "the customer said no")
NO_RECOVERIES = Text("{period}:没有补救记录。", "{period}: no recoveries on record.")
BOARD_NAME = Text("补救:{range}", "Recoveries: {range}")

# After a recovery.
COMPARED = Text("补救后与没出过错的客户", "After a recovery, and where nothing went wrong")
RECOVERED = Text("补救后", "After a recovery")
UNTROUBLED = Text("没出过错", "Nothing went wrong")
DIFFERENCE = Text("相差(补救后 − 没出过错)", "Difference (recovered − untroubled)")
GROUP = Text("客户", "Customers")
SCORE = Text("平均得分", "Mean score")
SCORES = Text("评分数", "Scores")
ALT_DIFFERENCE = Text("相差 {value}({interval})", "difference {value} ({interval})")

SCENARIO = Text("再次购买:情景假设", "Buying again: a scenario")
SCENARIO_SOURCE = Text("出处:{source}。比例和人数都可以改。", "Source: {source}. Shares and numbers can be changed.")
SCENARIO_NAME = Text("情景", "Scenario")
SCENARIOS = {
    "loss_above_100_dollars": Text("损失 100 美元以上", "losses above 100 dollars"),
    "loss_below_5_dollars": Text("损失 5 美元以下", "losses below 5 dollars"),
}
SOURCES = {
    "TARP 1979/1986, as printed by Fast Company; attribution disputed": Text(
        "1979 和 1986 年的美国投诉研究,经杂志转载,归属有争议",
        "TARP 1979/1986, as printed by Fast Company; attribution disputed",
    )
}
WORTH = Text("一位客户的价值", "What a customer is worth")
GROUPS = {
    "no_contact": Text("不满意而不投诉", "Dissatisfied, never complained"),
    "unsatisfied": Text("投诉后仍不满意", "Complained, left unsatisfied"),
    "satisfied": Text("投诉后满意", "Complained, satisfied"),
    "satisfied_quickly": Text("投诉后一周内满意", "Complained, satisfied within a week"),
}
GROUP_CUSTOMERS = Text("人数", "Customers")
GROUP_SHARE = Text("会再买的比例(%)", "Share that buys again (%)")
LOST = Text("可能失去", "At risk")
LOST_IN_ALL = Text("合计", "In all")
AT_RISK = Text("可能失去 {amount}", "at risk {amount}")
TOTAL_AT_RISK = Text(
    "假设合计可能失去 {amount}(人数 × 价值 × 不再买的比例)。这不是测量结果。",
    "Supposed to be at risk in all: {amount} (customers × worth × share that does not buy again). Not a measurement.",
)
COUNTED_FROM = Text(
    "人数先取 {period}的记录:不满意而案件没有投诉的答卷,和补救后客户的答复。",
    "The numbers start from the records of {period}: dissatisfied answers whose case has no complaint, and what "
    "customers answered after a recovery.",
)
