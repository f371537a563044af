"""What stands around every page: the head, the filters, the notices and the line at the foot."""

from metrics.text import Text

PRODUCT = Text("准绳", "Plumbline")
# The name of the other language, written in that language.
OTHER_LANGUAGE = Text("English", "中文")

MENU = Text("页面", "Pages")
MONTH = Text("月份", "Month")
PLACE = Text("范围", "Unit")
KPI = Text("指标", "KPI")
ALL_UNITS = Text("全部中心", "All units")
NOT_STATED = Text("未注明", "not stated")
UNFINISHED = Text("未完", "unfinished")

DISPLAY = Text("显示方式", "Display")
LARGE_NUMBERS = Text("大数", "Large numbers")
IN_THOUSANDS = Text("12,345,678", "12,345,678")
IN_MYRIADS = Text("1234 万 5678", "in groups of four digits")
ARROWS = Text("箭头颜色", "Colour of arrows")
ARROWS_BY_NEWS = Text("随好坏:蓝好橙坏", "as the news: blue good, orange bad")
ARROWS_RED_UP = Text("红涨绿跌", "red up, green down")
ARROWS_GREEN_UP = Text("绿涨红跌", "green up, red down")

ZONE = Text("业务时区 {zone}", "Business zone {zone}")
AS_OF = Text("数据截至 {sources}", "Data as of {sources}")
NO_TIMES = Text("来源没有时间", "no source has times")
LOAD = Text("加载 #{load},{at} 完成", "Load #{load}, finished {at}")
CHECKS = Text("{loaded} 行通过检查,{held} 行暂扣", "{loaded} rows passed the checks, {held} held back")

LOAD_FAILED = Text(
    "加载 #{attempt}({at})没有成功,这里仍是 {since} 完成的加载 #{load}。",
    "Load #{attempt} ({at}) did not succeed; what you see is still load #{load}, finished {since}.",
)
LOAD_RUNNING = Text(
    "加载 #{attempt} 正在进行,这里是 {since} 完成的加载 #{load}。",
    "Load #{attempt} is running; what you see is load #{load}, finished {since}.",
)
FIRST_LOAD_FAILED = Text("加载 #{attempt}({at})没有成功。", "Load #{attempt} ({at}) did not succeed.")

# What a load says of itself in words that no translation is known of is quoted as it said it.
REASON = Text("加载程序的原话:{message}", "{message}")

# {n} is filled in by the browser, which knows how long the text is.
WHOLE_TEXT = Text("显示全部({n} 字)", "show all ({n} characters)")

UNKNOWN_PARAMETER = Text(
    "地址里的“{name}”不认识,已忽略。", "The address holds '{name}', which is not known; it is ignored."
)
UNKNOWN_VALUE = Text(
    "地址里的“{name}={value}”不认识,已改用默认值。",
    "The address holds '{name}={value}', which is not known; the default is shown instead.",
)

NOT_ON_LOOPBACK = Text(
    "没有配置登录,所以只能在本机使用。请用 --server.address 127.0.0.1 启动。",
    "No login is configured, so this dashboard serves this machine only. Start it with --server.address 127.0.0.1.",
)
