"""Every private part of Textual that hearts touches, and what to do when a new version has it not.

Textual may change these without a word. Each failure here says which one is gone and what to do;
what is touched and not named here fails too.
"""

import ast
import inspect
import pkgutil
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from types import ModuleType

import pytest
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen

import hearts_tui

DRIVER, LINUX = "textual.driver:Driver", "textual.drivers.linux_driver:LinuxDriver"
OPTIONS = "textual.widgets._option_list:OptionList"

PREBUILD = (
    "Build screens in screens/prebuild.py in another way, or drop that file: each screen opens "
    "some 100 ms later the first time then, and nothing else is lost."
)

WHOLE = (
    "Keep the first frame of a window back in widgets/painted_whole.py in another way, or drop "
    "that file: windows open in two or three frames then, and nothing else is lost."
)

INTERNALS = {
    "textual._ansi_sequences:ANSI_SEQUENCES_KEYS": (
        "Take the table of escape sequences that Textual's parser reads keys from now for "
        "terminal/key_sequences.py, or else keep a copy of the old one there."
    ),
    "textual._styles_cache:StylesCache.get_inner_outer": (
        "Find what keeps the drawing of closed dialogs now (tests/terminal/test_idle_gc.py tells "
        "whether anything does), and have terminal/idle_gc.py empty that, or nothing."
    ),
    "textual._xterm_parser:XTermParser.feed": (
        "Have terminal/input_reader.py make events of keys with whatever does so now."
    ),
    "textual.app:App._close_messages_no_wait": (
        "Set the deadline in terminal/closing.py, and end after a crash in "
        "terminal/crash_report.py, with what every crash of an app leads to now."
    ),
    "textual.app:App._css_update_count": PREBUILD,
    "textual.app:App._driver": (
        "Write in terminal/focus_cursor.py to whatever the app writes to by now."
    ),
    "textual.app:App._exit": (
        "Ask in kiosk.py and widgets/dismissed_once.py in another way whether the app is exiting, "
        "or note it in exit()."
    ),
    "textual.app:App._fatal_error": (
        "Override in terminal/crash_report.py what prints the traceback of an app that failed; it "
        "must not be printed over the user's shell."
    ),
    "textual.app:App._handle_exception": (
        "Take exceptions in terminal/crash_report.py where they all come by now, and report errors "
        "of the writer thread there from terminal/diff_driver/base_driver.py."
    ),
    "textual.app:App._loop": (
        "Have terminal/job_control.py take the running event loop when the driver starts."
    ),
    "textual.app:App._register": PREBUILD,
    "textual.app:App._return_code": (
        "Set the exit code after a panic in terminal/crash_report.py in another way."
    ),
    "textual.app:App._running": (
        "Ask in terminal/job_control.py in another way whether the app is running."
    ),
    "textual.app:App._screen_stacks": PREBUILD,
    "textual.app:App._shutdown": (
        "Have screens/prebuild.py stop building in another way before the app closes."
    ),
    "textual.command:CommandPalette._action_command_list": (
        "See whether the palette can be paged before its list is laid out "
        "(tests/screens/test_keys_together.py); if not, override the new action in "
        "screens/palette_dialog.py, else drop the old one."
    ),
    f"{DRIVER}._app": "Keep the argument ``app`` in BaseDriver.__init__.",
    f"{DRIVER}._auto_restart": (
        "Ask in terminal/job_control.py in another way whether a stop gives the terminal back."
    ),
    f"{DRIVER}._mouse": "Keep the argument ``mouse`` in BaseDriver.__init__.",
    f"{DRIVER}._size": "Bound the size that an app starts with in BaseDriver in another way.",
    f"{LINUX}._disable_mouse_support": (
        "Override in terminal/diff_driver/driver.py what switches the mouse off; it must switch "
        "off just what was switched on."
    ),
    f"{LINUX}._enable_mouse_support": (
        "Override in terminal/diff_driver/driver.py what switches the mouse on, so that its motion "
        "is not asked for."
    ),
    f"{LINUX}._file": (
        "Give the writer thread the DiffFile in another way: this is all that the diff driver "
        "lives by; HEARTS_WIRE=plain is what is left until then."
    ),
    f"{LINUX}._get_terminal_size": (
        "Bound the sizes in terminal/diff_driver/base_driver.py, and tell the DiffFile of them in "
        "driver.py, where a size is read now."
    ),
    f"{LINUX}._query_in_band_window_resize": (
        "Keep the driver from asking for size reports in the input in another way, or drop the "
        "override if it asks for none."
    ),
    f"{LINUX}._sigcont_application": (
        "Take SIGCONT in terminal/job_control.py in another way, so that coming back runs in the "
        "event loop."
    ),
    f"{LINUX}._sigtstp_application": (
        "Take SIGTSTP in terminal/job_control.py in another way, so that a stop is made in the "
        "event loop."
    ),
    f"{LINUX}._writer_thread": (
        "Find out in terminal/closing.py in another way whether everything has been sent."
    ),
    "textual.message_pump:MessagePump._on_message": (
        "Keep messages from a dismissed dialog in widgets/dismissed_once.py in another way "
        "(tests/screens/test_keys_together.py)."
    ),
    "textual.screen:Screen._compositor": (
        "Have widgets/dimmed.py leave the screen behind a window to Textual, which draws the same "
        "and takes longer."
    ),
    "textual.screen:Screen._compositor_refresh": WHOLE,
    "textual.screen:Screen._on_timer_update": WHOLE,
    "textual.screen:Screen._refresh_layout": PREBUILD,
    "textual.screen:Screen._update_timer": PREBUILD,
    "textual.scroll_view:ScrollView._size_updated": (
        "Wrap the text of widgets/reader.py in another way at a new size, before it is painted at "
        "it; on_resize comes a frame late."
    ),
    "textual.timer:Timer._skip": (
        "See whether a timer that is late when it starts still ticks "
        "(tests/screens/test_prebuild.py); if so, drop widgets/sure_timer.py."
    ),
    "textual.widget:Widget._layout_required": PREBUILD,
    "textual.widget:Widget._on_blur": (
        "Keep in the options of a theory what leaving the list does, or drop the override."
    ),
    f"{OPTIONS}._heights": (
        "Find out the height of an entry in widgets/item_list.py in another way; the bar and the "
        "scrolling need it."
    ),
    f"{OPTIONS}._index_to_line": (
        "Find out the line on which an entry begins in widgets/item_list.py in another way; the "
        "bar and the scrolling need it."
    ),
    f"{OPTIONS}._on_click": (
        "Override in the options of a theory what a click on one does, or drop the override."
    ),
    f"{OPTIONS}._update_lines": (
        "Have the lines of a list counted before widgets/item_list.py scrolls in it, or drop the "
        "call if they always are."
    ),
}


