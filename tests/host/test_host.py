from __future__ import annotations

import io
import sys
from collections.abc import Callable

import pytest

from pmlint import __version__
from pmlint.host.host import Host
from pmlint.host.problem import Problem, told

Install = Callable[..., None]
Load = Callable[..., Host]

GOOD = """
@hookimpl
def pmlint_rules():
    return [rule("good/one"), rule("good/two")]
"""


def faults(host: Host) -> list[tuple[str, str, str]]:
    return [(problem.package, problem.rule, problem.message) for problem in host.problems]


def test_a_good_plugin_is_loaded_with_its_package_and_version(install: Install, load: Load) -> None:
    install("good", GOOD)
    host = load()
    assert host.problems == []
    assert list(host.rules) == ["good/one", "good/two"]
    registered = host.rules["good/one"]
    assert registered[1:] == ("good", "pmlint-good", "1.2")
    assert [tuple(info) for info in host.plugins] == [("good", "pmlint-good", "1.2", "loaded", "")]


def test_an_entry_point_may_name_an_object_in_a_module(install: Install, load: Load) -> None:
    code = """
    class Holder:
        class plugin:
            @staticmethod
            @hookimpl
            def pmlint_rules():
                return [rule("obj/one")]
    """
    install("obj", code, target="pmlint_obj_module:Holder.plugin")
    host = load()
    assert list(host.rules) == ["obj/one"], faults(host)


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("raise RuntimeError('no luck')", "cannot be loaded: RuntimeError: no luck"),
        ("import sys; sys.exit(3)", "cannot be loaded: SystemExit: 3"),
        ("def broken(:", "cannot be loaded: SyntaxError"),
        ("import does_not_exist_at_all", "cannot be loaded: ModuleNotFoundError"),
        (
            "@hookimpl\ndef pmlint_rulez(): return []",
            'there is no hook "pmlint_rulez"; did you mean "pmlint_rules"?',
        ),
        ("@hookimpl\ndef pmlint_x(): return []", 'there is no hook "pmlint_x"'),
        ("@hookimpl\ndef pmlint_rules(config): return []", "config"),
        ("def pmlint_rules(): return []", "pmlint_rules is not marked with @hookimpl"),
        ("x = 1", "it has no hook"),
        (
            "pmlint_api = 2\n@hookimpl\ndef pmlint_rules(): return []",
            f"version 2 of the plugin API, and pmlint {__version__} has version 1: update pmlint",
        ),
        ("pmlint_api = '1'\n@hookimpl\ndef pmlint_rules(): return []", "not a whole number"),
        ("@hookimpl\ndef pmlint_rules(): raise KeyError('x')", "pmlint_rules: KeyError: 'x'"),
        ("@hookimpl\ndef pmlint_rules(): return 7", "pmlint_rules: TypeError: returned 7"),
        ("@hookimpl\ndef pmlint_rules(): return 'rules'", "returned 'rules', not a list"),
        ("@hookimpl\ndef pmlint_rules(): return [3]", "3, which is no Rule"),
        ("@hookimpl\ndef pmlint_words(): return ['a']", "not a mapping of class to words"),
        ("@hookimpl\ndef pmlint_words(): return {'a': 'word'}", "'word', not a list"),
        ("@hookimpl\ndef pmlint_words(): return {'a': [1]}", '"a" holds 1, which is no word'),
        ("@hookimpl\ndef pmlint_words(): return {1: []}", "the class 1, not a string"),
        ("@hookimpl\ndef pmlint_kinds(): return [1]", "1, which is no kind"),
        ("@hookimpl\ndef pmlint_formats(): return [1]", "1, which is no format"),
        ("@hookimpl\ndef pmlint_reports(): return [1]", "1, which is no report format"),
    ],
)
def test_a_bad_plugin_is_named_and_the_others_work(
    install: Install, load: Load, code: str, fault: str
) -> None:
    install("aaa", GOOD.replace("good/", "aaa/"))
    install("bad", code, version="0.3")
    install("good", GOOD)
    host = load()
    assert list(host.rules) == ["aaa/one", "aaa/two", "good/one", "good/two"]
    (problem,) = host.problems
    assert fault in problem.message
    assert (problem.plugin, problem.package, problem.version) == ("bad", "pmlint-bad", "0.3")
    states = {info.name: info.state for info in host.plugins}
    assert states == {"aaa": "loaded", "bad": "failed", "good": "loaded"}
    assert next(info for info in host.plugins if info.name == "bad").error == problem.message


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("rule('one')", 'must start with "some/"'),
        ("rule('other/one')", 'must start with "some/"'),
        ("rule('some/One')", "kebab case"),
        ("rule('some/a_b')", "kebab case"),
        ("rule('some/')", "kebab case"),
        ("rule(3)", "name is 3, not a string"),
        ("rule('some/x', unit='word')", 'unit is \'word\'; it may be "line", "opening"'),
        ("rule('some/x', severity='fatal')", "severity is 'fatal'"),
        ("rule('some/x', state='new')", "state is 'new'"),
        ("rule('some/x', profile='mild')", "profile is 'mild'"),
        ("rule('some/x', moment=[])", "moment is []"),
        ("rule('some/x', category='style')", "category is 'style'"),
        ("rule('some/x', kinds=frozenset({'poem'}))", "'poem', which is no document kind"),
        ("rule('some/x', kinds='resume')", "kinds is 'resume', not a frozenset"),
        ("rule('some/x', page='')", "page is empty"),
        ("rule('some/x', message=None)", "message is None, not a string"),
        ("rule('some/x', check=None)", "check is None, which cannot be called"),
        ("rule('some/x', rank='first')", "rank is 'first'"),
        ("rule('some/x', reach=-1)", "reach is -1"),
        ("rule('some/x', unit='section', reach=1)", "reach is for line rules"),
        ("rule('some/x', aliases=('old',))", "alias 'old'"),
        ("rule('some/x', options=('a',))", "'a', which is no Option"),
        ("rule('some/x', options=(Option('Big', 1, ''),))", "option name 'Big'"),
        ("rule('some/x', options=(Option('kinds', 1, ''),))", "option name 'kinds'"),
        ("rule('some/x', options=(Option('a', 1, ''), Option('a', 2, '')))", "there twice"),
        ("rule('some/x', options=(Option('a', None, ''),))", 'default of option "a" is None'),
        ("rule('some/x', metadata={'density': 0})", 'metadata "density" is 0'),
        ("rule('some/x', unit='document', metadata={'density': 2})", "density"),
        ("rule('some/good')", "there is a rule of this name already"),
    ],
)
def test_a_bad_rule_is_left_out_and_the_rest_of_the_plugin_stays(
    install: Install, load: Load, rule: str, fault: str
) -> None:
    code = f"@hookimpl\ndef pmlint_rules(): return [rule('some/good'), {rule}, rule('some/last')]"
    install("some", code)
    host = load()
    assert list(host.rules) == ["some/good", "some/last"]
    (problem,) = host.problems
    assert fault in problem.message, problem.message
    assert str(problem).startswith("plugin some (pmlint-some 1.2)")
    assert [info.state for info in host.plugins] == ["partly"]


