// Style that matters is a failing test; the rest is the formatter's. What is forbidden says what to
// write instead.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "tests/source_tree.hpp"

namespace plimsoll::testing {
namespace {

constexpr std::size_t columns_max = 100;
constexpr std::size_t function_lines_max = 70;
constexpr std::size_t file_lines_max = 500;

struct Ban {
  const char* word;
  std::vector<const char*> where;   // paths that begin so
  std::vector<const char*> except;  // paths that begin so
  const char* instead;
};

const std::vector<const char*> everywhere{""};
const std::vector<const char*> in_src{"src/"};
const std::vector<const char*> ours{"src/", "apps/"};
const std::vector<const char*> money_only{"src/money/", "src/rules/", "src/margin/",
                                          "src/methods/reg_t/"};
// The pairing search is a solver: it bounds in double and decides in Decimal.
const std::vector<const char*> solvers{"src/methods/reg_t/pairing", "src/methods/reg_t/simplex",
                                       "src/methods/reg_t/transport"};
const std::vector<const char*> file_readers{"src/io/"};

const std::vector<Ban> bans{
    {"system_clock", in_src, {}, "take a Date; only apps/ reads a clock"},
    {"steady_clock", in_src, {}, "count the work; only apps/ reads a clock"},
    {"high_resolution_clock", in_src, {}, "count the work; only apps/ reads a clock"},
    {"std::time", in_src, {}, "take a Date; only apps/ reads a clock"},
    {"getenv", in_src, {}, "take the value; only apps/ reads the environment"},
    {"ifstream", in_src, file_readers, "take the bytes; only io/ and apps/ read files"},
    {"ofstream", in_src, {}, "return the text; only apps/ writes files"},
    {"fopen", in_src, file_readers, "take the bytes; only io/ and apps/ read files"},
    {"std::cout", in_src, {}, "return the text; only apps/ prints"},
    {"std::cerr", in_src, {}, "return an Error; only apps/ prints"},
    {"random_device", ours, {}, "take a seed; answers are the same every time"},
    {"rand(", ours, {}, "take a seed; answers are the same every time"},
    {"thread_local", ours, {}, "pass it; there is no global state"},
    // The vector kernels' half-width numbers, whose error is measured and chosen by.
    {"float", ours, {"src/pricing/"}, "double in a model, Decimal for money"},
    {"double", money_only, solvers, "Decimal: this is money"},
    {"assert(", ours, {}, "PLIMSOLL_CHECK, which stays on in release builds"},
    {"using namespace std;", everywhere, {}, "std::"},
    {"catch (...)", everywhere, {}, "catch what the library throws, where it is called"},
    {"catch(...)", everywhere, {}, "catch what the library throws, where it is called"},
    {"dynamic_cast", ours, {}, "std::visit over the closed list"},
    {"std::endl", everywhere, {}, "'\\n'"},
    {"Manager", ours, {}, "a name that says what it is"},
    {"Helper", ours, {}, "a name that says what it is"},
    {"Impl", ours, {}, "a name that says what it is"},
};

/// Headers that cost seconds to compile, and the only files that may include them.
const std::map<std::string, std::vector<const char*>> heavy_headers{
    {"<nlohmann/", {"apps/json/parse.cpp"}},
    {"<CLI/", {"apps/cli/arguments.cpp"}},
    {"<toml++/", {"src/io/toml.cpp"}},
    {"<expat.h>", {"src/io/ibkr_flex.cpp", "src/io/xml.cpp", "src/io/xml_stream.cpp"}},
    {"<coin/", {"tests/", "bench/"}},
    {"<gtest/", {"tests/", "src/", "apps/"}},
    {"<rapidcheck", {"tests/", "src/", "apps/"}},
};

/// Without a test beside them, each with its reason.
const std::map<std::string, const char*> untested{
    {"apps/cli/main.cpp", "hands argv to the commands; tests/cli_test.cpp runs the program"},
};

bool begins_with_any(const std::string& path, const std::vector<const char*>& beginnings) {
  return std::ranges::any_of(beginnings,
                             [&](const char* beginning) { return path.starts_with(beginning); });
}

/// Tests may keep temporary files, read their fixtures and name paths.
bool is_test(const std::string& path) {
  return path.ends_with("_test.cpp") || path.ends_with("/testing.hpp") ||
         path.starts_with("tests/");
}

bool is_this_file(const SourceFile& file) { return file.path == "tests/tidy_test.cpp"; }

TEST(Tidy, LinesFitTheScreen) {
  for (const SourceFile& file : source_files()) {
    std::istringstream text{file.text};
    std::size_t number = 0;
    for (std::string line; std::getline(text, line);) {
      ++number;
      const auto bytes_inside = std::ranges::count_if(
          line, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; });
      EXPECT_LE(line.size() - static_cast<std::size_t>(bytes_inside), columns_max)
          << file.path << ":" << number;
    }
  }
}

TEST(Tidy, FunctionsFitTheScreen) {
  for (const SourceFile& file : source_files())
    for (const FunctionBody& body : functions(file.text))
      EXPECT_LE(body.lines, function_lines_max) << file.path << ":" << body.line;
}

TEST(Tidy, FilesDoOneThing) {
  for (const SourceFile& file : source_files())
    EXPECT_LE(std::ranges::count(file.text, '\n'), std::ptrdiff_t{file_lines_max}) << file.path;
}

TEST(Tidy, NothingForbidden) {
  for (const SourceFile& file : source_files()) {
    if (is_this_file(file)) continue;
    const std::string code = code_only(file.text);
    for (const Ban& ban : bans) {
      if (ban.where == in_src && is_test(file.path)) continue;
      if (!begins_with_any(file.path, ban.where) || begins_with_any(file.path, ban.except))
        continue;
      for (const std::size_t line : lines_with(code, ban.word))
        ADD_FAILURE() << file.path << ":" << line << ": " << ban.word << "; write " << ban.instead;
    }
  }
}

TEST(Tidy, HeavyHeadersStayInNamedFiles) {
  for (const SourceFile& file : source_files())
    for (const auto& [header, allowed] : heavy_headers)
      for (const std::size_t line : lines_with(file.text, "#include " + header)) {
        const bool in_header = file.path.ends_with(".hpp") && !is_test(file.path);
        EXPECT_TRUE(begins_with_any(file.path, allowed) && !in_header)
            << file.path << ":" << line << ": " << header << " has its own file";
      }
}

TEST(Tidy, TestFrameworksStayInTests) {
  for (const SourceFile& file : source_files()) {
    if (is_test(file.path)) continue;
    EXPECT_FALSE(file.text.contains("#include <gtest/")) << file.path;
    EXPECT_FALSE(file.text.contains("#include <rapidcheck")) << file.path;
  }
}

TEST(Tidy, NoLeftovers) {
  for (const SourceFile& file : source_files()) {
    if (is_this_file(file)) continue;
    for (const char* word : {"TODO", "FIXME"})
      for (const std::size_t line : lines_with(file.text, word))
        ADD_FAILURE() << file.path << ":" << line << " has " << word;
  }
}

TEST(Tidy, NoPathsOfAMachine) {
  for (const SourceFile& file : source_files()) {
    if (is_test(file.path)) continue;
    for (const char* path : {"/home/", "/root/", "/usr/", "/tmp/", "/work/"})
      for (const std::size_t line : lines_with(file.text, path))
        ADD_FAILURE() << file.path << ":" << line << " names " << path;
  }
}

TEST(Tidy, EveryFolderIsIntroduced) {
  const std::filesystem::path root{PLIMSOLL_SOURCE_DIR};
  std::set<std::string> folders{"cases", "cmake", "docs", "examples", "profiles", "src", "apps"};
  for (const SourceFile& file : source_files()) folders.insert(folder_of(file.path));
  for (const std::string& folder : folders)
    EXPECT_TRUE(std::filesystem::exists(root / folder / "README.md"))
        << folder << "/README.md is missing: what it is, what it is not, where to start";
}

TEST(Tidy, EverySourceHasItsTestBesideIt) {
  std::set<std::string> paths;
  for (const SourceFile& file : source_files()) paths.insert(file.path);
  for (const std::string& path : paths) {
    const bool ours_to_test =
        path.starts_with("src/") || path.starts_with("apps/") || folder_of(path) == "tests";
    if (!ours_to_test || !path.ends_with(".cpp") || path.ends_with("_test.cpp")) continue;
    const std::string test = path.substr(0, path.size() - 4) + "_test.cpp";
    EXPECT_NE(paths.contains(test), untested.contains(path))
        << (untested.contains(path) ? path + " has a test: take it off the list"
                                    : test + " is missing");
  }
}

TEST(Tidy, EveryFormulaNamesItsRule) {
  std::size_t formulas = 0;
  for (const SourceFile& file : source_files()) {
    if (!file.path.starts_with("src/methods/") || !file.path.ends_with(".cpp")) continue;
    if (file.path.ends_with("_test.cpp")) continue;
    const std::string code = code_only(file.text);
    if (lines_with(code, "percent_of(").empty()) continue;
    ++formulas;
    EXPECT_FALSE(lines_with(code, "under(").empty())
        << file.path << " computes a percentage under no rule";
  }
  EXPECT_GT(formulas, 0u);
}

TEST(Tidy, EveryCitationSaysItsSource) {
  std::size_t citations = 0;
  for (const SourceFile& file : source_files()) {
    if (!file.path.starts_with("src/methods/")) continue;
    const std::string& text = file.text;
    for (std::size_t at = text.find("constexpr Citation "); at != std::string::npos;
         at = text.find("constexpr Citation ", at + 1)) {
      ++citations;
      const std::string citation = text.substr(at, text.find("};", at) - at);
      const std::string name = citation.substr(0, citation.find('{'));
      EXPECT_TRUE(name.ends_with("_law")) << file.path << ": " << name;
      for (const char* member : {".source =", ".paragraph =", ".gist ="}) {
        const std::size_t found = citation.find(member);
        EXPECT_NE(found, std::string::npos) << file.path << ": " << name << " lacks " << member;
        if (found == std::string::npos) continue;
        const std::size_t quote = citation.find('"', found);
        EXPECT_TRUE(quote != std::string::npos && citation[quote + 1] != '"')
            << file.path << ": " << name << " has an empty " << member;
      }
    }
  }
  EXPECT_GT(citations, 0u);
}

}  // namespace
}  // namespace plimsoll::testing
