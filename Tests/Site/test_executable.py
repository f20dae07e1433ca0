"""The executable runs on a machine without Swift, and is small for what it is."""

import subprocess

import dossier


def test_needs_no_library_of_swift():
    libraries = subprocess.run(["ldd", dossier.EXECUTABLE], capture_output=True, text=True).stdout
    assert "libc.so" in libraries
    assert "swift" not in libraries.lower() and "Foundation" not in libraries


def test_does_not_carry_the_data_of_icu(tmp_path):
    # Without its symbols, which say how much code there is twice over. The tables of Foundation's ICU alone are 30 MB.
    stripped = tmp_path / "dossier"
    subprocess.run(["strip", "-o", stripped, dossier.EXECUTABLE], check=True)
    assert stripped.stat().st_size < 20_000_000
    assert b"icudt" not in dossier.EXECUTABLE.read_bytes()
