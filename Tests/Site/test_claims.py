"""Claims with their lists, corrections with their feed, and replies, in the output as it is."""

import re
import subprocess
import xml.etree.ElementTree as xml
from urllib.parse import urldefrag

import pytest

from built_site import text
from test_feeds import ATOM, base, schema

STATUSES = ["accepted", "disputed", "rejected"]
CONFIDENCES = ["confirmed", "likely", "possible", "doubtful", "not-stated"]

#: The dossiers that have claims and corrections; the one about notes has none.
with_claims = pytest.mark.parametrize("site", ["own", "showcase"], indirect=True)


def with_class(page, name):
    return [e for e in page.elements() if name in (e.get("class") or "").split()]


def links(element):
    return [e for e in element.iter() if e.tag == "a" and e.get("href")]


def lists(site):
    """Every list of claims: its slug -> its claims, all pages of it together."""
    found = {}
    for path, page in sorted(site.contents.items()):
        match = re.fullmatch(r"claims/(?:(?!page-)([a-z-]+)/)?(?:page-\d+/)?index\.html", path)
        if match:
            found.setdefault(match[1] or "", []).extend(
                # Sources are numbered anew on each page.
                re.sub(r"\[\d+\]", "", text(claim))
                for claim in with_class(page, "claim")
            )
    return {slug: sorted(claims) for slug, claims in found.items()}


@with_claims
def test_there_are_claims_and_corrections(site):
    assert lists(site)[""]
    assert "corrections/index.html" in site.contents


@pytest.mark.parametrize("choices", [STATUSES, CONFIDENCES], ids=["status", "confidence"])
def test_filters_part_the_claims(site, choices):
    found = lists(site)
    parts = [found[choice] for choice in choices if choice in found]
    assert all(parts), "a list without claims"
    assert sorted(sum(parts, [])) == found[""]


def test_combined_filters_part_each_list(site):
    found = lists(site)
    for status in STATUSES:
        parts = [found.get(f"{status}-{confidence}", []) for confidence in CONFIDENCES]
        assert sorted(sum(parts, [])) == found.get(status, [])
    for confidence in CONFIDENCES:
        parts = [found.get(f"{status}-{confidence}", []) for status in STATUSES]
        assert sorted(sum(parts, [])) == found.get(confidence, [])


def test_filters_say_how_many_there_are(site):
    problems = []
    for path, page in site.contents.items():
        for nav in with_class(page, "claim-filters"):
            for item in (e for e in nav.iter() if e.tag == "li"):
                label, count = text(item).rsplit(" ", 1)
                link = next(iter(links(item)), None)
                if link is None:
                    if count != "0":
                        problems.append(f"{path}: {label}")
                    continue
                target = site.pages[site.target(path, link.get("href"))[0]]
                heading = text(target.elements("h1")[0])
                if heading.rsplit(" ", 1)[1] != count:
                    problems.append(f"{path}: {label} {count}, and there {heading}")
    assert problems == []


def test_marks_the_list_at_hand(site):
    for path, page in site.contents.items():
        for nav in with_class(page, "claim-filters"):
            current = [e for e in links(nav) if e.get("aria-current")]
            assert len(current) == 2
            folder = re.sub(r"page-\d+/", "", path)
            assert {site.target(path, e.get("href"))[0] for e in current} == {folder}


def test_every_claim_has_an_address_that_is_there(site):
    problems = []
    for path, page in site.contents.items():
        for claim in with_class(page, "claim"):
            home = [e for e in links(claim) if text(e) == "Link to this claim"]
            place = [e for p in claim.iter() if "meta" in (p.get("class") or "") for e in links(p)]
            address = (home + place)[0].get("href")
            target, fragment = site.target(path, address)
            if target not in site.pages or (fragment and fragment not in site.pages[target].ids):
                problems.append(f"{path}: {address}")
            if home and claim.get("id") != fragment:
                problems.append(f"{path}: {claim.get('id')} is not {address}")
    assert problems == []


def test_every_claim_says_first_whose_it_is(site):
    problems = []
    for path, page in site.contents.items():
        for claim in with_class(page, "claim"):
            words = text(claim)
            if not re.match(r".+ said:|Attributed to nobody named:", words):
                problems.append(f"{path}: {words}")
            if not re.search(r"\bno source|\d+ (independent )?sources?\b", words):
                problems.append(f"{path}: no number of sources: {words}")
    assert problems == []


def test_whoever_speaks_or_is_spoken_of_lists_the_claim(site):
    """Each link of a claim leads to a page that lists it too."""
    problems = []
    for claim in with_class(site.contents["claims/index.html"], "claim"):
        says = next(e for e in claim.iter() if "claim-by" in (e.get("class") or ""))
        speakers = [e for p in says.iter() if "speaker" in (p.get("class") or "") for e in links(p)]
        abouts = [
            e for p in claim.iter() if "claim-about" in (p.get("class") or "")
            if text(p).startswith("About") for e in links(p)
        ]
        body = [e for e in claim.iter() if (e.get("class") or "").startswith("claim-text")]
        for link in speakers + abouts:
            target = site.target("claims/index.html", link.get("href"))[0]
            there = [text(c) for c in with_class(site.pages[target], "claim")]
            if body and not any(text(body[0]) in words for words in there):
                problems.append(f"{target}: {text(body[0])}")
    assert problems == []


def test_replies_lead_to_the_reply(site):
    problems = []
    for path, page in site.contents.items():
        for reply in with_class(page, "claim-reply") + with_class(page, "reply-line"):
            target, fragment = site.target(path, links(reply)[-1].get("href"))
            if fragment != "_reply" or "_reply" not in site.pages[target].ids:
                problems.append(f"{path}: {text(reply)}")
    assert problems == []


def test_retractions_are_said_at_the_head(site):
    for path, page in site.contents.items():
        in_list = [
            e for e in with_class(page, "severity-retraction") if path != "corrections/index.html"
        ]
        banners = with_class(page, "retraction")
        assert len(banners) == len(in_list), path
        for banner in banners:
            assert links(banner)[0].get("href").removeprefix("#") in page.ids


@with_claims
def test_feed_of_corrections_follows_the_schema_of_atom(site):
    command = ["jing", "-c", schema("ATOM_SCHEMA"), site.folder / "corrections.xml"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@with_claims
def test_feed_of_corrections_leads_to_each_of_them(site):
    root = xml.parse(site.folder / "corrections.xml").getroot()
    entries = list(root.iter(ATOM + "entry"))
    ids = [entry.find(ATOM + "id").text for entry in entries]
    assert ids and len(ids) == len(set(ids))
    for identifier in ids:
        address, fragment = urldefrag(identifier)
        page = site.pages[address.removeprefix(base(site)) + "index.html"]
        assert fragment in page.ids and not page.is_noindex
    updates = [entry.find(ATOM + "updated").text for entry in entries]
    assert updates == sorted(updates, reverse=True)
    listed = with_class(site.contents["corrections/index.html"], "entry-title")
    assert len(listed) >= len(ids)


@with_claims
def test_every_page_names_the_feed_of_corrections(site):
    for path, page in site.contents.items():
        alternates = [e.get("href") for e in page.elements("link") if e.get("rel") == "alternate"]
        assert any(link.endswith("corrections.xml") for link in alternates), path
