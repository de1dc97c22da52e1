"""News, newest first."""

from collections.abc import Mapping, Sequence

from hearts_tui.domain.address import Section
from hearts_tui.domain.news import News, newest_first
from hearts_tui.printing.document import Field, told
from hearts_tui.printing.noun import Noun
from hearts_tui.printing.view import View


def _by_month(view: View, items: Sequence[News]) -> Mapping[str, Sequence[News]]:
    del view
    months: dict[str, list[News]] = {}
    for item in items:
        months.setdefault(item.date.month_name, []).append(item)
    return months


def _fields(view: View, item: News) -> Sequence[Field]:
    address = str(NOUN.address(item))
    return [
        Field("date", item.date.code, str(item.date)),
        told("topic", item.topic),
        Field("read", address in view.marks.read),
        Field("starred", address in view.marks.starred),
    ]


NOUN: Noun[News] = Noun(
    section=Section.NEWS,
    title="News",
    items=lambda view: newest_first(view.library.news),
    groups=_by_month,
    fields=_fields,
)
