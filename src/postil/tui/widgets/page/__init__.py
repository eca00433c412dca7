"""The page: one view widget, and the parts that it is made of.

Each part has a state of its own and knows a narrow protocol of the view; those above the line
draw nothing and load no Textual. Imports point up this list.

``viewport``           where in the article the screen is; ``note_marks`` what is shown as noted
``current_paragraph``  the block that keys act on, and going places
``key_sequence``       counts, prefixes and bursts; ``reading_mode`` the keys that move
``selecting``          which words are meant, and the keys that choose them
``link_labels``        links on screen and their letters; ``pointer`` the mouse
---
``page_styles``        styles of the theme; ``overlays`` what lies over the words
``row_render``         one row drawn; ``strip_cache`` rows kept drawn
``page_keys``          tables of bindings; ``messages`` what goes up
``view``               ``ArticleView``, the widget that owns them all
"""
