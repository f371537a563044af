"""The phrases of the funnel page."""

from metrics.text import Text

TITLE = Text("漏斗", "Funnel")

# The message of the page. {period} {entered} {share} {stage} {lost} {lost_share} {open} are filled in.
MESSAGE = Text(
    "{period}进入的 {entered} 个案件:{share} 完成",
    "{period}: {share} of the {entered} cases that entered were completed",
)
MESSAGE_SO_FAR = Text(
    "{period}进入的 {entered} 个案件:目前 {share} 完成,{open} 个还未结束",
    "{period}: {share} of the {entered} cases that entered are completed so far (still open: {open})",
)
MOST_LOST = Text(
    ",流失最多的是“{stage}”之后({lost},{lost_share})", "; most were lost after {stage} ({lost}, {lost_share})"
)
NOTHING_LOST = Text(",没有流失", "; none was lost")
AT_PLACE = Text("{place} · {message}", "{place} · {message}")
PERIOD = Text("{first}至{last}", "{first} to {last}")

# The sentence below it.
ROSE = Text("完成率比 {before}上升 {size}({verdict})。", "Completion is up {size} on {before} ({verdict}).")
FELL = Text("完成率比 {before}下降 {size}({verdict})。", "Completion is down {size} on {before} ({verdict}).")
SAME = Text("完成率与{before}持平。", "Completion is the same as in {before}.")
TOO_EARLY = Text(
    "{immature} 个案件的窗口({window})还没有走完,先不与{before}比较。",
    "The window ({window}) has not passed yet for {immature} of them, so nothing is compared with {before}.",
)
NOTHING_BEFORE = Text("{before}没有可比的案件。", "There are no cases in {before} to compare with.")
FIRST_REASON = Text(
    "那里的首要原因是“{reason}”({lost},占 {share})。", "The main reason there is '{reason}' ({lost}, {share})."
)
BEYOND_CHANCE = Text(
    "{places} 处流失超出偶然,最明显的是“{stage}”之后的{segment}。",
    "Losses beyond chance: {places}; the surest is {segment} after {stage}.",
)
NONE_BEYOND_CHANCE = Text("没有一处细分的流失超出偶然。", "No segment loses more than chance explains.")

RULES = Text(
    "窗口 {window}:从第一步算起 · {mode} · {skipped} · 截至 {at}",
    "Window {window} from the first step · {mode} · {skipped} · as of {at}",
)
MODES = {
    "ordered": Text("按顺序,中间可有其他阶段", "in order, other stages may lie between"),
    "strict": Text("按顺序,中间不得有其他阶段", "in order, with no other stage between"),
    "any_order": Text("不论顺序", "in any order"),
}
SKIPPED = {
    "impute": Text("漏记的步骤推定为已过", "a step that nobody logged is taken as passed"),
    "strict": Text("漏记的步骤就停在那里", "a step that nobody logged holds the case up"),
}

# The filters.
FUNNEL = Text("漏斗", "Funnel")
SPAN = Text("进入时段", "Entered within")
SPANS = {
    "1": Text("只这一个月", "this month only"),
    "3": Text("截至该月的 3 个月", "3 months up to it"),
    "6": Text("截至该月的 6 个月", "6 months up to it"),
    "12": Text("截至该月的 12 个月", "12 months up to it"),
}
SEGMENT = Text("细分", "Segment")
EVERY_SEGMENT = Text("全部案件", "all cases")
OF_SEGMENT = Text("{dimension}:{value}", "{dimension}: {value}")
DIMENSIONS = {
    "unit": Text("中心", "Unit"),
    "channel": Text("渠道", "Channel"),
    "customer_group": Text("客户群", "Customer group"),
    "category": Text("类别", "Category"),
    "product": Text("产品", "Product"),
    "case_type": Text("案件类型", "Case type"),
    "priority": Text("优先级", "Priority"),
    "owner": Text("负责人", "Owner"),
}

# When there is nothing to show.
NONE_DECLARED = Text("工作区没有声明漏斗", "The workspace declares no funnel")
NONE_DECLARED_HOW = Text(
    "在 policy.toml 里加一个 [[funnel]]:名称、依次的阶段、以及从第一步到最后一步最多可用的时间。",
    "Add a [[funnel]] to policy.toml: a name, the stages in order, and how long a case may take from first to last.",
)
NOBODY_ENTERED = Text("{period}没有案件进入", "No case entered in {period}")
NOBODY_ENTERED_HOW = Text(
    "{place}{segment}在{period}没有进入“{funnel}”的案件。换一个月份、范围或细分试试。",
    "{place}{segment} has no case that entered '{funnel}' in {period}. Try another month, unit or segment.",
)
OF_SEGMENT_TOO = Text("({segment})", " ({segment})")
