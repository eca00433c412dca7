"""The CSL processor, on styles and a language of the tests' own."""
