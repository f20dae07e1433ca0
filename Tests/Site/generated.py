"""A dossier as large as a test wants it."""


def files(size, version=1):
    """Articles and officials, `size` of each; another version changes every page."""
    tree = {
        "content/site.yaml": f"title: Generated {version}\nurl: https://generated.example/\n",
        "content/media/large.bin": bytes([version]) * 300_000,
    }
    for n in range(size):
        others = [(n * 7 + k * 13) % size for k in range(6)]
        tree[f"content/officials/official-{n}.yaml"] = (
            f"name: Official Number{n} Family{n}\nsummary: Version {version}.\n"
            f"relations:\n  - {{type: associate-of, to: official-{(n + 1) % size}}}\n"
        )
        paragraphs = "\n\n".join(
            f"In version {version} [[official-{k}]] met Official Number{k} Family{k}. "
            + "Nothing came of it, as far as anybody knows. " * 10
            for k in others
        )
        tree[f"content/articles/article-{n}.md"] = (
            f"---\ntitle: Article {n}\ndate: 2024-01-{n % 28 + 1:02}\ntags: [tag-{n % 9}]\n---\n"
            f"{paragraphs}\n"
        )
    return tree