def test_an_alias_cannot_mean_two_rules(install: Install, load: Load) -> None:
    install(
        "some",
        """
        @hookimpl
        def pmlint_rules():
            return [rule("some/a", aliases=("some/b", "some/old")),
                    rule("some/b"), rule("some/c", aliases=("some/old",))]
        """,
    )
    host = load()
    assert [(problem.rule, problem.message) for problem in host.problems] == [
        ("some/a", 'its alias "some/b" already means the rule some/b'),
        ("some/c", 'its alias "some/old" already means the rule some/a'),
    ]


def test_two_packages_cannot_share_a_plugin_name(install: Install, load: Load) -> None:
    install("twin", GOOD.replace("good/", "twin/"), package="pmlint-first")
    install("twin", GOOD.replace("good/", "twin/"), package="pmlint-second")
    host = load()
    assert faults(host) == [
        ("pmlint-second", "", 'package pmlint-first 1.2 has a plugin "twin" too')
    ]
    assert {registered.package for registered in host.rules.values()} == {"pmlint-first"}


@pytest.mark.parametrize("name", ["pmlint", "Acme", "a.b", "a/b"])
def test_a_plugin_name_must_fit_before_the_slash(install: Install, load: Load, name: str) -> None:
    install(name, GOOD, package="pmlint-odd")
    host = load()
    assert "is no name for a plugin" in faults(host)[0][2]
    assert not host.rules


