"""The framework's own words in the reader's language: streamlit knows English only."""

from dashboard.components.mounting import component
from dashboard.wording import framework
from metrics.text import Language


def framework_words(language: Language) -> None:
    """Let the browser say what streamlit says in this language, now and whenever it says it."""
    words = {text.en if language == "zh" else text.zh: text.to(language) for text in framework.WORDS}
    _mount(key="framework_words", data={"words": words, "language": language}, height=0)


_mount = component("framework_words", "<span></span>", is_seen=False)
