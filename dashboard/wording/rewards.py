"""The phrases of the rewards page: the month with its units, and one unit's statement."""

from metrics.text import Text

TITLE = Text("奖惩", "Rewards")
PART = Text("看什么", "What to look at")
PARTS = {
    "statement": Text("奖惩单", "Statement"),
    "plan": Text("核实计划", "Verification plan"),
    "ledger": Text("账本", "Ledger"),
    "laboratory": Text("规则试算", "Rule laboratory"),
    "peers": Text("单位并列", "Units beside each other"),
    "policy": Text("现行政策", "Policy in force"),
}

WORKING = Text("正在计算奖惩…", "Computing the statements …")
MESSAGE = Text(
    "{month}:{rewarded} 个单位得奖,{fined} 个受罚,合计 {total}",
    "{month}: {rewarded} rewarded, {fined} fined, {total} in all",
)
MESSAGE_OF_UNIT = Text("{unit} {month}:{total}", "{unit}, {month}: {total}")
NO_STATEMENT = Text("{month} 没有奖惩单", "There is no statement of {month}")
NO_STATEMENT_HOW = Text(
    "这个月没有数据,或者当时没有生效的奖惩政策。换一个月份,或看“现行政策”。",
    "The month has no data, or no reward policy was in force. Choose another month, or see the policy in force.",
)
NO_STATEMENT_HERE = Text(
    "{place} 在 {month} 没有奖惩单。换一个范围或月份。", "{place} has no statement of {month}. Choose another."
)
STATE = Text("状态:{state} · {steps}", "State: {state} · {steps}")
STEP_TAKEN = Text("{who} 于 {at} {step}(账目 {entry})", "{step} by {who} on {at} (entry {entry})")
NO_STEP = Text("还没有人复核", "nobody has checked it yet")
BASIS = Text("数据截至 {at},加载 #{load},政策文本 {policy}", "Data as of {at}, load #{load}, policy text {policy}")
NOT_IN_TURN = Text(
    "账本中下一个要关的月份是 {following};以前各月的调整随它支付,这里不列。",
    "The next month to be closed is {following}; adjustments of closed months are paid with it and not listed here.",
)
FORMS_COLUMN = Text("计入 / 收回 / 发出", "Used / returned / sent")
COLUMN_SUM = Text("全部", "All")
OPEN_UNIT = Text("{unit}:看奖惩单", "{unit}: see the statement")
EVERY_UNIT = Text("全部单位", "All units")
BROKEN = Text(
    "账本自第 {entry} 条起不可信:{said} 所以不显示任何奖惩数字。",
    "The ledger cannot be trusted from entry {entry} on: {said} So no reward is shown.",
)

WORKED_OUT = Text("{part}:算式", "{part}: the arithmetic")
COLUMN_WHAT = Text("项目", "What")
COLUMN_AMOUNT = Text("金额", "Amount")
COLUMN_HOW = Text("算式", "How")
RESULT = Text("结果", "Result")
POLICY_LINE = Text(
    "政策版本 {version}(生效:{since};{unit});{own} 项设置为本项目自定",
    "Policy version {version} (valid from: {since}; {unit}); {own} of its settings are the project's own rule",
)
ALWAYS = Text("一直", "always")
FOR_EVERY_UNIT = Text("全部单位", "every unit")
EVIDENCE = Text("依据", "Evidence")
EVIDENCE_OF = Text("看哪些行", "Which rows")
ROWS_OF = {"forms": Text("反馈表({n})", "Forms ({n})"), "complaints": Text("投诉({n})", "Complaints ({n})")}
STATUS = Text("行的状态", "Status of the rows")
STATUS_COUNT = Text("{status} {n}", "{status} {n}")
EVERY_STATUS = Text("全部", "all")
LIST_NAME = Text("{unit} {month} 的依据:{range}", "Evidence of {unit}, {month}: {range}")
NO_ROWS = Text("没有这样的行。", "There are no such rows.")

PAPER = Text("打印", "Paper")
AS_PDF = Text("下载 PDF", "Download PDF")
AS_XLSX = Text("下载 Excel(XLSX)", "Download Excel (XLSX)")
PAPER_SAID = Text(
    "同样的内容,每次都是同样的文件;里面写明时区、数据截至、加载、政策版本和摘要。",
    "The same content is the same file each time; zone, data as of, load, policy version and digest are in it.",
)
NO_FONT = Text(
    "本机没有中文字体,不能生成 PDF:{families}。可先下载 Excel。",
    "This machine has no font with Chinese letters, so no PDF can be made; tried: {families}. Excel works.",
)
SPLIT = Text("分配到人", "Split to staff")
SPLIT_SAID = Text(
    "由部门负责人把 {total} 分给本单位人员,随奖惩单打印,不入账本。合计须与应付金额一分不差。",
    "The head of the department splits {total} to the unit's staff; it is printed with the statement and kept in no "
    "ledger. It must come to the amount, to the cent.",
)
SPLIT_WITH = Text("打印时附上分配表", "Print the split with it")
SPLIT_SUMS = Text("合计 {total},相符。", "It comes to {total}: right.")
NO_STAFF = Text("员工表里这个月没有本单位的人。", "The table of staff has nobody of this unit in this month.")
