"""WCAG 2.2 AA, as far as a machine can tell."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from built_site import address

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_shuts_nobody_out(site, server, browser, width, scheme):
    problems = []
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    for path in site.examples.values():
        page.goto(server + address(path))
        for violation in Axe().run(page, options=RULES).response["violations"]:
            for node in violation["nodes"]:
                problems.append(
                    f"{path}: {violation['id']}: {node['html'][:200]} {node['failureSummary']}"
                )
    page.close()
    assert problems == []
