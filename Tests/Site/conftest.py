"""The sites under test, a server for them, and a browser."""

import pytest
from playwright.sync_api import sync_playwright

import dossier
from built_site import Site
from webserver import served

#: The project's own dossier, and one that holds everything that a dossier may hold.
DOSSIERS = {
    "own": dossier.ROOT,
    "showcase": dossier.ROOT / "Tests/Site/dossiers/showcase",
    "notes": dossier.ROOT / "Tests/Site/dossiers/notes",
}


@pytest.fixture(scope="session", params=DOSSIERS)
def site(request, tmp_path_factory):
    """A built site; every test that uses it runs once for each dossier."""
    output = tmp_path_factory.mktemp(request.param) / "site"
    dossier.build(DOSSIERS[request.param], output)
    return Site(request.param, DOSSIERS[request.param], output)


@pytest.fixture(scope="session")
def server(site, tmp_path_factory):
    """The address of that site behind nginx."""
    with served(site.folder, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        yield browser
        browser.close()
