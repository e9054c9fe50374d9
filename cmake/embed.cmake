# Writes the body of apps/embedded.hpp. Run by the build with ROOT (the repository) and OUTPUT.
# Raw string literals, so that a person can read the result; the delimiter stands in no text file.

function(list_files result)
  set(found)
  foreach(pattern IN LISTS ARGN)
    file(GLOB_RECURSE files RELATIVE "${ROOT}" "${ROOT}/${pattern}")
    list(APPEND found ${files})
  endforeach()
  list(SORT found)
  set(${result} "${found}" PARENT_SCOPE)
endfunction()

function(write_files function_name)
  list_files(files ${ARGN})
  list(LENGTH files count)
  if(count EQUAL 0)
    file(APPEND "${OUTPUT}.new"
      "std::span<const EmbeddedFile> ${function_name}() { return {}; }\n\n")
    return()
  endif()
  file(APPEND "${OUTPUT}.new" "std::span<const EmbeddedFile> ${function_name}() {\n"
    "  static constexpr EmbeddedFile files[] = {\n")
  foreach(name IN LISTS files)
    file(READ "${ROOT}/${name}" text)
    file(APPEND "${OUTPUT}.new" "{\"${name}\", R\"~embed~(" "${text}" ")~embed~\"},\n")
  endforeach()
  file(APPEND "${OUTPUT}.new" "  };\n  return files;\n}\n\n")
endfunction()

file(WRITE "${OUTPUT}.new"
  "// Written by cmake/embed.cmake.\n#include \"apps/embedded.hpp\"\n\nnamespace plimsoll {\n\n")
write_files(embedded_profiles "profiles/*.toml")
write_files(embedded_schemas "apps/json/schemas/*.json")
file(APPEND "${OUTPUT}.new" "}  // namespace plimsoll\n")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
