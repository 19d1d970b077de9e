"""Writes the common passwords of a JSON list as a sorted C++ table: python3 generate_common_passwords.py LIST.json TABLE.cpp

Only what is long enough to be asked for is kept (password_policy.h: unitMin): anything shorter is refused for that.
"""

import json
import pathlib
import sys

shortest = 8


def main() -> None:
    words = {word.lower() for word in json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))}
    kept = sorted(word for word in words if len(word) >= shortest and word.isascii())
    lines = "".join(f"    {json.dumps(word)},\n" for word in kept)
    pathlib.Path(sys.argv[2]).write_text(
        '#include "server/service/common_passwords.h"\n\n'
        "namespace fieldbook::server {\n\n"
        f"static constexpr std::string_view table[] = {{\n{lines}}};\n\n"
        "std::span<const std::string_view> commonPasswords() { return table; }\n\n"
        "} // namespace fieldbook::server\n", encoding="utf-8")


main()
