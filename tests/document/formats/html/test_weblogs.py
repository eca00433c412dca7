"""Weblogs, magazines and newspapers of several makers come out as their articles."""

from __future__ import annotations

from tests.document.formats.html.reading import outline, prose, read, texts

SHARE = '<ul class="share"><li><a href="#">Facebook</a></li><li><a href="#">Mastodon</a></li></ul>'


def test_a_newsletter_with_its_offers_and_footnotes() -> None:
    page = f"""<title>The Ice Trade - by Jane Doe - Quay Letters</title>
    <meta property="og:site_name" content="Quay Letters">
    <div class="main-menu"><a href="/">Quay Letters</a><button>Subscribe</button><a>Sign in</a>
    </div>
    <article class="typography newsletter-post post"><div class="post-header">
    <h1 class="post-title published">The Ice Trade</h1><h3 class="subtitle">A cold story</h3>
    <div class="byline-wrapper"><a href="/@jane">Jane Doe</a><div>Mar 03, 2024</div></div>
    <div class="post-ufi"><a class="post-ufi-button"><div class="label">12</div></a><a>Share</a>
    </div>
    </div><div class="available-content"><div class="body markup"><p>{prose(1)}<a
    id="footnote-anchor-1" href="#footnote-1" class="footnote-anchor">1</a></p>
    <div class="subscription-widget-wrap"><div class="preamble"><p>Thanks for reading! Subscribe for
    free to receive new posts and support my work, dear reader of letters.</p></div></div>
    <h2>Spring</h2><p>{prose(2)}</p><div class="footnote"><a id="footnote-1"
    href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>The
    ledger of 1862.</p></div></div></div></div></article>
    <div id="discussion"><h4>Discussion about this post</h4><div class="comments-page"><p>{prose(7)}
    </p></div></div><div class="subscribe-footer"><h3>Ready for more?</h3></div>"""
    assert texts(page) == [
        "The Ice Trade",
        "A cold story",
        "Jane Doe",
        "Mar 03, 2024",
        f"{prose(1)}[1]",
        "Spring",
        prose(2),
        "The ledger of 1862.",
    ]
    known = read(page).metadata
    assert (known.title, known.container_title) == ("The Ice Trade", "Quay Letters")
    assert [name.display for name in known.author] == ["Jane Doe"]
    assert known.issued is not None
    assert known.issued.year == 2024


def test_a_weblog_with_widgets_and_comments_that_outweigh_it() -> None:
    page = f"""<title>Ice – Harbour Blog</title><meta name="generator" content="WordPress 6.4">
    <body class="single single-post has-sidebar"><div id="page" class="hfeed site">
    <header id="masthead" class="site-header"><h1 class="site-title"><a href="/">Harbour Blog</a>
    </h1>
    <p class="site-description">Notes from the quay</p></header>
    <div id="content" class="site-content">
    <main id="main"><article id="post-7" class="post type-post hentry category-ice tag-trade">
    <header class="entry-header"><h1 class="entry-title">Ice</h1><div class="entry-meta"><span
    class="posted-on">Posted on <time class="entry-date published"
    datetime="2023-05-04T08:00:00+00:00">
    May 4, 2023</time></span><span class="byline"> by <span class="author vcard"><a class="url fn n"
    href="/author/al">Al Marsh</a></span></span></div></header><div class="entry-content">
    <p>{prose(1)}</p><div class="wp-caption"><img src="a.jpg" alt=""><p class="wp-caption-text">The
    quay.</p></div><h2>Spring</h2><p>{prose(2)}</p><blockquote><p>Ice is gold.</p><cite>Ann
    Reed</cite></blockquote><div class="sharedaddy sd-sharing-enabled">
    <h3>Share this:</h3>{SHARE}</div>
    <div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><a href="/1">Snow</a></div>
    </div>
    <footer class="entry-footer"><span class="cat-links">Posted in <a>Ice</a></span></footer>
    </article>
    <nav class="navigation post-navigation"><a href="/1">Previous: Snow</a></nav>
    <div id="comments" class="comments-area"><h2>3 thoughts on “Ice”</h2><ol class="comment-list">
    <li class="comment"><p>{prose(5)}</p></li><li class="comment"><p>{prose(6)} {prose(7)}</p></li>
    <li class="comment"><p>{prose(8)} {prose(9)}</p></li></ol><div id="respond">
    <h3>Leave a Reply</h3>
    </div></div></main><aside id="secondary" class="widget-area"><section class="widget">
    <h2>About</h2>
    <p>I am Al, I write about harbours and the people in them, and live near one myself.</p>
    </section>
    </aside></div><footer id="colophon"><p>Proudly powered by WordPress</p></footer></div>"""
    found = texts(page)
    assert [text for text in found if not text.startswith("Posted on")] == [
        "Ice",
        prose(1),
        "The quay.",
        "Spring",
        prose(2),
        "Ice is gold.",
        "Ann Reed",
    ]
    assert outline(page) == [(1, "Ice"), (2, "Spring")]
    known = read(page).metadata
    assert (known.title, known.container_title, known.type) == (
        "Ice",
        "Harbour Blog",
        "post-weblog",
    )
    assert [name.display for name in known.author] == ["Al Marsh"]
    assert known.issued is not None
    assert (known.issued.year, known.issued.month, known.issued.day) == (2023, 5, 4)


