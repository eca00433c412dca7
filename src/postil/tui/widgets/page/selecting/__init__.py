"""Selecting on the page, without a widget; imports point up this list.

``asked``    what it asks of the rest of the page, and what it reports
``choices``  which words a key means
``mode``     the passage that is chosen, those kept to be joined to it, and the keys
"""
