"""What a command prints of content that is broken in part."""

import shutil
from pathlib import Path

import pytest

from hearts_tui.cli.assets import content_folder
from hearts_tui.cli.output import Form, Output
from hearts_tui.cli.printing import print_item, print_list
from hearts_tui.cli.session import open_session
from hearts_tui.domain.address import Section
from hearts_tui.domain.query import Query


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Content whose theories can't be read."""
    folder = tmp_path / "content"
    shutil.copytree(content_folder(), folder)
    (folder / "theories.toml").write_text("[[theory]]\nid = \n")
    return folder


def test_the_fault_is_told_and_the_rest_is_printed(
    content: Path, config: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    environ = {"HEARTS_CONFIG_DIR": str(config), "HEARTS_NOW": "2026-11-25T12:00:00Z"}
    output = Output.standard(Form.PLAIN, environ)
    # News alone don't need theories; the page of one leads to some of them.
    assert print_list(open_session(environ, content), output, Section.NEWS, Query()) == 0
    assert capfd.readouterr().err == ""
    session = open_session(environ, content)
    code = print_item(session, output, Section.NEWS, "film-four-years", reveals=False)
    told = capfd.readouterr()
    assert code == 1
    assert told.err.startswith("hearts: Left out: theories.toml: not valid TOML")
    assert told.err.count("\n") == 1
    assert told.out.startswith("Four years of Purple Hearts\n")
    assert print_list(open_session(environ, content), output, Section.THEORIES, Query()) == 1
    assert capfd.readouterr().out == "Theories\nNothing here matches.\n"
