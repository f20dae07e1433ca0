"""Pages fit the window, and pictures of them are there to be looked at."""

import pytest

import dossier
from built_site import address

#: For people to look at after a run.
SHOTS = dossier.ROOT / ".build-shots"


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_never_scrolls_sideways(site, server, browser, width):
    problems = []
    page = browser.new_page(viewport={"width": width, "height": 800})
    for path in site.contents:
        page.goto(server + address(path))
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            problems.append(f"{path} takes {needed} px of {width}")
    page.close()
    assert problems == []


@pytest.mark.parametrize("width", [320, 1280])
def test_cuts_nothing_off(site, server, browser, width):
    """Nothing sticks out of the window, unless it scrolls by itself, as wide tables may."""
    problems = []
    page = browser.new_page(viewport={"width": width, "height": 800})
    for path in site.contents:
        page.goto(server + address(path))
        for name in page.evaluate(STICKING_OUT):
            problems.append(f"{path}: {name}")
    page.close()
    assert problems == []


STICKING_OUT = """() => {
  const scrolls = (element) => {
    for (let e = element.parentElement; e; e = e.parentElement)
      if (["auto", "scroll"].includes(getComputedStyle(e).overflowX)) return true;
    return false;
  };
  const width = document.documentElement.clientWidth;
  return [...document.querySelectorAll("main *")].filter((element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return box.width > 1 && box.height > 1 && (box.right > width + 1 || box.left < -1)
      && style.position !== "absolute" && !scrolls(element);
  }).map((element) => element.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_has_its_picture_taken(site, server, browser, width, scheme):
    folder = SHOTS / site.name
    folder.mkdir(parents=True, exist_ok=True)
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    for kind, path in site.examples.items():
        page.goto(server + address(path))
        page.screenshot(path=folder / f"{kind}-{width}-{scheme}.png", full_page=True)
    page.close()
    assert len(list(folder.glob(f"*-{width}-{scheme}.png"))) >= len(site.examples)


#: What tables change into as they get narrower happens somewhere between these.
WIDTHS = [*range(320, 700, 20), *range(700, 1420, 60)]


def test_keeps_tables_whole(site, server, browser):
    """Columns stand below their headings, words of a heading hold together, and no cell leaves its table."""
    problems = []
    page = browser.new_page(viewport={"width": WIDTHS[0], "height": 800})
    for path, content in site.contents.items():
        if '<div class="table">' not in content.text:
            continue
        page.goto(server + address(path))
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            for problem in page.evaluate(BROKEN_TABLES):
                problems.append(f"{path} at {width} px: {problem}")
    page.close()
    assert problems == []


BROKEN_TABLES = """() => {
  const problems = [];
  const breaks = (text) => [...text.data.matchAll(/\\S+/g)].some((word) => {
    const range = document.createRange();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1;
  });
  for (const table of document.querySelectorAll(".table > table")) {
    if (!table.checkVisibility()) continue;
    const frame = table.parentElement.getBoundingClientRect();
    const heads = [...table.tHead.rows[0].cells];
    const isCards = getComputedStyle(table.tHead).position === "absolute";
    for (const row of table.tBodies[0].rows)
      [...row.cells].forEach((cell, index) => {
        const box = cell.getBoundingClientRect();
        if (box.width === 0) return;
        if (box.left < frame.left - 1 || box.right > frame.right + 1)
          problems.push("a cell leaves its table: " + cell.innerText);
        if (!isCards && Math.abs(box.left - heads[index].getBoundingClientRect().left) > 1)
          problems.push("not below its heading: " + cell.innerText);
      });
    if (!isCards)
      for (const head of heads)
        if ([...head.childNodes].some((node) => node.nodeType === 3 && breaks(node)))
          problems.push("a heading is broken: " + head.innerText);
  }
  return problems;
}"""
