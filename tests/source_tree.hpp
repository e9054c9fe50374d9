#pragma once
// The source text of the project, for the tests that hold its shape.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::testing {

struct SourceFile {
  std::string path;  // within the repository, with forward slashes: "src/base/date.cpp"
  std::string text;
};

/// Every .cpp and .hpp of src, apps, tests, fuzz and bench, in order of path.
const std::vector<SourceFile>& source_files();

/// The same text with comments, string and character literals blanked. Line breaks stay, so lines
/// keep their numbers, and every other character keeps its place.
std::string code_only(std::string_view text);

struct FunctionBody {
  std::size_t line = 0;   // 1-based, of the line its declaration begins on
  std::size_t lines = 0;  // to its closing brace
};

/// Functions at namespace or class level, found by their braces.
std::vector<FunctionBody> functions(std::string_view text);

/// 1-based lines on which `word` stands, not as a part of a longer identifier.
std::vector<std::size_t> lines_with(std::string_view text, std::string_view word);

/// The folder a path is in: "src/base" of "src/base/date.cpp".
std::string folder_of(std::string_view path);

}  // namespace plimsoll::testing
