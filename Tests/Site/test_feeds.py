"""feed.xml, sitemap.xml and robots.txt."""

import os
import subprocess
import xml.etree.ElementTree as xml
from pathlib import Path

import pytest

from built_site import address

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def schema(variable):
    if not os.environ.get(variable):
        pytest.skip(f"{variable} does not say where the schema is")
    path = Path(os.environ[variable])
    assert path.exists(), f"{variable} names {path}, which is not there"
    return path


def base(site):
    """The canonical address, as site.yaml has it."""
    lines = (site.source / "content/site.yaml").read_text().splitlines()
    return next(line.removeprefix("url:").strip() for line in lines if line.startswith("url:"))


def test_feed_follows_the_schema_of_atom(site):
    command = ["jing", "-c", schema("ATOM_SCHEMA"), site.folder / "feed.xml"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_sitemap_follows_its_schema(site):
    command = ["xmllint", "--noout", "--nonet", "--schema", schema("SITEMAP_SCHEMA")]
    done = subprocess.run([*command, site.folder / "sitemap.xml"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_sitemap_has_exactly_the_public_pages(site):
    root = xml.parse(site.folder / "sitemap.xml").getroot()
    listed = [loc.text for loc in root.iter(SITEMAP + "loc")]
    public = {base(site) + address(p) for p, page in site.contents.items() if not page.is_noindex}
    assert len(listed) == len(set(listed))
    assert set(listed) == public - {base(site) + "404.html"}


def test_feed_has_the_public_articles_newest_first(site):
    root = xml.parse(site.folder / "feed.xml").getroot()
    entries = [entry.find(ATOM + "link").get("href") for entry in root.iter(ATOM + "entry")]
    dates = [entry.find(ATOM + "published").text for entry in root.iter(ATOM + "entry")]
    articles = {
        base(site) + address(path)
        for path, page in site.contents.items()
        if path.startswith("articles/") and path.count("/") == 2 and not page.is_noindex
    }
    assert set(entries) == articles and len(entries) == len(articles)
    assert dates == sorted(dates, reverse=True)


def test_pages_name_their_canonical_address(site):
    problems = []
    for path, page in site.contents.items():
        links = [e.get("href") for e in page.elements("link") if e.get("rel") == "canonical"]
        if not page.is_noindex and links != [base(site) + address(path)]:
            problems.append(f"{path}: {links}")
    assert problems == []


def test_robots_are_told_of_the_sitemap(site):
    lines = (site.folder / "robots.txt").read_text().splitlines()
    assert f"Sitemap: {base(site)}sitemap.xml" in lines
    assert "Disallow: /" not in lines
