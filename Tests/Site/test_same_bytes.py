"""The output depends on the content alone: not on workers, on time, or on what was built before."""

import os
import shutil

import pytest

import dossier
from conftest import DOSSIERS
from dossier import differences, tree


@pytest.fixture
def copy(tmp_path):
    """A copy of the showcase that may be edited, without a trace of earlier builds."""
    folder = tmp_path / "dossier"
    shutil.copytree(DOSSIERS["showcase"], folder, ignore=shutil.ignore_patterns(".dossier"))
    return folder


@pytest.mark.parametrize("jobs", [1, 2, 7])
def test_same_with_any_number_of_workers(site, tmp_path, jobs):
    dossier.build(site.source, tmp_path, "--jobs", jobs)
    assert differences(tree(site.folder), tree(tmp_path)) == []


def test_same_wherever_and_whenever_it_is_built(site, tmp_path):
    shutil.copytree(site.source / "content", tmp_path / "elsewhere/content")
    if (site.source / "templates").exists():
        shutil.copytree(site.source / "templates", tmp_path / "elsewhere/templates")
    dossier.build(tmp_path / "elsewhere", tmp_path / "out", "--now", "2031-01-01")
    assert differences(tree(site.folder), tree(tmp_path / "out")) == []


def test_writes_nothing_the_second_time(copy, tmp_path):
    output = tmp_path / "out"
    dossier.build(copy, output)
    before = {path: os.stat(path) for path in [output, *output.rglob("*")]}
    dossier.build(copy, output)
    after = {path: os.stat(path) for path in [output, *output.rglob("*")]}
    assert before.keys() == after.keys()
    for path in before:
        assert before[path].st_ino == after[path].st_ino, path
        assert before[path].st_mtime_ns == after[path].st_mtime_ns, path


SECOND = "content/articles/second.md"
OFFICIAL = "content/officials/bo-sample.yaml"
#: What happens to a file: it gets a text, or a text in it another (old, new), or it goes.
EDITS = {
    "a sentence is added": {SECOND: ("## Below", "One more word on Anna Example.\n\n## Below")},
    "a name changes": {OFFICIAL: ("Bo Sample", "Bob Sample")},
    "a name is added": {OFFICIAL: ("born:", "names: [Somebody from the Harbour]\nborn:")},
    "an article comes": {
        "content/articles/third.md": "---\ntitle: Third\ndate: 2024-02-01\n---\nBo Sample.\n"
    },
    "a page goes": {"content/articles/hidden-from-robots.md": None},
    "a draft comes": {"content/events/draft.yaml": "name: A draft\nvisibility: draft\n"},
    "the settings change": {"content/site.yaml": ("title: Showcase", "title: Another title")},
    "a template changes": {
        "templates/not-found.mustache": "{{<layout}}{{$content}}<p>-</p>{{/content}}{{/layout}}"
    },
    "the theme changes": {"templates/assets/style.css": "body { margin: 0 }\n"},
    "a file of the author's comes": {"content/media/notes/new.txt": "new"},
    "a file of the author's changes": {"content/media/square.png": b"\x89PNG\r\n\x1a\n"},
}


def apply(edit, folder):
    for path, change in EDITS[edit].items():
        if isinstance(change, tuple):
            text = (folder / path).read_text()
            assert change[0] in text
            change = text.replace(*change)
        dossier.write(folder, {path: change})


@pytest.mark.parametrize("edit", EDITS)
def test_edited_on_top_of_an_old_output_equals_a_clean_build(copy, tmp_path, edit):
    dossier.build(copy, tmp_path / "old")
    before = tree(tmp_path / "old")
    apply(edit, copy)
    dossier.build(copy, tmp_path / "old")
    dossier.build(copy, tmp_path / "clean")
    assert differences(tree(tmp_path / "old"), tree(tmp_path / "clean")) == []
    if edit != "a draft comes":
        assert differences(before, tree(tmp_path / "clean")) != []


def test_edits_one_after_another_and_back(copy, tmp_path):
    original = tree(copy)
    for edit in EDITS:
        apply(edit, copy)
        dossier.build(copy, tmp_path / "old", *(["--portable"] if len(edit) % 2 else []))
    for path in tree(copy).keys() - original.keys():
        if not path.startswith(".dossier/"):
            (copy / path).unlink()
    dossier.write(copy, original)
    dossier.build(copy, tmp_path / "old")
    dossier.build(copy, tmp_path / "clean")
    assert differences(tree(tmp_path / "old"), tree(tmp_path / "clean")) == []


def test_leaves_other_peoples_files_alone(copy, tmp_path):
    theirs = {"CNAME": b"example.org", ".well-known/x": b"x", "articles/mine.txt": b"mine"}
    dossier.write(tmp_path / "out", theirs)
    dossier.build(copy, tmp_path / "out")
    apply("a page goes", copy)
    dossier.build(copy, tmp_path / "out")
    dossier.build(copy, tmp_path / "clean")
    assert differences(tree(tmp_path / "out"), tree(tmp_path / "clean") | theirs) == []


def test_goes_on_when_its_memory_is_deleted(copy, tmp_path):
    dossier.build(copy, tmp_path / "out")
    before = tree(tmp_path / "out")
    shutil.rmtree(copy / ".dossier")
    apply("a sentence is added", copy)
    dossier.build(copy, tmp_path / "out")
    dossier.build(copy, tmp_path / "clean")
    assert differences(tree(tmp_path / "out"), tree(tmp_path / "clean")) == []
    assert differences(before, tree(tmp_path / "clean")) != []
