"""Nothing that somebody can type is lost, and a flood is."""

from hypothesis import given
from hypothesis import strategies as st

from hearts_tui.terminal.input_items import InputItem, Keys, PastedText, Sequence
from hearts_tui.terminal.input_queue import KEPT_OF_FLOOD, MOST_WAITING, InputQueue

ITEMS = st.one_of(
    st.text("abc", min_size=1, max_size=9).map(Keys),
    st.just(Sequence("\x1b[A")),
    st.text("abc", max_size=900).map(PastedText),
)


def all_of(queue: InputQueue) -> list[InputItem]:
    items = []
    while queue:
        items.append(queue.take())
    return items


def one_by_one(item: InputItem) -> list[InputItem]:
    return [Keys(key) for key in item.text] if isinstance(item, Keys) else [item]


@given(st.lists(ITEMS, max_size=100))
def test_what_waits_comes_in_order_and_key_by_key(items: list[InputItem]) -> None:
    queue = InputQueue()
    for item in items:
        queue.put(item)
    assert not queue.is_flooded
    assert all_of(queue) == [single for item in items for single in one_by_one(item)]


def test_of_a_flood_the_end_is_kept() -> None:
    queue = InputQueue()
    for _ in range(100):
        queue.put(Keys("j" * 1000))
    queue.put(Keys("q"))
    assert queue.is_flooded
    keys = [item.text for item in all_of(queue)]
    assert keys == ["j"] * (KEPT_OF_FLOOD - 1) + ["q"]
    assert not queue.is_flooded


def test_of_a_flood_of_sequences_the_end_is_kept_as_well() -> None:
    queue = InputQueue()
    for _ in range(MOST_WAITING + 1):
        queue.put(Sequence("\x1b[B"))
    queue.put(Keys("q"))
    assert all_of(queue) == [Sequence("\x1b[B")] * (KEPT_OF_FLOOD - 1) + [Keys("q")]


def test_after_a_flood_everything_is_kept_again() -> None:
    queue = InputQueue()
    queue.put(Keys("j" * (MOST_WAITING + 1)))
    all_of(queue)
    queue.put(Keys("k" * MOST_WAITING))
    assert len(all_of(queue)) == MOST_WAITING


def test_a_long_pasted_text_is_no_flood() -> None:
    queue = InputQueue()
    pasted = PastedText("x" * 65_536)
    queue.put(pasted)
    queue.put(Keys("q"))
    assert all_of(queue) == [pasted, Keys("q")]
