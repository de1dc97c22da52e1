from textual.geometry import Size

from hearts_tui.content.pack import Pack
from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.news import newest_first
from hearts_tui.domain.spoilers import SeenFilm
from hearts_tui.screens.front_pages import TODAY, WELCOME, FrontPages
from hearts_tui.screens.news_feed import ALL, STARRED, NewsFeed, next_among, under_months
from hearts_tui.screens.read_marks import ReadMarks
from hearts_tui.widgets.item_list import Heading
from tests.conftest import MakeApp


def test_a_feed_is_narrowed_down_to_a_topic_or_to_what_is_starred(pack: Pack) -> None:
    news = newest_first(pack.news)
    feed = NewsFeed(news, lambda item: item in news[3:5])
    assert feed.is_whole
    assert feed.items == news
    feed.topic = news[0].topic
    assert feed.is_of_one_topic
    assert feed.items == [item for item in news if item.topic == news[0].topic]
    feed.topic = STARRED
    assert not feed.is_whole
    assert not feed.is_of_one_topic
    assert feed.items == news[3:5]


def test_all_topics_can_be_chosen_and_tell_how_much_there_is(pack: Pack) -> None:
    feed = NewsFeed(pack.news, lambda item: item is pack.news[0])
    choices = dict(feed.choices)
    assert [*choices][:2] == [ALL, STARRED]
    assert choices[STARRED] == "★ Starred · 1"
    assert {item.topic for item in pack.news} == {*choices} - {ALL, STARRED}


def test_each_month_has_one_heading_over_its_news(pack: Pack) -> None:
    news = newest_first(pack.news)
    rows = under_months(news)
    assert [row for row in rows if isinstance(row, str)] == [item.id for item in news]
    months = [row.text for row in rows if isinstance(row, Heading)]
    assert months == list(dict.fromkeys(item.date.month_name for item in news))


def test_what_is_marked_read_is_saved(make_app: MakeApp) -> None:
    state, saved = make_app().state, []
    marks = ReadMarks(state, saved.append)
    first, second = (Address(Section.NEWS, name) for name in ("first", "second"))
    assert not marks.has_any
    assert marks.mark([first, second], read=True)
    assert not marks.mark([second], read=False)
    assert marks.has_any
    assert [marks.is_read(each) for each in (first, second)] == [True, False]
    for save in saved:
        save()
    assert {*state.stores.marks.load().value.read} == {str(first)}


def test_the_next_one_is_below_or_else_the_first_from_the_top() -> None:
    ids = ["a", "b", "c", "d"]
    assert next_among({"a", "c"}, ids, "b") == "c"
    assert next_among({"a", "c"}, ids, "c") == "a"
    assert next_among({"a", "c"}, ids, None) == "a"
    assert next_among({"a"}, ids, "a") == "a"
    assert next_among(set(), ids, "a") is None


def test_both_pages_ask_until_they_are_answered(make_app: MakeApp) -> None:
    state = make_app().state
    fronts = FrontPages(state)
    assert fronts.answer(TODAY, "y") is SeenFilm.YES
    assert fronts.answer(WELCOME, "n") is SeenFilm.NOT_YET
    assert fronts.answer(TODAY, "j") is None
    assert fronts.answer("sequel-real", "y") is None
    state.answer_seen_film(SeenFilm.YES)
    assert fronts.answer(TODAY, "y") is None


def test_the_welcome_stands_above_the_day_at_a_first_visit_and_below_it_when_asked_for(
    make_app: MakeApp,
) -> None:
    assert FrontPages(make_app(first_visit=True).state).rows == [WELCOME, TODAY]
    fronts = FrontPages(make_app().state)
    assert fronts.rows == [TODAY]
    fronts.has_asked_for_welcome = True
    assert fronts.rows == [TODAY, WELCOME]


def test_today_is_its_date_until_all_of_the_content_is_there(make_app: MakeApp) -> None:
    state = make_app().state
    fronts = FrontPages(state)
    size = Size(80, 24)
    page = fronts.page(TODAY, size, wide=False)
    assert page is not None
    assert page.whole.plain == "Monday, November 23"
    state.load_all()
    page = fronts.page(TODAY, size, wide=False)
    assert page is not None
    assert page.whole.plain.startswith("Monday, November 23\n")
    assert fronts.page("sequel-real", size, wide=False) is None
