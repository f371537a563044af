import pytest

from dashboard.access import is_loopback, refusal


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost"])
def test_this_machine_may_see_the_dashboard_without_a_login(address):
    assert refusal(address) is None


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "::", "192.168.1.5", "example.org", "localhost.evil.example"])  # noqa: S104
def test_without_a_login_nobody_else_may(address):
    assert not is_loopback(address)
    assert "127.0.0.1" in refusal(address).en
