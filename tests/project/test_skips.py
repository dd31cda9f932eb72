"""The hook in tests/conftest.py: CI lets no test be skipped unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

CONFTEST = (Path(__file__).parent.parent / "conftest.py").read_text(encoding="utf-8")


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeini("[pytest]\nmarkers =\n    platform(reason): cannot run everywhere\n")
    pytester.makeconftest(CONFTEST)
    return pytester


@pytest.fixture
def ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")


SKIPPED = """
import pytest

@pytest.mark.skip(reason="no editor here")
def test_marked(): ...

def test_called():
    pytest.skip("no editor here")

@pytest.fixture
def editor():
    pytest.importorskip("no_such_module_anywhere")

def test_by_fixture(editor): ...
"""


@pytest.mark.usefixtures("ci")
def test_a_skip_fails_in_ci(suite: pytest.Pytester) -> None:
    suite.makepyfile(SKIPPED)
    result = suite.runpytest_inprocess()
    # A fixture that skips fails in the set-up phase, which pytest counts as an error.
    result.assert_outcomes(failed=1, errors=2)
    result.stdout.fnmatch_lines(["*test_called was skipped, and CI skips no test*"])


@pytest.mark.usefixtures("ci")
def test_a_module_skipped_whole_fails_in_ci(suite: pytest.Pytester) -> None:
    suite.makepyfile("import pytest\npytest.importorskip('no_such_module_anywhere')\n")
    result = suite.runpytest_inprocess()
    result.assert_outcomes(errors=1)
    assert result.ret != 0


@pytest.mark.usefixtures("ci")
def test_platform_with_a_reason_may_be_skipped_in_ci(suite: pytest.Pytester) -> None:
    suite.makepyfile(
        """
        import pytest

        @pytest.mark.platform("needs Linux")
        @pytest.mark.skip(reason="not Linux")
        def test_elsewhere(): ...
        """
    )
    suite.runpytest_inprocess().assert_outcomes(skipped=1)


@pytest.mark.usefixtures("ci")
def test_platform_needs_a_reason(suite: pytest.Pytester) -> None:
    suite.makepyfile(
        """
        import pytest

        @pytest.mark.platform
        @pytest.mark.skip(reason="not Linux")
        def test_elsewhere(): ...
        """
    )
    suite.runpytest_inprocess().assert_outcomes(errors=1)


@pytest.mark.usefixtures("ci")
def test_an_expected_failure_is_no_skip(suite: pytest.Pytester) -> None:
    suite.makepyfile(
        """
        import pytest

        @pytest.mark.xfail(reason="known")
        def test_known():
            assert False
        """
    )
    suite.runpytest_inprocess().assert_outcomes(xfailed=1)


def test_at_home_a_skip_is_a_skip(suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    suite.makepyfile(SKIPPED)
    suite.runpytest_inprocess().assert_outcomes(skipped=3)
