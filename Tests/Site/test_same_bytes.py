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
    assert [p for p in after if p not in before] == []
    changed = [p for p in before if (before[p].st_ino, before[p].st_mtime_ns) != (after[p].st_ino, after[p].st_mtime_ns)]
    assert changed == []


SECOND = "content/articles/second.md"
OFFICIAL = "content/officials/bo-sample.yaml"
EDITS = {
    "a sentence is added": {SECOND: "\nOne more word on Anna Example.\n"},
    "a name changes": {OFFICIAL: "name: Bob Sample\nformerly: [bo-smaple]\n"},
    "a name is added": {OFFICIAL: "names: [Somebody from the Harbour]\n"},
    "an article comes": {"content/articles/third.md": "---\ntitle: Third\ndate: 2024-02-01\n---\nBo Sample.\n"},
    "a page goes": {"content/articles/hidden-from-robots.md": None},
    "an entity becomes a draft": {"content/events/draft.yaml": "name: A draft\nvisibility: draft\n"},
    "the title of the site changes": {"content/site.yaml": "title: Another title\nurl: https://showcase.example/\n"},
    "a template changes": {"templates/not-found.mustache": "{{<layout}}{{$content}}<h1>Nothing here</h1>{{/content}}{{/layout}}\n"},
    "a file of the author's comes": {"content/media/notes/new.txt": "new"},
    "a file of the author's changes": {"content/media/square.png": b"\x89PNG\r\n\x1a\n"},
}  # fmt: skip
#: These texts are put at the end of the file; the others are the whole file.
ADDED = {"a sentence is added", "a name is added"}


@pytest.mark.parametrize("edit", EDITS)
def test_edited_on_top_of_an_old_output_equals_a_clean_build(copy, tmp_path, edit):
    dossier.build(copy, tmp_path / "old")
    before = tree(tmp_path / "old")
    for path, text in EDITS[edit].items():
        old = (copy / path).read_text() if edit in ADDED else ""
        dossier.write(copy, {path: old + text if isinstance(text, str) else text})
    dossier.build(copy, tmp_path / "old")
    dossier.build(copy, tmp_path / "clean")
    assert differences(tree(tmp_path / "old"), tree(tmp_path / "clean")) == []
    if edit != "an entity becomes a draft":
        assert differences(before, tree(tmp_path / "clean")) != []


def test_edits_one_after_another_and_back(copy, tmp_path):
    original = tree(copy)
    for edit, files in EDITS.items():
        if edit not in ADDED and edit != "the title of the site changes":
            dossier.write(copy, files)
            dossier.build(copy, tmp_path / "old", *(["--portable"] if len(edit) % 2 else []))
    for path in tree(copy).keys() - original.keys():
        if not path.startswith(".dossier/"):
            (copy / path).unlink()
    dossier.write(copy, original)
    dossier.build(copy, tmp_path / "old")
    dossier.build(copy, tmp_path / "clean")
    assert differences(tree(tmp_path / "old"), tree(tmp_path / "clean")) == []


def test_leaves_other_peoples_files_alone(copy, tmp_path):
    output = tmp_path / "out"
    dossier.write(output, {"CNAME": "example.org\n", ".well-known/x": "x", "articles/mine.txt": "m"})
    dossier.build(copy, output)
    dossier.write(copy, {SECOND: None, "content/articles/everything-at-once.md": None,
                         "content/articles/hidden-from-robots.md": None})  # fmt: skip
    done = dossier.run("build", "--source", copy, "--output", output)
    assert done.returncode in (0, 1), done.stderr
    for path, text in {"CNAME": "example.org\n", ".well-known/x": "x", "articles/mine.txt": "m"}.items():
        assert (output / path).read_text() == text


def test_starts_over_when_its_memory_is_deleted(copy, tmp_path):
    dossier.build(copy, tmp_path / "out")
    shutil.rmtree(copy / ".dossier")
    dossier.build(copy, tmp_path / "out")
    dossier.build(copy, tmp_path / "clean")
    assert differences(tree(tmp_path / "out"), tree(tmp_path / "clean")) == []
