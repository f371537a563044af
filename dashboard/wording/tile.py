"""The phrases of a tile."""

from metrics.text import Text

AGAINST = Text("比 {before} · {verdict}", "vs {before} · {verdict}")
TARGET = Text("目标 {target}", "target {target}")
NO_TARGET = Text("未设目标", "no target set")
BASIS = Text("n = {n} · {interval}", "n = {n} · {interval}")
NO_INTERVAL = Text("n = {n}", "n = {n}")
NO_BASIS = Text("n = 0", "n = 0")
ON_SCALE = Text("{basis} · 量表 {scale}", "{basis} · scale {scale}")
IMMATURE = Text("{rows} 条还不能判断", "{rows} too fresh to judge")
MEANING = Text("这是什么", "What this means")
OPEN_ROWS = Text("查看 {rows} 条依据", "See the {rows} rows")
SPARKLINE = Text("{kpi} 近 {months} 个月:从 {first} 到 {last}", "{kpi}, last {months} months: from {first} to {last}")
NO_SPARKLINE = Text("{kpi}:还没有走势", "{kpi}: no trend yet")
