"""Articles opened, followed through their edits, searched, and watched while they are open."""
