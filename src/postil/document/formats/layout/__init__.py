"""Layout of a plain text: what its lines are, by how they are set.

dense_lines    lines of scripts whose letters take two cells: where they were broken, and why
hyphens        what becomes of hyphens at line ends; line_joins makes paragraphs of lines by it
running_heads  lines that recur at the edges of pages
line_layout    whether lines were broken, at which width, how far they are set in
paged_lines    lines without what stands at the edges of pages
line_groups    lines that stand together, a title with its signs; list_items finds items in them
drawn_lines    tables, code and drawings
set_apart      prose below the term that it defines, quotations, and paragraphs that hang
marked_titles  titles with signs below them or around them
plain_blocks   groups told apart as titles, paragraphs, lists, verse, code and tables
forms          what groups are by the text they stand in: turns of speech, stanzas of a poem

Imports point up this list; line_groups and list_items are strangers. A text is read by all three:
its groups, with their forms, as blocks.
"""
