#include "strategy/policy_keys.hpp"

#include <gtest/gtest.h>

#include <set>

#include "strategy/policy_for_tests.hpp"

namespace plimsoll::strategy {
namespace {

TEST(PolicyKeys, EachIsWholeAndThereOnce) {
  std::set<std::string> paths;
  for (const PolicySection& section : policy_sections()) {
    EXPECT_EQ(policy_section(section.name), &section);
    EXPECT_FALSE(section.says.empty()) << section.name;
    for (const PolicyKey& key : section.keys) {
      EXPECT_TRUE(paths.insert(key.path()).second) << key.path();
      EXPECT_EQ(key.section, section.name) << key.path();
      EXPECT_EQ(policy_key(section, key.name), &key);
      for (const std::string_view word : {key.says, key.unit, key.reason, key.source})
        EXPECT_FALSE(word.empty()) << key.path();
      EXPECT_TRUE(key.text && key.shape && key.read && key.weigh) << key.path();
    }
  }
  EXPECT_EQ(policy_section("buffers"), nullptr);
  EXPECT_EQ(policy_key(*policy_section("buffer"), "target"), nullptr);
}

/// A section whose member is forgotten has fewer keys than members.
TEST(PolicyKeys, EveryMemberHasOne) {
  std::size_t keys = 0;
  for (const PolicySection& section : policy_sections()) keys += section.keys.size();
  const auto members = [] {
    [[maybe_unused]] const auto [a1, a2] = SchedulePolicy{};
    [[maybe_unused]] const auto [b1, b2, b3, b4, b5, b6, b7, b8, b9] = BufferPolicy{};
    [[maybe_unused]] const auto [c1, c2, c3, c4, c5, c6, c7] = CarryPolicy{};
    [[maybe_unused]] const auto [d1, d2, d3, d4, d5, d6, d7, d8, d9] = DistancePolicy{};
    [[maybe_unused]] const auto [e1, e2, e3, e4] = TimeToCallPolicy{};
    [[maybe_unused]] const auto [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12] = CurePolicy{};
    [[maybe_unused]] const auto [g1] = LadderPolicy{};
    [[maybe_unused]] const auto [h1, h2, h3, h4, h5, h6, h7, h8, h9, h10, h11, h12, h13, h14, h15] =
        SizePolicy{};
    [[maybe_unused]] const auto [i1, i2, i3, i4, i5, i6] = RatesPolicy{};
    [[maybe_unused]] const auto [j1, j2, j3, j4, j5, j6, j7, j8, j9] = LevelsPolicy{};
    [[maybe_unused]] const auto [k1, k2, k3, k4, k5, k6] = PracticesPolicy{};
    [[maybe_unused]] const auto [l1, l2, l3, l4, l5, l6, l7, l8, l9, l10, l11] = DeploymentPolicy{};
    [[maybe_unused]] const auto [m1, m2, m3, m4, m5] = ReviewsPolicy{};
    [[maybe_unused]] const auto [n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12, n13] = Policy{};
    return 2 + 9 + 7 + 9 + 4 + 12 + 1 + 15 + 6 + 9 + 6 + 11 + 5;
  }();
  EXPECT_EQ(keys, static_cast<std::size_t>(members));
  EXPECT_EQ(policy_sections().size(), 13U);
}

TEST(PolicyKeys, DefaultsAreWithinTheirOwnBoundsAndReadBackTheSame) {
  const Policy defaults;
  for (const PolicySection& section : policy_sections())
    for (const PolicyKey& key : section.keys) {
      Policy read;
      std::vector<Error> errors;
      const Node node = testing::Values{key.text(defaults), 7}.next();
      key.read(node, key.range, {"p.toml", key.path(), errors}, read);
      EXPECT_TRUE(errors.empty()) << key.path() << ": " << errors[0].what;
      EXPECT_EQ(key.text(read), key.text(defaults)) << key.path();
    }
}

TEST(PolicyKeys, EachReadsItsOwnMemberAndNoOther) {
  const Policy defaults;
  for (const PolicySection& section : policy_sections())
    for (const PolicyKey& key : section.keys) {
      Policy read;
      std::vector<Error> errors;
      const bool list = key.text(defaults).starts_with('[');
      const bool words = !list && key.shape().starts_with("one of ");
      // An empty list, another word, or the top of the range.
      Node node;
      node.kind = list ? Node::Kind::array : Node::Kind::string;
      if (words) {
        const std::string last = key.shape().substr(key.shape().rfind(' ') + 1);
        node.text = '"' + last + '"' == key.text(defaults) ? "fixed" : last;
        if (key.path() == "time_to_call.monitoring") node.text = "continuous";
      } else if (!list) {
        const std::string plain = std::to_string(key.range.most);
        node.text = key.text(defaults).starts_with('"') ? plain : plain.substr(0, plain.find('.'));
      }
      key.read(node, key.range, {"p.toml", key.path(), errors}, read);
      EXPECT_TRUE(errors.empty()) << key.path() << ": " << errors[0].what;
      for (const PolicySection& others : policy_sections())
        for (const PolicyKey& other : others.keys)
          EXPECT_TRUE(other.path() == key.path() || other.text(read) == other.text(defaults))
              << key.path() << " " << other.path();
      const bool empty_already = list && key.text(defaults) == "[]";
      const bool at_its_top =
          key.path() == "cure.deferral_share" || key.path() == "distance.decline_most";
      EXPECT_EQ(key.text(read) == key.text(defaults), empty_already || at_its_top) << key.path();
    }
}

}  // namespace
}  // namespace plimsoll::strategy
