"""Notes as texts to read on in: Markdown, the whole article, Obsidian, Logseq, Org."""
