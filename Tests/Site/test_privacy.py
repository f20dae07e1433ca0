"""What is not to be published is nowhere in the output.

Every secret of the dossier has the word canary in it.
"""

import shutil

import pytest

import dossier
from conftest import DOSSIERS
from dossier import differences, tree

SOURCE = dossier.ROOT / "Tests/Site/dossiers/private"
CANARY = b"canary"


def sightings(output):
    """Every file that has a secret in its text or its name."""
    found = []
    for path, content in tree(output).items():
        if CANARY in path.lower().encode():
            found.append(f"{path}: in the name")
        place = content.lower().find(CANARY)
        if place >= 0:
            found.append(f"{path}: {content[max(place - 80, 0) : place + 80]!r}")
    return found


@pytest.mark.parametrize("options", [[], ["--portable"], ["--now", "2030-01-01"]])
def test_publishes_no_secret(tmp_path, options):
    dossier.build(SOURCE, tmp_path, *options)
    assert sightings(tmp_path) == []


def test_shows_drafts_when_asked_and_still_no_internal_note(tmp_path):
    dossier.build(SOURCE, tmp_path, "--drafts")
    pages = b"".join(tree(tmp_path).values())
    assert b"Canary of a draft article" in pages
    assert b"Canary of an embargoed article" in pages
    for secret in (b"Canary of an internal note", b"Canary of a comment", b"Canary of a redacted"):
        assert secret not in pages


def test_publishes_what_was_embargoed_once_the_time_has_come(tmp_path):
    dossier.build(SOURCE, tmp_path, "--now", "2100-01-01T00:00:00Z")
    assert (tmp_path / "articles/embargoed-canary-alone/index.html").exists()


def test_counts_and_places_nothing_by_what_is_not_published(tmp_path):
    """Without the unpublished files that nothing refers to, every byte of the site is the same."""
    dossier.build(SOURCE, tmp_path / "with")
    shutil.copytree(
        SOURCE, tmp_path / "source", ignore=shutil.ignore_patterns("*canary-alone*", ".dossier")
    )
    assert len(tree(SOURCE / "content")) - len(tree(tmp_path / "source/content")) >= 4
    dossier.build(tmp_path / "source", tmp_path / "without")
    assert differences(tree(tmp_path / "with"), tree(tmp_path / "without")) == []


def test_keeps_the_address_of_what_was_redacted(tmp_path):
    dossier.build(SOURCE, tmp_path)
    tombstone = (tmp_path / "officials/redacted-one/index.html").read_text()
    assert "redacted-one" in tombstone
    assert 'content="noindex"' in tombstone
    assert "removed" in (tmp_path / "events/public-event/index.html").read_text().lower()


def test_says_nothing_to_robots_of_what_they_should_pass_over(tmp_path):
    dossier.build(DOSSIERS["showcase"], tmp_path)
    for name in ("sitemap.xml", "feed.xml"):
        assert "hidden-from-robots" not in (tmp_path / name).read_text()
        assert "removed-person" not in (tmp_path / name).read_text()
    assert 'content="noindex"' in (tmp_path / "articles/hidden-from-robots/index.html").read_text()
