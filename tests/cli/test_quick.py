"""What answers without a parser of options says what the parser would have said."""

import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from hearts_tui.cli.clock import SystemZone
from hearts_tui.cli.quick import quick_answer
from hearts_tui.domain.dates import midnight
from tests.cli.running import environ, run

PARSED = """
import sys
from hearts_tui.cli.options import parse_and_run
sys.argv = ["hearts", *sys.argv[1:]]
sys.exit(parse_and_run())
"""


@pytest.mark.parametrize(
    ("arguments", "more"),
    [
        (["--version"], {}),
        (["countdown", "--short"], {}),
        (["countdown", "--short"], {"TZ": "Pacific/Kiritimati", "HEARTS_NOW": "2027-07-28T11:00Z"}),
        (["countdown", "--short"], {"HEARTS_NOW": "soon"}),
        (["countdown", "--short"], {"LANG": "C"}),
    ],
)
def test_a_quick_answer_is_that_of_the_parser(
    config: Path, arguments: list[str], more: dict[str, str]
) -> None:
    assert quick_answer(arguments) is not None
    quick = run(config, *arguments, **more)
    parsed = subprocess.run(
        [sys.executable, "-c", PARSED, *arguments],
        env=environ(config, **more),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (quick.returncode, quick.stdout, quick.stderr) == (
        parsed.returncode,
        parsed.stdout,
        parsed.stderr,
    )
    assert quick.stdout or quick.returncode == 2


def test_a_quick_answer_imports_nothing_that_it_does_not_need(config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('format = 1\nseen_film = "yes"\n')
    code = (
        "import sys; sys.argv = ['hearts', *sys.argv[1:]]\n"
        "from hearts_tui.cli.main import main\n"
        "try:\n"
        "    main()\n"
        "finally:\n"
        "    heavy = {'click', 'rich', 'textual', 'tomlkit', 'tzlocal', 'tokenize'}\n"
        "    heavy |= {'hearts_tui.domain.storage', 'hearts_tui.store.toml_file'}\n"
        "    heavy &= {*sys.modules}\n"
        "    print(*heavy, file=sys.stderr, end='')"
    )
    for arguments in (["--version"], ["countdown", "--short"]):
        command = [sys.executable, "-c", code, *arguments]
        done = subprocess.run(
            command, env=environ(config), capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout


@pytest.mark.parametrize(
    "name",
    [
        "UTC",
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Pacific/Kiritimati",
        "Pacific/Niue",
        "Australia/Lord_Howe",
        "America/St_Johns",
    ],
)
def test_the_system_s_zone_counts_days_as_its_rules_do(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", name)
    time.tzset()
    system, rules = SystemZone(), ZoneInfo(name)
    moment = datetime(2026, 1, 1, 0, 30, tzinfo=UTC)
    for hours in range(0, 2 * 366 * 24, 7):
        now = moment + timedelta(hours=hours)
        assert now.astimezone(system).replace(tzinfo=None) == now.astimezone(rules).replace(
            tzinfo=None
        )
    for days in range(2 * 366):
        day = date(2026, 1, 1) + timedelta(days=days)
        assert midnight(day, system).astimezone(UTC) == midnight(day, rules).astimezone(UTC)
