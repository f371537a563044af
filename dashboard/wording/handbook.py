"""The phrases of the handbook: what every KPI means."""

from metrics.text import Text

TITLE = Text("手册", "Handbook")
HEADLINE = Text("指标手册:{kpis} 个指标", "Handbook: {kpis} KPIs")
FOUND = Text("“{search}”:{found} 个指标", "'{search}': {found} KPIs")
NONE_FOUND = Text(
    "没有指标提到“{search}”。换一个词,中文英文都可以。",
    "No KPI mentions '{search}'. Try another word, in either language.",
)
SEARCH = Text("搜索", "Search")
SEARCH_HELP = Text("名称、问题、公式或陷阱里的词", "Words of a name, question, formula or trap")
BACK = Text("返回手册", "Back to the handbook")
OPEN = Text("看它的数值", "See its figures")

COLUMN_NAME = Text("指标", "KPI")
COLUMN_QUESTION = Text("问题", "Question")
COLUMN_TARGET = Text("目标", "Target")
COLUMN_USED = Text("用在", "Used in")
TARGET_IN_FORCE = Text("现行目标", "Target in force")
USED = Text("用在", "Used in")
ON_OVERVIEW = Text("总览", "overview")
IN_SIGNALS = Text("信号", "signals")
IN_TARGETS = Text("政策里的目标", "targets of the policy")
UP = Text("越高越好", "higher is better")
DOWN = Text("越低越好", "lower is better")

EXAMPLES = Text("算例", "Worked examples")
EXAMPLES_SAID = Text(
    "每个算例也是一个测试:改了定义、数值不符,就不能发布。",
    "Each example is a test too: a changed definition that gives another value is not released.",
)
COLUMN_BECAUSE = Text("情形", "Case")
COLUMN_VALUE = Text("数值", "Value")
COLUMN_N = Text("计入", "Counted")
COLUMN_IMMATURE = Text("还不能判断", "Too fresh")
COLUMN_LEFT_OUT = Text("未计入", "Left out")
