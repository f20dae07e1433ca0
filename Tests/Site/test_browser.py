"""In a browser, behind a real server: nothing is refused, asked of others, or needs scripts."""

from urllib.parse import urlsplit

from browsing import complaints
from built_site import address


def test_opens_without_a_complaint_or_a_request_to_another_host(site, server, browser):
    page = browser.new_page()
    problems = complaints(page)
    page.route(
        lambda url: urlsplit(url).netloc != urlsplit(server).netloc,
        lambda route: (problems.append(f"asked for {route.request.url}"), route.abort()),
    )
    for path in site.contents:
        page.goto(server + address(path))
    page.close()
    assert problems == []


def test_leads_from_old_addresses_to_the_new(site, server, browser):
    page = browser.new_page()
    for path in site.pages.keys() - site.contents.keys():
        page.goto(server + address(path))
        page.wait_for_url(lambda url, old=server + address(path): url != old)
        assert site.target("", page.url.removeprefix(server))[0] in site.contents
    page.close()


def test_reads_the_same_without_scripts(site, server, browser):
    with_scripts = browser.new_page()
    without = browser.new_page(java_script_enabled=False)
    differing = []
    for path in site.contents:
        with_scripts.goto(server + address(path))
        without.goto(server + address(path))
        if with_scripts.inner_text("body") != without.inner_text("body"):
            differing.append(path)
    with_scripts.close()
    without.close()
    assert differing == []


def test_applies_its_styles(site, server, browser):
    page = browser.new_page()
    for path in site.examples.values():
        page.goto(server + address(path))
        assert page.evaluate("document.styleSheets.length") == 1, path
        assert page.evaluate("document.styleSheets[0].cssRules.length") > 10, path
    page.close()


def test_is_dark_where_people_ask_for_it(site, server, browser):
    backgrounds = {}
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto(server)
        backgrounds[scheme] = page.evaluate(
            """() => {
              const context = document.createElement("canvas").getContext("2d");
              context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
              context.fillRect(0, 0, 1, 1);
              return context.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((a, b) => a + b);
            }"""
        )
        page.close()
    assert backgrounds["light"] > 600 and backgrounds["dark"] < 200
