"""What the shell can fill in after Tab: ids, options and addresses.

Nothing is changed for it, and a file that can't be read only makes for fewer words.
"""

from collections.abc import Callable, Iterable, Iterator

import click
from click.shell_completion import CompletionItem

from hearts_tui.cli.failures import NotDoneError
from hearts_tui.cli.lookup import all_items, find_theory, open_addresses
from hearts_tui.cli.workspace import Workspace
from hearts_tui.domain.address import Section
from hearts_tui.domain.ballot import Ballot

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

_Word = tuple[str, str]
"""A word to fill in, and what it is."""


def complete_theory(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the ids of theories, with their questions."""
    del param
    return _beginning_with(incomplete, _theories, ctx)


def complete_option(*more: _Word) -> Complete:
    """Return what completes the options of the theory that was named before, and more words."""

    def complete(
        ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        del param
        named = ctx.params.get("theory")

        def words(work: Workspace) -> Iterator[_Word]:
            if named:
                theory = find_theory(work, named)
                yield from ((option.id, option.text) for option in theory.options)
            yield from more

        return _beginning_with(incomplete, words, ctx)

    return complete


def complete_address(sections: Iterable[Section]) -> Complete:
    """Return what completes the addresses in some sections."""
    wanted = frozenset(sections)

    def complete(
        ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        del param

        def words(work: Workspace) -> Iterator[_Word]:
            for address in open_addresses(work, all_items(work)):
                if address.section in wanted:
                    yield str(address), ""

        return _beginning_with(incomplete, words, ctx)

    return complete


def _theories(work: Workspace) -> Iterator[_Word]:
    for theory in work.theories:
        yield theory.id, theory.title


def _workspace(ctx: click.Context) -> Workspace:
    """Return the workspace; where the ballot can't be used, with an empty one."""
    work = ctx.ensure_object(Workspace)
    try:
        work.ballot  # noqa: B018 - reading it is what may fail
    except NotDoneError:
        work.ballot = Ballot()
    return work


def _beginning_with(
    incomplete: str, words: Callable[[Workspace], Iterable[_Word]], ctx: click.Context
) -> list[CompletionItem]:
    try:
        return [
            CompletionItem(word, help=what or None)
            for word, what in words(_workspace(ctx))
            if word.startswith(incomplete)
        ]
    except click.ClickException:
        return []
