# Tests: one program of unit tests for each folder, one for each file of tests/, the snippets that
# must not compile, and a replay of every fuzzer's corpus.

option(PLIMSOLL_TESTS "Build the tests" ON)
option(PLIMSOLL_EACH_TEST "Show each test case to ctest, not each program" ON)

if(PLIMSOLL_TESTS)
  enable_testing()
  include(GoogleTest)
  find_package(GTest REQUIRED)
  find_package(rapidcheck REQUIRED)
  find_library(CBC_SOLVER CbcSolver)
  find_library(QUANTLIB QuantLib)
  find_path(QUANTLIB_INCLUDE ql/time/calendars/unitedstates.hpp)
  # What the sanitized run is about.
  add_custom_target(units)
  add_custom_target(replays)
endif()

# GoogleTest's header is most of what a unit test compiles: once is enough. Measured over two folders
# it saves a third of the time, and -O0 as much again.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  set(pch_options -fpch-preprocess)  # so that ccache can keep what is compiled with it
endif()
set(unit_options -O0 ${pch_options})
if(PLIMSOLL_TESTS)
  file(GENERATE OUTPUT "${CMAKE_BINARY_DIR}/generated/unit_headers.cpp" CONTENT "")
  add_library(plimsoll_unit_headers OBJECT "${CMAKE_BINARY_DIR}/generated/unit_headers.cpp")
  target_link_libraries(plimsoll_unit_headers PRIVATE plimsoll_src_flags GTest::gtest rapidcheck)
  target_compile_definitions(plimsoll_unit_headers PRIVATE
    PLIMSOLL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_compile_options(plimsoll_unit_headers PRIVATE ${unit_options})
  target_precompile_headers(plimsoll_unit_headers PRIVATE <gtest/gtest.h>
    "${CMAKE_SOURCE_DIR}/src/margin/method.hpp")
endif()

# A GoogleTest program, run in the repository's root under a label. Random books are the same every
# time: run the program itself for others.
function(plimsoll_test target label)
  set(tries 100)
  if(label STREQUAL "properties")
    set(tries 1000)
  endif()
  set(environment "RC_PARAMS=seed=20261120 max_success=${tries}")
  target_include_directories(${target} PRIVATE "${CMAKE_SOURCE_DIR}")
  target_link_libraries(${target} PRIVATE GTest::gtest_main rapidcheck)
  target_compile_definitions(${target} PRIVATE PLIMSOLL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  if(PLIMSOLL_EACH_TEST)
    gtest_discover_tests(${target} DISCOVERY_MODE PRE_TEST NO_PRETTY_VALUES
      WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}" TEST_PREFIX "${target}: "
      PROPERTIES LABELS "${label}" TIMEOUT 300 ENVIRONMENT "${environment}")
  else()
    add_test(NAME ${target} COMMAND ${target} WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
    set_tests_properties(${target} PROPERTIES LABELS "${label}" TIMEOUT 600
      ENVIRONMENT "${environment}")
  endif()
endfunction()

function(plimsoll_unit_test name library)
  if(NOT PLIMSOLL_TESTS OR NOT ARGN)
    return()
  endif()
  add_executable(unit_${name} ${ARGN})
  target_link_libraries(unit_${name} PRIVATE ${library})
  # Tables of expectations: a third of the time to compile, and none to run.
  target_compile_options(unit_${name} PRIVATE ${unit_options})
  target_precompile_headers(unit_${name} REUSE_FROM plimsoll_unit_headers)
  add_dependencies(units unit_${name})
  plimsoll_test(unit_${name} unit)
endfunction()

# One program for each tests/NAME_test.cpp. Those that only read the source text stand on
# source_tree.cpp alone, so that they answer while something else does not compile.
set(shape_tests layers_test tidy_test source_tree_test)

# Compiled like the libraries, as they enumerate by themselves.
set(counting_tests decomposition_test)

function(plimsoll_tests_of_the_whole)
  plimsoll_sources(tests shared tests)
  add_library(plimsoll_source_tree STATIC tests/source_tree.cpp)
  target_include_directories(plimsoll_source_tree PUBLIC "${CMAKE_SOURCE_DIR}")
  target_compile_definitions(plimsoll_source_tree PRIVATE
    PLIMSOLL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_link_libraries(plimsoll_source_tree PUBLIC plimsoll_flags)

  list(FILTER shared EXCLUDE REGEX "/source_tree\\.cpp$")
  add_library(plimsoll_testing INTERFACE)
  target_link_libraries(plimsoll_testing INTERFACE plimsoll_engine plimsoll_json plimsoll_embedded)
  if(shared)
    add_library(plimsoll_testing_shared STATIC ${shared})
    target_include_directories(plimsoll_testing_shared PUBLIC "${CMAKE_SOURCE_DIR}")
    target_compile_definitions(plimsoll_testing_shared PRIVATE
      PLIMSOLL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_link_libraries(plimsoll_testing_shared PUBLIC plimsoll_engine plimsoll_json rapidcheck)
    plimsoll_precompiled(plimsoll_testing_shared)
    target_link_libraries(plimsoll_testing INTERFACE plimsoll_testing_shared)
  endif()
  plimsoll_quantlib_oracle()
  foreach(test IN LISTS tests)
    plimsoll_test_of_the_whole("${test}")
  endforeach()
endfunction()

# QuantLib answers in a process of its own. Where it is not installed, its tests say so and are
# skipped.
function(plimsoll_quantlib_oracle)
  if(QUANTLIB AND QUANTLIB_INCLUDE)
    add_executable(quantlib_oracle tests/quantlib/oracle.cpp)
    target_compile_features(quantlib_oracle PRIVATE cxx_std_23)
    target_include_directories(quantlib_oracle SYSTEM PRIVATE "${QUANTLIB_INCLUDE}")
    target_link_libraries(quantlib_oracle PRIVATE "${QUANTLIB}")
  endif()
endfunction()

function(plimsoll_test_of_the_whole file)
  get_filename_component(name "${file}" NAME_WE)
  if(name MATCHES "cbc" AND NOT CBC_SOLVER)
    message(STATUS "${name} is left out: CBC (coinor-libcbc-dev) is not installed")
    return()
  endif()
  add_executable(${name} ${file})
  if(name IN_LIST shape_tests)
    target_link_libraries(${name} PRIVATE plimsoll_source_tree)
  elseif(name MATCHES "^quantlib_")
    target_link_libraries(${name} PRIVATE plimsoll_market)
    if(TARGET quantlib_oracle)
      target_compile_definitions(${name} PRIVATE
        PLIMSOLL_QUANTLIB_ORACLE="$<TARGET_FILE:quantlib_oracle>")
      add_dependencies(${name} quantlib_oracle)
    endif()
  else()
    target_link_libraries(${name} PRIVATE plimsoll_testing)
  endif()
  if(NOT name IN_LIST counting_tests)
    target_compile_options(${name} PRIVATE ${unit_options})
    target_precompile_headers(${name} REUSE_FROM plimsoll_unit_headers)
  endif()
  if(name MATCHES "cbc")
    target_link_libraries(${name} PRIVATE CbcSolver Cbc Cgl OsiClp Clp Osi CoinUtils)
  endif()
  if(name MATCHES "^(cli|readme)_test$" AND TARGET plimsoll)
    target_compile_definitions(${name} PRIVATE PLIMSOLL_BINARY="$<TARGET_FILE:plimsoll>")
    add_dependencies(${name} plimsoll)
  endif()
  string(REGEX REPLACE "_test$" "" label "${name}")
  plimsoll_test(${name} ${label})
endfunction()

# Each snippet names on its first lines what each compiler must say of it.
function(plimsoll_must_not_compile)
  file(GLOB snippets CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/must_not_compile/*.cpp")
  foreach(snippet IN LISTS snippets)
    get_filename_component(name "${snippet}" NAME_WE)
    add_test(NAME "must_not_compile: ${name}"
      COMMAND ${CMAKE_COMMAND} -DCOMPILER=${CMAKE_CXX_COMPILER}
        -DCOMPILER_ID=${CMAKE_CXX_COMPILER_ID} -DSNIPPET=${snippet}
        -DINCLUDE=${CMAKE_SOURCE_DIR}/src -P ${CMAKE_SOURCE_DIR}/cmake/must_not_compile.cmake)
    set_tests_properties("must_not_compile: ${name}" PROPERTIES LABELS must_not_compile)
  endforeach()
endfunction()
