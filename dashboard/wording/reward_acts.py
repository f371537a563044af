"""The phrases of acting on a month: its steps, its appeals, what freezes, and as whom one acts."""

from metrics.text import Text

PROGRESS = Text("本月进度", "Progress of the month")
STEPS = {
    "check": Text("复核", "Check"),
    "approve": Text("批准", "Approve"),
    "close": Text("关账", "Close"),
    "return": Text("退回草稿", "Return to draft"),
}
ACT_AS = Text("以谁的名义", "Act as")
NOBODY = Text("请选择", "choose")
ANYONE = Text(
    "本机没有配置登录:坐在这台电脑前的人可以用名单上任何人的名义操作。账本记下的是你所选的名字。",
    "No login is configured: whoever sits at this machine may act under any of these names. The ledger records the "
    "name that you choose.",
)
NO_PEOPLE = Text("policy.toml 没有写明谁可以操作", "policy.toml names nobody who may act")
NO_PEOPLE_HOW = Text(
    "关账要三个人:一人复核,一人批准,一人关账。在 policy.toml 里为每个人写一节:",
    "Closing takes three people: one checks, another approves, a third closes. Write a section for each in "
    "policy.toml:",
)
REASON = Text("退回原因", "Why it goes back")
CLOSED = Text(
    "已关账,不再改变。以后的数据会成为下一个月的调整。",
    "Closed: it never moves again. Later data become adjustments of a later month.",
)
NOT_ITS_TURN = Text(
    "月份依次关账:下一个是 {following}。这个月现在不能复核。",
    "Months are closed one after another: {following} is the next. This month cannot be checked now.",
)
WORKING = Text("正在按全部数据算一遍…", "Computing it from all the data …")
CHOOSE_WHO = Text("先选择以谁的名义操作。", "Choose first as whom you act.")

# What a step does, told before it is done.
FREEZES = {
    "check": Text(
        "{who} 将复核 {month}:{statements} 张奖惩单,合计 {total}。此后本月固定在加载 #{load} 和现在的政策文本,"
        "新数据不再改变它,直到有人退回草稿。复核人不能再批准或关账。",
        "{who} is about to check {month}: {statements} statements, {total} in all. From then on the month is held at "
        "load #{load} and the policy as it reads now; later data change nothing until somebody returns it to draft. "
        "Whoever checks neither approves nor closes.",
    ),
    "approve": Text(
        "{who} 将批准 {month}:{statements} 张奖惩单,合计 {total},正是已复核的数字。批准人不能再关账。"
        "下一步关账后不能撤销。",
        "{who} is about to approve {month}: {statements} statements, {total} in all, just as they were checked. "
        "Whoever approves does not close. The next step closes the month and cannot be undone.",
    ),
    "close": Text(
        "{who} 将关闭 {month}:冻结 {statements} 张奖惩单和 {adjustments} 项调整,合计 {total}。"
        "关账不能撤销:数字、加载 #{load} 和政策从此不变,以后的更正只能是下一个月的调整。",
        "{who} is about to close {month}: {statements} statements and {adjustments} adjustments freeze, {total} in "
        "all. This cannot be undone: figures, load #{load} and policy stay as they are, and what is corrected later "
        "is an adjustment of a later month.",
    ),
    "return": Text(
        "{who} 将把 {month} 退回草稿。已走的步骤留在账本里,数字重新随数据改变,之后从复核重新开始。",
        "{who} is about to return {month} to draft. The steps taken stay in the ledger, the figures follow the data "
        "again, and checking begins anew.",
    ),
    "file": Text(
        "{who} 将提出申诉。申诉写入账本,不能删除。截止 {until}。",
        "{who} is about to file an appeal. It is written into the ledger and cannot be deleted. Deadline: {until}.",
    ),
    "uphold": Text(
        "{who} 将裁定申诉 {appeal} 成立。写入账本,不能撤销:所列的行从此照裁定读,已关账月份的差额成为调整。",
        "{who} is about to uphold appeal {appeal}. This cannot be undone: the rows are read as ruled from now on, and "
        "what that changes in closed months becomes an adjustment.",
    ),
    "reject": Text(
        "{who} 将驳回申诉 {appeal}。写入账本,不能撤销;金额不变。",
        "{who} is about to reject appeal {appeal}. This cannot be undone; no amount changes.",
    ),
}
CONFIRM = {
    "check": Text("确认复核", "Confirm: check"),
    "approve": Text("确认批准", "Confirm: approve"),
    "close": Text("确认关账,不能撤销", "Confirm: close for good"),
    "return": Text("确认退回", "Confirm: return"),
    "file": Text("确认提出申诉", "Confirm: file the appeal"),
    "uphold": Text("确认成立,不能撤销", "Confirm: uphold for good"),
    "reject": Text("确认驳回,不能撤销", "Confirm: reject for good"),
}
CANCEL = Text("取消", "Cancel")
DIGEST = Text("将写入的内容摘要:{digest}", "Digest of what will be written: {digest}")
REFUSED = Text("没有写入任何内容:{problem}", "Nothing was written: {problem}")
DONE = Text(
    "已写入账目 {first}–{last},经办人 {who}。账本末条 {head}",
    "Written: entries {first}–{last}, by {who}. Head of the ledger: {head}",
)

APPEALS = Text("申诉", "Appeals")
NO_APPEALS = Text("本月没有申诉。", "There is no appeal against this month.")
FILE = Text("提出申诉", "File an appeal")
FILE_SAID = Text(
    "由本单位的人提出:说明错在哪里,并指明哪些行应当或不应当计入。",
    "Filed by somebody of the unit: say what is wrong, and name the rows that should or should not count.",
)
NOT_YET = Text("本月还没有复核,暂无可申诉的数字。", "The month is not checked yet: there is nothing to appeal against.")
WHICH_PART = Text("针对哪一部分", "Against which part")
GROUNDS = Text("理由", "What is wrong")
LEAVE_OUT = Text("不应计入的行(编号,用逗号隔开)", "Rows that should not count (numbers, separated by commas)")
COUNT = Text("应当计入的行(编号,用逗号隔开)", "Rows that should count (numbers, separated by commas)")
SEE_EFFECT = Text("看影响", "See the effect")
DECIDE = Text("裁决", "Decide")
WHICH_APPEAL = Text("哪一件申诉", "Which appeal")
HOW = Text("裁决", "Decision")
VERDICTS = {"uphold": Text("成立", "uphold"), "reject": Text("驳回", "reject")}
WHY = Text("裁决理由", "Why")
EFFECT = Text("若成立的影响", "Effect if upheld")
NO_EFFECT = Text("若成立,金额和计数都不变。", "If upheld, no statement changes.")
EFFECT_COLUMNS = {
    "month": Text("月份", "Month"),
    "unit": Text("单位", "Unit"),
    "part": Text("部分", "Part"),
    "before": Text("现在", "Now"),
    "after": Text("若成立", "If upheld"),
    "amount": Text("差额", "Difference"),
}
