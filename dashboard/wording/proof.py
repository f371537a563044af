"""The phrases of the proof of a number: what it is made of, by which rules, out of which files."""

from metrics.text import Text

PART = Text("看什么", "What to look at")
PARTS = {"rows": Text("逐行", "The rows"), "origin": Text("来源和规则", "Origin and rules")}

DOWNLOAD = Text("下载证明(ZIP)", "Download the proof (ZIP)")
DOWNLOAD_HELP = Text(
    "全部行、清单和一个只用 Python 标准库的小程序:任何人都能离线重算这个数字。",
    "Every row, a manifest and a small script that needs Python alone: anybody can compute this figure anew, offline.",
)

NUMERATOR = Text("分子", "Numerator")
DENOMINATOR = Text("分母", "Denominator")
COUNTED = Text("计入", "Counted")
LEFT_OUT = Text("未计入", "Left out")
NOTHING_LEFT_OUT = Text("没有", "nothing")
FILTERS = Text("筛选", "Filters")
AS_OF = Text("判断时刻", "Judged as of")
LOAD = Text("加载", "Load")
LOADED = Text("#{load},{at} 完成", "#{load}, finished {at}")
DEFINITIONS = Text("定义版本", "Version of the definitions")
POLICY = Text("政策版本", "Version of the policy")

FILES = Text("来源文件", "Source files")
FILES_SAID = Text(
    "这次加载后仓库里的文件;哈希是文件内容的 SHA-256。",
    "The files that stand in the warehouse after this load; the hash is the SHA-256 of their content.",
)
NO_FILES = Text("没有记录来源文件。", "No source file is recorded.")
COLUMN_SOURCE = Text("来源", "Source")
COLUMN_FILE = Text("文件", "File")
COLUMN_SIZE = Text("字节", "Bytes")
COLUMN_HASH = Text("哈希", "Hash")
CHECKS = Text("来源的检查", "Checks of these sources")
CHECKS_SAID = Text(
    "{rules} 条规则,{failed} 条有不合格的行;不合格的行已暂扣,不在上面的数里。",
    "{rules} rules, {failed} of them with rows that fail; those rows are held back and not in the figure.",
)
COLUMN_RULE = Text("规则", "Rule")
COLUMN_EVALUATED = Text("检查行数", "Rows checked")
COLUMN_FAILED = Text("不合格", "Failed")
EVERY_RULE = Text("也列出全部合格的规则", "List the rules without a failure too")
