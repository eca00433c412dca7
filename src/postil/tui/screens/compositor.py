"""Composes a changed part of the screen from those widgets alone that are seen there."""

from __future__ import annotations

from collections.abc import Iterable

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip


class SeenCompositor(Compositor):
    """Asks no widget to draw itself of which nothing is seen where the screen has changed.

    Textual asks every widget in the smallest rectangle around all changes, also those that lie
    under others: around the page that is all of the screen, five times over.
    """

    _changed: tuple[Region, ...] = ()

    def render_partial_update(self) -> ChopsUpdate | None:
        """Compose what has changed."""
        self._changed = tuple(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._changed = ()

    def _get_renders(
        self, crop: Region | None = None
    ) -> Iterable[tuple[Region, Region, list[Strip]]]:
        every = self.visible_widgets
        if not self._changed:
            return super()._get_renders(crop)
        bare = list(self._changed)
        seen = {}
        for widget, (region, clip) in every.items():
            shown = region.intersection(clip)
            if any(map(shown.overlaps, bare)):
                seen[widget] = region, clip
                bare = [one for one in bare if not shown.contains_region(one)]
        self._visible_widgets = seen
        try:
            return list(super()._get_renders(crop))
        finally:
            if self._visible_widgets is seen:
                self._visible_widgets = every
