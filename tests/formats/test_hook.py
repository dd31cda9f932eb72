"""The built-in formats come through the hook that plugins use."""

from __future__ import annotations

from pluggy import PluginManager

import pmlint.formats
from pmlint.api import hooks


def test_the_built_in_formats() -> None:
    manager = PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    manager.register(pmlint.formats)
    manager.check_pending()
    formats = [each for offer in manager.hook.pmlint_formats() for each in offer]
    assert {each.name: each.extensions[0] for each in formats} == {
        "markdown": ".md",
        "plain": ".txt",
    }
    for each in formats:
        assert each.comment.format("pmlint: x") == "<!-- pmlint: x -->"
        (comment,) = each.blocks(each.comment.format("pmlint: x"))
        assert comment.type == "comment"
