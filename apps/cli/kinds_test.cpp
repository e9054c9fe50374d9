#include "apps/cli/kinds.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "apps/json/account_words.hpp"

namespace plimsoll::cli {
namespace {

TEST(Kinds, AreThoseOfTheAccountDocument) {
  for (const auto& [word, kind] : kinds()) {
    const auto known = std::ranges::find(json::kind_words, kind, &json::Word<AccountKind>::value);
    ASSERT_NE(known, json::kind_words.end());
    EXPECT_EQ(known->text, word);
  }
  EXPECT_EQ(kinds().size(), 4u);
}

}  // namespace
}  // namespace plimsoll::cli
