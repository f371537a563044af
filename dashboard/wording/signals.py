"""The phrases of the signals page: what control charts flag, why it may be wrong, and who deals with it."""

from metrics.signals import Meaning
from metrics.signals.handling import State, Step
from metrics.signals.inbox import Box
from metrics.text import Text

TITLE = Text("信号", "Signals")

OPEN_SIGNALS = Text(
    "{place}:{bad} 个变差的信号待处理,另有 {good} 个好转",
    "{place}: open signals, {bad} for the worse and {good} for the better",
)
NONE_OPEN = Text("{place}:没有待处理的信号", "{place}: no signal is open")
BY_CHANCE = Text(
    "看了 {charts} 张逐月控制图,共 {signals} 个信号;就算什么都没变,仅凭偶然也会有约 {expected} 个。",
    "{charts} monthly control charts were looked at, with {signals} signals in all; if nothing had changed, chance "
    "alone would raise about {expected}.",
)
CHARTS = Text(
    "看了 {charts} 张逐月控制图,共 {signals} 个信号。",
    "{charts} monthly control charts were looked at, with {signals} signals in all.",
)
LOOKING = Text("正在看控制图:{kpi}", "Looking at control charts: {kpi}")

BOXES = {
    Box.OPEN: Text("待处理 {n}", "Open {n}"),
    Box.HELD: Text("暂不报 {n}", "Held back {n}"),
    Box.PAST: Text("已过去 {n}", "Past {n}"),
    Box.CLOSED: Text("已关闭 {n}", "Closed {n}"),
}
NAMES = {
    Box.OPEN: Text("待处理", "open"),
    Box.HELD: Text("暂不报", "held back"),
    Box.PAST: Text("已过去", "past"),
    Box.CLOSED: Text("已关闭", "closed"),
}
BOX = Text("状态", "State")
ABOUT = {
    Box.OPEN: Text(
        "最近三个月出现或仍在持续、数据可靠的信号,以及有人已接手而未关闭的。",
        "Signals of the last three months, or that still last, on sound data; and those somebody has taken on.",
    ),
    Box.HELD: Text(
        "样本太少、数据没到齐或检查没通过,所以先不报;理由写在每一行。",
        "Held back because there are few rows, data is stale or checks failed; each row says why.",
    ),
    Box.PAST: Text(
        "较早出现、现已不再持续的信号,供查考。", "Earlier signals whose pattern has ended, kept to look back at."
    ),
    Box.CLOSED: Text("有人处理完并关闭的信号。", "Signals that somebody has dealt with and closed."),
}
NEWS = Text("好坏", "News")
EVERY_NEWS = Text("好坏都看", "Good and bad")
ONLY = {"bad": Text("只看变差", "For the worse"), "good": Text("只看好转", "For the better")}
EVERY_KPI = Text("全部指标", "All KPIs")

MEANINGS = {
    Meaning.GOOD: Text("好转", "better"),
    Meaning.BAD: Text("变差", "worse"),
    Meaning.NEITHER: Text("形态异常", "unusual"),
}
SYMBOLS = {Meaning.GOOD: "✓", Meaning.BAD: "✗", Meaning.NEITHER: "≈"}
STATES = {
    State.NEW: Text("未处理", "new"),
    State.ACKNOWLEDGED: Text("已知悉", "acknowledged"),
    State.CLOSED: Text("已关闭", "closed"),
}
HELD = Text("暂不报", "held back")
GONE = Text("最新数据里已不再出现", "no longer there in the newest data")
STEPS = {
    Step.ACKNOWLEDGE: Text("知悉", "acknowledged"),
    Step.ASSIGN: Text("指定负责人", "assigned an owner"),
    Step.NOTE: Text("写了备注", "noted"),
    Step.CLOSE: Text("关闭", "closed"),
    Step.REOPEN: Text("重新打开", "reopened"),
}
WHO = {"local": Text("本机用户", "local user")}

# Headings.
WHAT = Text("指标 · 范围", "KPI · unit")
SINCE = Text("时间", "When")
RULE = Text("规则", "Rule")
VALUE = Text("数值", "Value")
DOUBTS = Text("为什么可能有误", "Why it may be wrong")
OWNER = Text("负责人", "Owner")
NOTE = Text("备注", "Note")
WHEN = Text("时间", "When")
ACTOR = Text("谁", "Who")
DID = Text("做了什么", "Did")
SAID = Text("内容", "Text")

STILL = Text("{first} 起至今", "since {first}")
FROM_TO = Text("{first} 至 {last}", "{first} to {last}")
ABOVE = Text("高出上限 {size}", "{size} above the limit")
BELOW = Text("低于下限 {size}", "{size} below the limit")
ON_AVERAGE = Text("平均偏离中心 {size}", "{size} from the centre on average")
WHY_HELD = Text("暂不报:{reason}", "held back: {reason}")

LIST_NAME = Text("信号:{range}", "Signals: {range}")
NO_SIGNALS = Text("这样筛选没有信号。", "There are no signals here.")
NO_CHARTS = Text(
    "还没有可画的控制图:至少要有两个已结束的月份。", "There is no control chart yet: it takes two finished months."
)

# One signal.
BACK_TO_LIST = Text("收起", "Close this view")
OPEN_ROWS = Text("看这个月的依据", "See the rows of that month")
OPEN_KPI = Text("看这个指标", "See the KPI")
HANDLING = Text("状态:{state} · 负责人:{owner}", "State: {state} · owner: {owner}")
NOBODY = Text("无", "nobody")
SOUND = Text("没有发现可疑之处。", "Nothing speaks against it.")
ACKNOWLEDGE = Text("知悉", "Acknowledge")
ASSIGN = Text("指定", "Assign")
ADD_NOTE = Text("写备注", "Add the note")
CLOSE = Text("关闭信号", "Close the signal")
REOPEN = Text("重新打开", "Reopen")
LOG = Text("经过", "Log")
NOTHING_LOGGED = Text("还没有人处理。", "Nobody has dealt with it yet.")
EMPTY = Text("请先填写,再按按钮。", "Write something first, then press the button.")
NOT_KEPT = Text("没有记下来:{problem}", "It was not kept: {problem}")
NO_SUCH_SIGNAL = Text(
    "没有编号为“{id}”的信号:数据更新后它可能已不再成立。",
    "There is no signal '{id}': newer data may no longer show it.",
)
