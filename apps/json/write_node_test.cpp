#include "apps/json/write_node.hpp"

#include <gtest/gtest.h>

#include <utility>

#include "apps/json/parse.hpp"

namespace plimsoll::json {
namespace {

TEST(WriteNode, WritesWhatWasRead) {
  for (const char* text :
       {"null", "true", "false", "\"x\\n\"", "-1.50", "123456789012345678901234567890", "[]", "{}",
        "[1,[2,{\"a\":[]}]]", "{\"b\":1,\"a\":{\"c\":\"d\"}}"}) {
    Writer out{Layout::one_line};
    write_node(out, *parse(text, "a"));
    EXPECT_EQ(std::move(out).finish(), std::string{text} + "\n");
  }
}

}  // namespace
}  // namespace plimsoll::json
