"""Clean notebooks, exported modules and the package agree."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "newsresearch"
WRITTEN_BY_HAND = {"__init__.py", "_modidx.py"}


def files(root: Path) -> dict[str, str]:
    found = [*root.glob("nbs/**/*.ipynb"), *root.glob("newsresearch/*.py")]
    return {str(path.relative_to(root)): path.read_text() for path in found if ".ipynb_checkpoints" not in path.parts}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory) -> Path:
    """A copy of the notebooks, cleaned and exported anew."""
    copy = tmp_path_factory.mktemp("fresh")
    shutil.copytree(ROOT / "nbs", copy / "nbs", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    shutil.copy(ROOT / "settings.ini", copy)
    (copy / "newsresearch").mkdir()
    shutil.copy(PACKAGE / "__init__.py", copy / "newsresearch")
    scripts = Path(sys.executable).parent
    for command in ("nbdev_clean", "nbdev_export"):
        subprocess.run([scripts / command], cwd=copy, check=True, capture_output=True)
    return copy


def test_cleaning_and_exporting_change_nothing(fresh):
    here, there = files(ROOT), files(fresh)
    assert sorted(here) == sorted(there)
    assert [name for name in here if here[name] != there[name]] == []


def test_every_module_comes_from_a_notebook_that_exists():
    for module in PACKAGE.glob("*.py"):
        if module.name not in WRITTEN_BY_HAND:
            source = re.search(r"File to edit: \.\./(nbs/\S+\.ipynb)", module.read_text())
            assert source, f"{module.name} names no notebook"
            assert (ROOT / source[1]).exists(), f"{module.name} comes from {source[1]}, which is gone"


def test_imports_run_from_higher_numbers_to_lower_ones():
    order = {}
    for notebook in sorted((ROOT / "nbs").glob("[0-9]*.ipynb")):
        exported = re.search(r"#\| default_exp (\w+)", notebook.read_text())
        assert exported, f"{notebook.name} exports no module"
        order[exported[1]] = notebook.name
    for module, notebook in order.items():
        imported = re.findall(r"^\s*from (?:newsresearch)?\.(\w+) import", (PACKAGE / f"{module}.py").read_text(), re.MULTILINE)
        upward = [name for name in imported if order[name] >= notebook]
        assert upward == [], f"{notebook} imports from {upward}"


def test_links_lead_to_files_that_exist():
    documents = [*(p for p in (ROOT / "nbs").glob("**/*.ipynb") if ".ipynb_checkpoints" not in p.parts), ROOT / "README.md"]
    targets = [(path, link) for path in documents for link in re.findall(r"\]\(([\w./-]+\.(?:ipynb|md))\)", path.read_text())]
    assert len(targets) > 20
    assert [f"{path.name}: {link}" for path, link in targets if not (path.parent / link).exists()] == []
