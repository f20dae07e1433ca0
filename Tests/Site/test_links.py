"""Every link leads somewhere."""

from urllib.parse import urlsplit

from built_site import text

LINKS = {
    "a": "href", "link": "href", "img": "src", "blockquote": "cite", "q": "cite", "source": "src",
    "audio": "src", "video": "src",
}  # fmt: skip


def links(page):
    for element in page.elements(*LINKS):
        link = element.get(LINKS[element.tag])
        if link is not None:
            yield element, link
    for element in page.elements("meta"):
        if element.get("http-equiv") == "refresh":
            yield element, element.get("content").split("url=", 1)[1]


def test_leads_to_a_file_and_a_spot_that_exist(site):
    problems = []
    for page in site.pages.values():
        for _, link in links(page):
            target = site.target(page.path, link)
            if target is None:
                continue
            path, fragment = target
            if path not in site.files:
                problems.append(f"{page.path}: {link}: no file {path}")
            elif fragment and (path not in site.pages or fragment not in site.pages[path].ids):
                problems.append(f"{page.path}: {link}: no id '{fragment}' in {path}")
    assert problems == []


def test_refers_to_ids_that_exist(site):
    problems = [
        f"{page.path}: {attribute}={name}"
        for page in site.pages.values()
        for element in page.elements()
        for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers")
        for name in element.get(attribute, "").split()
        if name not in page.ids
    ]
    assert problems == []


def test_is_relative_within_the_site(site):
    problems = [
        f"{page.path}: {link}"
        for page in site.pages.values()
        if page.path != "404.html"  # shown at every address, so its links begin at the root
        for _, link in links(page)
        if link.startswith("/")
    ]
    assert problems == []


def test_leads_out_only_over_http_and_mail(site):
    schemes = {urlsplit(link).scheme for page in site.pages.values() for _, link in links(page)}
    assert schemes <= {"", "http", "https", "mailto"}


def test_says_where_it_leads(site):
    problems = [
        f"{page.path}: {link}"
        for page in site.pages.values()
        for element, link in links(page)
        if element.tag == "a"
        and not text(element)
        and not element.get("aria-label")
        and not any(e.get("alt") for e in element.iter("img"))
    ]
    assert problems == []


def test_reaches_every_page_from_the_first_one(site):
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        page = site.pages[waiting.pop()]
        for element, link in links(page):
            target = site.target(page.path, link)
            if (
                element.tag == "a"
                and target
                and target[0] in site.pages
                and target[0] not in reached
            ):
                reached.add(target[0])
                waiting.append(target[0])
    # A tombstone and an old address are there for links from elsewhere.
    expected = {
        path for path, page in site.contents.items()
        if path != "404.html" and "was removed" not in text(page.elements("h1")[0])
    }  # fmt: skip
    assert expected - reached == set()
