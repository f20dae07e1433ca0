"""The executable, and the folders that it reads and writes."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXECUTABLE = Path(os.environ.get("DOSSIER", ROOT / ".build/release/dossier"))


def run(*arguments):
    """Runs the executable; fails no test by itself."""
    return subprocess.run(
        [EXECUTABLE, *map(str, arguments)], capture_output=True, text=True, check=False, timeout=300
    )


def build(source, output, *options):
    """Builds a site, which has to succeed, and returns what the run said."""
    done = run("build", "--source", source, "--output", output, *options)
    assert done.returncode == 0, f"exit {done.returncode}\n{done.stdout}{done.stderr}"
    return done


def write(folder, files):
    """Writes a tree of files: path -> text or bytes; None removes one."""
    for path, content in files.items():
        file = Path(folder, path)
        if content is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


def tree(folder):
    """All files of a folder: path -> bytes."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(Path(folder).rglob("*"))
        if file.is_file()
    }


def differences(one, other):
    """How two trees differ, in words; empty if they do not."""
    return [
        f"{path}: {'differs' if path in one and path in other else 'is in one of them only'}"
        for path in sorted(one.keys() | other.keys())
        if one.get(path) != other.get(path)
    ]
