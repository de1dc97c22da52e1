"""Modules are imported later than others ask for them, or not for them, in a fresh process."""

import subprocess
import sys
from pathlib import Path

from tests.end_to_end.terminal import HEARTS, Terminal, environ_for


def test_a_module_that_was_put_off_is_there_once_it_is_asked_for() -> None:
    code = (
        "import sys\n"
        "from hearts_tui.cli.put_off import put_off\n"
        "put_off('inspect')\n"
        "import dataclasses\n"
        "assert 'tokenize' not in sys.modules\n"
        "without_docstring = dataclasses.make_dataclass('WithoutDocstring', ['name'])\n"
        "assert without_docstring.__doc__ == 'WithoutDocstring(name: \\'typing.Any\\')'\n"
        "import inspect\n"
        "assert inspect.isclass(without_docstring)\n"
        "assert inspect.__file__ and dataclasses.inspect.cleandoc is inspect.cleandoc\n"
        "put_off('inspect')\n"
        "assert sys.modules['inspect'] is inspect"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_module_that_was_done_without_is_there_for_everybody_else() -> None:
    code = (
        "import sys\n"
        "from hearts_tui.cli.put_off import import_without\n"
        "import_without('asyncio', 'ssl')\n"
        "assert 'ssl' not in sys.modules\n"
        "import asyncio\n"
        "assert asyncio.run(asyncio.sleep(0, 'slept')) == 'slept'\n"
        "import ssl\n"
        "assert ssl.create_default_context()\n"
        "import_without('asyncio', 'ssl')\n"
        "assert sys.modules['ssl'] is ssl"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_app_does_without_what_only_a_network_needs(config: Path) -> None:
    with Terminal([HEARTS], environ_for(config)) as terminal:
        terminal.wait_until_drawn()
        assert "_ssl" not in Path(f"/proc/{terminal.pid}/maps").read_text()
