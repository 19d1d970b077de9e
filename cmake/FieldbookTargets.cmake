# How every target of the project is made: one set of flags, one precompiled header per family, one way to write a test.

add_library(fieldbook_options INTERFACE)
target_compile_options(fieldbook_options INTERFACE
    -fPIC -pthread
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast
    $<$<BOOL:${FIELDBOOK_WARNINGS_AS_ERRORS}>:-Werror>
    -Werror=unused-result -Werror=return-type)
target_link_options(fieldbook_options INTERFACE -fuse-ld=lld -pthread)
target_include_directories(fieldbook_options INTERFACE "${PROJECT_SOURCE_DIR}")
if(FIELDBOOK_SANITIZE)
    target_compile_options(fieldbook_options INTERFACE
        -fsanitize=${FIELDBOOK_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(fieldbook_options INTERFACE -fsanitize=${FIELDBOOK_SANITIZE})
endif()

if(FIELDBOOK_FUZZ)
    target_compile_options(fieldbook_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# A precompiled header holds headers of installed packages only. ccache is told its identity by a checksum file
# beside it, so that two checkouts share cached objects although each builds its own precompiled header. Only the
# packages whose headers it can hold count: installing something else leaves the cache of use.
set(fieldbook_precompiled_packages
    clang-19 libclang-common-19-dev libstdc++-12-dev libc6-dev linux-libc-dev nlohmann-json3-dev libexpected-dev
    googletest libgtest-dev libgmock-dev libboost1.81-dev libssl-dev qt6-base-dev qt6-declarative-dev)
set(fieldbook_precompiled_versions "unknown")
if(EXISTS /var/lib/dpkg/status)
    execute_process(COMMAND dpkg-query -W -f "\${Package} \${Version}\n" ${fieldbook_precompiled_packages}
        OUTPUT_VARIABLE fieldbook_precompiled_versions ERROR_QUIET)
endif()

# Most of the time of a build goes into optimizing what a test never waits for. The engine is the exception: the simulation
# runs it for minutes. It is what is compiled with fieldbook_pch.
function(fieldbook_optimize_engine target pch)
    if(FIELDBOOK_OPTIMIZE_ENGINE AND pch STREQUAL "fieldbook_pch")
        target_compile_options(${target} PRIVATE -O1)
    endif()
endfunction()

# VERSION is that of the packages whose headers it holds beside those above.
function(fieldbook_precompiled_header name)
    cmake_parse_arguments(ARG "" "VERSION" "HEADERS;LINK" ${ARGN})
    file(WRITE "${PROJECT_BINARY_DIR}/pch/${name}.cpp" "// The precompiled header is all there is here.\n")
    add_library(${name} STATIC EXCLUDE_FROM_ALL "${PROJECT_BINARY_DIR}/pch/${name}.cpp")
    target_link_libraries(${name} PRIVATE fieldbook_options ${ARG_LINK})
    target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
    set_target_properties(${name} PROPERTIES CXX_COMPILER_LAUNCHER "" AUTOMOC OFF)
    fieldbook_optimize_engine(${name} ${name})
    string(SHA256 identity
        "${ARG_HEADERS};${ARG_VERSION};${FIELDBOOK_OPTIMIZE_ENGINE};${CMAKE_CXX_COMPILER_VERSION};${CMAKE_BUILD_TYPE};${CMAKE_CXX_FLAGS};${CMAKE_CXX_FLAGS_DEV};${FIELDBOOK_SANITIZE};${FIELDBOOK_FUZZ};${fieldbook_precompiled_versions}")
    file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${name}.dir/cmake_pch.hxx.pch.sum" "${identity}\n")
endfunction()

# fieldbook_library(NAME shared_base PCH fieldbook_pch SOURCES a.cpp PUBLIC other PRIVATE other)
# Makes the static library fieldbook_NAME with the alias fieldbook::NAME.
function(fieldbook_library)
    cmake_parse_arguments(ARG "" "NAME;PCH" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    set(target "fieldbook_${ARG_NAME}")
    add_library(${target} STATIC ${ARG_SOURCES})
    add_library(fieldbook::${ARG_NAME} ALIAS ${target})
    target_link_libraries(${target} PUBLIC fieldbook_options ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
    if(ARG_PCH)
        target_precompile_headers(${target} REUSE_FROM ${ARG_PCH})
        fieldbook_optimize_engine(${target} ${ARG_PCH})
    endif()
endfunction()

# fieldbook_test(NAME unit_base LABEL unit SOURCES a_test.cpp LINK fieldbook::shared_base)
# One GoogleTest program per folder; each of its tests is known to ctest under the label.
function(fieldbook_test)
    cmake_parse_arguments(ARG "" "NAME;LABEL;PCH;TIMEOUT" "SOURCES;LINK;ENVIRONMENT" ${ARGN})
    set(target "fieldbook_test_${ARG_NAME}")
    add_executable(${target} ${ARG_SOURCES})
    target_link_libraries(${target} PRIVATE fieldbook_options ${ARG_LINK} GTest::gtest GTest::gmock GTest::gtest_main)
    if(NOT ARG_PCH)
        set(ARG_PCH fieldbook_test_pch)
    endif()
    if(NOT ARG_PCH STREQUAL "NONE")
        target_precompile_headers(${target} REUSE_FROM ${ARG_PCH})
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    gtest_discover_tests(${target}
        TEST_PREFIX "${ARG_NAME}."
        DISCOVERY_TIMEOUT 120
        PROPERTIES LABELS "${ARG_LABEL}" TIMEOUT ${ARG_TIMEOUT} ENVIRONMENT "${ARG_ENVIRONMENT}")
endfunction()
