from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pmlint.host.discover import Entry, discover


def put(folder: Path, metadata: str, points: str, identity: str = "") -> Path:
    made = folder / metadata
    made.mkdir(parents=True)
    (made / "entry_points.txt").write_text(points, encoding="utf-8")
    if identity:
        name = "PKG-INFO" if metadata.endswith(".egg-info") else "METADATA"
        (made / name).write_text(identity, encoding="utf-8")
    return made


def test_reads_name_target_package_and_version(tmp_path: Path) -> None:
    made = put(
        tmp_path,
        "pmlint_acme-1.0.dist-info",
        "[pmlint]\nacme = acme.rules:plugin [extra]\n; a comment\n# another\n",
        "Name: PMLint.Acme\nVersion: 1.0.post1\n\nName: body\n",
    )
    entry = Entry("acme", "acme.rules:plugin", "PMLint.Acme", "1.0.post1", str(made))
    assert discover([str(tmp_path)]) == [entry]


def test_other_groups_are_no_plugins(tmp_path: Path) -> None:
    put(tmp_path, "a-1.dist-info", "[pytest11]\npmlint = a\n[console_scripts]\nb = c:d\n")
    put(tmp_path, "b-1.dist-info", "[pmlint.other]\nb = b\n")
    assert discover([str(tmp_path)]) == []


def test_only_lines_of_the_section_count(tmp_path: Path) -> None:
    put(tmp_path, "a-1.dist-info", "[x]\nno = no\n[pmlint]\nb=b_module\na = a_module\n[y]\nc = c\n")
    assert [(entry.name, entry.target) for entry in discover([str(tmp_path)])] == [
        ("a", "a_module"),
        ("b", "b_module"),
    ]


def test_egg_info_and_a_folder_name_without_metadata(tmp_path: Path) -> None:
    put(tmp_path, "old.egg-info", "[pmlint]\nold = old\n", "Name: old\nVersion: 0.9\n")
    put(tmp_path, "bare_thing-2.5.dist-info", "[pmlint]\nbare = bare\n")
    found = [(entry.package, entry.version) for entry in discover([str(tmp_path)])]
    assert found == [("bare_thing", "2.5"), ("old", "0.9")]


def test_the_first_folder_of_the_path_that_has_a_package_counts(tmp_path: Path) -> None:
    put(tmp_path / "one", "acme-2.dist-info", "[pmlint]\nacme = new\n")
    put(tmp_path / "two", "Acme-1.dist-info", "[pmlint]\nacme = old\n")
    found = discover([str(tmp_path / "one"), str(tmp_path / "two"), str(tmp_path / "one")])
    assert [entry.target for entry in found] == ["new"]


def test_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "file.dist-info").write_text("no folder", encoding="utf-8")
    (tmp_path / "empty-1.dist-info").mkdir()
    (tmp_path / "latin-1.dist-info").mkdir()
    (tmp_path / "latin-1.dist-info" / "entry_points.txt").write_bytes(b"[pmlint]\n\xe9 = m\n")
    paths = [str(tmp_path), str(tmp_path / "missing"), str(tmp_path / "file.dist-info")]
    assert [entry.target for entry in discover(paths)] == ["m"]


def test_neither_imports_nor_needs_importlib_metadata(tmp_path: Path) -> None:
    put(tmp_path, "acme-1.dist-info", "[pmlint]\nacme = acme_not_there\n")
    code = (
        "import sys\n"
        "from pmlint.host.discover import discover\n"
        f"assert discover([{str(tmp_path)!r}])[0].name == 'acme'\n"
        "assert 'importlib.metadata' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
