"""The sources screen: everybody who is quoted in an article, or in the library.

``source_rows`` draws them and has the keys, ``reader`` reads them in threads, ``sources`` lists
them by what is typed and in an order, with a ``preview``; ``joins`` joins two spellings of one.
``passages`` supplies what comes from one, and ``screen`` puts it all together.
"""
