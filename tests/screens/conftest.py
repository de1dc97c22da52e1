"""Content folders that are not as they should be."""

import re
from pathlib import Path

import pytest


@pytest.fixture
def broken_news(content_copy: Path) -> Path:
    (content_copy / "news.toml").write_text("[[news\n")
    return content_copy


@pytest.fixture
def hostile(content_copy: Path) -> Path:
    """Content whose first item tries what a terminal or a markup parser might do."""
    file = content_copy / "news.toml"
    file.write_text(
        file.read_text()
        .replace(
            'title = "So, is the sequel real?"',
            r'title = "[@click=app.quit]press[/] \u001b[2J\u0007"',
            1,
        )
        .replace("body = '''", "body = '''[/] [bold red]x <script> [a](b) ![i](c) ", 1)
    )
    return content_copy


@pytest.fixture
def many_news(content_copy: Path) -> Path:
    """Content with some 900 news."""
    file = content_copy / "news.toml"
    head, *news = file.read_text().split("[[news]]")
    copies = [
        re.sub(r'\nid = "([^"]+)"', rf'\nid = "\1-{copy}"', text, count=1)
        for copy in range(6)
        for text in news
    ]
    file.write_text("[[news]]".join([head, *news, *copies]))
    return content_copy
