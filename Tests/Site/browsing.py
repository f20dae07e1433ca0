"""What a browser has to say about the pages that it opens."""


def complaints(page):
    """A list that fills with everything that goes wrong on a page from now on."""
    found = []

    def note(text, address):
        # Browsers ask the host for an icon by themselves. No page of ours names one.
        if not address.endswith("/favicon.ico"):
            found.append(f"{page.url}: {text}")

    # Whatever the policy forbids shows up on the console.
    page.on("console", lambda m: note(f"{m.type}: {m.text}", m.location.get("url", "")))
    page.on("pageerror", lambda error: note(str(error), ""))
    page.on("requestfailed", lambda r: note(f"failed: {r.url}", r.url))
    page.on("response", lambda r: r.status < 400 or note(f"{r.status}: {r.url}", r.url))
    return found
