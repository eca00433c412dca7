"""Shows the figures of the article that is open, or of the library: bars, tables and strips."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events, work
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from postil import library
from postil.errors import PostilError
from postil.tui.dialogs.frame.dialog import Dialog, Hint
from postil.tui.dialogs.frame.text_popup import Pane
from postil.tui.messages import sentences
from postil.tui.startup.key_priority import BackgroundTask, Cancelled, KeyPriority
from postil.tui.widgets.title_bars import crop

if TYPE_CHECKING:
    from postil.library.care.local_state import Home
    from postil.library.exchange.figuring import Figures

COUNTING = "Counting\u2026"


class FiguresScreen(Dialog[None]):
    """Figures in a sheet that takes the whole screen, to scroll through."""

    DEFAULT_CSS = """
    FiguresScreen {
        &.-narrow > .sheet, &.-wide > .sheet {
            height: 100%; max-height: 100%; border-top: none;
        }
    }
    """

    SIDE = False
    TYPING = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,enter", "leave", "Close", id="figures.close", show=False, tooltip="Back"),
        Binding(
            "l,ctrl+l",
            "turn",
            "Article or library",
            id="figures.turn",
            show=False,
            tooltip="The figures of the article that is open, or those of the whole library",
        ),
    ]

    def __init__(
        self, home: Callable[[], Home], key_priority: KeyPriority, article: Path | None
    ) -> None:
        """Begin with an article if one is given."""
        super().__init__()
        self._home = home
        self._key_priority = key_priority
        self._article = article
        self._of_article = article is not None
        self._figures: Figures | None = None
        self._counting: BackgroundTask | None = None
        self._body = Static(COUNTING, markup=False)
        self._pane = Pane(self._body)

    def heading(self) -> str:
        """Return the title line."""
        return "Figures"

    def compose(self) -> Iterable[Widget]:
        """Put the figures into the frame that all dialogs share."""
        yield from self.framed([self._pane])

    def fill(self) -> None:
        """Begin to count."""
        self._pane.focus()
        self._count(self._article if self._of_article else None)

    def hints(self) -> Sequence[Hint]:
        """Name the keys; without an article there is nothing to turn to."""
        other = "the whole library" if self._of_article else "this article"
        turn = [("figures.turn", other)] if self._article is not None else []
        return (("show.down show.up", "scroll"), *turn, ("dialog.leave", "closes"))

    def action_turn(self) -> None:
        """Count the article instead of the library, or the other way round."""
        if self._article is None:
            return
        self._of_article = not self._of_article
        self._figures = None
        self._body.update(COUNTING)
        self.say_hints()
        self._count(self._article if self._of_article else None)

    def on_unmount(self) -> None:
        """Count no further for nobody."""
        if self._counting is not None:
            self._counting.drop()

    def on_resize(self, _: events.Resize) -> None:
        """Set the figures for the width that there is now."""
        self._draw()

    @work(thread=True, exclusive=True, group="figures", description="count notes")
    def _count(self, article: Path | None) -> None:
        task = self._counting = BackgroundTask(self._key_priority)
        wanted = library.exporting.Wanted(paths=() if article is None else (article,))
        try:
            found = library.figuring.figures(self._home(), wanted, task.step)
        except Cancelled:
            return
        except PostilError as error:
            self.app.call_from_thread(self._body.update, sentences(error))
            return
        self.app.call_from_thread(self._counted, found)

    def _counted(self, figures: Figures) -> None:
        self._figures = figures
        self._draw()

    def _draw(self) -> None:
        if self._figures is None or not self._pane.size.width:
            return
        lines = library.figuring.FigureLines(self._pane.size.width - 1, cell_len, crop)
        drawn = Text(no_wrap=True)
        for line in lines.of(self._figures):
            for words, style in line:
                drawn.append(words, style)
            drawn.append("\n")
        self._body.update(drawn)
        self.call_after_refresh(self.say_hints)
