"""Killed at any moment, the site stays whole file by file, and the next build repairs the rest."""

import random
import subprocess
import time

import dossier
import generated
from dossier import differences, tree

SIZE = 400
KILLS = 25


def is_page(path):
    """Work in progress has a hidden name of its own, and is no part of the site."""
    return not any(part.startswith(".dossier") for part in path.split("/"))


def test_every_file_is_whole_and_the_next_build_repairs(tmp_path):
    sources = [tmp_path / "first", tmp_path / "second"]
    clean = []
    for version, source in enumerate(sources):
        dossier.write(source, generated.files(SIZE - 100 * version, version))
        start = time.monotonic()
        dossier.build(source, tmp_path / f"clean-{version}")
        duration = time.monotonic() - start
        clean.append(tree(tmp_path / f"clean-{version}"))

    # One dossier that changes: the same folder, so that it remembers its output.
    dossier_folder, output = tmp_path / "dossier", tmp_path / "out"
    dice = random.Random(20230518)
    killed = 0
    moments = [duration * (k + dice.random()) / KILLS for k in range(KILLS)]
    for number, moment in enumerate(moments):
        version = number % 2
        put(dossier_folder, sources[version])
        if killed_after(moment, dossier_folder, output):
            killed += 1
        for path, content in tree(output).items() if output.exists() else ():
            if is_page(path):
                assert content in (clean[0].get(path), clean[1].get(path)), f"{path} is torn"
        if number % 3 == 2:
            dossier.build(dossier_folder, output)
            assert differences(tree(output), clean[version]) == []
    dossier.build(dossier_folder, output)
    assert differences(tree(output), clean[version]) == []
    assert killed > KILLS / 3, "nearly all builds ended before they were killed"


def put(folder, source):
    """Makes a dossier's content that of another, and keeps what dossier remembers."""
    wanted = tree(source)
    here = tree(folder) if folder.exists() else {}
    gone = {path: None for path in here if path.startswith("content/") and path not in wanted}
    changed = {p: c for p, c in wanted.items() if p.startswith("content/") and here.get(p) != c}
    dossier.write(folder, gone | changed)


def killed_after(seconds, source, output):
    """Starts a build and kills it, with no chance to tidy up; whether it was still at work."""
    build = subprocess.Popen(
        [dossier.EXECUTABLE, "build", "--source", source, "--output", output],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    time.sleep(seconds)
    build.kill()
    return build.wait() != 0
