"""Notes: beside their spans on a wide window, in place on a narrow one, at the end on paper."""

import io
import re
import shutil
import unicodedata

import pytest
from pypdf import PdfReader

import dossier
from webserver import served

NOTES = 200
#: The height of a line of text, the room that is kept below a note, and how far below its mark one may be, in pixels.
LINE, ROOM, REACH = 30, 10, 330


def many():
    """An article of two hundred notes, some of them longer than what they are about."""
    paragraphs, notes = [], []
    for number in range(1, NOTES + 1):
        paragraphs.append(
            f"Statement {number} is made in a sentence of some length,[^n{number}] "
            "and another sentence follows it."
        )
        notes.append(f"[^n{number}]: Remark {number}. " + "It says more. " * (number % 7))
    body = "\n\n".join(" ".join(paragraphs[i : i + 4]) for i in range(0, NOTES, 4))
    return "---\ntitle: Many notes\ndate: 2023-05-20\n---\n" + body + "\n\n" + "\n".join(notes)


def dense():
    """An article of two hundred notes of several lines, about one at each line, and some far longer ones."""
    words = "Each remark is of two or three lines, as remarks are, and read beside what it is about. "
    text, notes = [], []
    for number in range(1, NOTES + 1):
        text.append(f"Statement {number} takes a line or less to make,[^n{number}] and goes on.")
        notes.append(f"[^n{number}]: Remark {number}. " + words * (12 if number % 50 == 20 else 1))
    body = "\n\n".join(" ".join(text[i : i + 5]) for i in range(0, NOTES, 5))
    return "---\ntitle: Dense notes\ndate: 2023-05-20\n---\n" + body + "\n\n" + "\n".join(notes)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("notes")
    source = dossier.ROOT / "Tests/Site/dossiers/notes"
    dossier.write(folder, {path: data for path, data in dossier.tree(source).items()})
    dossier.write(folder, {"content/articles/many.md": many(), "content/articles/dense.md": dense()})
    dossier.build(folder, folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def address(folder, tmp_path_factory):
    with served(folder, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.fixture(scope="module")
def old_address(folder, tmp_path_factory):
    """The same site as a browser sees it that does not know `::details-content` (Chrome 130, Firefox 142)."""
    copy = tmp_path_factory.mktemp("old") / "site"
    shutil.copytree(folder, copy)
    style = copy / "assets/style.css"
    style.write_text(style.read_text().replace("::details-content", "::unknown-to-all"))
    with served(copy, tmp_path_factory.mktemp("nginx")) as address:
        yield address


def opened(browser, address, width, **options):
    page = browser.new_page(viewport={"width": width, "height": 900}, **options)
    page.goto(address)
    return page


PLACES = """() => [...document.querySelectorAll(".sidenote")].map((note) => {
  const text = note.querySelector(".note-text");
  const box = (element) => { const b = element.getBoundingClientRect();
    return {left: b.left, right: b.right, top: b.top + scrollY, bottom: b.bottom + scrollY}; };
  const summary = note.querySelector("summary");
  return {text: box(text), mark: summary.checkVisibility() ? box(summary) : null,
    isInText: note.matches(".in-text"), isShown: text.checkVisibility({contentVisibilityAuto: true}),
    words: text.innerText};
})"""


@pytest.mark.parametrize("width", [1200, 1280, 1920])
@pytest.mark.parametrize(
    "path", ["articles/places/", "articles/many/", "articles/dense/", "officials/anna-example/"]
)
def test_stand_beside_their_marks_on_a_wide_window(address, browser, path, width):
    page = opened(browser, address + path, width)
    everything = page.evaluate(PLACES)
    assert all(note["isShown"] != note["isInText"] for note in everything)
    notes = [note for note in everything if not note["isInText"]]
    assert len(notes) >= NOTES / 4 or "places" in path or "officials" in path
    assert len(notes) == NOTES or "many" not in path
    blocks = page.evaluate(
        """() => [...document.querySelectorAll(".prose p, .prose .p, .prose li, .prose pre, .prose h2,"
          + " .prose .scroll, .prose figure, .panel, .split-side")]
          .filter((e) => !e.closest(".note-text")).map((e) => {
            const b = e.getBoundingClientRect();
            return {left: b.left, right: b.right, top: b.top + scrollY, bottom: b.bottom + scrollY};
          })"""
    )
    problems = []
    before = 0
    for index, note in enumerate(notes):
        text, mark = note["text"], note["mark"]
        if text["right"] > width or text["right"] - text["left"] < 200:
            problems.append(f"{index + 1} leaves the window, or is narrow: {text}")
        if text["top"] < before - 0.5:
            problems.append(f"{index + 1} begins above the end of the one before")
        # At the height of its mark, unless the one before ends below that; then as soon as there is a line free.
        least = max(mark["top"] if mark else 0, before + ROOM)
        if mark and text["top"] > least + (LINE / 2 if least == mark["top"] else LINE + 8):
            problems.append(f"{index + 1} is {text['top'] - mark['top']} px off its mark")
        if mark and text["top"] > mark["top"] + REACH:
            problems.append(f"{index + 1} is {text['top'] - mark['top']} px off its mark")
        if mark and text["top"] < mark["top"] - 8:
            problems.append(f"{index + 1} begins above its mark")
        for block in blocks:
            if (
                text["left"] < block["right"] - 0.5
                and text["right"] > block["left"] + 0.5
                and text["top"] < block["bottom"] - 0.5
                and text["bottom"] > block["top"] + 0.5
            ):
                problems.append(f"{index + 1} lies on the text at {block}")
        before = text["bottom"]
    page.close()
    assert notes and problems == []


@pytest.mark.parametrize("width", [320, 360, 1000])
def test_open_in_place_by_click_and_by_key(address, browser, width):
    page = opened(browser, address + "articles/places/", width)
    notes = page.locator(".sidenote")
    for index in range(notes.count()):
        text = notes.nth(index).locator(".note-text")
        mark = notes.nth(index).locator("summary")
        assert not text.is_visible()
        mark.focus()
        page.keyboard.press("Enter")
        assert text.is_visible()
        assert mark.evaluate("e => e === document.activeElement")
        box, line = text.bounding_box(), mark.bounding_box()
        # Below its line, and not before it.
        assert box["y"] >= line["y"], index
        assert box["x"] >= 0 and (index == 18 or box["x"] + box["width"] <= width)
        page.keyboard.press("Space")
        assert not text.is_visible()
    first = notes.first.locator("summary")
    first.click()
    assert notes.first.locator(".note-text").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("number", [5, 9, 14, 20, 22, 71])
def test_come_to_their_marks_when_opened_on_a_wide_window(address, browser, number):
    page = opened(browser, address + "articles/dense/", 1280)
    note = page.locator(".sidenote").nth(number - 1)
    mark = note.locator("summary")
    mark.click()
    box, line = note.locator(".note-text").bounding_box(), mark.bounding_box()
    prose = page.locator(".prose > .p").first.bounding_box()
    # The mark reaches a little further than its line.
    assert -LINE / 2 <= box["y"] - (line["y"] + line["height"]) <= LINE
    assert box["x"] == prose["x"] and box["width"] == prose["width"]
    page.close()


@pytest.mark.parametrize("width", [360, 1000, 1280])
def test_open_in_place_where_the_browser_cannot_show_what_is_closed(
    address, old_address, browser, width
):
    page = opened(browser, old_address + "articles/places/", width)
    height = "() => document.querySelector('.prose').getBoundingClientRect().height"
    # Lines go on behind the marks, as they do where notes open in place in a browser of today.
    today = opened(browser, address + "articles/places/", min(width, 1000))
    # In a box of its own a mark may be the first of a line.
    assert abs(page.evaluate(height) - today.evaluate(height)) <= (3 if width < 500 else 1) * LINE
    today.close()
    notes = page.locator(".sidenote")
    for index in range(notes.count()):
        text, mark = notes.nth(index).locator(".note-text"), notes.nth(index).locator("summary")
        assert not text.is_visible()
        mark.click()
        assert text.is_visible()
    boxes = [box["text"] for box in page.evaluate(PLACES)]
    side = page.locator(".split-side").bounding_box()
    for index, (box, after) in enumerate(zip(boxes, boxes[1:])):
        assert box["bottom"] <= after["top"] + 0.5, index + 1
        assert box["left"] >= 0 and (index == 18 or box["right"] <= width)
        assert box["right"] <= side["x"] or box["bottom"] <= side["y"] or width < 900
    page.close()


def test_can_be_hit_with_a_finger(address, browser):
    page = opened(browser, address + "articles/many/", 360)
    sizes = page.evaluate(
        """() => [...document.querySelectorAll(".sidenote > summary")].map((e) => {
             const b = e.getBoundingClientRect(); return [b.width, b.height]; })"""
    )
    page.close()
    assert len(sizes) == NOTES and all(w >= 24 and h >= 24 for w, h in sizes), min(sizes)


def test_lead_to_themselves_and_open_when_they_are_led_to(address, browser):
    page = opened(browser, address + "articles/many/#_n150", 360)
    note = page.locator("#_n150")
    assert note.is_visible() and "Remark 150." in note.inner_text()
    assert note.locator(".note-number").get_attribute("href") == "#_n150"
    assert not page.locator("#_n149").is_visible()
    page.close()


def test_are_all_within_reach_without_scripts(address, browser):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 900})
    page = context.new_page()
    page.goto(address + "articles/places/")
    for note in page.locator(".sidenote").all():
        note.locator("summary").click()
        assert note.locator(".note-text").is_visible()
    context.close()


@pytest.mark.parametrize("path", ["articles/places/", "articles/many/"])
def test_are_numbered_at_the_end_on_paper(address, browser, path):
    page = opened(browser, address + path, 1280)
    texts = page.evaluate(
        """() => [...document.querySelectorAll(".sidenote")].map((note) => [
          Number(note.querySelector("summary").textContent),
          [...note.querySelector(".note-text").childNodes].slice(1).map((n) => n.textContent).join("")])"""
    )
    pdf = page.pdf()
    page.close()
    # Ligatures are letters again.
    words = unicodedata.normalize(
        "NFKC", "".join(p.extract_text() for p in PdfReader(io.BytesIO(pdf)).pages)
    )
    words = re.sub(r"\s+", "", words)
    end = words[words.rindex("Notes") :] if path.endswith("many/") else words
    for number, text in texts:
        text = re.sub(r"\s+", "", text)[:15]
        # Once, in the list, behind its number.
        assert words.count(f"{number}.{text}") == 1, (number, text)
        if path.endswith("many/"):
            assert words.count(text) == 1, (number, text)
    assert end
    if path.endswith("many/"):
        # Each mark stands in the text.
        assert "length,150andanother" in words
