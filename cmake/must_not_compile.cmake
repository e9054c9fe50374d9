# Compiles SNIPPET and compares what the compiler says with what the snippet's own comment says it
# must: "// GNU: text", "// Clang: text". The text "compiles" asks for success. Without the check of
# the text, a misspelt include would pass for a type that refuses.

file(STRINGS "${SNIPPET}" wanted REGEX "^// ${COMPILER_ID}: " LIMIT_COUNT 1)
string(REGEX REPLACE "^// ${COMPILER_ID}: " "" wanted "${wanted}")
if(NOT wanted)
  message(FATAL_ERROR "${SNIPPET} does not say what ${COMPILER_ID} must answer")
endif()

execute_process(
  COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C
    "${COMPILER}" -std=c++23 -fsyntax-only "-I${INCLUDE}" "${SNIPPET}"
  RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said)

if(wanted STREQUAL "compiles")
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "it must compile, and does not:\n${said}")
  endif()
  return()
endif()
if(status EQUAL 0)
  message(FATAL_ERROR "it compiles, and must not")
endif()
string(FIND "${said}" "${wanted}" place)
if(place EQUAL -1)
  message(FATAL_ERROR "it is refused, but not with \"${wanted}\":\n${said}")
endif()
