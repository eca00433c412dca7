"""Lead-ins: words that lead in to a quotation and name where it comes from."""
