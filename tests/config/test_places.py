"""Where keys and values stand, against what tomllib reads."""

from __future__ import annotations

import string
import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pmlint.config.places import Path, entries, find

SAMPLE = """\
# comment with [brackets] = "and" quotes
profile = "strict" # profile
"quoted key" = 'a # b'
"k\\u00e9y" = 1
dotted . "in.ner" = [1, [2, "x,]"], { a = 1, b.c = [3] },
  # a comment, inside
  'last',
]
multi = \"\"\"
[not.a.table]
x = "1" \\\\
\"\"\"\"
literal = '''
''y = 2'''
date = 1979-05-27 07:32:00Z
[rules]
a = "off"
[rules.b-c]   # header
severity = "error"
[rules."x/y"]
kinds = ["resume",
 "story"]
[[per-path]]
paths = ["a"]
[[per-path]]
paths = ["b"]
inline = {x={y=1}}
[per-path.sub]
deep = true
[words]
"""


def at(path: Path, part: str = "key") -> str:
    """The text that follows the place, up to the next blank."""
    offset = find(SAMPLE, path, part)  # type: ignore[arg-type]
    assert offset is not None
    return SAMPLE[offset:].split("\n")[0]


def test_keys_and_values_of_every_shape() -> None:
    assert at(("profile",)).startswith("profile =")
    assert at(("profile",), "value") == '"strict" # profile'
    assert at(("quoted key",)).startswith('"quoted key"')
    assert at(("kéy",), "value") == "1"
    assert at(("dotted", "in.ner")).startswith('"in.ner" =')
    assert at(("dotted", "in.ner", 1, 1)).startswith('"x,]"]')
    assert at(("dotted", "in.ner", 2, "b", "c", 0)).startswith("3]")
    assert at(("dotted", "in.ner", 3)) == "'last',"
    assert at(("date",), "value") == "1979-05-27 07:32:00Z"


def test_tables_and_arrays_of_tables() -> None:
    assert at(("rules",)) == "rules]"
    assert at(("rules", "b-c")) == "b-c]   # header"
    assert at(("rules", "b-c", "severity"), "value") == '"error"'
    assert at(("rules", "x/y")) == '"x/y"]'
    assert at(("rules", "x/y", "kinds", 1)) == '"story"]'
    assert at(("per-path", 1, "paths", 0)) == '"b"]'
    assert at(("per-path", 1, "inline", "x", "y")) == "y=1}}"
    assert at(("per-path", 1, "sub", "deep"), "value") == "true"
    assert find(SAMPLE, ("per-path", 0)) == SAMPLE.index("per-path")
    assert find(SAMPLE, ("nowhere",)) is None


def test_every_key_that_tomllib_sees_has_a_place_and_no_other() -> None:
    assert {entry.path for entry in entries(SAMPLE)} == set(paths(tomllib.loads(SAMPLE)))


def test_carriage_returns_do_not_matter() -> None:
    text = SAMPLE.replace("\n", "\r\n")
    assert {entry.path for entry in entries(text)} == set(paths(tomllib.loads(text)))
    assert text[find(text, ("rules", "a"), "value") or 0 :].startswith('"off"')


def paths(value: Any, path: Path = ()) -> list[Path]:
    found = [path] if path else []
    if isinstance(value, (dict, list)):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            found += paths(item, (*path, key))
    return found


KEYS = st.text(string.ascii_letters + "-_ .é\"'#]=[\\\n🙂", max_size=4)
SCALARS = st.one_of(
    st.booleans(),
    st.integers(-5, 10**6),
    st.text(string.ascii_letters + "\"'#]},=\\\n🙂", max_size=6),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
TABLES = st.dictionaries(KEYS, VALUES, max_size=4)


def quoted(text: str) -> str:
    return '"' + "".join(f"\\U{ord(char):08x}" if char in '"\\\n' else char for char in text) + '"'


def inline(value: Any, gap: str) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list):
        return "[" + ",".join(f"{gap}{inline(item, gap)}" for item in value) + gap + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(k)} = {inline(v, gap)}" for k, v in value.items()) + "}"
    return str(value)


@given(st.dictionaries(KEYS, TABLES, max_size=4), st.sampled_from([" ", "\n", " # ] }\n"]))
def test_any_toml(tables: dict[str, dict[str, Any]], gap: str) -> None:
    text = ""
    for name, table in tables.items():
        text += f"[ {quoted(name)} ] # x\n"
        for key, value in table.items():
            text += f"{quoted(key)} = {inline(value, gap)}\n"
    assert tomllib.loads(text) == tables
    assert {entry.path for entry in entries(text)} == set(paths(tables))
    for entry in entries(text):
        if isinstance(entry.path[-1], str):
            assert text[entry.key :].startswith(quoted(entry.path[-1]))
