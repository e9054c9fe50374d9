#include "apps/json/read_named.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"

namespace plimsoll::json {
namespace {

struct Seen {
  std::vector<std::string> members;
  std::vector<Error> mistakes;
};

Seen seen(std::string_view text) {
  Notes notes;
  Seen all;
  const auto node = parse(text, "in");
  EXPECT_TRUE(node);
  read_named(*node, Place{"in"}, notes, "the bank called", [&](const NamedMember& one) {
    all.members.push_back(std::string{one.id.view()} + (one.first ? "" : " again"));
  });
  all.mistakes = notes.mistakes();
  return all;
}

TEST(ReadNamed, InTheOrderWritten) {
  const Seen all = seen(R"({"SOL": 1, "AAPL": 2})");
  EXPECT_EQ(all.members, (std::vector<std::string>{"SOL", "AAPL"}));
  EXPECT_TRUE(all.mistakes.empty());
  EXPECT_TRUE(seen("{}").members.empty());
}

TEST(ReadNamed, TwoSpellingsOfOneNameAreRefusedAndRead) {
  const Seen all = seen(R"({"SOL": 1, " SOL": 2})");
  EXPECT_EQ(all.members, (std::vector<std::string>{"SOL", "SOL again"}));
  ASSERT_EQ(all.mistakes.size(), 1u);
  EXPECT_EQ(all.mistakes[0].what, "this is the bank called \"SOL\" already; keep one of the two");
  EXPECT_EQ(all.mistakes[0].where, "in#/ SOL");
}

TEST(ReadNamed, WhatIsNoNameOrNoObjectIsRefused) {
  EXPECT_EQ(seen(R"({"": 1, "SOL": 2})").members, std::vector<std::string>{"SOL"});
  EXPECT_EQ(seen(R"({"": 1})").mistakes.size(), 1u);
  EXPECT_EQ(seen("[1]").mistakes.size(), 1u);
}

}  // namespace
}  // namespace plimsoll::json
