"""The phrases of a case's timeline."""

from metrics.text import Text

TITLE = Text("案件时间线", "Case timeline")

# The message of the page.
MESSAGE = Text("案件 {case}:{created} 建立,{status}", "Case {case}: created {created}, {status}")
PROMISES_KEPT = Text(",{promises} 项承诺全部按时兑现", ", every promise kept in time ({promises})")
PROMISES_NOT_KEPT = Text(",{promises} 项承诺中按时兑现 {kept} 项", ", promises kept in time: {kept} of {promises}")
UNKNOWN_STATUS = Text("状态未注明", "state not stated")
SENTENCE = Text(
    "{place}的案件,{moments} 个时刻来自 {records} 条记录({tables});数据截至 {at}。",
    "A case of {place}: {moments} moments from {records} records ({tables}), as far as the data goes ({at}).",
)
TABLE_COUNT = Text("{table} {rows}", "{table} {rows}")
HIDDEN = Text(
    "另有 {hidden} 条记录或案件属于你看不到的中心。", "{hidden} more records or cases belong to units you may not see."
)

# Ways back, and another case.
BACK = {
    "rewards": Text("返回奖惩单", "Back to the statement"),
    "funnel": Text("返回漏斗", "Back to the funnel"),
    "evidence": Text("返回依据", "Back to the evidence"),
    "overview": Text("返回总览", "Back to the overview"),
}
ASK = Text("案件号", "Case number")
NO_CASE = Text("哪个案件?", "Which case?")
NO_CASE_HOW = Text(
    "输入一个案件号,或从漏斗和依据的行里点开。",
    "Enter a case number, or open one from the rows of the funnel or of the evidence.",
)
NOT_FOUND = Text("没有案件 {case}", "There is no case {case}")
NOT_FOUND_HOW = Text(
    "这个号码不在数据里,或属于你看不到的中心。",
    "No case in the data has this number, or it belongs to a unit you may not see.",
)

PROMISES = Text("承诺", "Promises")
COLUMN_PROMISE = Text("承诺了什么", "What was promised")
COLUMN_MADE = Text("作出", "Made")
COLUMN_DUE = Text("期限", "Due")
COLUMN_DONE = Text("做到", "Done")
COLUMN_KEPT = Text("结果", "Outcome")
NO_PROMISES = Text("没有承诺期限。", "Nothing was promised by a time.")
WHAT_PROMISED = {
    "first_response": Text("首次响应", "First response"),
    "resolution": Text("解决", "Resolution"),
    "promise": Text("途中的承诺", "A promise on the way"),
}
KEPT = {
    "kept": Text("按时兑现", "kept"),
    "late": Text("逾期才兑现", "late"),
    "broken": Text("已到期,未兑现", "past due, not kept"),
    "running": Text("还未到期", "not due yet"),
    "no_term": Text("没有期限,尚未兑现", "no term, not kept yet"),
    "not_judged": Text("不评判(已取消、合并或测试)", "not judged (cancelled, merged or a test)"),
}
SYMBOLS = {"kept": "✓", "late": "✗", "broken": "✗", "running": "…", "no_term": "…", "not_judged": "–"}

# The timeline.
TIMELINE = Text("时间线", "Timeline")
TIMELINE_NAME = Text("案件 {case} 的时间线:{range}", "The timeline of case {case}: {range}")
WORKING_GAPS = Text(
    "间隔按工作日历计为工作时间,括号里是自然时间。",
    "Gaps are in working time by the calendar, by the clock in brackets.",
)
CLOCK_GAPS = Text("没有适用的工作日历,间隔是自然时间。", "No working calendar counts here, so gaps are by the clock.")
GAP_WORKED = Text("{worked}(自然 {gap})", "{worked} ({gap} by the clock)")
GAP_NO_WORK = Text("非工作时间(自然 {gap})", "outside working hours ({gap} by the clock)")
GAP_CLOCK = Text("自然 {gap}", "{gap} by the clock")
ORIGIN = Text("{source} · {file} · 第 {row} 行", "{source} · {file} · row {row}")
LINK = Text("{method} · 把握 {confidence}", "{method} · confidence {confidence}")
METHODS = {
    "id": Text("记录写明本案件", "the record names the case"),
    "job": Text("按维修单关联", "linked by its job"),
    "customer_time": Text("按客户和时间关联", "linked by customer and time"),
    "identity_time": Text("按联系方式和时间关联", "linked by contact details and time"),
    "contacts": Text("经由本案的通话", "through a contact of the case"),
    "complaints": Text("经由本案的投诉", "through a complaint of the case"),
    "customer": Text("同一客户号", "same customer number"),
    "identity": Text("同一联系方式", "same contact details"),
}
NOT_A_MOMENT = Text("{rows} 条记录没有时间,不在线上。", "{rows} records have no time and are not on the line.")

OTHERS = Text("同一客户的其他案件", "The customer's other cases")
NO_OTHERS = Text("没有这位客户的其他案件。", "There are no other cases of this customer.")
COLUMN_CASE = Text("案件", "Case")
COLUMN_TOLD_BY = Text("依据", "Known by")
