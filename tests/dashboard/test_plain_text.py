import pytest

from dashboard.plain import plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("![x](p.png)", r"!\[x\](p.png)"),
        ("<b>bold</b>", r"\<b\>bold\</b\>"),
        (":red[alarm] $x$", r"\:red\[alarm\] \$x\$"),
        ("- no list", r"\- no list"),
        ("2025. no list", r"2025\. no list"),
        ("# no title\n\nno paragraph", r"\# no title no paragraph"),
        ("北一店 80.8 %", "北一店 80.8 %"),
        ("\u202e款退没还\u202c 80.8 %", "款退没还 80.8 %"),
        ("\u2067x\u2069 😡👎🏽", "x 😡👎🏽"),
    ],
)
def test_text_of_the_data_cannot_act_as_markdown(text, shown):
    assert plain(text) == shown


@pytest.mark.parametrize("text", ["see http://evil.example/a", "see HTTPS://evil.example", "see www.evil.example"])
def test_an_address_cannot_become_a_link(text):
    assert "\u2060" in plain(text)
