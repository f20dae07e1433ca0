"""The same files at a domain's root, below a path, and from a disk."""

import urllib.request

import pytest

import dossier
from browsing import complaints
from built_site import Site
from conftest import DOSSIERS
from webserver import free_port, served


def walk(browser, start, expected):
    """Follows links from page to page like somebody who reads everything; gives what went wrong."""
    seen, waiting = {start}, [start]
    page = browser.new_page()
    problems = complaints(page)
    while waiting:
        page.goto(waiting.pop())
        if page.evaluate("getComputedStyle(document.body).marginTop") != "0px":
            problems.append(f"{page.url}: the styles do not apply")
        for link in page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)"):
            link = link.split("#")[0]
            if link.startswith(start.removesuffix("index.html")) and link not in seen:
                seen.add(link)
                if not link.endswith(".xml") and "/media/" not in link:
                    waiting.append(link)
    page.close()
    assert len(seen) >= expected, f"only {len(seen)} addresses found"
    return problems


def test_works_below_a_path(site, browser, tmp_path):
    with served(site.folder, tmp_path, path="/some/path/") as start:
        assert walk(browser, start, len(site.contents) - 5) == []


@pytest.mark.parametrize("name", DOSSIERS)
def test_opens_from_a_disk(name, browser, tmp_path):
    folder = tmp_path / "a folder with spaces & ümlauts"
    dossier.build(DOSSIERS[name], folder, "--portable")
    site = Site(name, DOSSIERS[name], folder)
    start = (folder / "index.html").as_uri()
    assert walk(browser, start, len(site.contents) - 5) == []


@pytest.mark.parametrize("path", ["/", "/some/path/"])
def test_shows_the_404_page_at_every_address(browser, tmp_path, path):
    port = free_port()
    base = f"http://127.0.0.1:{port}{path}"
    dossier.build(dossier.ROOT, tmp_path / "site", "--base-url", base)
    with served(tmp_path / "site", tmp_path / "nginx", path=path, port=port) as start:
        for missing in ("nothing", "officials/nobody/", "a/b/c/d.html"):
            page = browser.new_page()
            problems = complaints(page)
            assert page.goto(start + missing).status == 404
            assert "not found" in page.inner_text("h1").lower()
            assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
            links = "[...document.querySelectorAll('a:not([href^=\"#\"])')].map(a => a.href)"
            for link in page.evaluate(links):
                assert link.startswith(start)
                assert urllib.request.urlopen(link).status == 200
            # That the page itself is not there is what this is about.
            assert [p for p in problems if missing not in p] == []
            page.close()


def test_uses_the_given_address_throughout(tmp_path):
    dossier.build(dossier.ROOT, tmp_path, "--base-url", "https://other.example/below")
    for name in ("feed.xml", "sitemap.xml", "robots.txt", "index.html"):
        text = (tmp_path / name).read_text()
        assert "https://other.example/below/" in text
        assert "dossier.example.org" not in text
