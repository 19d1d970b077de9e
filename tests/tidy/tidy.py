"""Checks that the tree is in order: arrows between folders, documents that tell the truth, text that is finished.

Prints one line for each thing out of order and exits 1 if there is any.
"""

import pathlib
import re
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parents[2]

# What each folder may include from, beside itself (architecture: "Arrows"). The longest matching folder counts.
arrows = {
    "shared/base": [],
    "shared/text": ["shared/base"],
    "shared/calendar": ["shared/base"],
    "shared/record": ["shared/base"],
    "shared/rules": ["shared/base", "shared/text", "shared/calendar", "shared/record"],
    "shared/sync": ["shared/base", "shared/text", "shared/record", "shared/rules"],
    "shared/db": ["shared/base", "shared/record"],
    "shared/trail": ["shared/base"],
    "shared/custody": ["shared/base", "shared/db"],
    "server/net": ["shared/base"],
    "server/store": ["shared"],
    "server/tables": ["shared/base", "shared/text", "shared/calendar"],
    "server/service": ["shared/base", "shared/text", "shared/calendar", "shared/record", "shared/rules", "shared/sync",
                       "shared/trail", "shared/custody", "shared/db", "server/store/store.h", "server/store", "server/tables"],
    "server/import": ["shared/base", "shared/text", "shared/calendar", "shared/record", "shared/rules", "server/service", "server/store/store.h"],
    "server/identity": ["shared/base"],
    "server/api": ["shared/base", "shared/record", "shared/rules", "shared/sync", "shared/trail", "shared/custody",
                   "server/net",
                   "server/service", "server/import", "server/identity",
                   "server/store/store.h"],
    "server/console": ["server/net"],
    "server/app": ["shared", "server"],
    "client/local": ["shared"],
    "client/vault": ["shared/base", "shared/custody"],
    "client/device": ["shared/base", "client/vault"],
    "client/remote": ["shared/base", "shared/sync", "shared/custody"],
    "client/syncing": ["shared", "client/local", "client/remote", "client/vault"],
    "client/models": ["shared", "client/local", "client/syncing", "client/device", "client/vault"],
    "client/ui": ["shared/base", "client/models", "client/vault"],
    "client/app": ["shared", "client"],
    "client/tablet": ["shared", "client/local", "client/remote", "client/syncing", "client/device", "client/vault"],
    "tests": ["shared", "server", "client"],
}

lines_soft = 500
tracked = [
    path for path in subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=root, capture_output=True, text=True, check=True).stdout.splitlines()
    if (root / path).is_file()
]
problems: list[str] = []


def read(path: str) -> str:
    return (root / path).read_text(encoding="utf-8")


def folder_of(path: str) -> str | None:
    fitting = [folder for folder in arrows if path.startswith(folder + "/")]
    return max(fitting, key=len) if fitting else None


def check_arrows() -> None:
    include = re.compile(r'^#include "([^"]+)"', re.MULTILINE)
    for path in tracked:
        if not path.endswith((".h", ".cpp")):
            continue
        folder = folder_of(path)
        if folder is None:
            problems.append(f"{path}: stands in a folder that has no arrows (tests/tidy/tidy.py)")
            continue
        for target in include.findall(read(path)):
            if "/" not in target or target.startswith(folder + "/"):
                continue
            if not any(target == allowed or target.startswith(allowed + "/") for allowed in arrows[folder]):
                problems.append(f"{path}: {folder} may not include {target}")


def check_lengths() -> None:
    for path in tracked:
        if path.endswith((".h", ".cpp", ".qml", ".py")) and not path.startswith("shared/record/types/"):
            count = read(path).count("\n")
            if count > lines_soft:
                problems.append(f"{path}: {count} lines; split it at {lines_soft}")


def check_documents() -> None:
    named = re.compile(r"`((?:shared|server|client|tests|cmake|\.ci)/[A-Za-z0-9_./-]+)`")
    for path in tracked:
        if not path.endswith(".md"):
            continue
        for target in named.findall(read(path)):
            if not (root / target.rstrip("/")).exists():
                problems.append(f"{path}: names {target}, which does not exist")


