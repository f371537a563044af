"""The phrases of the SERVQUAL page: dimensions, gaps, quadrants, waves and the five-gap picture."""

from metrics.text import Text

TITLE = Text("期望与感知", "SERVQUAL")

FALLS_SHORT = Text(
    "{wave}:{dimension}离期望最远(差 {gap})", "{wave}: {dimension} falls shortest of expectations ({gap})"
)
FALLS_SHORT_AND = Text(
    "{wave}:{dimension}离期望最远(差 {gap}),{others}也不及期望",
    "{wave}: {dimension} falls shortest of expectations ({gap}); so do {others}",
)
NONE_SHORT = Text("{wave}:没有一个维度明显不及期望", "{wave}: no dimension falls short of expectations beyond chance")
NO_ANSWERS = Text("{wave}:没有完整的答卷", "{wave}: no complete answers")
NO_SURVEY = Text("还没有期望与感知的调查", "There is no SERVQUAL survey yet")
NO_SURVEY_HOW = Text(
    "在 workspace.toml 里把一个来源映射到期望与感知的答卷表,下次加载后这里就有内容。",
    "Map a source to the table servqual_responses in workspace.toml; the next load fills this page.",
)
NO_PAIRS = Text(
    "{place}在 {wave} 没有客户同时答了期望和感知。换一个批次或范围试试。",
    "At {place} no customer answered both expectation and perception in {wave}. Try another wave or unit.",
)
FEW = Text(
    "只有 {n} 位客户作答:区间很宽,只可参考。", "Only {n} customers answered: the intervals are wide, read with care."
)

WAVE = Text("批次", "Wave")
INSTRUMENT = Text("量表", "Instrument")
BASIS = Text(
    "{n} 位客户 · 差 = 感知 − 期望,负数表示不及期望 · 答 1…{most} 分",
    "{n} customers · gap = perception − expectation, negative is a shortfall · answers from 1 to {most}",
)
ANOTHER_SCALE = Text(
    "另有 {n} 份答卷用的是别的分制,不能相比,未计入",
    "responses left out because they are on another scale: {n}",
)
OVERALL = Text("各维度平均 {value}({interval})", "mean of the dimensions {value} ({interval})")
WEIGHTED = Text(
    "按每人分给各维度的 100 分加权 {value}({interval},n = {n})",
    "weighted by each respondent's 100 points {value} ({interval}, n = {n})",
)

DIMENSIONS = {
    "tangibles": Text("有形性", "Tangibles"),
    "reliability": Text("可靠性", "Reliability"),
    "responsiveness": Text("响应性", "Responsiveness"),
    "assurance": Text("保证性", "Assurance"),
    "empathy": Text("移情性", "Empathy"),
}
# What each item of the classic instrument is about, in a few words of our own.
ITEMS = {
    1: Text("设备现代", "Modern equipment"),
    2: Text("环境美观", "Appealing premises"),
    3: Text("员工整洁", "Neat staff"),
    4: Text("资料美观", "Appealing materials"),
    5: Text("说到做到", "Does what it promised by then"),
    6: Text("真心解决问题", "Sincere interest in solving problems"),
    7: Text("一次做对", "Right the first time"),
    8: Text("按约定时间服务", "Serves at the time promised"),
    9: Text("记录无误", "Keeps records without errors"),
    10: Text("告知何时服务", "Says when service will be given"),
    11: Text("服务迅速", "Prompt service"),
    12: Text("乐于帮助", "Willing to help"),
    13: Text("再忙也回应", "Never too busy to respond"),
    14: Text("员工可信", "Staff one can trust"),
    15: Text("办事放心", "Feeling safe in dealings"),
    16: Text("一贯有礼", "Courteous throughout"),
    17: Text("懂业务", "Knows the answers"),
    18: Text("个别关注", "Individual attention"),
    19: Text("时间方便", "Convenient hours"),
    20: Text("员工关心个人", "Staff who care personally"),
    21: Text("为客户着想", "Customers' interests at heart"),
    22: Text("懂客户需要", "Understands needs"),
}
ITEM_NUMBER = Text("第 {item} 题", "Item {item}")
ITEM_NAMED = Text("{item} · {name}", "{item} · {name}")
QUADRANTS = {
    "mend_first": Text("先改", "Mend first"),
    "keep_up": Text("保持", "Keep up"),
    "mend_later": Text("后改", "Mend later"),
    "enough": Text("已够", "Good enough"),
}

# Sections.
GAPS = Text("五个维度", "The dimensions")
DOTS_NAME = Text("期望与感知", "Expectation and perception")
BARS_NAME = Text("差(95 % 区间)", "Gap with its 95 % interval")
PRIORITIES = Text("重要性与差", "Importance and gap")
PRIORITIES_ABOUT = Text(
    "横轴:客户分给该维度的分(共 100);纵轴:差。以两者的平均为界。",
    "Across: the points of 100 that customers give a dimension. Up: the gap. Divided at the means of both.",
)
NO_WEIGHTS = Text("这一批没有人分配重要性的 100 分。", "Nobody allotted the 100 points of importance in this wave.")
WAVES = Text("各批次比较", "Waves compared")
WAVES_ABOUT = Text(
    "{now} 与 {before} 相比;两批不是同一批人。", "{now} beside {before}; the two asked different people."
)
ONE_WAVE = Text("只有一个批次,还没有可比的。", "There is only one wave, nothing to compare it with.")
ITEMS_OF = Text("逐题与答卷", "Items and answers")
CHOOSE_DIMENSION = Text("展开哪个维度", "Which dimension to open")
NO_DIMENSION = Text("不展开", "None")
FIVE = Text("五个差距", "The five gaps")
FIVE_ABOUT = Text(
    "每个差距来自各自的问卷,量法不同,不能相加:差距 5 不是前四个之和。",
    "Each gap comes from its own questions and scale. They are never added up: gap 5 is not the sum of the others.",
)
FIVE_BY_DIMENSION = Text("五个差距,按维度", "The five gaps by dimension")

