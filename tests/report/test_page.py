"""Rule pages on a terminal."""

from __future__ import annotations

from pmlint.report.page import page
from pmlint.report.terminal import Paint

MARKDOWN = """\
# some-rule

Flags a *bare result*, or `some_code`, with **no
reason** in it; see [the guide](https://example.invalid/guide) for the longer story of it.

## Weak

- Cut latency by 40%.
  It goes on here.
- Another.
  1. Nested.

```text
raw  *code*

more
```
After snake_case_words and 2 * 3 * 4.
"""


def test_a_page_without_color() -> None:
    assert page(MARKDOWN, Paint(False), 60) == (
        "some-rule\n"
        "\n"
        "Flags a bare result, or `some_code`, with no reason in\n"
        "it; see the guide (https://example.invalid/guide) for the\n"
        "longer story of it.\n"
        "\n"
        "Weak\n"
        "\n"
        "  - Cut latency by 40%. It goes on here.\n"
        "  - Another.\n"
        "    1. Nested.\n"
        "\n"
        "    raw  *code*\n"
        "\n"
        "    more\n"
        "After snake_case_words and 2 * 3 * 4.\n"
    )


def test_color_ends_with_its_row() -> None:
    colored = page("Has **a long bold part that is wrapped** in it.\n", Paint(True), 24)
    rows = colored.rstrip("\n").split("\n")
    assert len(rows) == 2
    assert all(row.count("\x1b[1m") == row.count("\x1b[0m") for row in rows)


def test_an_unclosed_fence_is_code_to_the_end() -> None:
    assert page("```\na\nb", Paint(False), 60) == "    a\n    b\n"
