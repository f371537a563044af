"""The phrases of the parts beside the month: verification plan, ledger, laboratory, units beside each other, policy."""

from metrics.text import Text

# the ledger
CHAIN = Text("账本查证", "The ledger verified")
SOUND = Text(
    "{entries} 条账目逐条重算,首尾相连,金额与其中的数字相符。",
    "{entries} entries recomputed one by one: they are linked, and their amounts follow from their own figures.",
)
EMPTY = Text("账本还没有条目:还没有人复核过任何月份。", "The ledger has no entry: nobody has checked any month yet.")
FAULT = Text("账本自第 {entry} 条起不可信:{said}", "The ledger cannot be trusted from entry {entry} on: {said}")
HEAD = Text(
    "账本末条。请打印或寄存到别处:谁若换掉整个账本,这一行就会对不上。",
    "The head of the ledger. Print it or keep it elsewhere: whoever replaced the whole ledger would not come to this "
    "line.",
)
ANCHOR = Text("对照以前保存的末条", "Compare a head kept earlier")
ANCHOR_LIKE = Text("编号:64 位散列值", "NUMBER:HASH")
ANCHOR_HOLDS = Text("相符:保存的末条仍在账本里。", "It holds: that head is still in the ledger.")
NO_ANCHOR = Text("应写成“编号:64 位散列值”。", "Write it as NUMBER:HASH, the hash with its 64 digits.")
MONTHS = Text("已关账的月份", "Closed months")
NO_MONTHS = Text("还没有关过账的月份。", "No month was closed yet.")
WAITING = Text("将随 {month} 支付的调整", "Adjustments that wait for {month}")
NOTHING_WAITS = Text("没有等着随 {month} 支付的调整。", "No adjustment waits for {month}, the next month to be closed.")
AS_KNOWN = Text("按某日所知", "As known on")
NOW = Text("现在", "now")
AS_KNOWN_ON = Text("{month},按 {day} 日终所知", "{month} as it was known when {day} ended")
UNKNOWN_THEN = Text("那时 {month} 还没有奖惩单。", "There was no statement of {month} then.")
ENTRIES = Text("账目", "Entries")
ENTRIES_NAME = Text("账目:{range}", "Entries: {range}")

# the verification plan
PLAN = Text("本月要回访哪些表", "Which forms to call about")
PLAN_SAID = Text(
    "按回收方式和是否全部最高分层抽样。种子相同,抽出的就相同;名单不含打分,打电话的人不知道答案。",
    "A sample by strata: how a form was collected, and whether all its grades are the best. The same seed draws the "
    "same forms; the list holds no grades, so that callers do not know the answers.",
)
PRECISION = Text("不符率要估准到", "Estimate the share within")
SEED = Text("种子", "Seed")
PLAN_TABLE = Text("各单位的抽样", "The sample by unit")
CALLABLE = Text("可回访的表", "Forms with a number")
TO_CALL = Text("要回访", "To call")
WITHOUT_NUMBER = Text("没有号码", "Without a number")
COLLECTED = Text("回收方式", "Collected by")
GRADED = Text("打分", "Graded")
STRATA = {
    "all_best": Text("全部最高", "all best"),
    "other": Text("其他", "other"),
    "partial": Text("有缺项", "an item blank"),
}
STRATA_OF = Text("{unit}:各层", "{unit}: strata")
NO_PLAN = Text("本月没有可回访的表。", "There is no form of this month to call about.")
PLAN_CSV = Text("下载回访名单(CSV)", "Download the list for the callers (CSV)")
PLAN_BACK = Text(
    "打完电话后,把填好的名单作为反馈表的又一个来源加载(回收方式:电话回访),结果就列在下面。",
    "After the calls, load the list that was filled in as one more source of feedback forms, collected by call-back: "
    "the results then stand below.",
)
RESULTS = Text("已有的回访结果", "What the call-backs said")
UNIT = Text("单位", "Unit")
NO_RESULTS = Text("本月的表还没有回访结果。", "No call-back about a form of this month yet.")

