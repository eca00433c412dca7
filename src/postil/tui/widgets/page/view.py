"""The article on screen: a widget that reports what the reader does and draws what it is given."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from postil.caret import Selection
from postil.model.article import Article
from postil.model.position import ReadingPosition
from postil.model.span import Span
from postil.tui.startup.layout import page_room
from postil.tui.widgets.page import page_keys, page_styles
from postil.tui.widgets.page.current_paragraph import CurrentParagraph
from postil.tui.widgets.page.key_sequence import KeySequence, Verb
from postil.tui.widgets.page.landmarks import Landmarks
from postil.tui.widgets.page.link_labels import LinkLabels
from postil.tui.widgets.page.messages import Reports, RowsInView
from postil.tui.widgets.page.note_marks import NoteMarks
from postil.tui.widgets.page.overlays import Overlays
from postil.tui.widgets.page.pointer import Pointer
from postil.tui.widgets.page.reading_mode import ReadingMode
from postil.tui.widgets.page.row_render import RowRenderer
from postil.tui.widgets.page.selecting.mode import SelectionMode
from postil.tui.widgets.page.strip_cache import DrawnAhead, StripCache, filtered
from postil.tui.widgets.page.viewport import Viewport
from postil.typeset import Typeset


class ArticleView(ScrollView, can_focus=True):
    """Shows an article lazily, and hands keys, mouse and questions to the part concerned.

    Its place in the text survives resizing, reloading and new notes. What one part knows is asked
    of that part: ``viewport``, ``paragraph``, ``marks``, ``overlays``, ``keys``, ``reading``,
    ``selecting``, ``links``.
    """

    ALLOW_SELECT = False
    ALLOW_MAXIMIZE = False
    BINDING_GROUP_TITLE = "Page"
    BINDINGS = page_keys.ALL
    FURTHER_KEYS = page_keys.FURTHER
    DEFAULT_CSS = page_styles.CSS

    view: reactive[RowsInView] = reactive(RowsInView(), repaint=False)
    """Which rows are on screen; watch it to show it."""

    spot: reactive[tuple[int, int]] = reactive((0, 0), repaint=False)
    """The virtual row at the top and the current paragraph; watch it to follow the reader.

    It is watched, not reported by a message: the lines around the page are drawn in its frame.
    """

    marked: reactive[int] = reactive(0, repaint=False)
    """How often notes and matches have come or gone; watch it to tell of them beside the page."""

    def __init__(self, article: Article, measure: int) -> None:
        super().__init__()
        reports = Reports(self.post_message)
        viewport = self.viewport = Viewport(self, article, measure)
        styles = self.theme_styles = page_styles.ThemeStyles(self)
        marks = self.marks = NoteMarks(self, viewport)
        paragraph = self.paragraph = CurrentParagraph(self, viewport, marks, reports)
        overlays = self.overlays = Overlays(self, viewport, marks, styles)
        keys = self.keys = KeySequence(page_keys.BoundKeys(self), reports)
        links = self.links = LinkLabels(self, viewport, reports)
        self.reading = ReadingMode(viewport, paragraph, marks, keys, reports)
        selecting = SelectionMode(self, viewport, paragraph, overlays, keys, reports)
        self.selecting = selecting
        self.pointer = Pointer(viewport, paragraph, selecting, marks, links, reports)
        self.renderer = RowRenderer(viewport, overlays, paragraph, selecting, links, styles)
        self.landmarks = Landmarks(viewport, marks, overlays, styles)
        self.strips = StripCache(lambda block, row: self.renderer.draw(block, row, self.room[0]))
        keys.add_prefix("i", selecting.prefix)
        keys.add_prefix("f", links.prefix)
        keys.let_digits_mean(selecting.digit)
        self.verbs: Mapping[str, Verb] = self.reading.verbs | selecting.verbs | keys.verbs
        """What the bindings say, by the parts that know how."""
        self.is_plain = keys.moves
        self._ahead = DrawnAhead(self, self._lines)

    # -- what is shown

    @property
    def article(self) -> Article:
        """The article, or its first screenful."""
        return self.viewport.article

    @property
    def current(self) -> int:
        """Index of the current paragraph's block."""
        return self.paragraph.index

    @property
    def selection(self) -> Selection | None:
        """What is being chosen; None in reading mode."""
        return self.selecting.selection

    @property
    def passage(self) -> Span | None:
        """The passage that is chosen, without blanks at its ends; None in reading mode."""
        return self.selecting.passage

    @property
    def engaged(self) -> bool:
        """Whether the reader is in the middle of something that means these very words."""
        return self.selection is not None or self.pointer.held or bool(self.keys.pending)

    def show(self, article: Article, typeset: Typeset) -> None:
        """Put the finished article in place of its first screenful; the words on screen stay."""
        self.viewport.take(article, typeset)
        self.paragraph.stay_within()
        self.viewport.stay()
        if self.reading.end_wanted:
            self.reading.last()

    def renew(self, article: Article, typeset: Typeset, where: ReadingPosition) -> None:
        """Put another version of the article in place, and show this place of it."""
        above = self.viewport.restart()
        self.paragraph.restart()
        self.reading.end_wanted = False
        self.show(article, typeset)
        self.redraw()
        self.paragraph.come_to(where)
        self.viewport.place_offset(where.top, above)
        self.publish_place()

    def fit(self) -> None:
        """Fit the text to the widget's width and the reader's measure."""
        self.viewport.fit()
        self.strips.fit(self.room[0], self.viewport.left, self.viewport.typeset.width)

    # -- what the parts ask for

    @property
    def room(self) -> tuple[int, int]:
        """The cells across and the rows down that there are for the text; so many will be there."""
        if not self.outer_size:
            return page_room(*self.app.size, self.viewport.beside)
        # Textual would look for border, padding and scroll bars, which the page has not.
        return self.outer_size

    @property
    def top(self) -> int:
        """The virtual row at the top of the screen."""
        return int(self.scroll_offset.y)

    def show_rows(self, top: int) -> None:
        """Scroll so that this virtual row is at the top; draw the pages around it in a moment."""
        size = Size(self.room[0], self.viewport.typeset.height)
        if size != self.virtual_size:
            # Only the scroll bar depends on it, so the screen need not be laid out anew.
            self.set_reactive(Widget.virtual_size, size)
        self._ahead.moved()
        if top != self.top:
            self.scroll_to(y=top, animate=False, force=True, immediate=True)
        else:
            self.refresh()
        self._publish_rows()

    def publish_place(self) -> None:
        """Let whoever watches know where the reader is now."""
        self.spot = (self.top, self.current)

    def _publish_rows(self) -> None:
        viewport = self.viewport
        self.view = RowsInView(self.top, viewport.rows_on_screen, viewport.typeset.height)

    def redraw(self, *, landmarks: bool = False) -> None:
        """Draw all again, because what lies over the text has changed."""
        self.strips.clear()
        self.refresh()
        self.marked += landmarks

    def forget(self, *blocks: int) -> None:
        """Draw some blocks again, because what lies over them has changed."""
        self.strips.forget(*blocks)
        self.refresh()

    # -- keys

    async def on_key(self, event: events.Key) -> None:
        """Take each key in the order it was typed."""
        if await self.keys.take(event):
            event.stop()
            event.prevent_default()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys that mean two things mean the one of the present mode."""
        return action != "run" or self.selecting.allows(str(parameters[0]))

    def action_run(self, verb: str, *arguments: object) -> None:
        """Do what a binding says, by the part that knows the verb.

        Textual counts the star as one parameter and hands over no more: a verb takes one at most.
        """
        self.verbs[verb](*arguments)

    # -- the mouse

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll by exact rows, which virtual rows are not yet everywhere."""
        event.stop()
        event.prevent_default()
        self.pointer.wheel(1, aside=event.shift)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll by exact rows, which virtual rows are not yet everywhere."""
        event.stop()
        event.prevent_default()
        self.pointer.wheel(-1, aside=event.shift)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to choose, which a drag makes true."""
        if event.button == 1 and self.article.blocks:
            self.keys.cancel()
            self.pointer.press(event.x, event.y)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Choose to the character under the pointer."""
        self.pointer.move(event.x, event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a drag."""
        self.release_mouse()
        self.pointer.let_go()

    def on_click(self, event: events.Click) -> None:
        """Choose, or make current, what was clicked on."""
        if event.button == 1:
            self.pointer.click(event.x, event.y, event.chain)

    # -- size, scrolling and theme

    def on_mount(self) -> None:
        """Make ready to draw what the reader will see next."""
        self._ahead.start()

    def on_resize(self, event: events.Resize) -> None:
        """Set the text anew where the width has changed; the words at the top stay there."""
        self.fit()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow whatever scrolls the widget, of which some knows only virtual rows."""
        # Textual would move a scroll bar that nobody sees, and look for its place in the screen.
        self.refresh()
        if self.article.blocks and round(old_value) != round(new_value):
            self.viewport.follow(round(new_value))
            self._publish_rows()
            self.paragraph.keep_in_sight()
            self.publish_place()

    def notify_style_update(self) -> None:
        """Forget what was drawn in the styles of another theme."""
        super().notify_style_update()
        self.theme_styles.forget()
        self.strips.clear()

    # -- drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the part of the widget in ``crop``, whose cells count from the widget's corner.

        Textual would put border and padding around each row and keep it in a cache of its own;
        the page has neither, and keeps its rows itself: a page is on screen in a third less time.
        """
        strips = self._lines(crop.line_range)
        if crop.column_span != (0, self.room[0]):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """Draw one row of the widget."""
        return self._row(self.top + y)

    def _row(self, row: int) -> Strip:
        """Draw a virtual row, or a blank one where the article has none."""
        position = self.viewport.position_if_any(row)
        if position is None:
            return Strip.blank(self.room[0], self.rich_style)
        return self.strips.row(*position)

    def _lines(self, rows: range) -> list[Strip]:
        """Draw rows of the widget as its terminal can show them."""
        top = self.top
        return filtered(self, [self._row(top + y) for y in rows])
