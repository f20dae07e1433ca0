"""Every statement shows whose word it is: mark, list, page of the source, and back."""

import re

from built_site import text

import dossier

SVG = "{http://www.w3.org/2000/svg}"


def classes(element):
    return element.get("class", "").split()


def marks(page):
    """Each number of a source on a page, but for the copies on paper: its link."""
    copies = {
        sup for e in page.elements() if "on-paper" in classes(e) for sup in e.iter("sup")
    }
    for sup in page.elements("sup"):
        if "cite" in classes(sup) and sup not in copies:
            yield from sup.findall("a")


def entries(page):
    """Each source in the list at the end of a page: its id -> the item."""
    for section in page.elements("section"):
        if section.get("aria-labelledby") == "_citations":
            return {item.get("id"): item for item in section.findall("ol/li")}
    return {}


def source_link(item):
    """The link from an entry of the list to the page of its source; None of one that was removed."""
    return next((link.get("href") for cite in item.iter("cite") for link in cite.iter("a")), None)


def back(item):
    return [
        link.get("href")
        for ul in item.iter("ul")
        if "cited-at" in classes(ul)
        for link in ul.findall("li/a")
    ]


def citing(page):
    """What the page of a source lists as citing it: the links to the spots."""
    for section in page.elements("section"):
        if section.get("aria-labelledby") == "_citing":
            return [
                link.get("href")
                for item in section.findall("section/ul/li")
                for link in item.iter("a")
            ]
    return []


def test_every_mark_leads_to_the_list_and_back(site):
    count, problems = 0, []
    for path, page in site.contents.items():
        listed = entries(page)
        for mark in marks(page):
            count += 1
            item = listed.get(mark.get("href", "").removeprefix("#"))
            if item is None:
                problems.append(f"{path}: no entry {mark.get('href')}")
            elif "#" + (mark.get("id") or "?") not in back(item):
                problems.append(f"{path}: {mark.get('href')} does not lead back to {mark.get('id')}")
        for item in listed.values():
            problems += [
                f"{path}: no spot {link}"
                for link in back(item)
                if link.removeprefix("#") not in page.ids
            ]
    assert problems == []
    assert count > 10


def first_uses(links):
    """Numbers in the order in which they first come up."""
    return list(dict.fromkeys(int("".join(link.itertext()).strip("[]")) for link in links))


def test_sources_are_numbered_in_the_order_in_which_a_reader_meets_them(site):
    count, problems = 0, []
    for path, page in site.contents.items():
        numbers = first_uses(marks(page))
        count += len(numbers)
        if numbers != list(range(1, len(numbers) + 1)):
            problems.append(f"{path}: {numbers}")
    assert problems == []
    assert count > (5 if site.name == "notes" else 10)


def test_notes_are_numbered_in_the_order_in_which_a_reader_meets_them(site):
    count, problems = 0, []
    for path, page in site.contents.items():
        numbers = first_uses(
            e
            for e in page.elements("summary", "a")
            if (e.get("aria-label") or "").startswith("Note ")
            or e.tag == "a" and re.fullmatch("_r[0-9-]+", e.get("id") or "")
        )
        count += len(numbers)
        if numbers != list(range(1, len(numbers) + 1)):
            problems.append(f"{path}: {numbers}")
    assert problems == []
    assert count > (3 if site.name == "own" else 5)


def test_every_entry_leads_to_its_source_which_leads_to_every_page_that_cites_it(site):
    count, problems = 0, []
    for path, page in site.contents.items():
        if path.startswith(("claims/", "corrections/")):
            continue  # these gather what other pages say, and those cite
        for item in entries(page).values():
            link = source_link(item)
            if link is None:
                continue
            count += 1
            source = site.target(path, link)[0]
            if source == path:
                continue
            spots = [site.target(source, spot) for spot in citing(site.pages[source])]
            if not any(target == path for target, _ in spots) and not told_elsewhere(site, spots, page):
                problems.append(f"{source} does not list {path}")
    assert problems == []
    assert count > (1 if site.name == "notes" else 10)


def told_elsewhere(site, spots, page):
    """Whether a page shows what another says, which the source then lists: an inverse table or a claim."""
    shown = {site.target(page.path, a.get("href")) for a in page.elements("a") if a.get("href")}
    pages = {path for path, _ in filter(None, shown)}
    return any(target in pages for target, _ in spots)


def test_every_place_that_a_source_lists_exists(site):
    count, problems = 0, []
    for path, page in site.contents.items():
        for link in citing(page):
            count += 1
            target, fragment = site.target(path, link)
            if target not in site.pages or fragment and fragment not in site.pages[target].ids:
                problems.append(f"{path}: {link}")
    assert problems == []
    assert count > 5


def test_has_no_link_to_an_address_that_is_not_to_be_followed(tmp_path):
    trap = "https://www.trap.example/page"
    files = {
        "content/site.yaml": "title: T\nurl: https://site.example/\n",
        "content/sources/trap.yaml": f"title: Trap\nurl: {trap}\nurl_status: unfit\n"
        "archives: [{url: 'https://archive.example/trap'}]\n",
        "content/officials/a.yaml": f"name: A B\nborn: {{value: 1970, cite: trap}}\n"
        f"links: ['{trap}/', {{url: 'http://trap.example/page#x', title: Old}}]\nidentifiers: {{site: '{trap}'}}\n",
        "content/articles/talks.md": "---\ntitle: Talks\ndate: 2023-05-20\n"
        f"summary: See [it]({trap}).\n---\nSee <{trap}>, [it](HTTPS://trap.example/page/) and [@trap].\n",
    }
    dossier.write(tmp_path, files)
    dossier.build(tmp_path, tmp_path / "site")
    built = dossier.tree(tmp_path / "site")
    for path, content in built.items():
        assert not re.search(rb'(href|src|cite)="[^"]*trap\.example', content, re.I), path
    assert b"https://archive.example/trap" in built["sources/trap/index.html"]
    assert trap.encode() in built["sources/trap/index.html"]


def test_bars_have_words_beside_them_and_no_style(site):
    bars = 0
    for page in site.contents.values():
        for cell in page.elements("td", "th"):
            for bar in cell.iter(SVG + "svg"):
                bars += 1
                assert bar.get("aria-hidden") == "true"
                assert text(cell)
                for part in bar.iter(SVG + "rect"):
                    fill = part.get("fill")
                    reference = re.fullmatch(r"url\(#(.+)\)", fill)
                    assert fill == "currentColor" or reference[1] in page.ids
        assert not any(e.get("style") for e in page.elements())
    # That dossier is about notes, and has no table of dates.
    assert bars > 1 or site.name == "notes"
