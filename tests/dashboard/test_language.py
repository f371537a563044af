import pytest

from dashboard.language import language


@pytest.mark.parametrize(
    ("asked", "locale", "spoken"),
    [
        (None, "zh-CN", "zh"),
        (None, "zh-TW", "zh"),
        (None, "en-US", "en"),
        (None, "de-DE", "en"),
        (None, None, "en"),
        ("en", "zh-CN", "en"),
        ("zh", "en-US", "zh"),
        ("xx", "zh-CN", "zh"),
    ],
)
def test_the_address_decides_the_language_else_the_browser(asked, locale, spoken):
    assert language(asked, locale) == spoken
