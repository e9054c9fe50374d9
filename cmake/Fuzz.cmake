# Every parser, and src/pricing, has a fuzz target, fuzz/NAME_fuzz.cpp, and a corpus,
# fuzz/corpus/NAME/. In the fuzz preset libFuzzer drives it; everywhere else fuzz/replay.cpp runs the
# corpus through it as a test.

option(PLIMSOLL_FUZZ "Build the fuzzers (clang only)" OFF)

function(plimsoll_fuzz)
  add_custom_target(fuzzers)
  file(GLOB targets CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/fuzz/*_fuzz.cpp")
  foreach(source IN LISTS targets)
    get_filename_component(name "${source}" NAME_WE)
    string(REGEX REPLACE "_fuzz$" "" subject "${name}")
    if(PLIMSOLL_FUZZ)
      add_executable(${name} ${source})
      target_link_options(${name} PRIVATE -fsanitize=fuzzer)
      add_dependencies(fuzzers ${name})
    elseif(PLIMSOLL_TESTS)
      set(name replay_${subject})
      add_executable(${name} ${source} fuzz/replay.cpp)
      add_dependencies(replays ${name})
      set(corpus "${CMAKE_SOURCE_DIR}/fuzz/corpus/${subject}")
      add_test(NAME "replay: ${subject}" COMMAND ${name} "${corpus}")
      set_tests_properties("replay: ${subject}" PROPERTIES LABELS replay TIMEOUT 120)
    else()
      continue()
    endif()
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
    # Only what it parses with: fuzzers are built with every sanitizer on.
    target_link_libraries(${name} PRIVATE plimsoll_io plimsoll_json)
    # Parsed, and walked or priced: sums are where entries could overflow. A parameter pack is a
    # method's.
    if(subject MATCHES "^(activity|options_csv|pack)$")
      target_link_libraries(${name} PRIVATE plimsoll_engine)
    elseif(subject STREQUAL "pricing")
      target_link_libraries(${name} PRIVATE plimsoll_pricing)
    elseif(subject MATCHES "^(rates|policy)$")
      target_link_libraries(${name} PRIVATE plimsoll_strategy)
    endif()
  endforeach()
endfunction()
