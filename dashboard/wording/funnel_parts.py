"""The phrases of the parts below a waterfall: its cases, its segments, its cohorts and its times."""

from metrics.text import Text

PARTS = {
    "cases": Text("案件", "Cases"),
    "where": Text("哪里超出偶然", "Where it is beyond chance"),
    "cohorts": Text("按进入月份", "By month of entry"),
    "times": Text("步骤用时", "Time between steps"),
}
PART = Text("看什么", "What to see")

BY = Text("按什么比较", "Compared by")
WHERE = Text(
    "每格是该细分到达这一步后流失或超时的比例(%),与其余案件相比;实心的超出偶然"
    "(对全部 {tests} 个比较做了校正),空心的太少(不足 {smallest})。点一格,看它的案件。",
    "Each square is the share of a segment (%) that was lost or timed out after a step, against all other cases; solid "
    "is beyond chance (corrected for all {tests} comparisons), hollow too few (under {smallest}). Any opens its cases.",
)
WHERE_WHATEVER_SEGMENT = Text(
    "这里比较所有细分,不受上面所选细分的限制。", "All segments are compared here, whatever segment is chosen above."
)
NOTHING_TO_COMPARE = Text("没有可比较的细分。", "There is no segment to compare.")
MORE_SEGMENTS = Text(
    "只列出最可疑的 {shown} 个,共 {every} 个。", "Only the {shown} most suspicious of {every} are listed."
)
SQUARE_HOVER = Text(
    "{segment} · “{stage}”之后:{n} 个中 {lost} 个流失或超时({share});其余案件 {rest}。{verdict}",
    "{segment} · after {stage}: {lost} of {n} lost or timed out ({share}); the others {rest}. {verdict}",
)
VERDICTS = {
    "worse": Text("超出偶然", "beyond chance"),
    "chance": Text("偶然也能解释", "chance explains it"),
    "too_few": Text("太少", "too few"),
}
WHERE_TABLE = Text("哪里超出偶然:{dimension}", "Where it is beyond chance: {dimension}")
WHERE_ALTERNATIVE = Text(
    "{dimension} × 步骤:{worse} 处超出偶然,共 {squares} 处。",
    "{dimension} by step: {worse} of {squares} are beyond chance.",
)

COHORTS = Text("按进入月份的完成率", "Completed, by month of entry")
COHORTS_HINT = Text(
    "实心:所有案件都走完了窗口({window});空心:还没有,是截至目前的估计。点一个月,看那个月。",
    "Solid: every case has had its window ({window}); hollow: not yet, so far by estimate. Any month opens that month.",
)
COHORT_HOVER = Text("{month}:{value}({interval}),{entered} 个进入", "{month}: {value} ({interval}), {entered} entered")
COHORT_SO_FAR = Text("{value}(第 {day} 天)", "{value} (by day {day})")
COHORTS_ALTERNATIVE = Text(
    "{first_month} {first},{last_month} {last},共 {months} 个进入月份。",
    "{first} in {first_month}, {last} in {last_month}, {months} months of entry.",
)
NO_COHORTS = Text("这一年没有案件进入。", "No case entered in this year.")
COLUMN_MONTH = Text("进入月份", "Month of entry")
COLUMN_MATURE = Text("走完窗口", "Had their window")
COLUMN_COMPLETED = Text("完成率", "Completed")
COLUMN_INTERVAL = Text("95 % 区间", "95 % interval")

TIMES = Text("到达每一步用了多久", "How long each step took")
TIMES_HINT = Text(
    "自然时间;只算两步都有记录的案件,还在路上的不算。",
    "By the clock, of cases in which both steps were logged; cases still on their way are not counted.",
)
TIMES_STEP = Text("{before} → {stage}", "{before} → {stage}")
COLUMN_MEDIAN = Text("中位数", "Median")
COLUMN_NINE_IN_TEN = Text("九成不超过", "P90")
COLUMN_SINCE_START = Text("从进入起,中位数", "Since entry, median")
COLUMN_SINCE_START_NINE_IN_TEN = Text("从进入起,九成不超过", "Since entry, P90")
NO_TIMES = Text("还没有案件到达第二步。", "No case has reached a second step yet.")

# The cases.
CASES = Text("案件:{bar}", "Cases: {bar}")
CASES_LIST = Text("{bar} 的案件:{range}", "The cases behind {bar}: {range}")
NO_CASES = Text("没有这样的案件:{bar}。", "There are no such cases: {bar}.")
COLUMN_CASE = Text("案件", "Case")
COLUMN_STATE = Text("状态", "State")
COLUMN_ENTERED_AT = Text("进入", "Entered")
COLUMN_REACHED_AT = Text("到达此步", "Reached the step")
COLUMN_ENDED_AT = Text("离开", "Left")
COLUMN_SOURCE = Text("来源", "Source")
NOT_LOGGED = Text("漏记", "not logged")
SOURCE_ROW = Text("{file} · 第 {row} 行", "{file} · row {row}")
STATES = {
    "converted": Text("继续", "went on"),
    "lost": Text("流失", "lost"),
    "timed_out": Text("超时", "timed out"),
    "open": Text("未结束", "still open"),
    "left_out": Text("未计入", "left out"),
}
