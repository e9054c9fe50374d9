# How everything of ours is compiled: warnings, paths, speed-ups where the machine has them.

option(PLIMSOLL_WERROR "Warnings are errors" OFF)
option(PLIMSOLL_LTO "Link-time optimisation" OFF)
set(PLIMSOLL_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize= takes them")

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # The sloppiness is what ccache asks for where precompiled headers are used.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros "${CCACHE}")
endif()

add_library(plimsoll_flags INTERFACE)
target_compile_features(plimsoll_flags INTERFACE cxx_std_23)
target_compile_options(plimsoll_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow
  # So that __FILE__ and std::source_location show "src/...", on any machine.
  -fmacro-prefix-map=${CMAKE_SOURCE_DIR}/=)
if(PLIMSOLL_WERROR)
  target_compile_options(plimsoll_flags INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 warns of what std::optional and std::variant leave uninitialised when it inlines them.
  target_compile_options(plimsoll_flags INTERFACE -Wno-maybe-uninitialized)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # libstdc++ 12's own std::stable_sort calls what libstdc++ 12 has deprecated.
  target_compile_options(plimsoll_flags INTERFACE -Wno-deprecated-declarations)
endif()
if(PLIMSOLL_SANITIZE)
  target_compile_options(plimsoll_flags INTERFACE
    -fsanitize=${PLIMSOLL_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(plimsoll_flags INTERFACE -fsanitize=${PLIMSOLL_SANITIZE})
endif()
if(PLIMSOLL_LTO)
  set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
endif()

find_program(MOLD mold)
if(MOLD AND NOT PLIMSOLL_LTO)
  target_link_options(plimsoll_flags INTERFACE -fuse-ld=mold)
endif()

# Includes of src/ are written from src/, those of apps/ and tests/ from the root.
add_library(plimsoll_src_flags INTERFACE)
target_link_libraries(plimsoll_src_flags INTERFACE plimsoll_flags)
target_include_directories(plimsoll_src_flags INTERFACE "${CMAKE_SOURCE_DIR}/src")
