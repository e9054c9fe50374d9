# One library for each folder of src/, linked as src/LAYERS says: the linker holds the layers too.

# The standard library's headers and ours of accounts and answers are more than half of what a file
# of ours compiles, twice over where it is tested: the test builds read them once. What a user runs,
# and the fuzzers, are built without, so that each file still includes what it uses.
if(PLIMSOLL_TESTS)
  file(GENERATE OUTPUT "${CMAKE_BINARY_DIR}/generated/common_headers.cpp" CONTENT "")
  add_library(plimsoll_common_headers OBJECT "${CMAKE_BINARY_DIR}/generated/common_headers.cpp")
  target_link_libraries(plimsoll_common_headers PRIVATE plimsoll_src_flags)
  target_compile_options(plimsoll_common_headers PRIVATE ${pch_options})
  target_precompile_headers(plimsoll_common_headers PRIVATE <algorithm> <array> <charconv>
    <cmath> <deque> <expected> <functional> <map> <numeric> <optional> <set> <span> <sstream>
    <string> <tuple> <unordered_map> <variant> <vector>
    "${CMAKE_SOURCE_DIR}/src/margin/method.hpp")
endif()

function(plimsoll_precompiled target)
  if(PLIMSOLL_TESTS)
    target_compile_options(${target} PRIVATE ${pch_options})
    target_precompile_headers(${target} REUSE_FROM plimsoll_common_headers)
  endif()
endfunction()

# The .cpp files of a folder without its tests; then its tests. A folder of src/ may have folders of its
# own, which belong to its one library; those of methods/ are libraries themselves.
function(plimsoll_sources folder sources_out tests_out)
  set(patterns "${CMAKE_SOURCE_DIR}/${folder}/*.cpp")
  if(folder MATCHES "^src/" AND NOT folder STREQUAL "src/methods")
    list(APPEND patterns "${CMAKE_SOURCE_DIR}/${folder}/*/*.cpp")
  endif()
  file(GLOB all CONFIGURE_DEPENDS ${patterns})
  set(tests ${all})
  list(FILTER all EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  set(${sources_out} "${all}" PARENT_SCOPE)
  set(${tests_out} "${tests}" PARENT_SCOPE)
endfunction()

# A library from a folder; it takes on what it is linked to. Its tests become `unit_NAME`.
function(plimsoll_library name folder)
  plimsoll_sources(${folder} sources tests)
  if(sources)
    add_library(plimsoll_${name} STATIC ${sources})
    target_link_libraries(plimsoll_${name} PUBLIC plimsoll_src_flags ${ARGN})
    plimsoll_precompiled(plimsoll_${name})
  else()
    add_library(plimsoll_${name} INTERFACE)
    target_link_libraries(plimsoll_${name} INTERFACE plimsoll_src_flags ${ARGN})
  endif()
  plimsoll_unit_test(${name} plimsoll_${name} ${tests})
endfunction()

# Private needs of a library, where it has sources at all.
function(plimsoll_needs name)
  get_target_property(type plimsoll_${name} TYPE)
  if(NOT type STREQUAL "INTERFACE_LIBRARY")
    target_link_libraries(plimsoll_${name} PRIVATE ${ARGN})
  endif()
endfunction()

function(plimsoll_compiled_with name)
  get_target_property(type plimsoll_${name} TYPE)
  if(NOT type STREQUAL "INTERFACE_LIBRARY")
    target_compile_options(plimsoll_${name} PRIVATE ${ARGN})
  endif()
endfunction()

# Where rules stand, as a header the rulebooks include.
file(GLOB_RECURSE rule_sources CONFIGURE_DEPENDS RELATIVE "${CMAKE_SOURCE_DIR}"
  "${CMAKE_SOURCE_DIR}/src/methods/*.cpp" "${CMAKE_SOURCE_DIR}/src/methods/*.hpp")
list(FILTER rule_sources EXCLUDE REGEX "_test\\.cpp$")
list(SORT rule_sources)
set(rule_lines "${CMAKE_BINARY_DIR}/generated/rule_lines.hpp")
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/generated")
add_custom_command(OUTPUT "${rule_lines}"
  COMMAND awk -f cmake/rule_lines.awk ${rule_sources} /dev/null > "${rule_lines}"
  DEPENDS ${rule_sources} cmake/rule_lines.awk
  WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}" VERBATIM COMMENT "Where the rules stand")

function(plimsoll_methods)
  file(GLOB folders CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/methods/*")
  set(methods)
  foreach(folder IN LISTS folders)
    if(IS_DIRECTORY "${folder}")
      get_filename_component(method "${folder}" NAME)
      plimsoll_library(methods_${method} src/methods/${method} ${ARGN})
      get_target_property(type plimsoll_methods_${method} TYPE)
      if(NOT type STREQUAL "INTERFACE_LIBRARY")
        target_sources(plimsoll_methods_${method} PRIVATE "${rule_lines}")
        target_include_directories(plimsoll_methods_${method} PRIVATE "${CMAKE_BINARY_DIR}")
      endif()
      list(APPEND methods plimsoll_methods_${method})
    endif()
  endforeach()
  plimsoll_library(methods src/methods ${methods} ${ARGN})
endfunction()

file(STRINGS "${CMAKE_SOURCE_DIR}/src/LAYERS" layers REGEX "^[a-z]")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/LAYERS")
foreach(layer IN LISTS layers)
  string(REGEX REPLACE "[ :]+" ";" words "${layer}")
  list(POP_FRONT words home)
  set(below)
  foreach(word IN LISTS words)
    if(word)
      list(APPEND below plimsoll_${word})
    endif()
  endforeach()
  if(home STREQUAL "methods")
    plimsoll_methods(${below})
  else()
    plimsoll_library(${home} src/${home} ${below})
  endif()
endforeach()
