"""A backlink shows the words that mention, and leads to the very spot."""

import re
import unicodedata

from built_site import text


def folded(words):
    """As a reader compares names: without case, accents, quotation marks and kinds of hyphens."""
    words = unicodedata.normalize("NFD", words.casefold())
    words = "".join(c for c in words if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", " ", words).strip()


def without_notes(element):
    """All text of an element but its notes and sources: marks and notes on a page, `[p. 3]` in an excerpt."""
    names = element.get("class", "").split()
    if element.tag == "sup" and ("note" in names or "cite" in names):
        return ""
    if element.tag == "details" and "sidenote" in names:
        return ""
    if element.tag == "mark" and text(element).startswith("["):
        return ""
    parts = [element.text or ""]
    for child in element:
        parts += [without_notes(child), child.tail or ""]
    return "".join(parts)


def excerpts(site):
    """Each as (page, the excerpt, its link to the spot)."""
    for page in site.contents.values():
        for item in page.elements("li"):
            quotes = item.findall("blockquote")
            links = item.findall("p/a")
            if quotes and links:
                yield page, quotes[0], links[-1].get("href")


def mentions(site):
    """The excerpts of mentions in words. A citation mentions its source by a number."""
    for page, quote, link in excerpts(site):
        path, fragment = site.target(page.path, link)
        spot = site.pages[path].with_id(fragment)
        # The spot of a further place in a source stands around the number.
        is_number = spot.find(".//sup[@class='cite']") is not None and without_notes(spot) == ""
        if not is_number and spot.tag != "sup" and parents(site.pages[path])[spot].tag != "sup":
            yield page, quote, site.pages[path], spot


def parents(page):
    return {child: parent for parent in page.root.iter() for child in parent}


def test_has_excerpts_at_all(site):
    pages = {page.path for page, _, _ in excerpts(site)}
    assert len(pages) > (1 if site.name == "notes" else 3)


def test_marks_the_mention_in_its_sentence_once(site):
    problems = [
        f"{page.path}: {text(quote)}"
        for page, quote, _, _ in mentions(site)
        if len(list(quote.iter("mark"))) != 1 or not text(next(quote.iter("mark")))
    ]
    assert problems == []


def test_leads_to_the_words_it_marks(site):
    problems = []
    for page, quote, target, spot in mentions(site):
        marked = " ".join(text(mark) for mark in quote.iter("mark"))
        # Of a text in a field, the fact that holds it is as near as one comes; a citation there is a number.
        # An annotated passage stands in pieces, and its id at the first of them.
        if spot.get("id").startswith("_a"):
            is_there = marked.startswith("[") or folded(marked).startswith(
                folded(without_notes(spot))
            )
        elif spot.get("id").startswith("_"):
            is_there = marked.startswith("[") or folded(marked) in folded(text(spot))
        else:
            is_there = folded(marked) == folded(text(spot))
        if not is_there:
            problems.append(f"{page.path}: '{marked}' leads to '{text(spot)}' in {target.path}")
    assert problems == []


def test_shows_a_sentence_of_the_page_it_leads_to(site):
    problems = []
    for page, quote, link in excerpts(site):
        target = site.pages[site.target(page.path, link)[0]]
        sentence = folded(without_notes(quote).strip("… "))
        if not sentence or sentence not in folded(without_notes(target.root.find("body"))):
            problems.append(f"{page.path}: '{sentence}' is not in {target.path}")
    assert problems == []


def test_leaves_no_gap_where_a_note_was(site):
    problems = [
        f"{page.path}: {text(quote)}"
        for page, quote, _ in excerpts(site)
        if re.search(r"\w [.,;:!?](\s|$)", text(quote))
    ]
    assert problems == []


def test_leads_to_a_place_that_links_back(site):
    """Where the words are a link, it is one to the entity that lists them."""
    problems = []
    for page, _, target, spot in mentions(site):
        if spot.get("id").startswith("_"):
            continue  # words that are annotated hold links of their own
        for element in [spot, *spot.iter("a"), parents(target)[spot]]:
            if element.tag == "a" and element.get("href"):
                back = site.target(target.path, element.get("href"))
                if not back or back[0] != page.path:
                    problems.append(f"{page.path}: {element.get('href')} in {target.path}")
                break
    assert problems == []
