// The example of own parameters, as a user would write it: read, decoded, every array made.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "io/toml.hpp"
#include "methods/span/array_list.hpp"
#include "tests/span_arrays.hpp"

namespace plimsoll::testing {
namespace {

std::vector<span::ListedInstrument> example() {
  std::ifstream file{PLIMSOLL_SOURCE_DIR "/examples/span/arrays.toml"};
  const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
  const auto node = io::read_toml(bytes, "arrays.toml");
  EXPECT_TRUE(node.has_value());
  auto list = span::array_list(*node, "arrays.toml");
  EXPECT_TRUE(list.has_value()) << (list ? "" : list.error().what + " " + list.error().where);
  return list ? *list : std::vector<span::ListedInstrument>{};
}

TEST(SpanArrays, OfTheExampleAreMade) {
  const auto list = example();
  ASSERT_EQ(list.size(), 4u);
  for (const span::ListedInstrument& one : list)
    EXPECT_TRUE(span::generated_array(one.terms).has_value()) << one.name;
  const auto metal = span::generated_array(list[2].terms);
  EXPECT_EQ(metal->array.digits[10], -16'000);
  EXPECT_EQ(metal->array.digits[14], -15'840);
}

TEST(SpanArrays, OfTheExamplesFutureAreThePublished) {
  const auto list = example();
  ASSERT_FALSE(list.empty());
  const auto made = span::generated_array(list[0].terms);
  const auto published = published_future();
  for (std::size_t i = 0; i < published.losses.size(); ++i)
    EXPECT_NEAR(made->losses[i], published.losses[i], 0.0101) << i;
}

}  // namespace
}  // namespace plimsoll::testing
