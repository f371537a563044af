"""The phrases of exports, on screen and in the files."""

from metrics.text import Text

EXPORT = Text("导出", "Export")
EXPORT_SAID = Text(
    "屏幕上的数字,连同筛选、时区、数据截至和行数。文本不会变成公式。",
    "The figures on screen with their filters, zone, data as of and row count. No text becomes a formula.",
)
AS_XLSX = Text("全部,Excel 表格(XLSX)", "All of it, for Excel (XLSX)")
AS_PDF = Text("这一页,打印用(PDF)", "This page, to print (PDF)")
AS_CSV = Text("{sheet}(CSV)", "{sheet} (CSV)")

ABOUT = Text("说明", "About")
PRODUCT = Text("产品", "Product")
PAGE = Text("页面", "Page")
PART = Text("部分", "Part")
STATUS = Text("行的状态", "Status of the rows")
ADDRESS = Text("地址", "Address")
ZONE = Text("业务时区", "Business zone")
JUDGED = Text("判断时刻", "Judged as of")
DATA = Text("数据截至", "Data as of")
LOAD = Text("加载", "Load")
LOADED = Text("#{load},{at} 完成", "#{load}, finished {at}")
ROWS = Text("{rows} 行", "{rows} rows")

TILES = Text("各指标", "KPIs")
BOARD = Text("各区、各中心", "Regions and centres")
TREND = Text("走势", "Trend")
BREAKDOWN = Text("分解", "Breakdown")
UNITS = Text("各中心比较", "Units compared")
WHY = Text("为何变化", "Why it moved")
EVIDENCE = Text("逐行", "Rows")
STEPS = Text("各步骤", "Steps")
BY_COUNT = Text("原因(按件数)", "Causes by number")
BY_COST = Text("原因(按补偿)", "Causes by compensation")
SEVERITY = Text("严重度", "Severity")
COMPLAINTS = Text("投诉逐件", "Complaints")
RATE = Text("投诉率", "Rate of complaints")
BOARD_OF_RECOVERIES = Text("补救看板", "Recovery board")
COMPARED = Text("补救后比较", "After a recovery")
SUPPOSED = Text("情景假设", "Scenario")
DIMENSIONS = Text("各维度", "The dimensions")
FIVE = Text("五个差距", "Five gaps")
FIVE_BY_DIMENSION = Text("五个差距按维度", "Five gaps by dimension")
WAVES = Text("各批次", "The waves")
ITEMS = Text("题目", "Items")
ANSWERS = Text("答卷", "Answers")
SIGNALS = Text("信号", "Signals")
LOG = Text("信号经过", "Log of the signal")
HELD_BACK = Text("暂扣的行", "Rows held back")
REASONS = Text("暂扣原因", "Reasons")

KPI = Text("指标", "KPI")
UNIT = Text("中心", "Unit")
REGION = Text("大区", "Region")
SHOWN = Text("屏幕所示", "As shown")
VALUE = Text("数值", "Value")
MEASURED_IN = Text("计量单位", "Measured in")
COUNTED = Text("n", "n")
LOW = Text("区间下限", "Interval from")
HIGH = Text("区间上限", "Interval to")
IMMATURE = Text("还不能判断", "Too fresh to judge")
TARGET = Text("目标", "Target")
STANDING = Text("对目标", "Against target")
CHANGE = Text("变化", "Change")
VERDICT = Text("判断", "Verdict")
LOW_OF = Text("{column}下限", "{column} from")
HIGH_OF = Text("{column}上限", "{column} to")
BESIDE = Text("{column}(附注)", "{column} (beside it)")
OF_KPI = Text("{kpi}:{column}", "{kpi}: {column}")

UNITS_OF_MEASURE = {
    "share": Text("占比(1 = 100 %)", "share (1 = 100 %)"),
    "score": Text("分", "points"),
    "points": Text("分", "points"),
    "seconds": Text("秒", "seconds"),
    "working_seconds": Text("工作秒", "working seconds"),
    "per_100": Text("每百件", "per 100"),
}