def test_a_live_page_keeps_its_posts_in_order() -> None:
    posts = "".join(
        f'<article class="lb-post"><time datetime="2026-01-0{n}">1{n}:00</time><h3>Post {n}</h3>'
        f"<p>{prose(n)}</p><div class=share-links><a href=#>Share</a></div></article>"
        for n in (3, 2, 1)
    )
    page = f"""<title>Storm: live</title><script type="application/ld+json">
    [{{"@type":"LiveBlogPosting","headline":"Storm: live","datePublished":"2026-01-01",
    "publisher":{{"name":"The Quay Herald"}}}}]</script><main><h1>Storm: live</h1>
    <section class=key-events><h2>Key events</h2><ul><li>The bridge is closed.</li></ul></section>
    <div class=feed>{posts}</div></main><div class=most-read><h2>Most read</h2><ol><li>
    <a href=/1>Gulls
    </a></li><li><a href=/2>Soups</a></li></ol></div>"""
    assert [text for text in texts(page) if text.startswith("In year")] == [
        prose(3),
        prose(2),
        prose(1),
    ]
    assert [title for _, title in outline(page)][-3:] == ["Post 3", "Post 2", "Post 1"]
    assert "Gulls" not in read(page).text
    known = read(page).metadata
    assert (known.container_title, known.type) == ("The Quay Herald", "article-newspaper")


def test_a_page_of_several_articles_gives_all_of_them() -> None:
    articles = "".join(
        f"<article><h2>Piece {n}</h2><p>{prose(n)}</p><p>{prose(n + 10)}</p></article>"
        for n in (1, 2, 3)
    )
    page = f"<title>Issue 4</title><nav><a href=/>Home</a></nav><h1>Issue 4</h1>{articles}"
    assert [title for _, title in outline(page)] == ["Issue 4", "Piece 1", "Piece 2", "Piece 3"]
    assert sum(text.startswith("In year") for text in texts(page)) == 6


def test_a_page_of_parts_with_names_for_tests_alone() -> None:
    page = f"""<title>Ice - Quay News</title><div id=root aria-hidden=true><header role=banner>
    <a>Quay</a></header>
    <main id=main-content><h1 class=css-1>Ice</h1>
    <div data-component=byline-block>By <b>Ann Reed</b>, Quay</div>
    <div data-component=text-block class=css-2><p>{prose(1)}</p></div><div data-component=ad-slot>
    <p>Buy boots that keep your feet warm in all the weathers that this harbour has, now half
    off.</p></div>
    <div data-component=text-block class=css-2><p>{prose(2)}</p></div>
    <div data-component=links-block><h2>More on this story</h2><ul><li>
    <a href=/1>Gulls over town</a></li>
    <li><a href=/2>Soups for all</a></li></ul></div></main></div>
    <div role=dialog><p>{prose(9)}</p></div>"""
    assert texts(page) == ["Ice", "By Ann Reed, Quay", prose(1), prose(2)]
    assert [name.display for name in read(page).metadata.author] == ["Ann Reed"]


def test_a_cook_writes_at_length_before_the_card() -> None:
    page = f"""<title>Ice soup - Quay Kitchen</title><div class=site-container>
    <header class=site-header>
    <a href=/>Quay Kitchen</a></header><div class=site-inner><div class=content-sidebar-wrap>
    <main class=content><article class=entry><h1 class=entry-title>Ice soup</h1>
    <a class="wprm-jump-to-recipe-shortcode" href=#card>Jump to Recipe</a><p>{prose(1)}</p>
    <p>{prose(2)}</p><div class=wprm-recipe-container id=card><h2>Ice soup</h2><h3>Ingredients</h3>
    <ul><li>2 cups of ice</li><li>salt</li></ul><h3>Instructions</h3><ol><li>Melt the ice.</li>
    <li>Add the salt.</li></ol></div></article></main><aside class="sidebar sidebar-primary">
    <h3>Hi, I
    am Jo!</h3><p>I cook what the harbour gives, and write down here how you can do it as well.</p>
    <form><input><button>Search</button></form></aside></div></div></div>"""
    found = texts(page)
    assert found[:3] == ["Ice soup", prose(1), prose(2)]
    assert found[-2:] == ["Melt the ice.", "Add the salt."]
    assert "2 cups of ice" in found
    assert not any("Jo!" in text or "I cook" in text or "Jump" in text for text in found)


def test_what_a_reader_program_saved() -> None:
    page = f"""<title>Ice</title><div class=container><div class="header reader-header"><a
    class="domain reader-domain" href=https://quay.example/ice>quay.example</a><h1
    class=reader-title>Ice</h1><div class="credits reader-credits">Ann Reed</div>
    <div class=meta-data>
    <div class=reader-estimated-time>5 minutes</div></div></div><hr><div class=content>
    <div class=moz-reader-content><div id=readability-page-1 class=page><p>{prose(1)}</p>
    <h2>Spring</h2>
    <p>{prose(2)}</p></div></div></div></div>"""
    found = texts(page)
    assert found[-3:] == [prose(1), "Spring", prose(2)]
    assert "Ice" in found
