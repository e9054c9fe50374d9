#include "tests/source_tree.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace plimsoll::testing {
namespace {

TEST(SourceTree, FindsThisFile) {
  const auto& files = source_files();
  const auto here = std::ranges::find(files, "tests/source_tree_test.cpp", &SourceFile::path);
  ASSERT_NE(here, files.end());
  EXPECT_TRUE(here->text.contains("FindsThisFile"));
}

TEST(SourceTree, BlanksCommentsAndLiterals) {
  const struct {
    const char* text;
    const char* code;
  } table[] = {
      {"int a; // b", "int a;     "},
      {"a /* b\nc */ d", "a     \n     d"},
      {"f(\"x\\\"y\") + 'z'", "f(      ) +    "},
      {"1'000'000 + x", "1'000'000 + x"},
      {"R\"~(a\"b)~\" c", "           c"},
      {"\"// no\" d", "        d"},
  };
  for (const auto& row : table) EXPECT_EQ(code_only(row.text), row.code) << row.text;
}

TEST(SourceTree, MeasuresFunctions) {
  const char* text =
      "namespace a {\n"              // 1
      "struct B {\n"                 // 2
      "  int one() { return 1; }\n"  // 3
      "  int two = 2;\n"             // 4
      "};\n"                         // 5
      "template <class T>\n"         // 6
      "int three(T x,\n"             // 7
      "          int y) {\n"         // 8
      "  if (x) { return y; }\n"     // 9
      "  return \"}\"[0];\n"         // 10
      "}\n"                          // 11
      "int table[] = {1, 2};\n"      // 12
      "#define OPEN {\n"             // 13
      "class C { C() : x{1} {} int x; };\n"
      "}\n";
  const std::vector<FunctionBody> found = functions(text);
  ASSERT_GE(found.size(), 2u);
  EXPECT_EQ(found[0].line, 3u);
  EXPECT_EQ(found[0].lines, 1u);
  EXPECT_EQ(found[1].line, 6u);
  EXPECT_EQ(found[1].lines, 6u);
}

TEST(SourceTree, FindsWholeWords) {
  const std::string_view text = "assert(a)\nstatic_assert(b)\nmy::assert(c) assert(d)\n";
  EXPECT_EQ(lines_with(text, "assert("), (std::vector<std::size_t>{1, 3}));
  EXPECT_EQ(lines_with(text, "asser"), (std::vector<std::size_t>{}));
}

TEST(SourceTree, NamesFolders) {
  EXPECT_EQ(folder_of("src/base/date.cpp"), "src/base");
  EXPECT_EQ(folder_of("x"), "");
}

}  // namespace
}  // namespace plimsoll::testing
