"""A leaf for every form of document that Postil reads."""
