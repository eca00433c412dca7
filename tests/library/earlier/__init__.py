"""A home that the release before wrote, kept to see that it opens after."""
