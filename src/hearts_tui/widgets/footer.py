"""The footer line: the keys of what has the focus, as many as fit."""

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

_LAST = ("help", "quit")


class Footer(Widget):
    """One line of keys; help and quit keep their place at its end at any width."""

    auto_links = False

    def on_mount(self) -> None:
        """Draw anew when the focus brings other keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """Draw the line at the present width."""
        shown = [active.binding for active in self.screen.active_bindings.values()]
        bindings = list({b.action: b for b in shown if b.show}.values())
        last = [b for b in bindings if b.action in _LAST]
        room = self.size.width - sum(self._label(b).cell_length for b in last)
        labels = []
        for binding in bindings:
            label = self._label(binding)
            if binding not in last and label.cell_length <= room:
                room -= label.cell_length
                labels.append(label)
        return Content.assemble(*labels, " " * max(0, room), *map(self._label, last))

    def _label(self, binding: Binding) -> Content:
        what = binding.description
        click = Style.from_meta({"@click": f"app.simulate_key('{binding.key}')"})
        keys = self.app.get_key_display(binding)
        return Content.assemble(" ", (keys, "$accent bold"), f" {what} ").stylize(click)