# Headings and labels.
DIMENSION = Text("维度", "Dimension")
EXPECTATION = Text("期望", "Expectation")
PERCEPTION = Text("感知", "Perception")
GAP = Text("差", "Gap")
INTERVAL = Text("95 % 区间", "95 % interval")
COUNT = Text("n", "n")
POINTS = Text("重要性", "Importance")
ALPHA_EXPECTATION = Text("α 期望", "α expectation")
ALPHA_PERCEPTION = Text("α 感知", "α perception")
ALPHA_GAP = Text("α 差", "α gap")
QUADRANT = Text("轻重", "Priority")
ITEM = Text("题目", "Item")
RESPONSE = Text("答卷", "Response")
UNIT = Text("中心", "Unit")
COUNTED = Text("是否计入", "Counted?")
FILE = Text("文件", "File")
ROW = Text("行号", "Row")
CHANGE = Text("变化", "Change")
VERDICT = Text("判断", "Verdict")
STATUSES = {
    "counted": Text("计入", "counted"),
    "half_a_pair": Text("缺一半,不计", "half a pair, left out"),
    "another_scale": Text("分制不同,不计", "on another scale, left out"),
}
ALPHA_ABOUT = Text(
    "α 是各题一致的程度(克龙巴赫),0.7 以上通常算可靠;差的 α 总低些。",
    "α says how far the items of a dimension agree (Cronbach); 0.7 and more is usually held reliable, and that of gaps "
    "is always lower.",
)
ANSWERS = Text(
    "{pairs} 对完整 + {half} 个缺一半 = 共 {total} 个;来自 {people} 位客户。",
    "{pairs} complete pairs + {half} halves = {total} answers, from {people} customers.",
)
ANSWERS_ON_TWO_SCALES = Text(
    "{pairs} 对完整 + {half} 个缺一半 + {others} 个分制不同 = 共 {total} 个;来自 {people} 位客户。",
    "{pairs} complete pairs + {half} halves + {others} on another scale = {total} answers, from {people} customers.",
)
ANSWERS_NAME = Text("{dimension}的答卷:{range}", "Answers about {dimension}: {range}")
OPEN_DIMENSION = Text("{dimension}:逐题与答卷", "{dimension}: items and answers")

ALT_DOTS = Text(
    "{dimension}:期望 {expectation},感知 {perception}",
    "{dimension}: expectation {expectation}, perception {perception}",
)
ALT_BARS = Text("{dimension} {gap}({interval})", "{dimension} {gap} ({interval})")
ALT_PRIORITIES = Text(
    "{dimension}:重要性 {points},差 {gap},{quadrant}", "{dimension}: importance {points}, gap {gap}, {quadrant}"
)
ALT_WAVES = Text("{dimension}:{waves}", "{dimension}: {waves}")

# The five gaps: name, between whom, and whose answers it rests on.
GAP_NAMES = {
    1: Text("差距 1 · 认知", "Gap 1 · Knowledge"),
    2: Text("差距 2 · 标准", "Gap 2 · Standards"),
    3: Text("差距 3 · 传递", "Gap 3 · Delivery"),
    4: Text("差距 4 · 沟通", "Gap 4 · Communication"),
    5: Text("差距 5 · 客户", "Gap 5 · Customer"),
}
GAP_BETWEEN = {
    1: Text("管理层以为的期望 − 客户的期望", "what managers think customers expect − what they do expect"),
    2: Text("服务标准 − 管理层以为的期望", "standards − what managers think is expected"),
    3: Text("实际服务 − 服务标准", "service delivered − standards"),
    4: Text("实际服务 − 对外承诺", "service delivered − promises made outside"),
    5: Text("客户感知 − 客户期望", "what customers perceive − what they expect"),
}
GAP_SOURCE = {
    1: Text("{n} 位管理者与 {others} 位客户答同样的题", "{n} managers and {others} customers, the same questions"),
    2: Text("{n} 位管理者给标准打分,满分记 0", "{n} managers rated the standards; full marks are 0"),
    3: Text("{n} 位员工给达标能力打分,满分记 0", "{n} staff rated how well standards are met; full marks are 0"),
    4: Text("{n} 位员工给兑现承诺打分,满分记 0", "{n} staff rated how well promises are kept; full marks are 0"),
    5: Text("{n} 位客户的成对答案", "pairs answered by {n} customers"),
}
NO_EVIDENCE = Text("没有依据", "no evidence")
NOT_ASKED = Text("这一批没有问过相应的人。", "Those concerned were not asked in this wave.")
BETWEEN = Text("谁与谁之间", "Between")
VALUE = Text("数值", "Value")
SOURCE = Text("依据 · 可对照", "Rests on · beside it")
BESIDE = Text("可对照:{kpi} {value}({month})", "Beside it: {kpi} {value} ({month})")
