#include "io/clearing/spn_tags.hpp"

#include <gtest/gtest.h>

namespace plimsoll::io::spn {
namespace {

TEST(SpnTags, NamesLeadBack) {
  for (int i = 0; i < static_cast<int>(Tag::passed_over); ++i) {
    const auto tag = static_cast<Tag>(i);
    EXPECT_EQ(tag_of(name_of(tag)), tag) << name_of(tag);
  }
}

TEST(SpnTags, EndsOfTheListAreNamedRight) {
  EXPECT_EQ(name_of(Tag::spanFile), "spanFile");
  EXPECT_EQ(name_of(Tag::awayLeg), "awayLeg");
  EXPECT_EQ(name_of(Tag::fileFormat), "fileFormat");
  EXPECT_EQ(name_of(Tag::shthresh), "shthresh");
}

TEST(SpnTags, KnowsWhatItDoesNotRead) {
  EXPECT_EQ(tag_of("hvarMarginParams"), Tag::passed_over);
  EXPECT_EQ(tag_of("Fut"), std::nullopt);
  EXPECT_EQ(tag_of(""), std::nullopt);
  EXPECT_EQ(tag_of(std::string(10'000, 'a')), std::nullopt);
}

TEST(SpnTags, TextsProductsAndContracts) {
  EXPECT_TRUE(holds_text(Tag::pe) && !holds_text(Tag::fut) && !holds_text(Tag::awayLeg));
  EXPECT_TRUE(is_product(Tag::ooePf) && !is_product(Tag::undPf) && !is_product(Tag::exchange));
  EXPECT_TRUE(is_contract(Tag::cmb) && is_contract(Tag::phy) && !is_contract(Tag::series));
}

}  // namespace
}  // namespace plimsoll::io::spn
