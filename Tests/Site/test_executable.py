"""The executable runs on a machine without Swift, and is small for what it is."""

import subprocess

import dossier


def test_needs_no_library_of_swift():
    libraries = subprocess.run(["ldd", dossier.EXECUTABLE], capture_output=True, text=True).stdout
    assert "libc.so" in libraries
    assert "swift" not in libraries.lower() and "Foundation" not in libraries


def test_does_not_carry_the_data_of_icu():
    # With its symbols it is 40 MB; the tables of Foundation's ICU would add 30 MB and more.
    assert dossier.EXECUTABLE.stat().st_size < 60_000_000
    assert b"icudt" not in dossier.EXECUTABLE.read_bytes()
