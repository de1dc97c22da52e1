"""The encoding of what is typed is that of the locale."""

import pytest

from hearts_tui.terminal.input_encoding import input_encoding


@pytest.mark.parametrize(
    ("environ", "stream", "encoding"),
    [
        ({}, "utf-8", "utf-8"),
        ({}, None, "utf-8"),
        ({"LANG": "C"}, "ascii", "utf-8"),
        ({"LANG": "C.UTF-8"}, "utf-8", "utf-8"),
        ({"LANG": "en_US.utf8"}, "utf-8", "utf-8"),
        ({"LANG": "en_US.ISO-8859-1"}, "utf-8", "iso8859-1"),
        ({"LANG": "en_US.ISO-8859-1", "LC_CTYPE": "C.UTF-8"}, "utf-8", "iso8859-1"),
        ({"LANG": "en_US.ISO-8859-1", "LC_ALL": "C.UTF-8"}, "utf-8", "utf-8"),
        ({"LANG": "de_DE@euro"}, "utf-8", "iso8859-15"),
        ({"LC_CTYPE": "ru_RU.KOI8-R"}, "utf-8", "koi8-r"),
        ({"LANG": "C.UTF-8"}, "iso8859-1", "iso8859-1"),
        ({"LANG": "ja_JP.eucJP"}, "utf-8", "euc_jp"),
        ({"LANG": "en_US.UTF-16"}, "utf-8", "utf-8"),
        ({"LANG": "en_US.nonsense"}, "utf-8", "utf-8"),
        ({"LANG": "en_US.\udcff\0"}, "utf-8", "utf-8"),
    ],
)
def test_the_locale_says(environ: dict[str, str], stream: str | None, encoding: str) -> None:
    assert input_encoding(environ, stream) == encoding
