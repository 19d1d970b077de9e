# How the tablet app's Qt targets are made: one Qt precompiled header, one way to make a QML module, one way to test it.

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Positioning Network WebSockets Qml Quick QuickControls2 Svg LinguistTools QuickTest Test)
# Every module lands in one folder, so that qmllint resolves each from the others.
set(QT_QML_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/qml")

fieldbook_precompiled_header(fieldbook_qt_pch
    HEADERS ${fieldbook_standard_headers} <QtCore/QtCore> <QtGui/QtGui> <QtQml/QtQml> <QtQuick/QtQuick>
    LINK nlohmann_json::nlohmann_json tl::expected Qt6::Core Qt6::Gui Qt6::Network Qt6::Qml Qt6::Quick)

# What Qt's generators write is not held to our warnings.
function(fieldbook_silence_generated target)
    get_target_property(sources ${target} SOURCES)
    foreach(source IN LISTS sources)
        if(source MATCHES "(_qmlcache|_qmltyperegistrations|qmlcache_loader|_qml)\\.cpp$" OR source MATCHES "/\\.rcc/")
            set_source_files_properties("${source}" TARGET_DIRECTORY ${target} PROPERTIES COMPILE_OPTIONS "-w")
        endif()
    endforeach()
endfunction()

# A module's words: client/ui/i18n/NAME_zh_CN.ts holds the Chinese of each, NAME_en.ts only the English plurals. The target
# NAME_lupdate writes new ones into both; NAME.lst tells the test that looks for gaps which files they come from.
function(fieldbook_translations name target)
    set(folder "${PROJECT_SOURCE_DIR}/client/ui/i18n")
    set(chinese "${folder}/${name}_zh_CN.ts")
    set(english "${folder}/${name}_en.ts")
    set(files "")
    foreach(file IN LISTS ARGN)
        get_filename_component(file "${file}" ABSOLUTE)
        string(APPEND files "${file}\n")
    endforeach()
    set(list "${PROJECT_BINARY_DIR}/translations/${name}.lst")
    file(CONFIGURE OUTPUT "${list}" CONTENT "${files}" @ONLY)
    set(lupdate Qt6::lupdate -silent -locations none -no-obsolete "@${list}")
    add_custom_target(${name}_lupdate
        COMMAND ${lupdate} -ts "${chinese}"
        COMMAND ${lupdate} -pluralonly -ts "${english}"
        VERBATIM)
    set(present "")
    foreach(file IN ITEMS "${chinese}" "${english}")
        if(EXISTS "${file}")
            list(APPEND present "${file}")
        endif()
    endforeach()
    if(present)
        qt_add_lrelease(${target} TS_FILES ${present} QM_FILES_OUTPUT_VARIABLE compiled)
        qt_add_resources(${target} "${name}_i18n" PREFIX /i18n BASE "${CMAKE_CURRENT_BINARY_DIR}" FILES ${compiled})
    endif()
endfunction()

# fieldbook_qml_module(NAME ui_theme URI Fieldbook.Theme
#     QML Row.qml SINGLETONS Theme.qml SOURCES icon.cpp icon.h DEPENDENCIES QtQuick PUBLIC Qt6::Quick)
# Makes the static library fieldbook_NAME (alias fieldbook::NAME) that holds the QML module URI under qrc:/qt/qml, and its
# plugin; linking fieldbook::NAME brings both. Header files that declare QML types are found by their own folder.
function(fieldbook_qml_module)
    cmake_parse_arguments(ARG "" "NAME;URI" "QML;SINGLETONS;SOURCES;DEPENDENCIES;PUBLIC;PRIVATE;RESOURCES" ${ARGN})
    set(target "fieldbook_${ARG_NAME}_module")
    foreach(file IN LISTS ARG_SINGLETONS)
        set_source_files_properties("${file}" PROPERTIES QT_QML_SINGLETON_TYPE TRUE)
    endforeach()
    foreach(file IN LISTS ARG_QML ARG_SINGLETONS)
        if(IS_ABSOLUTE "${file}")
            get_filename_component(name "${file}" NAME)
            set_source_files_properties("${file}" PROPERTIES QT_RESOURCE_ALIAS "${name}")
        endif()
    endforeach()
    qt_add_library(${target} STATIC)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    # Bindings stay byte code: compiling each to C++ would cost minutes of building for no visible speed.
    set_target_properties(${target} PROPERTIES QT_QMLCACHEGEN_ARGUMENTS "--only-bytecode")
    target_link_libraries(${target} PUBLIC fieldbook_options Qt6::Quick ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
    qt_add_qml_module(${target}
        URI ${ARG_URI} VERSION 1.0
        RESOURCE_PREFIX /qt/qml
        QML_FILES ${ARG_QML} ${ARG_SINGLETONS}
        SOURCES ${ARG_SOURCES}
        RESOURCES ${ARG_RESOURCES}
        DEPENDENCIES ${ARG_DEPENDENCIES})
    # The registrations that Qt generates include each header by its bare name.
    set(folders "${CMAKE_CURRENT_SOURCE_DIR}")
    foreach(file IN LISTS ARG_SOURCES)
        get_filename_component(folder "${file}" DIRECTORY)
        list(APPEND folders "${CMAKE_CURRENT_SOURCE_DIR}/${folder}")
    endforeach()
    list(REMOVE_DUPLICATES folders)
    target_include_directories(${target} PRIVATE ${folders})
    target_precompile_headers(${target} REUSE_FROM fieldbook_qt_pch)
    fieldbook_silence_generated(${target})
    fieldbook_translations(${ARG_NAME} ${target} ${ARG_QML} ${ARG_SINGLETONS} ${ARG_SOURCES})
    target_link_libraries(${target}plugin PRIVATE fieldbook_options)
    add_library(fieldbook_${ARG_NAME} INTERFACE)
    add_library(fieldbook::${ARG_NAME} ALIAS fieldbook_${ARG_NAME})
    target_link_libraries(fieldbook_${ARG_NAME} INTERFACE ${target} ${target}plugin)
endfunction()

# fieldbook_qml_test(NAME qml_components SOURCES main.cpp INPUT folder LINK fieldbook::ui_components)
# One Qt Quick Test program over every tst_*.qml of a folder, drawn offscreen.
function(fieldbook_qml_test)
    cmake_parse_arguments(ARG "" "NAME;INPUT" "SOURCES;LINK" ${ARGN})
    set(target "fieldbook_test_${ARG_NAME}")
    qt_add_executable(${target} ${ARG_SOURCES})
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    target_link_libraries(${target} PRIVATE fieldbook_options Qt6::QuickTest ${ARG_LINK})
    add_test(NAME ${ARG_NAME} COMMAND ${target} -input "${ARG_INPUT}")
    # A warning printed (a binding loop, something undefined) is a failure. QtTest marks those during a test; the engine's own name
    # the file and the line.
    set_tests_properties(${ARG_NAME} PROPERTIES LABELS qml TIMEOUT 120
        FAIL_REGULAR_EXPRESSION "QWARN;QCRITICAL;[.]qml:[0-9]+"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
endfunction()
