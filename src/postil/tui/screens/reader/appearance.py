"""How Postil looks: measure and theme, and with them all that was chosen last."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from postil import library
from postil.model.values import replace
from postil.tui.screens.reader.stage import Key, Stage, Verbs
from postil.tui.widgets.page.viewport import NARROWEST, WIDEST

if TYPE_CHECKING:
    from postil.library.articles.quick_open import Appearance


class AppearanceCommands:
    """Keeps the look from one time to the next, and changes it."""

    KEYS = (
        Key("look.wider", "plus", "Wider", "A wider measure: more words on each line"),
        Key("look.narrower", "minus", "Narrower", "A narrower measure: fewer words on each line"),
        Key(
            "look.default-measure",
            "equals_sign",
            "Usual width",
            "The usual measure, which the settings name",
        ),
        Key("look.theme", "D", "Light or dark", "Change to the other theme"),
    )

    def __init__(self, stage: Stage, appearance: Appearance, refit: Callable[[], None]) -> None:
        """Begin with an appearance; ``refit`` sets the page and its panes for another measure."""
        self._stage = stage
        self._refit = refit
        self.now = appearance

    def verbs(self) -> Verbs:
        """Return what the keys do."""
        return {
            "look.wider": partial(self.change_measure, 2),
            "look.narrower": partial(self.change_measure, -2),
            "look.default-measure": partial(self.change_measure, 0),
            "look.theme": self.change_theme,
        }

    def change_measure(self, by: int) -> None:
        """Set the text wider or narrower, or in the usual width; the words stay in place."""
        page, usual = self._stage.page, self._stage.settings.measure
        measure = page.viewport.measure + by if by else usual
        page.viewport.measure = min(max(measure, NARROWEST), WIDEST)
        self._refit()
        self._stage.update_status()
        self.keep(replace(self.now, measure=page.viewport.measure if by else None))
        self._stage.say(f"{page.viewport.measure} columns")

    def change_theme(self) -> None:
        """Change between light and dark."""
        app = self._stage.page.app
        dark = not app.current_theme.dark
        app.theme = "postil-dark" if dark else "postil-light"
        self.keep(replace(self.now, theme="dark" if dark else "light"))

    def keep(self, appearance: Appearance) -> None:
        """Keep how Postil looks for the next time."""
        self.now = appearance
        self._stage.in_thread(
            "look", self._keep, appearance, exclusive=True, description="keep look"
        )

    def _keep(self, appearance: Appearance) -> None:
        library.local_state.keep_appearance(self._stage.home, appearance)
