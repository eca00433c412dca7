"""The bench of exchange: what exports and imports of very many notes cost."""