# the laboratory
TRIAL = Text("换一套规则,过去各月会怎样", "What other rules would have paid")
TRIAL_SAID = Text(
    "用同样的表重算全部月份,不写入任何内容。留空的设置保持现行,现行的值见“现行政策”。金额单位与现行政策相同。",
    "All months are computed again from the same forms; nothing is written. What is left empty stays as it is: see the "
    "policy in force. Amounts are in its currency.",
)
BY_SETTINGS = Text("改几项设置", "Change settings")
BY_TEXT = Text("改政策文本", "Change the policy's text")
HOW = Text("怎样改", "How")
AS_NOW = Text("现行", "as it is")
POLICY_TEXT = Text("政策文本", "Text of policy.toml")
REPLAY = Text("重放", "Replay")
REPLAYING = Text("正在重算全部月份…", "Computing all months again …")
NOT_HELD = Text("这套规则不成立:", "These rules cannot hold:")
NOT_ALLOWED = Text("“{setting}”不能是“{written}”,应是:{allowed}。", "{setting} cannot be '{written}': it is {allowed}.")
ALLOWED = {
    **dict.fromkeys(
        ("reward_amount", "penalty_amount"),
        Text(
            "大于 0 的金额,至多两位小数,如 1000 或 12.50",
            "an amount above 0 with at most two decimals, such as 1000 or 12.50",
        ),
    ),
    "min_forms": Text("1 以上的整数", "a whole number from 1 on"),
    "dead_band": Text("不小于 0 的数,如 0.1 或 1/2", "a number from 0 on, such as 0.1 or 1/2"),
}
SAME = Text(
    "没有改动:重放与现行规则逐月相同。", "Nothing was changed: the replay equals the rules in force, month by month."
)
CURRENT = Text("现行", "In force")
PROPOSED = Text("试算", "Proposed")
CHANGED = Text("差额", "Difference")
MEASURE = Text("项目", "What")
OUTCOMES = {
    "rewards": Text("奖励合计", "Rewards"),
    "penalties": Text("处罚合计", "Penalties"),
    "total": Text("净额", "Net"),
    "months": Text("单位月数", "Unit months"),
    "by_chance": Text("由随机波动决定的月数", "Months decided by noise"),
    "by_chance_amount": Text("其中动用的金额", "Money moved by them"),
    "at_ceiling": Text("已到最高分的月数", "Months at the top"),
}
GAINS = Text("各单位的得失", "Who gains and who loses")
FLIPS = Text("奖罚翻转的月份", "Months that turn from reward to penalty, or back")
NO_FLIPS = Text("没有翻转的月份。", "No month turns.")
COLUMNS = {
    "unit": UNIT,
    "part": Text("部分", "Part"),
    "month": Text("月份", "Month"),
    "amount_current": Text("现行金额", "Now"),
    "amount_proposed": Text("试算金额", "Proposed"),
    "difference": Text("差额", "Difference"),
    "months_changed": Text("改变的月数", "Months changed"),
    "rule_current": Text("现行规则", "Rule now"),
    "rule_proposed": Text("试算规则", "Rule proposed"),
}

# units beside each other
PEERS = Text("各单位均分并列", "The units' averages beside each other")
PEERS_SAID = Text(
    "表少的单位,均分多半是运气:向总体均值收缩后再看,落在漏斗线以内的差别与偶然无法区分。不改变任何金额。",
    "The average of a unit with few forms is mostly luck: look at it drawn towards the mean of all; what lies within "
    "the funnel's lines cannot be told from chance. No amount follows from it.",
)
PEERS_METHOD = Text(
    "收缩:经验贝叶斯(Morris 1983;DerSimonian 与 Laird 1986);漏斗线:Spiegelhalter 2005。",
    "Shrinkage: empirical Bayes (Morris 1983; DerSimonian & Laird 1986); funnel limits: Spiegelhalter 2005.",
)
OVER = Text("多长时间", "Over")
SPANS = {
    "12": Text("最近 12 个月", "12 months"),
    "6": Text("最近 6 个月", "6 months"),
    "3": Text("最近 3 个月", "3 months"),
    "1": Text("本月", "this month"),
}
NO_PEERS = Text("这段时间没有可比的均分。", "There is no average to compare in this time.")
PEER_COLUMNS = {
    "unit": UNIT,
    "n": Text("表数", "Forms"),
    "mean": Text("均分", "Average"),
    "shrunken": Text("收缩后", "Drawn to the mean"),
    "interval": Text("95 % 区间", "95 % interval"),
    "noise": Text("其中噪声", "Share of noise"),
    "verdict": Text("与总体相比", "Beside the whole"),
}
STANDINGS = {
    "inside": Text("与偶然无法区分", "cannot be told from chance"),
    "below_95": Text("偏低,或属偶然", "low, perhaps by chance"),
    "above_95": Text("偏高,或属偶然", "high, perhaps by chance"),
    "below_998": Text("低于偶然所及", "lower than chance"),
    "above_998": Text("高于偶然所及", "higher than chance"),
}
PEERS_ALTERNATIVE = Text(
    "漏斗图:{units} 个单位按表数和均分,总体 {centre};超出外线:{beyond}。",
    "Funnel plot: {units} units by forms and average, the whole at {centre}; beyond the outer lines: {beyond}.",
)
NOBODY = Text("没有", "none")
PEER_HOVER = Text("{unit}:{mean}(收缩后 {shrunken},n = {n})", "{unit}: {mean} (drawn to the mean {shrunken}, n = {n})")

# the policy
POLICY = Text("{month} 生效的政策", "The policy in force in {month}")
POLICY_SAID = Text(
    "原文件没有写完:凡它没有规定、由本项目补上的,都标为“本项目自定”。设置写在工作区的政策文件里。",
    "The source document breaks off: whatever it leaves open and this project had to fill in is marked as the "
    "project's own rule. Settings stand in the workspace's policy.toml.",
)
ENTRY_OF = Text(
    "{part}:版本 {version};{unit};生效:{since}{until}", "{part}: version {version}; {unit}; valid from: {since}{until}"
)
UNTIL = Text(",至 {day} 前", " until before {day}")
LINE = Text("第 {line} 行", "line {line}")
BY_DEFAULT = Text("没有写,按默认", "not written: the default")
NO_POLICY = Text("{part}:这个月没有生效的政策。", "{part}: no policy is in force in this month.")
EVERY_ENTRY = Text("全部有效期", "All validity periods")
ENTRY_COLUMNS = {
    "part": Text("部分", "Part"),
    "unit": UNIT,
    "since": Text("自", "From"),
    "until": Text("至(不含)", "Until before"),
    "version": Text("版本", "Version"),
    "where": Text("写在", "Where"),
}
