"""Notes as rows: CSV, XLSX, Readwise, and the JSON that Postil reads back."""
