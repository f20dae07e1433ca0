"""A backlink shows the words that mention, and leads to the very spot."""

import re
import unicodedata

from built_site import text


def folded(words):
    """As a reader compares names: without case, accents, quotation marks and kinds of hyphens."""
    words = unicodedata.normalize("NFD", words.casefold())
    words = "".join(c for c in words if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", " ", words).strip()


def excerpts(site):
    """Each as (page, the excerpt, its link to the spot)."""
    for page in site.contents.values():
        for item in page.elements("li"):
            quotes = [e for e in item.findall("blockquote")]
            links = [e for e in item.findall("p/a")]
            if quotes and links:
                yield page, quotes[0], links[-1].get("href")


def parents(page):
    return {child: parent for parent in page.root.iter() for child in parent}


def test_has_excerpts_at_all(site):
    pages = {page.path for page, _, _ in excerpts(site)}
    assert len(pages) > 3


def test_marks_the_mention_in_its_sentence_once(site):
    problems = [
        f"{page.path}: {text(quote)}"
        for page, quote, _ in excerpts(site)
        if len(list(quote.iter("mark"))) != 1 or not text(next(quote.iter("mark")))
    ]
    assert problems == []


def test_leads_to_the_words_it_marks(site):
    problems = []
    for page, quote, link in excerpts(site):
        path, fragment = site.target(page.path, link)
        marked = text(next(quote.iter("mark")))
        spot = text(site.pages[path].with_id(fragment))
        if folded(marked) != folded(spot):
            problems.append(f"{page.path}: '{marked}' leads to '{spot}' ({link})")
    assert problems == []


def test_shows_a_sentence_of_the_page_it_leads_to(site):
    problems = []
    for page, quote, link in excerpts(site):
        target = site.pages[site.target(page.path, link)[0]]
        sentence = folded(text(quote).strip("… "))
        if sentence not in folded(text(target.root.find("body"))):
            problems.append(f"{page.path}: '{sentence}' is not in {target.path}")
    assert problems == []


def test_leads_to_a_place_that_links_back(site):
    """Where the words are a link, it is one to the entity that lists them."""
    problems = []
    for page, _, link in excerpts(site):
        path, fragment = site.target(page.path, link)
        spot = site.pages[path].with_id(fragment)
        for element in [spot, *spot.iter("a"), parents(site.pages[path])[spot]]:
            if element.tag == "a" and element.get("href"):
                target = site.target(path, element.get("href"))
                if not target or target[0] != page.path:
                    problems.append(f"{page.path}: {link} links to {element.get('href')}")
                break
    assert problems == []
