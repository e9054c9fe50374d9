#include "io/names.hpp"

#include <gtest/gtest.h>

namespace plimsoll::io {
namespace {

TEST(Names, NumbersTextsInTheOrderTheyCome) {
  Names names;
  EXPECT_EQ(names.id_of("KO"), 0u);
  EXPECT_EQ(names.id_of("PEP"), 1u);
  EXPECT_EQ(names.id_of("KO"), 0u);
  EXPECT_EQ(names.id_of(""), 2u);
  EXPECT_EQ(names.id_of(std::string_view{"\0", 1}), 3u);  // not the empty one
  EXPECT_EQ(names.id_of("AAPL  270115C00270000"), 4u);
  EXPECT_EQ(names[1], "PEP");
  EXPECT_EQ(names.size(), 5u);
}

TEST(Names, KeepsApartAsManyAsThereAre) {
  Names names;
  constexpr std::uint32_t count = 50'000;
  for (std::uint32_t i = 0; i < count; ++i) ASSERT_EQ(names.id_of("A" + std::to_string(i)), i);
  for (std::uint32_t i = 0; i < count; ++i) ASSERT_EQ(names.id_of("A" + std::to_string(i)), i);
  EXPECT_EQ(names[777], "A777");
  EXPECT_EQ(names.size(), count);
}

}  // namespace
}  // namespace plimsoll::io
