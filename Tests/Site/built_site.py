"""A built site: its pages, parsed, and their types."""

import re
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib


class Page:
    """One HTML file, as a strict parser reads it. `errors` says what the parser did not like."""

    def __init__(self, path, file):
        self.path = path
        self.text = file.read_bytes().decode()
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.root = parser.parse(self.text)
        self.errors = [
            f"{place[0]}:{place[1]}: {html5lib.constants.E[code] % details}"
            for place, code, details in parser.errors
        ]

    def elements(self, *names):
        return [
            e for e in self.root.iter() if isinstance(e.tag, str) and e.tag in (names or {e.tag})
        ]

    @cached_property
    def ids(self):
        return [e.get("id") for e in self.elements() if e.get("id") is not None]

    def with_id(self, name):
        return next(e for e in self.elements() if e.get("id") == name)

    @property
    def is_redirect(self):
        return any(e.get("http-equiv") == "refresh" for e in self.elements("meta"))

    @property
    def is_noindex(self):
        return any(
            e.get("name") == "robots" and "noindex" in e.get("content")
            for e in self.elements("meta")
        )


class Site:
    def __init__(self, name, source, folder):
        self.name, self.source, self.folder = name, Path(source), Path(folder)

    @cached_property
    def files(self):
        return sorted(
            f.relative_to(self.folder).as_posix() for f in self.folder.rglob("*") if f.is_file()
        )

    @cached_property
    def pages(self):
        """Every page by the path of its file."""
        return {p: Page(p, self.folder / p) for p in self.files if p.endswith(".html")}

    @cached_property
    def contents(self):
        """The pages that a reader stays on."""
        return {path: page for path, page in self.pages.items() if not page.is_redirect}

    @cached_property
    def examples(self):
        """One page of each type, the longest: type -> path."""
        examples = {}
        for path, page in self.contents.items():
            folder = path.removesuffix("index.html")
            below = any(p != path and p.startswith(folder) for p in self.pages)
            kind = page_type(path, below)
            other = examples.get(kind)
            if other is None or len(self.pages[other].text) < len(page.text):
                examples[kind] = path
        return examples

    def target(self, page_path, link):
        """The file that a link on a page leads to, and its fragment; None for other sites."""
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return None
        address = urlsplit(urljoin("http://site/" + page_path, link))
        path = unquote(address.path).removeprefix("/")
        if path == "" or path.endswith("/"):
            path += "index.html"
        return path, unquote(address.fragment)


def page_type(path, has_pages_below):
    """'home', 'index', 'officials', 'tags', 'tag', 'page', '404' …"""
    parts = path.removesuffix("index.html").strip("/").split("/")
    if parts == [""]:
        return "home"
    if parts[0] == "tags":
        return "tags" if len(parts) == 1 else "tag"
    if len(parts) == 2:
        return parts[0]
    if parts == ["404.html"]:
        return "404"
    # A free page and the index of a kind look alike from outside; only an index has pages below it.
    return "index" if has_pages_below else "page"


def address(path):
    """The address of a page below the site's own."""
    return path.removesuffix("index.html")


def text(element):
    """All text of an element, white space folded."""
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()
