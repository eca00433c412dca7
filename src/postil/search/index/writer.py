"""Writes the index: articles are added in batches, and what has gone is taken out."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from tantivy import Document, Index

from postil.search.index import seal
from postil.search.index.entries import entries
from postil.search.index.schema import NUMBER, TEXT, schema

_HEAP = 50_000_000
"""Bytes of memory that tantivy fills before it writes a part; 15 MB are the least it takes."""


class IndexWriter:
    """Writes one index; the caller sees to it that nobody else does."""

    def __init__(self, folder: Path, catalogue: str) -> None:
        """Go on with an index that is whole, else begin one anew; raises OSError, ValueError."""
        self._folder = folder
        self._catalogue = catalogue
        sealed = seal.read(folder, catalogue)
        if sealed is None or not seal.whole(folder, sealed):
            shutil.rmtree(folder, ignore_errors=True)
            sealed = None
        folder.mkdir(parents=True, exist_ok=True)
        self.upto = 0 if sealed is None else sealed.upto
        """The number up to which all articles are in it, or gone."""
        self._index = Index(schema(), path=str(folder))
        self._index.config_reader("manual")
        self._schema = self._index.schema

    def write(self, articles: Iterable[tuple[int, str, str]], gone: Iterable[int]) -> None:
        """Add articles, each with its number, title and text, and take out those that are gone.

        Numbers ascend. Raises OSError, ValueError.
        """
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        for number in gone:
            writer.delete_documents_by_term(NUMBER, number)
        upto = self.upto
        for number, title, text in articles:
            found = {NUMBER: number, TEXT: [*entries(text), *entries(title)]}
            writer.add_document(Document.from_dict(found, self._schema))
            upto = number
        writer.commit()
        writer.wait_merging_threads()
        seal.write(self._folder, self._catalogue, upto)
        self.upto = upto