def check_words() -> None:
    unfinished = re.compile(r"\b(TODO|FIXME|XXX)\b(?!\(#\d+\))")
    hosts = re.compile(r"://[^/\s\"']*(npmjs|debian\.org|registry)")
    for path in tracked:
        if not path.endswith((".h", ".cpp", ".qml", ".py", ".sh", ".cmake", ".txt", ".md", ".json")):
            continue
        if path == "tests/tidy/tidy.py":
            continue
        for number, line in enumerate(read(path).splitlines(), start=1):
            if unfinished.search(line):
                problems.append(f"{path}:{number}: unfinished work without an issue")
            if hosts.search(line):
                problems.append(f"{path}:{number}: names a package registry's host")


def known_tests() -> set[str]:
    """Suite.Name of each test in C++, and of each test function in QML or Python."""
    source = "\n".join(
        read(path) for path in tracked if path.startswith("tests/") and path.endswith((".cpp", ".qml", ".py", ".sh")))
    known = {f"{suite}.{name}" for suite, name in re.findall(
        r"(?:TEST|TEST_F|TEST_P|TYPED_TEST|RC_GTEST_PROP|RC_GTEST_FIXTURE_PROP)\(\s*(\w+),\s*(\w+)", source)}
    for suite in re.finditer(r'name:\s*"(\w+)"(.*?)(?=\n\s*TestCase|\Z)', source, re.DOTALL):
        known |= {f"{suite.group(1)}.{name}" for name in re.findall(r"function (test_\w+)", suite.group(2))}
    return known


def check_requirements() -> None:
    """Every test named in tests/requirements.md exists."""
    table = root / "tests" / "requirements.md"
    if not table.exists():
        problems.append("tests/requirements.md: missing")
        return
    known = known_tests()
    for row in table.read_text(encoding="utf-8").splitlines():
        if not re.match(r"\| R\d+ ", row):
            continue
        tests = re.findall(r"`([^`]+)`", row)
        if not tests:
            problems.append(f"tests/requirements.md: {row.split('|')[1].strip()} names no test")
        for test in tests:
            if test not in known:
                problems.append(f"tests/requirements.md: there is no test {test}")


def check_asvs() -> None:
    """tests/asvs.md has every requirement of levels 1 and 2 once, with a verdict and tests that exist."""
    known = known_tests()
    levels = {"1": 70, "2": 183}  # As many as ASVS 5.0.0 has.
    met: dict[str, str] = {}
    for row in (root / "tests" / "asvs.md").read_text(encoding="utf-8").splitlines():
        if not re.match(r"\| V\d", row):
            continue
        name, level, _, verdict, by = (cell.strip() for cell in row.strip("| ").split(" | ", 4))
        if name in met:
            problems.append(f"tests/asvs.md: {name} stands there twice")
        met[name] = level
        if verdict not in ("yes", "not needed", "not yet"):
            problems.append(f"tests/asvs.md: {name} is neither shown nor unneeded nor missing")
        tests = re.findall(r"`(\w+\.[A-Z]\w+)`", by)
        if verdict == "yes" and not tests:
            problems.append(f"tests/asvs.md: {name} names no test")
        for test in tests:
            if test not in known:
                problems.append(f"tests/asvs.md: there is no test {test}")
    for level, count in levels.items():
        if list(met.values()).count(level) != count:
            problems.append(f"tests/asvs.md: {list(met.values()).count(level)} requirements of level {level}, not {count}")


def check_translations() -> None:
    for path in tracked:
        if path.endswith("zh_CN.ts") and 'type="unfinished"' in read(path):
            problems.append(f"{path}: has unfinished translations")


for check in (check_arrows, check_lengths, check_documents, check_words, check_requirements, check_asvs, check_translations):
    check()
for problem in problems:
    print(problem)
sys.exit(1 if problems else 0)
