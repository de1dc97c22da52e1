"""The cast: characters, makers and who is rumored to join."""

from collections.abc import Mapping, Sequence

from hearts_tui.domain import address
from hearts_tui.domain.cast import PERSON_HEADINGS, Person, Relation
from hearts_tui.printing.document import Entry, Field, Section, told
from hearts_tui.printing.noun import Noun
from hearts_tui.printing.view import View


def _by_kind(view: View, items: Sequence[Person]) -> Mapping[str, Sequence[Person]]:
    del view
    grouped = {
        heading: [person for person in items if person.kind is kind]
        for kind, heading in PERSON_HEADINGS.items()
    }
    return {heading: people for heading, people in grouped.items() if people}


def _fields(view: View, item: Person) -> Sequence[Field]:
    kind = Field("kind", item.kind.value)
    if view.hides(item, NOUN.address(item)):
        return [kind, Field("role", None), Field("actor", None)]
    actor = f"Played by {item.actor}" if item.actor else ""
    return [
        kind,
        told("role", item.role, is_detail=bool(item.actor)),
        Field("actor", item.actor or None, actor),
    ]


def _ties(view: View, item: Person) -> Sequence[Section]:
    """Return the ties to others; those that tell too much are counted only."""
    people = {NOUN.address(other): other for other in view.library.people}
    shown = [tie for tie in item.relations if not _hides(view, item, tie, people)]
    entries = [_tie(tie, people) for tie in shown]
    if hidden := len(item.relations) - len(shown):
        ties = "1 tie is" if hidden == 1 else f"{hidden} ties are"
        entries.append(Entry(title=f"{ties} hidden; {view.hints.reveal} shows all"))
    return [Section(heading="Connections", entries=entries)] if entries else []


def _hides(
    view: View, item: Person, tie: Relation, people: Mapping[address.Address, Person]
) -> bool:
    other = people.get(tie.to)
    return view.spoilers.hides(tie.spoiler, NOUN.address(item)) or (
        other is not None and view.spoilers.hides_title(other.spoiler, tie.to)
    )


def _tie(tie: Relation, people: Mapping[address.Address, Person]) -> Entry:
    name = people[tie.to].title if tie.to in people else tie.to.id
    return Entry(
        title=f"{tie.phrase} {name}",
        address=str(tie.to),
        fields=[Field("kind", tie.kind.value), Field("name", name), Field("phrase", tie.phrase)],
    )


NOUN: Noun[Person] = Noun(
    section=address.Section.CAST,
    title="Cast",
    items=lambda view: view.library.people,
    groups=_by_kind,
    fields=_fields,
    after=_ties,
    shows_status=False,
)
