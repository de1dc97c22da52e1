"""The calendar, read back by the library and by two real calendar programs."""

import os
import subprocess
from datetime import date
from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner

from hearts_tui.cli.options import hearts
from hearts_tui.cli.workspace import Workspace
from tests.cli.running import HEARTS, environ, run

OWN = """\
[dates.party]
name = "Watch; party, 1"
day = 2027-02-14

[dates.leap]
name = "Leap day"
day = 2024-02-29
yearly = true
"""


def events_of(text: str) -> dict[str, icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(text)
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


@pytest.fixture
def with_dates(config: Path) -> Path:
    config.mkdir()
    (config / "settings.toml").write_text(OWN)
    return config


def test_it_holds_whole_days_known_to_the_day(with_dates: Path) -> None:
    done = run(with_dates, "calendar")
    assert done.returncode == 0
    events = events_of(done.stdout)
    assert len(events) == 20
    for event in events.values():
        assert type(event["dtstart"].dt) is date
        assert (event["dtend"].dt - event["dtstart"].dt).days == 1
    film = events["film-anniversary@hearts-tui"]
    assert film["dtstart"].dt == date(2023, 7, 29)
    assert film["rrule"].to_ical() == b"FREQ=YEARLY"
    release = events["film-release@hearts-tui"]
    assert release["dtstart"].dt == date(2022, 7, 29)
    assert "rrule" not in release
    assert "✓ confirmed" in release["description"]


def test_a_rumor_says_that_it_is_one(config: Path) -> None:
    rumor = events_of(run(config, "calendar").stdout)["sequel-date@hearts-tui"]
    assert rumor["summary"] == "~ rumor: Rumored date for a sequel"
    assert rumor["status"] == "TENTATIVE"


def test_what_has_no_day_is_left_out_and_told(config: Path) -> None:
    done = run(config, "calendar")
    assert done.stderr.startswith(
        "hearts: left out, for want of a day: The cameras roll (Aug 2021)"
    )
    assert "Rumored: summer 2026 (summer 2026)" in done.stderr
    assert done.stderr.count("\n") == 1
    assert "shoot-starts" not in done.stdout
    assert not config.exists()


def test_ones_own_dates_and_the_noted_one_are_in_it(with_dates: Path) -> None:
    with (with_dates / "settings.toml").open("a") as settings:
        settings.write('\n[sequel]\noutcome = "new date"\nday = 2027-03-01\n')
    events = events_of(run(with_dates, "calendar").stdout)
    party, leap = events["own-party@hearts-tui"], events["own-leap@hearts-tui"]
    assert (party["summary"], party["dtstart"].dt) == ("Watch; party, 1", date(2027, 2, 14))
    assert "rrule" not in party
    assert leap["rrule"].to_ical() == b"FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2"
    assert events["sequel-note@hearts-tui"]["dtstart"].dt == date(2027, 3, 1)


def test_entries_keep_their_names_from_day_to_day(with_dates: Path) -> None:
    one, other = (
        run(with_dates, "calendar", HEARTS_NOW=now).stdout.splitlines()
        for now in ("2026-01-01T00:00:00Z", "2031-12-31T00:00:00Z")
    )
    assert [a for a, b in zip(one, other, strict=True) if a != b] == [
        "DTSTAMP:20260101T000000Z"
    ] * 20


def test_a_file_is_written_and_written_anew(config: Path, tmp_path: Path) -> None:
    file = tmp_path / "hearts.ics"
    file.touch()
    for _ in range(2):
        done = run(config, "calendar", str(file))
        assert (done.returncode, done.stdout) == (0, "18 dates are in ~/hearts.ics.\n")
        assert file.read_bytes() == run(config, "calendar").stdout.encode().replace(b"\n", b"\r\n")


def test_a_dash_is_standard_output(config: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [HEARTS, "calendar", "-"],
        cwd=tmp_path,
        env=environ(config),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == run(config, "calendar").stdout
    assert [*tmp_path.iterdir()] == []


def test_what_is_no_calendar_is_not_written_over(config: Path, tmp_path: Path) -> None:
    letter, pipe = tmp_path / "letter", tmp_path / "pipe"
    letter.write_text("Dear Cassie")
    os.mkfifo(pipe)
    told = {
        letter: f"{letter} was not written: there's something else in it.",
        pipe: f"{pipe} was not written: it is a named pipe, not a file.",
        tmp_path
        / "none/x.ics": f"{tmp_path}/none/x.ics was not written (No such file or directory).",
    }
    for path, sentence in told.items():
        done = run(config, "calendar", str(path))
        assert done.returncode == 1
        assert done.stderr.startswith(f"hearts: {sentence}")
    assert letter.read_text() == "Dear Cassie"
    assert run(config, "calendar", str(tmp_path)).returncode == 2


def test_settings_that_cannot_be_read_are_told_of_and_the_rest_is_written(config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text("[dates\n")
    done = run(config, "calendar")
    assert done.returncode == 1
    assert done.stderr.startswith("hearts: settings.toml can't be read (")
    assert len(events_of(done.stdout)) == 18
    assert (config / "settings.toml").read_text() == "[dates\n"


def test_a_hidden_title_stays_hidden(with_dates: Path, tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "milestones.toml").write_text(
        '[[milestone]]\nid = "leak"\ntitle = "They marry again"\nsummary = "So soon"\n'
        'status = "rumor"\nspoiler = "sequel"\nsources = []\nrows = []\nbody = ""\n'
        'date = "2027-01-01"\n'
    )
    with (with_dates / "settings.toml").open("r+") as settings:
        settings.write(f'sequel_rumors = "hide"\n{OWN}')
    work = Workspace(environ(with_dates), content)
    output = CliRunner().invoke(hearts, ["calendar", str(tmp_path / "x.ics")], obj=work)
    assert output.exit_code == 0
    event = events_of((tmp_path / "x.ics").read_text())["leak@hearts-tui"]
    assert "marry" not in event.to_ical().decode()
    assert "So soon" not in event.to_ical().decode()


def test_khal_takes_it_without_complaint(with_dates: Path, tmp_path: Path) -> None:
    settings = tmp_path / "khal.conf"
    (tmp_path / "khal").mkdir()
    settings.write_text(
        f"[calendars]\n[[hearts]]\npath = {tmp_path}/khal\n[locale]\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ntimeformat = %H:%M\ndatetimeformat = %Y-%m-%d %H:%M\n"
        f"longdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = {tmp_path}/khal.db\n"
    )

    def khal(*arguments: str) -> str:
        done = subprocess.run(
            ["khal", "-c", settings, *arguments],
            env=environ(with_dates),
            check=True,
            capture_output=True,
            text=True,
        )
        assert done.stderr == ""
        return done.stdout

    run(with_dates, "calendar", str(tmp_path / "hearts.ics"))
    for _ in range(2):
        khal("import", "--batch", str(tmp_path / "hearts.ics"))
        days = khal("list", "--format", "{start-date} {title}{repeat-symbol}", "2027-02-01", "180d")
        assert [line for line in days.splitlines() if line[:4] == "2027"] == [
            "2027-02-14 Watch; party, 1",
            "2027-02-28 Leap day ⟳",
            "2027-04-10 Sofia Carson's birthday ⟳",
            "2027-04-25 Anniversary of the novel ⟳",
            "2027-07-29 Anniversary of the film ⟳",
        ]


def test_calcurse_takes_it_without_complaint(with_dates: Path, tmp_path: Path) -> None:
    folder = tmp_path / "calcurse"

    def calcurse(*arguments: str) -> str:
        done = subprocess.run(
            ["calcurse", "-D", folder, "-C", folder, *arguments],
            env=environ(with_dates, TERM="xterm"),
            check=True,
            capture_output=True,
            text=True,
        )
        assert done.stderr == ""
        return done.stdout

    run(with_dates, "calendar", str(tmp_path / "hearts.ics"))
    assert "20 events / 0 todos / 0 skipped" in calcurse("-i", str(tmp_path / "hearts.ics"))
    days = calcurse("-Q", "--from", "02/01/2027", "--days", "180")
    told = [line.strip() for line in days.splitlines() if line.startswith(" ")]
    assert told == [
        "* Watch; party, 1",
        "* Leap day",
        "* Sofia Carson's birthday",
        "* Anniversary of the novel",
        "* Anniversary of the film",
    ]
