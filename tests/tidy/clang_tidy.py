"""Runs clang-tidy on one file of the dev build, unless the same text has passed before.

The precompiled header is left out: clang-tidy reads the sources as they stand.
"""

import hashlib
import json
import pathlib
import shlex
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parents[2]
cache = root / "build" / "cache" / "tidy"


def command_of(source: pathlib.Path) -> list[str]:
    entries = json.loads((root / "build" / "dev" / "compile_commands.json").read_text())
    for entry in entries:
        if pathlib.Path(entry["file"]) == source:
            words = shlex.split(entry["command"])
            break
    else:
        sys.exit(f"{source}: not a part of the build")
    words = words[1:] if words[0].endswith("ccache") else words
    kept: list[str] = []
    skip = 0
    for index, word in enumerate(words[1:], start=1):
        if skip:
            skip -= 1
        elif word == "-Xclang" and words[index + 1] in ("-include-pch", "-include", "-fno-pch-timestamp"):
            skip = 3 if words[index + 1] != "-fno-pch-timestamp" else 1
        elif word in ("-o", "-c"):
            skip = 1
        elif word.startswith("-Winvalid-pch") or word == str(source):
            continue
        else:
            kept.append(word)
    return kept


def main() -> int:
    source = (root / sys.argv[1]).resolve()
    flags = command_of(source)
    text = subprocess.run(
        ["clang++-19", *flags, "-E", "-P", str(source)], capture_output=True, check=False, cwd=root / "build" / "dev")
    if text.returncode != 0:
        sys.stderr.buffer.write(text.stderr)
        return 1
    digest = hashlib.sha256(text.stdout + (root / ".clang-tidy").read_bytes() + source.read_bytes()).hexdigest()
    mark = cache / digest
    if mark.exists():
        return 0
    result = subprocess.run(
        ["clang-tidy-19", "--quiet", str(source), "--", *flags], capture_output=True, text=True, check=False, cwd=root / "build" / "dev")
    if result.returncode != 0:
        print(result.stdout)
        return 1
    cache.mkdir(parents=True, exist_ok=True)
    mark.touch()
    return 0


sys.exit(main())
