"""The pages of docs/reference say what the tables of hearts say now."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(page.name for page in (DOCS / "reference").iterdir())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reference")
    script = [sys.executable, str(DOCS / "make_reference.py"), str(folder)]
    subprocess.run(script, check=True, env={**os.environ, "HOME": "/home/fan"})
    return folder


def test_all_pages_are_made(made: Path) -> None:
    assert sorted(page.name for page in made.iterdir()) == PAGES


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_it_would_be_made_now(made: Path, name: str) -> None:
    assert (DOCS / "reference" / name).read_text() == (made / name).read_text(), (
        "python docs/make_reference.py makes it anew"
    )
