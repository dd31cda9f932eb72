"""What is shipped: the wheel holds everything that pmlint needs, and nothing else."""

from __future__ import annotations

import email
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import pmlint

REPOSITORY = Path(__file__).parent.parent.parent
PACKAGE = REPOSITORY / "pmlint"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    ours = {
        path.relative_to(REPOSITORY).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert packed == ours
    assert "pmlint/py.typed" in packed
    assert [name for name in packed if name.startswith("pmlint/language/data/")]


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = [one for one in archive.namelist() if one.endswith(".dist-info/METADATA")]
    metadata = email.message_from_bytes(archive.read(name))
    assert metadata["Version"] == pmlint.__version__
    assert metadata["License-Expression"] == "MIT"
    assert not [one for one in metadata.get_all("Requires-Dist", []) if "pytest" in one]
    folder = name.rpartition("/")[0]
    assert b"pmlint = pmlint.cli.main:run" in archive.read(f"{folder}/entry_points.txt")
    assert archive.read(f"{folder}/licenses/LICENSE") == (REPOSITORY / "LICENSE").read_bytes()


def test_the_wheel_runs(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(home)
    draft = tmp_path / "resume.md"
    draft.write_text("## Experience\n\n- Reduced p95 latency by 62%.\n", encoding="utf-8")

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(home)},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode in (0, 1), done.stderr
        return done.stdout

    assert Path(run("-c", "import pmlint; print(pmlint.__file__)").strip()).is_relative_to(home)
    assert "missing-because" in run("-m", "pmlint", "check", "--kind", "resume", "resume.md")


def test_the_version_stands_in_one_place() -> None:
    said = [
        path.relative_to(REPOSITORY).as_posix()
        for path in [*PACKAGE.rglob("*.py"), REPOSITORY / "pyproject.toml"]
        if re.search(
            r"^\s*(__)?version(__)?\s*=\s*[\"']", path.read_text(encoding="utf-8"), re.MULTILINE
        )
    ]
    assert said == ["pmlint/__init__.py"]


def test_the_changelog_knows_the_version() -> None:
    changelog = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[?([^\]\s]+)", changelog, re.MULTILINE)
    assert pmlint.__version__ in headings
