# fieldbook_npm_archive(PACKAGE name VERSION 1.2.3 SHA512 hash OUT variable)
# Sets the variable to the path of an npm package's archive, fetched once into the build cache. Nothing in it is run, and
# not a byte of it is used before its SHA-512 has been found right.
function(fieldbook_npm_archive)
    cmake_parse_arguments(ARG "" "PACKAGE;VERSION;SHA512;OUT" "" ${ARGN})
    set(cache "$ENV{FIELDBOOK_CACHE}")
    if(NOT cache)
        set(cache "${PROJECT_SOURCE_DIR}/build/cache")
    endif()
    # npm writes the archive of @scope/name as scope-name.
    string(REPLACE "@" "" file_name "${ARG_PACKAGE}")
    string(REPLACE "/" "-" file_name "${file_name}")
    set(archive "${cache}/${file_name}-${ARG_VERSION}.tgz")
    if(NOT EXISTS "${archive}")
        find_program(NPM npm REQUIRED)
        file(MAKE_DIRECTORY "${cache}")
        execute_process(
            COMMAND "${NPM}" pack "${ARG_PACKAGE}@${ARG_VERSION}" --ignore-scripts --pack-destination "${cache}"
            WORKING_DIRECTORY "${cache}" OUTPUT_QUIET ERROR_VARIABLE npm_error RESULT_VARIABLE npm_result)
        if(NOT npm_result EQUAL 0)
            message(FATAL_ERROR "npm could not fetch ${ARG_PACKAGE}@${ARG_VERSION}:\n${npm_error}")
        endif()
    endif()
    file(SHA512 "${archive}" actual)
    if(NOT actual STREQUAL ARG_SHA512)
        file(REMOVE "${archive}")
        message(FATAL_ERROR "${ARG_PACKAGE}-${ARG_VERSION} is not the archive this project was written against; "
            "it was removed. Its SHA-512 is ${actual}.")
    endif()
    set(${ARG_OUT} "${archive}" PARENT_SCOPE)
endfunction()
