"""The phrases of the data page: loads, sources, checks, rows set aside, links, restatements and files."""

from metrics.text import Text

TITLE = Text("数据", "Data")

ALL_IN = Text(
    "{sources} 个来源都已加载:读入 {read} 行,暂扣 {held} 行",
    "All {sources} sources are in: {read} rows read, {held} held back",
)
REFUSED = Text(
    "{sources} 个来源中有 {refused} 个没有通过:{names}。它们的数字停在上一次加载",
    "{refused} of {sources} sources did not pass: {names}. Their figures are those of an earlier load",
)
EQUATION = Text(
    "读入 {read} = 已加载 {loaded} + 暂扣 {quarantined} + 完全重复 {duplicates} + 被新版本替代 {superseded}",
    "{read} read = {loaded} loaded + {quarantined} held back + {duplicates} exact duplicates + {superseded} superseded",
)
BALANCED = Text("✓ 相符", "✓ adds up")
UNBALANCED = Text("✗ 不相符", "✗ does not add up")

PARTS = {
    "sources": Text("来源", "Sources"),
    "checks": Text("检查", "Checks"),
    "quarantine": Text("暂扣的行", "Held back"),
    "linking": Text("关联", "Links"),
    "restatements": Text("重述", "Restatements"),
    "files": Text("文件", "Files"),
    "loads": Text("加载", "Loads"),
    "exports": Text("导出记录", "Exports"),
}
PART = Text("看什么", "What to see")
SOURCE = Text("来源", "Source")
EVERY_SOURCE = Text("全部来源", "All sources")

# What became of a source or a load.
OUTCOMES = {
    "loaded": Text("已加载", "loaded"),
    "unchanged": Text("没有新数据", "nothing new"),
    "refused": Text("没有通过", "refused"),
    "published": Text("已发布", "published"),
    "failed": Text("失败", "failed"),
    "running": Text("进行中", "running"),
}

# Headings.
OUTCOME = Text("结果", "Outcome")
LAST_LOAD = Text("加载", "Load")
AS_OF = Text("数据截至", "Data as of")
BEHIND = Text("落后", "Behind")
READ = Text("读入", "Read")
LOADED = Text("= 已加载", "= loaded")
HELD = Text("+ 暂扣", "+ held back")
DUPLICATES = Text("+ 完全重复", "+ duplicates")
SUPERSEDED = Text("+ 被替代", "+ superseded")
BALANCE = Text("相符", "Adds up")
RULES = Text("检查通过", "Rules passed")
MESSAGE = Text("说明", "Message")
RULE = Text("规则", "Rule")
JUDGED = Text("查过的行", "Rows judged")
FAILED = Text("不合格", "Failed")
SHARE = Text("占比", "Share")
ROWS = Text("行数", "Rows")
FILE = Text("文件", "File")
ROW = Text("行号", "Row")
OBJECTION = Text("问题所在", "What is wrong")
RAW = Text("原始行", "Raw row")
TABLE = Text("数据表", "Table")
METHOD = Text("关联依据", "Linked by")
CONFIDENCE = Text("把握", "Confidence")
FINGERPRINT = Text("内容指纹", "SHA-256 of the content")
SIZE = Text("字节", "Bytes")
STATE = Text("状态", "State")
STARTED = Text("开始", "Started")
TOOK = Text("用时", "Took")
JUDGED_BY = Text("按此刻判断", "Judged as of")
BEFORE = Text("原来", "Before")
AFTER = Text("现在", "Now")

WHEN = Text("时间", "When")
WHO = Text("谁", "Who")
ADDRESS = Text("页面地址", "Address of the view")
KIND = Text("文件", "File")
RECORDS = Text("记录数", "Records")

PASSED_OF = Text("{passed} / {rules}", "{passed} of {rules}")
OPEN_HELD = Text("{source}:查看暂扣的 {rows} 行", "{source}: see the {rows} rows held back")
OPEN_CHECKS = Text("{source}:查看 {rules} 条规则", "{source}: see the {rules} rules")
OPEN_RULE = Text("查看 {rows} 行", "See the {rows} rows")
FIGURE_ON = Text("{value}(n = {n})", "{value} (n = {n})")
LOAD_NUMBER = Text("#{load}", "#{load}")
CUT = Text("{shown}…(另有 {rest} 个字符)", "{shown} … ({rest} more characters)")

# What each part is about.
ABOUT = {
    "sources": Text(
        "每个来源最近一次带来数据时的账:读入的每一行都有去处。落后,是与这次加载的截止时刻相比。",
        "The account of each source when it last brought data: every row that was read has its place. Behind is "
        "counted from the moment as of which the load is judged.",
    ),
    "checks": Text(
        "来源最近一次被读时每条规则的结果,不合格最多的在前。",
        "What each rule found when the source was last read; what failed most comes first.",
    ),
    "quarantine": Text(
        "还在等来源改正的行;改正并重新加载后自动放行。一行违反几条规则,就列出几次。",
        "Rows that wait for their source to be mended; the next load lets them in. A row that breaks several rules is "
        "listed once for each.",
    ),
    "linking": Text(
        "电话和反馈表怎样找到各自的案件:{rates}。找不到的照样计数,只是不属于任何案件。",
        "How calls and forms found their cases: {rates}. What found none stays and is counted, only without a case.",
    ),
    "restatements": Text(
        "发布过、后来又变了的数字,最近一次加载的在前。",
        "Figures that were published and have changed since, the newest load first.",
    ),
    "files": Text(
        "现在的数字来自这些文件;指纹相同,内容就相同。",
        "The files that the present figures come from; the same hash is the same content.",
    ),
    "loads": Text("最近的加载,最新的在前。", "The latest loads, the newest first."),
    "exports": Text(
        "谁在什么时候把逐条的记录导出成了文件,最新的在前;只含合计的导出不记。",
        "Who took single records out as a file, and when, the newest first; exports of sums alone are not listed.",
    ),
}
RATE_OF_TABLE = Text("{table} {share}", "{table} {share}")

NO_RESTATEMENTS = Text("还没有发布过的数字变过。", "No figure that was published has changed.")
NO_EXPORTS = Text("还没有人导出过逐条的记录。", "Nobody has taken single records out yet.")
EXPORTS_WITHHELD = Text(
    "导出记录涉及全部中心,所以只给能看全部中心的人看。",
    "The log speaks of all units, and is shown only to those who see all of them.",
)
NO_CHECKS = Text("这个来源没有检查记录。", "There are no checks of this source.")
NOTHING_HELD = Text("没有暂扣的行。", "No rows are held back.")
NOTHING_HELD_HERE = Text(
    "这样筛选没有暂扣的行:换一个来源或规则。", "No rows are held back here: choose another source or rule."
)
NO_FILES = Text("这次加载没有文件。", "This load has no files.")
MASKED = Text(
    "原始行可能含个人信息,你的权限看不到;规则和行号照样列出。",
    "Raw rows may hold personal data, which you may not see; rule and row number are listed all the same.",
)
WITHHELD = Text(
    "暂扣的行说不清属于哪个中心,所以只给能看全部中心的人看。共 {rows} 条。",
    "Nobody can tell of which unit a broken row is, so the {rows} entries are shown only to those who see all units.",
)
HIDDEN = Text("(不显示)", "(not shown)")
OF_ANOTHER_SOURCE = Text("另一个来源对同一编号说法不同。", "Another source says something else of the same key.")
LIST_NAME = Text("暂扣的行:{range}", "Rows held back: {range}")
EVERY_RULE = Text("全部规则", "All rules")
