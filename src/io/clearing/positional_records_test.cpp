#include "io/clearing/positional_records.hpp"

#include <gtest/gtest.h>

namespace plimsoll::io {
namespace {

using namespace clearing;

Error error(const std::string& what) { return {Reason::bad_input, what, "x"}; }

TEST(PositionalRefusals, AreInOrderAndBounded) {
  Refusals few;
  EXPECT_TRUE(few.empty());
  few.add(error("later"), 9);
  few.add(error("earlier"), 2);
  EXPECT_FALSE(few.empty());
  const auto two = std::move(few).finished("cme.pa2");
  ASSERT_EQ(two.size(), 2u);
  EXPECT_EQ(two[0].what, "earlier");
  Refusals many;
  for (std::uint32_t line = 1; line <= 250'000; ++line) many.add(error("wrong"), line);
  const auto errors = std::move(many).finished("cme.pa2");
  ASSERT_EQ(errors.size(), Refusals::kept_max + 1);
  EXPECT_EQ(errors.back().where, "cme.pa2");
  EXPECT_EQ(errors.back().what, "and 249900 more; the file may be of another format, or damaged");
}

TEST(PositionalRefusals, SayWhereTheFileEndsInALine) {
  Refusals refusals;
  refusals.unfinished_line = 7;
  refusals.add(error("short"), 7);
  EXPECT_EQ(std::move(refusals).finished("")[0].what,
            "short; the file ends in this line and may be cut short");
}

TEST(PositionalRecords, ACommodityIsOneHoweverOftenNamed) {
  Gathered gathered{.name = "cme.pa2"};
  const Row later{"C 06", 9}, earlier{"3 06", 4};
  gathered.commodity(later, Code{"06"}).risk_exponent = 2;
  EXPECT_EQ(gathered.commodity(earlier, Code{"06"}).risk_exponent, 2);
  EXPECT_EQ(gathered.commodities.size(), 1u);
  EXPECT_EQ(gathered.first_lines.at(Code{"06"}), 4u);
  put_together(gathered);
  EXPECT_TRUE(gathered.file.commodities.empty());  // no 2 record
  const auto errors = std::move(gathered.refusals).finished("cme.pa2");
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].where, "cme.pa2:4");
}

TEST(PositionalRecords, ProductsInWords) {
  EXPECT_EQ(in_words(ProductKey{Code{"CBT"}, Code{"06"}, ProductType::option_on_future}),
            "CBT 06 OOF");
}

}  // namespace
}  // namespace plimsoll::io
