"""Words that lead in to a quotation and name where it comes from."""
