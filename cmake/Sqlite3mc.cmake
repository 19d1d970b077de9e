# SQLite 3.53 with page encryption (SQLite3 Multiple Ciphers). Debian has no such build, so its source comes from the npm
# package that carries it, at a pinned version whose SHA-512 is checked before a byte of it is used.

fieldbook_npm_archive(PACKAGE better-sqlite3-multiple-ciphers VERSION 12.11.1 OUT sqlite3mc_archive
    SHA512 a46ef6fb7564522a67998c782f042aa0e5cd1b6089d479660eb96faa0afbc501e0b04f9ccf9ac064489a2479d42931da19f1a27e0800fc2d12bfda99954adfa3)
set(sqlite3mc_source "${PROJECT_BINARY_DIR}/sqlite3mc")
if(NOT EXISTS "${sqlite3mc_source}/package/deps/sqlite3")
    file(ARCHIVE_EXTRACT INPUT "${sqlite3mc_archive}" DESTINATION "${sqlite3mc_source}" PATTERNS "package/deps/sqlite3/*")
endif()

file(GLOB sqlite3mc_amalgamation "${sqlite3mc_source}/package/deps/sqlite3/*.c")
add_library(sqlite3mc STATIC ${sqlite3mc_amalgamation})
target_include_directories(sqlite3mc SYSTEM BEFORE PUBLIC "${sqlite3mc_source}/package/deps/sqlite3")
# THREADSAFE=2: a connection belongs to one thread at a time (shared/db says so), so SQLite need not lock for us.
target_compile_definitions(sqlite3mc
    PUBLIC SQLITE_THREADSAFE=2
    PRIVATE SQLITE_DQS=0 SQLITE_ENABLE_FTS5 SQLITE_ENABLE_COLUMN_METADATA SQLITE_ENABLE_STAT4 SQLITE_ENABLE_DBSTAT_VTAB
        SQLITE_ENABLE_MATH_FUNCTIONS SQLITE_OMIT_LOAD_EXTENSION SQLITE_OMIT_SHARED_CACHE SQLITE_OMIT_DEPRECATED
        SQLITE_TEMP_STORE=2 SQLITE_SECURE_DELETE SQLITE_DEFAULT_FOREIGN_KEYS=1 SQLITE_DEFAULT_MEMSTATUS=0)
target_compile_options(sqlite3mc PRIVATE -O2 -g0 -w -fPIC)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    # The ciphers have AES instructions to use here.
    target_compile_options(sqlite3mc PRIVATE -maes -msse4.2)
endif()
target_link_libraries(sqlite3mc PUBLIC Threads::Threads ${CMAKE_DL_LIBS} m)
