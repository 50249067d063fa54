# The modules that know the engine, compiled against the declarations in unreal-surface (its README says what that
# proves): for the oldest and the newest engine, in the editor, and for a packaged game. Object files only.
set(UNREAL_PLUGIN "${ROOT}/unreal-plugin")
set(UNREAL_GENERATED "${CMAKE_CURRENT_BINARY_DIR}/unreal-generated")
# Nothing runs, so nothing is made fast.
set(UNREAL_FLAGS -O0 -fno-exceptions -fno-rtti -Wall -Wextra -Wshadow -Werror)
set(UNREAL_FLAGS ${UNREAL_FLAGS} -DENGINE_MAJOR_VERSION=5)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
  "${CMAKE_CURRENT_SOURCE_DIR}/unreal_modules.py" "${CMAKE_CURRENT_SOURCE_DIR}/unreal-surface/modules.json"
  "${UNREAL_PLUGIN}/Koekata.uplugin")
file(GLOB UNREAL_RULES CONFIGURE_DEPENDS "${UNREAL_PLUGIN}/Source/*/*.Build.cs")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${UNREAL_RULES})

set(UNREAL_MODULES_TOOL ${Python3_EXECUTABLE} "${CMAKE_CURRENT_SOURCE_DIR}/unreal_modules.py")
execute_process(COMMAND ${UNREAL_MODULES_TOOL} --cmake OUTPUT_FILE "${CMAKE_CURRENT_BINARY_DIR}/unreal-modules.cmake" COMMAND_ERROR_IS_FATAL ANY)
include("${CMAKE_CURRENT_BINARY_DIR}/unreal-modules.cmake")
add_test(NAME unreal-modules COMMAND ${UNREAL_MODULES_TOOL})

# A module of the plugin for one engine: UNREAL_VISIBLE_<module> are the folders of generated headers that it sees.
function(add_unreal_module NAME MINOR EDITOR)
  file(GLOB_RECURSE SOURCES CONFIGURE_DEPENDS "${UNREAL_PLUGIN}/Source/${NAME}/*.cpp")
  if(NOT SOURCES)
    return()
  endif()
  set(TARGET unreal-${NAME}-5.${MINOR}-editor${EDITOR})
  add_library(${TARGET} OBJECT ${SOURCES})
  add_dependencies(${TARGET} unreal-headers)
  target_include_directories(${TARGET} PRIVATE ${UNREAL_INCLUDES_${NAME}} "${UNREAL_GENERATED}")
  target_include_directories(${TARGET} SYSTEM PRIVATE ${UNREAL_ENGINE_${NAME}})
  # Unreal joins the files of a module, too: what is there twice shows then. One by one, what is not included shows.
  # The core asks in its Build.cs not to be joined.
  set_target_properties(${TARGET} PROPERTIES CXX_STANDARD 20)
  if(NOT NAME STREQUAL KoekataCore AND (NOT MINOR STREQUAL 6 OR NOT EDITOR))
    set_target_properties(${TARGET} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
  endif()
  target_compile_options(${TARGET} PRIVATE ${UNREAL_FLAGS} -DENGINE_MINOR_VERSION=${MINOR} -DWITH_EDITOR=${EDITOR} ${UNREAL_EXPORTS})
endfunction()

set(UNREAL_FOLDERS)
set(UNREAL_EXPORTS)
foreach(RULES ${UNREAL_RULES})
  get_filename_component(FOLDER "${RULES}" DIRECTORY)
  get_filename_component(NAME "${FOLDER}" NAME)
  string(TOUPPER "${NAME}" UPPER)
  list(APPEND UNREAL_EXPORTS "-D${UPPER}_API=")
  list(APPEND UNREAL_FOLDERS "${FOLDER}")
endforeach()
file(GLOB_RECURSE UNREAL_HEADERS CONFIGURE_DEPENDS "${UNREAL_PLUGIN}/Source/*.h")
set(UNREAL_HEADERS_TOOL "${CMAKE_CURRENT_SOURCE_DIR}/unreal_headers.py")
add_custom_command(OUTPUT "${UNREAL_GENERATED}/stamp"
  COMMAND ${Python3_EXECUTABLE} "${UNREAL_HEADERS_TOOL}" ${UNREAL_FOLDERS} --output "${UNREAL_GENERATED}"
  COMMAND ${CMAKE_COMMAND} -E touch "${UNREAL_GENERATED}/stamp"
  DEPENDS ${UNREAL_HEADERS} "${UNREAL_HEADERS_TOOL}" "${CMAKE_CURRENT_SOURCE_DIR}/unreal_types.py"
  COMMENT "Checking the headers as Unreal Header Tool would" VERBATIM)
add_custom_target(unreal-headers DEPENDS "${UNREAL_GENERATED}/stamp")

foreach(FOLDER ${UNREAL_FOLDERS})
  get_filename_component(NAME "${FOLDER}" NAME)
  if(NAME STREQUAL KoekataCore)
    continue() # Does not know the engine; once is enough.
  endif()
  add_unreal_module(${NAME} 3 1)
  add_unreal_module(${NAME} 6 1)
endforeach()
foreach(NAME KoekataCore Koekata)
  add_unreal_module(${NAME} 6 0)
endforeach()

# What is wrong must not compile: each file says on its first line what the compiler answers.
file(GLOB UNREAL_WRONG CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/unreal-surface/wrong/*.cpp")
file(GLOB UNREAL_ENGINE LIST_DIRECTORIES true "${CMAKE_CURRENT_SOURCE_DIR}/unreal-surface/*")
set(UNREAL_ENGINE_INCLUDES)
foreach(FOLDER ${UNREAL_ENGINE})
  if(IS_DIRECTORY "${FOLDER}")
    list(APPEND UNREAL_ENGINE_INCLUDES -isystem "${FOLDER}")
  endif()
endforeach()
foreach(FILE ${UNREAL_WRONG})
  get_filename_component(NAME "${FILE}" NAME_WE)
  file(STRINGS "${FILE}" EXPECTED LIMIT_COUNT 1)
  string(REGEX REPLACE "^// " "" EXPECTED "${EXPECTED}")
  add_test(NAME unreal-refuses-${NAME} COMMAND ${CMAKE_CXX_COMPILER} -std=c++20 ${UNREAL_FLAGS} -DENGINE_MINOR_VERSION=6 -DWITH_EDITOR=1
    ${UNREAL_ENGINE_INCLUDES} -fsyntax-only "${FILE}")
  set_tests_properties(unreal-refuses-${NAME} PROPERTIES PASS_REGULAR_EXPRESSION "${EXPECTED}" ENVIRONMENT "LC_ALL=C")
endforeach()
