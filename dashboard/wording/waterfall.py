"""The phrases of a funnel's waterfall, its table and its reasons."""

from metrics.text import Text

# Bars and states.
ENTERED = Text("进入", "Entered")
ENTERED_STAGE = Text("进入“{stage}”", "Entered {stage}")
WENT_ON = Text("从“{stage}”继续", "Went on from {stage}")
DONE = Text("完成", "Done")
LOST = Text("流失", "Lost")
LOST_AFTER = Text("“{stage}”后流失", "Lost after {stage}")
TIMED_OUT = Text("超时", "Timed out")
TIMED_OUT_AFTER = Text("“{stage}”后超时", "Timed out after {stage}")
OPEN = Text("未结束", "Still open")
OPEN_AFTER = Text("“{stage}”后未结束", "Still open after {stage}")
DROPPED = Text("流失或超时", "Lost or timed out")
DROPPED_AFTER = Text("“{stage}”后流失或超时", "Lost or timed out after {stage}")
IMPUTED_AT = Text("“{stage}”漏记,推定为已过", "{stage} not logged, taken as passed")
HELD_UP_AT = Text("停在“{stage}”,下一步漏记", "Held up at {stage}: the next step was not logged")
LEFT_OUT = Text("未计入", "Left out")
WITH_REASON = Text("{bar} · {reason}", "{bar} · {reason}")
NTH_STEP = Text("第 {step} 步", "Step {step}")
NO_REASON = Text("未说明", "not stated")
BAR_LABEL = Text("{n} · {share}", "{n} · {share}")
PIECE_HOVER = Text("{bar}:{n}({share})", "{bar}: {n} ({share})")

CHART = Text("瀑布图 · {funnel} · {place} · {period}", "Waterfall · {funnel} · {place} · {period}")
CHART_HINT = Text(
    "横轴是占进入案件的比例;背后较浅的是 {before}。点任何一段,看它的案件。",
    "The axis is the share of cases that entered; {before} lies lighter behind. Any piece opens its cases.",
)
CHART_HINT_ALONE = Text(
    "横轴是占进入案件的比例。点任何一段,看它的案件。",
    "The axis is the share of cases that entered. Any piece opens its cases.",
)
ALTERNATIVE = Text("{entered} 个案件进入;{bars}。", "{entered} cases entered; {bars}.")
ALTERNATIVE_PART = Text("{bar} {n}({share})", "{bar}: {n} ({share})")

# The table of the same figures.
TABLE = Text("各步骤:{funnel} · {period}", "The steps: {funnel} · {period}")
COLUMN_STEP = Text("步骤", "Step")
COLUMN_WENT_ON = Text("继续", "Went on")
COLUMN_UNLOGGED = Text("漏记", "Not logged")
COLUMN_CONVERSION = Text("上一步到此", "From the step before")
COLUMN_BEFORE = Text("上一时段", "Period before")
COLUMN_CHANGE = Text("变化", "Change")
CELL_LABEL = Text("{bar}:{n},看案件", "{bar}: {n}, see the cases")
SUM = Text(
    "每一步都相符:进入 = 继续 + 流失 + 超时 + 未结束。"
    "合计 {entered} = {converted} 完成 + {lost} 流失 + {timed_out} 超时 + {open} 未结束。",
    "Every step adds up: entered = went on + lost + timed out + still open. "
    "In all {entered} = {converted} done + {lost} lost + {timed_out} timed out + {open} still open.",
)
IMPUTED = Text("漏记而推定为已过的步骤:{n}。", "Steps that nobody logged, taken as passed: {n}.")
HELD_UP = Text(
    "因漏记一步而停住的案件(后面有记录):{n}。",
    "Cases held up by a step that nobody logged, though later ones were: {n}.",
)
SURVEY = Text(
    "满意度调查是抽样,沉默不算流失:{completed} 个完成,询问 {asked}({coverage}),"
    "答复 {answered}({response}),满意 {satisfied}({value},{interval})。",
    "The survey is a sample, and silence is no loss: of {completed} completed, {asked} were asked ({coverage}), "
    "{answered} answered ({response}), {satisfied} were satisfied ({value}, {interval}).",
)
NO_ANSWER = Text(
    "满意度调查是抽样:{completed} 个完成,询问 {asked},还没有答复。",
    "The survey is a sample: of {completed} completed, {asked} were asked and none has answered.",
)
FOREIGN = Text(
    "有 {entries} 次进入的阶段“{stage}”没有声明在任何漏斗里。",
    "The stage '{stage}' was entered {entries} times and no funnel declares it.",
)
NOT_COUNTED = Text("未计入的案件", "Cases left out")
LEFT_OUT_REASONS = {
    "not_entered": Text("没有从第一步进入", "that never entered the first step"),
}

# Reasons of the chosen bar.
REASONS = Text("原因:{bar}", "Reasons: {bar}")
REASON = Text("原因", "Reason")
COLUMN_CASES = Text("案件", "Cases")
COLUMN_SHARE = Text("占比", "Share")
COLUMN_CUMULATIVE = Text("累计", "Cumulative")
REASONS_ONLY_OF_LOSSES = Text(
    "只有流失带编码原因;这里是全部流失的原因。", "Only losses carry a coded reason; these are those of all losses."
)
NO_LOSSES = Text("这里没有流失,也就没有原因。", "Nothing was lost here, so there are no reasons.")
