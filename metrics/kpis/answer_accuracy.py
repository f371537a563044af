"""Answer accuracy: the share of audited contacts whose answer was right and complete."""

from metrics.accuracy.shares import accuracy
from metrics.text import Text

KPI = accuracy(
    "answer",
    rank=15,
    name=Text("答复准确率", "Answer accuracy"),
    question=Text("我们给客户的答复正确而完整吗?", "Were the answers that customers got right and complete?"),
    why=Text(
        "错误的答复让客户再来一次,或者永远不知道。", "A wrong answer brings them back, or they never learn of it."
    ),
)
