# The parts chosen (see the table in README.md), all from Debian but one: SQLite3 Multiple Ciphers.

find_package(Threads REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(ZLIB REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(spdlog REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS i18n uc data)
find_package(Boost 1.81 REQUIRED COMPONENTS url)
find_package(GTest REQUIRED)
find_package(rapidcheck REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(cjose REQUIRED IMPORTED_TARGET cjose)
pkg_check_modules(curl REQUIRED IMPORTED_TARGET libcurl)
pkg_check_modules(ldap REQUIRED IMPORTED_TARGET ldap)
pkg_check_modules(oath REQUIRED IMPORTED_TARGET liboath)
pkg_check_modules(qrencode REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(ical REQUIRED IMPORTED_TARGET libical)
pkg_check_modules(simdjson REQUIRED IMPORTED_TARGET simdjson)
pkg_check_modules(tomlplusplus REQUIRED IMPORTED_TARGET tomlplusplus)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
# libcsv says nothing of itself to pkg-config.
find_library(csv_library csv REQUIRED)
find_path(csv_headers csv.h REQUIRED)
add_library(csv::csv UNKNOWN IMPORTED)
set_target_properties(csv::csv PROPERTIES
    IMPORTED_LOCATION "${csv_library}" INTERFACE_INCLUDE_DIRECTORIES "${csv_headers}")
include(GoogleTest)
include(Sqlite3mc)

set(fieldbook_standard_headers
    <algorithm> <array> <atomic> <chrono> <compare> <condition_variable> <cstdint> <cstring> <deque> <exception> <filesystem>
    <fstream> <functional> <map> <memory> <mutex> <optional> <set> <span> <sstream> <stdexcept> <string> <string_view> <thread>
    <tuple> <unordered_map> <unordered_set> <utility> <variant> <vector> <nlohmann/json.hpp> <tl/expected.hpp>)

fieldbook_precompiled_header(fieldbook_pch
    HEADERS ${fieldbook_standard_headers}
    LINK nlohmann_json::nlohmann_json tl::expected)
fieldbook_precompiled_header(fieldbook_test_pch
    HEADERS ${fieldbook_standard_headers} <gtest/gtest.h> <gmock/gmock.h>
    LINK nlohmann_json::nlohmann_json tl::expected GTest::gtest GTest::gmock)
# For the programs with a command line: CLI11 is one header of 12,000 lines.
fieldbook_precompiled_header(fieldbook_cli_pch
    HEADERS ${fieldbook_standard_headers} <CLI/CLI.hpp> VERSION "${CLI11_VERSION}"
    LINK nlohmann_json::nlohmann_json tl::expected CLI11::CLI11)