@cache
def private_names(scope: type | ModuleType) -> set[str]:
    """Return the private names that a class of Textual, or a module, defines itself or sets."""
    found = {name for name in vars(scope) if _is_private(name)}
    return found | set(re.findall(r"\bself\.(_[a-z]\w*)\b.*=", inspect.getsource(scope)))


@pytest.mark.parametrize("internal", INTERNALS)
def test_it_is_still_there(internal: str) -> None:
    module_name, _, path = internal.partition(":")
    owner, _, name = path.rpartition(".")
    try:
        module = import_module(module_name)
        scope = getattr(module, owner) if owner else module
    except (ImportError, AttributeError):
        pytest.fail(f"{internal} is gone. {INTERNALS[internal]}", pytrace=False)
    if not hasattr(scope, name) and name not in private_names(scope):
        pytest.fail(f"{internal} is gone. {INTERNALS[internal]}", pytrace=False)


def test_whatever_is_touched_is_named_here() -> None:
    named = {internal.rpartition(":")[2].rpartition(".")[2] for internal in INTERNALS}
    named |= {internal.partition(":")[0].rpartition(".")[2] for internal in INTERNALS}
    unnamed = [place for place, name in touched() if name not in named]
    assert unnamed == [], "say in INTERNALS what to do when these are gone"


def touched() -> Iterator[tuple[str, str]]:
    """Yield each place where hearts touches something private of Textual, and its name."""
    modules = [
        import_module(info.name)
        for info in pkgutil.walk_packages(hearts_tui.__path__, "hearts_tui.")
        if not info.name.endswith("__main__")
    ]
    classes = [
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and value.__module__ == module.__name__
    ]
    held = _private_to((App, Screen, LinuxDriver))
    for module in modules:
        tree = ast.parse(inspect.getsource(module))
        for name in _imported(tree):
            yield f"{module.__name__}: textual.{name}", name
        for name in _of_others(tree) & held:
            yield f"{module.__name__}: {name}", name
    for each in classes:
        # A mixin has its names from whatever it is mixed into.
        inherited = _private_to([other for other in classes if each in other.__mro__])
        own = _of_itself(ast.parse(inspect.getsource(each))) if inherited else set()
        for name in own & inherited:
            yield f"{each.__module__}: {each.__name__}.{name}", name


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def _private_to(classes: Sequence[type]) -> set[str]:
    """Return the private names of all of Textual's classes among some and their ancestors."""
    bases = {base for each in classes for base in each.__mro__}
    textuals = [base for base in bases if base.__module__.startswith("textual.")]
    return set().union(*map(private_names, textuals))


def _imported(tree: ast.Module) -> Iterator[str]:
    """Yield the private modules of Textual that a module imports from, and private names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual"):
            parts = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
            yield from filter(_is_private, parts)


def _of_others(tree: ast.Module) -> set[str]:
    """Return the private names that are taken from anything but oneself and modules."""
    modules = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and _is_private(node.attr)
        and ast.unparse(node.value) not in {*modules, "self", "cls"}
    }


def _of_itself(tree: ast.Module) -> set[str]:
    """Return the private names that a class takes from itself, or defines."""
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name):
                found.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                found.add(name)
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                found.add(name)
    return set(filter(_is_private, found))
