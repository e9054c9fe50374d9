// The architecture is src/LAYERS, so it is a test: every #include of src/ and apps/ is read.

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "tests/source_tree.hpp"

namespace plimsoll::testing {
namespace {

using Allowed = std::map<std::string, std::set<std::string>>;

/// What each face may include of src/ and of the other faces. None names a method.
const Allowed faces{
    {"json", {"engine", "base", "money", "rules", "model", "market", "margin", "strategy"}},
    {"cli",
     {"engine", "base", "money", "rules", "model", "market", "margin", "strategy", "report", "io",
      "json"}},
};

Allowed read_layers() {
  Allowed may_include;
  std::ifstream file{PLIMSOLL_SOURCE_DIR "/src/LAYERS"};
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words{line};
    std::string home, colon;
    words >> home >> colon;
    EXPECT_EQ(colon, ":") << line;
    for (std::string word; words >> word;) {
      EXPECT_TRUE(may_include.contains(word)) << word << " is not above " << home;
      may_include[home].insert(word);
    }
    may_include[home].insert(home);
  }
  return may_include;
}

/// The part of a path between its `n`th and next slash.
std::string part(std::string_view path, int n) {
  for (; n > 0; --n) {
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) return {};
    path.remove_prefix(slash + 1);
  }
  const std::size_t slash = path.find('/');
  return std::string{slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash)};
}

bool may_see_from_src(const Allowed& layers, const std::string& file, const std::string& target) {
  const std::string home = part(file, 1);
  const std::string folder = part(target, 0);
  if (folder == "tests") return file.ends_with("_test.cpp");
  if (folder == "generated") return home == "methods";
  if (!layers.contains(home) || !layers.at(home).contains(folder)) return false;
  if (folder != "methods") return true;
  if (home != "methods") return target == "methods/all.hpp";  // engine/ names no single method
  return part(file, 2).empty() || part(file, 2) == part(target, 1);
}

bool may_see_from_apps(const std::string& file, const std::string& target) {
  const std::string face = part(file, 1);
  if (target == "apps/embedded.hpp") return true;
  if (!faces.contains(face)) return false;
  if (part(target, 0) == "tests") return file.ends_with("_test.cpp");
  if (part(target, 0) != "apps") return faces.at(face).contains(part(target, 0));
  return part(target, 1) == face || faces.at(face).contains(part(target, 1));
}

/// What `file` includes and may not.
std::vector<std::string> wrong_includes(const Allowed& layers, const SourceFile& file) {
  const bool in_src = file.path.starts_with("src/");
  if (!in_src && !file.path.starts_with("apps/")) return {};
  std::vector<std::string> wrong;
  std::istringstream text{file.text};
  for (std::string line; std::getline(text, line);) {
    const std::size_t hash = line.find_first_not_of(" \t");
    if (hash == std::string::npos || !line.substr(hash).starts_with("#include \"")) continue;
    const std::size_t open = line.find('"') + 1;
    const std::string target = line.substr(open, line.find('"', open) - open);
    const bool may =
        in_src ? may_see_from_src(layers, file.path, target) : may_see_from_apps(file.path, target);
    if (!may) wrong.push_back(target);
  }
  return wrong;
}

TEST(Layers, EveryFolderOfTheSourceIsALayer) {
  const Allowed layers = read_layers();
  for (const SourceFile& file : source_files()) {
    if (!file.path.starts_with("src/")) continue;
    EXPECT_TRUE(layers.contains(part(file.path, 1))) << file.path;
  }
}

TEST(Layers, EveryIncludeFollowsThem) {
  const Allowed layers = read_layers();
  for (const SourceFile& file : source_files())
    for (const std::string& target : wrong_includes(layers, file))
      ADD_FAILURE() << file.path << " may not include " << target;
}

TEST(Layers, NoMethodIsNamedOutsideTheMethods) {
  std::set<std::string> methods;
  for (const SourceFile& file : source_files())
    if (file.path.starts_with("src/methods/")) methods.insert(part(file.path, 2));
  methods.erase("");
  EXPECT_FALSE(methods.empty());
  for (const SourceFile& file : source_files()) {
    if (!file.path.starts_with("src/") && !file.path.starts_with("apps/")) continue;
    if (file.path.starts_with("src/methods/")) continue;
    const std::string code = code_only(file.text);
    for (const std::string& method : methods)
      for (const std::size_t line : lines_with(code, method + "::"))
        ADD_FAILURE() << file.path << ":" << line << " names the method " << method;
  }
}

// The checker, checked: what it must catch, planted.
TEST(Layers, PlantedIncludesAreCaught) {
  const Allowed layers = read_layers();
  const struct {
    const char* file;
    const char* target;
    bool allowed;
  } table[] = {
      {"src/base/date.cpp", "base/date.hpp", true},
      {"src/base/date.cpp", "money/money.hpp", false},
      {"src/rules/amount.hpp", "model/account.hpp", false},
      {"src/io/fidelity.cpp", "margin/answer.hpp", false},
      {"src/methods/reg_t/stock.cpp", "report/tree.hpp", false},
      {"src/methods/reg_t/stock.cpp", "methods/reg_t/rates.hpp", true},
      {"src/methods/reg_t/stock.cpp", "generated/rule_lines.hpp", true},
      {"src/methods/reg_t/stock.cpp", "methods/span/span.hpp", false},
      {"src/methods/reg_t/deep/stock.cpp", "methods/span/span.hpp", false},
      {"src/methods/all.hpp", "methods/reg_t/reg_t.hpp", true},
      {"src/engine/evaluate.cpp", "methods/all.hpp", true},
      {"src/engine/evaluate.cpp", "methods/reg_t/reg_t.hpp", false},
      {"src/report/tree.cpp", "methods/all.hpp", false},
      {"src/engine/evaluate.cpp", "apps/json/parse.hpp", false},
      {"src/engine/evaluate.cpp", "generated/rule_lines.hpp", false},
      {"src/methods/reg_t/pairing/pairing_test.cpp", "tests/random_book.hpp", true},
      {"src/methods/reg_t/pairing/pairing.cpp", "tests/random_book.hpp", false},
      {"src/base/date.cpp", "date.hpp", false},  // written from src/, so that it can be found
      {"apps/json/parse.cpp", "base/node.hpp", true},
      {"apps/json/parse.cpp", "io/toml.hpp", false},
      {"apps/json/parse.cpp", "apps/cli/arguments.hpp", false},
      {"apps/cli/main.cpp", "apps/json/parse.hpp", true},
      {"apps/cli/main.cpp", "apps/embedded.hpp", true},
      {"apps/cli/main.cpp", "methods/all.hpp", false},
      {"apps/server/main.cpp", "engine/evaluate.hpp", false},  // a face the list does not know
  };
  for (const auto& row : table) {
    const SourceFile planted{row.file, std::string{"#include \""} + row.target + "\"\n"};
    EXPECT_EQ(wrong_includes(layers, planted).empty(), row.allowed)
        << row.file << " including " << row.target;
  }
}

}  // namespace
}  // namespace plimsoll::testing