def test_a_plugin_is_disabled_by_plugin_or_package_name_and_not_imported(
    install: Install, load: Load
) -> None:
    install("bomb", "raise RuntimeError('imported')")
    install("good", GOOD)
    for name in ("bomb", "pmlint-bomb"):
        host = load(name)
        assert host.problems == []
        assert {info.name: info.state for info in host.plugins} == {
            "bomb": "disabled",
            "good": "loaded",
        }


def test_printing_while_loading_does_not_reach_standard_output(
    install: Install, load: Load, capsys: pytest.CaptureFixture[str]
) -> None:
    install(
        "loud",
        """
        import sys
        print("at import")
        sys.stdout.writelines(["and ", "lines\\n"])
        @hookimpl
        def pmlint_rules():
            print("in the hook")
            sys.stdout.flush()
            sys.stdout.close()
            return [rule("loud/one")]
        """,
    )
    host = load()
    print("after")
    said = capsys.readouterr()
    assert said.out == "after\n"
    assert said.err == "at import\nand lines\nin the hook\n"
    assert list(host.rules) == ["loud/one"]


def test_a_closed_standard_error_does_no_harm(
    install: Install, load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stderr", closed)
    install("loud", "print('x')\n" + GOOD.replace("good/", "loud/"))
    assert load().problems == []


def test_ctrl_c_is_the_user_and_not_a_fault(install: Install, load: Load) -> None:
    install("slow", "raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        load()


def test_an_endless_hook_ends(install: Install, load: Load) -> None:
    install(
        "endless",
        """
        import itertools
        @hookimpl
        def pmlint_rules():
            return (rule("endless/one") for _ in itertools.count())
        """,
    )
    host = load()
    assert faults(host) == [
        ("pmlint-endless", "", "pmlint_rules: ValueError: returned more than 100,000 things")
    ]
    assert host.rules == {}


def test_words_kinds_formats_and_reports_are_taken_in(install: Install, load: Load) -> None:
    install(
        "wide",
        """
        class Thing:
            def __init__(self, **fields):
                self.__dict__.update(fields)
            def ends(self, text, start): ...
            def resume(self, text, start): ...
            def blocks(self, chunk): ...
            def file(self, checked, look): ...
            def head(self): ...
            def tail(self, totals, look): ...

        @hookimpl
        def pmlint_words(): return {"praise": (word for word in ["splendid"])}
        @hookimpl
        def pmlint_kinds(): return [Thing(name="letter", title="Letter", description="A letter.")]
        @hookimpl
        def pmlint_formats():
            return [
                Thing(name="org", extensions=(".org", ".tar.org"), languages=("org",), comment="# {}", kind=""),
                Thing(name="org-two", extensions=(".org",), languages=(), comment="", kind=""),
                Thing(name="bad", extensions=("x",), languages=(), comment="", kind=""),
            ]
        @hookimpl
        def pmlint_reports(): return [Thing(name="table")]
        @hookimpl
        def pmlint_rules(): return [rule("wide/letters", kinds=frozenset({"letter"}))]
        """,
    )
    host = load()
    assert [(words.plugin, words.classes) for words in host.words] == [
        ("wide", {"praise": ("splendid",)})
    ]
    assert list(host.kinds) == ["letter"]
    assert list(host.reports) == ["table"]
    assert list(host.rules) == ["wide/letters"]
    assert [message for _, _, message in faults(host)] == [
        'format "org-two": .org is read by "org" already',
        'format "bad": "x" is not like ".md"',
    ]
    assert host.format_for("notes/A.ORG") is host.formats["org"]
    assert host.format_for("a.txt", language="org") is host.formats["org"]
    assert host.format_for("a.txt") is None


def test_problems_are_told_on_one_line_whatever_they_hold() -> None:
    class UnprintableError(Exception):
        def __str__(self) -> str:
            raise ValueError

    assert told(UnprintableError()) == "UnprintableError: (it cannot be printed)"
    assert told(ValueError("a\nb")) == "ValueError: a b"
    assert len(told(ValueError("x" * 10_000))) < 400
    built_in = Problem("pmlint", "pmlint", "1.0", "some-rule", "a.md", "raised")
    assert str(built_in) == "pmlint 1.0, rule some-rule: raised"
