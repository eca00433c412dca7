"""Web: one document fetched from an address that the reader has typed, and nothing besides.

addresses    what an address is, and which machines only the reader's own word leads to
proxies      a machine that fetches for this one, as the reader has set it
connection   a connection to a machine whose number was looked at before
fetch        the document itself, within limits of size, time and redirects
"""
