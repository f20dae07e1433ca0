"""Names and quotations in scripts that run from right to left, among words that do not."""

import pytest

import dossier
from webserver import served

FILES = {
    "content/site.yaml": "title: Test\n",
    "content/sources/wire.yaml": "title: وكالة الأنباء (1)\nlang: ar\nauthors: [محمد]\npublished: 2023-05-18\n",
    "content/officials/ana.yaml": """
name: علي (الأول)
names:
  - {text: "عלי (2)", lang: ar, type: alias, cite: wire}
claims:
  - {id: c, text: It goes on, cite: {source: wire, at: p. 3, quote: "قال: نعم (3).", quote_lang: ar, translation: Yes}}
""",
    "content/articles/talks.md": """---
title: اللقاء (4)
date: 2023-05-20
annotations:
  n: {text: Said, quote: "قال (5).", quote_lang: ar, translation: Said, cite: wire, as_stated: "أمس (6)."}
---
Then [[ana]] 7 came, [he said]{^n}, and [[ana]], 8 times [@wire].
""",
}

#: Where the words stand that an element shows: the left edge of each, from left to right.
ORDER = """(element) => {
  const words = [];
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode()); ) {
    for (const match of node.data.matchAll(/[A-Za-z]+|[0-9]+|[\\u0590-\\u06ff]+|[().:]/g)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const box = range.getBoundingClientRect();
      if (box.width) words.push([box.left, box.top, match[0]]);
    }
  }
  return words.sort((a, b) => a[0] - b[0]).map((word) => word[2]).join(" ");
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("directions")
    dossier.write(folder, FILES)
    dossier.build(folder, folder / "site")
    with served(folder / "site", tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.mark.parametrize(
    "path, selector, words",
    [
        # From left to right: what is read last of the right-to-left words comes first.
        ("officials/ana/", "h1", ") الأول ( علي"),
        ("officials/ana/", ".names li > span:first-child", ") 2 ( عלי"),
        ("officials/ana/", ".claim blockquote p", ". ) 3 ( نعم : قال"),
        ("articles/talks/", "h1", ") 4 ( اللقاء"),
        ("articles/talks/", ".prose > .p > a", ") الأول ( علي"),
        ("officials/ana/", ".mention mark", ") الأول ( علي"),
        ("articles/talks/", ".citations cite", ") 1 ( الأنباء وكالة"),
        ("articles/talks/", ".prose .note-text q", ". ) 5 ( قال"),
        ("articles/talks/", ".prose .note-text .as-stated q", ". ) 6 ( أمس"),
    ],
)
def test_are_shown_from_right_to_left(address, browser, path, selector, words):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + path)
    assert page.locator(selector).first.evaluate(ORDER) == words
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_leave_the_order_of_what_stands_beside_them(address, browser, width):
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address + "articles/talks/")
    left = "(e) => e.getBoundingClientRect().left"
    # The year stands behind the author, and the mark behind what it supports.
    entry = page.locator(".source-entry").first
    assert entry.locator("cite").evaluate(left) < entry.locator("span[dir]").first.evaluate(left)
    order = page.locator(".prose > .p").evaluate(ORDER)
    assert order.index("علي") < order.index("7") if width > 400 else "7" in order
    page.goto(address + "officials/ana/")
    order = page.locator(".mention blockquote").first.evaluate(ORDER)
    assert width < 400 or order.index("علي") < order.index("7")
    # A name alone in its line begins where the others do.
    head, kicker = page.locator("h1"), page.locator(".kicker")
    range_left = "(e) => { const r = document.createRange(); r.selectNodeContents(e); return r.getBoundingClientRect().left; }"
    assert abs(head.evaluate(range_left) - kicker.evaluate(range_left)) < 4
    name = page.locator(".names li").first
    assert name.locator("span").first.evaluate(left) < name.locator(".support").evaluate(left)
    page.close()


def test_a_page_from_right_to_left_keeps_dates_and_the_margin(tmp_path, browser):
    """What the site itself says stays in its own direction, and notes stand beside the text, on the window."""
    folder = tmp_path / "dossier"
    dossier.write(folder, {**FILES, "content/articles/talks.md": FILES["content/articles/talks.md"]
                           .replace("date:", "lang: ar\nauthors: [محمد]\ndate:")})
    dossier.build(folder, folder / "site")
    with served(folder / "site", tmp_path) as address:
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.goto(address + "articles/talks/")
        assert page.locator("article").evaluate("e => getComputedStyle(e).direction") == "rtl"
        assert page.locator(".page-head time").evaluate(ORDER) == "20 May 2023"
        note, text = (page.locator(s).first.bounding_box() for s in (".note-text", ".prose > .p"))
        assert 0 <= note["x"] and note["x"] + note["width"] <= text["x"]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.close()
