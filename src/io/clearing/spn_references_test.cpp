#include "io/clearing/spn_references.hpp"

#include <gtest/gtest.h>

#include "io/clearing/spn_for_tests.hpp"

namespace plimsoll::io::spn {
namespace {

using namespace spn_tests;

std::string series_on(const std::string& exchange, int family, int contract) {
  return "<series><pe>202512</pe><undC><exch>" + exchange + "</exch><pfId>" +
         std::to_string(family) + "</pfId><cId>" + std::to_string(contract) +
         "</cId></undC><opt><o>C</o><k>1</k></opt></series>";
}

std::string exchange(const std::string& content) {
  return "<exchange><exch>E</exch>" + content + "</exchange>";
}

const std::string futures =
    "<futPf><pfId>2</pfId><pfCode>F</pfCode><fut><cId>7</cId><pe>202603</pe></fut></futPf>";

TEST(SpnReferences, AreFoundWhereverTheyStand) {
  for (const bool before : {true, false}) {
    const std::string options = "<oofPf><pfId>1</pfId><pfCode>O</pfCode>" + series_on("E", 2, 7) +
                                series_on("E", 2, 7) + "</oofPf>";
    const Files files = read(house(exchange(before ? futures + options : options + futures)));
    EXPECT_EQ(errors(files), "");
    int options_seen = 0;
    for (const auto& contract : files.value.at(0).contracts)
      if (contract.right) {
        ++options_seen;
        EXPECT_EQ(contract.month, (Month{2026, 3, {}}));
      }
    EXPECT_EQ(options_seen, 2);
  }
}

TEST(SpnReferences, OptionsOnNothingAreLeftOut) {
  const auto left_out = [](const std::string& kind, const std::string& series) {
    return read(house(exchange(futures + "<" + kind + "><pfId>1</pfId><pfCode>O</pfCode>" + series +
                               "</" + kind + ">")));
  };
  const Files missing = left_out("oofPf", series_on("E", 2, 8));
  EXPECT_EQ(errors(missing),
            "f.spn:2 the underlying of this series, contract cId 8 of pfId 2 at exchange E, is not "
            "in the file, so its options are left out\n");
  EXPECT_EQ(missing.value.at(0).contracts.size(), 1u);
  EXPECT_EQ(left_out("oopPf", series_on("E", 9, 1)).refused.size(), 1u);
  EXPECT_EQ(left_out("oopPf", series_on("Z", 2, 7)).refused.size(), 1u);
  // A physical that lists no contract.
  const Files bare =
      read(house(exchange("<phyPf><pfId>3</pfId><pfCode>I</pfCode></phyPf><oopPf><pfId>1</pfId>"
                          "<pfCode>O</pfCode>" +
                          series_on("E", 3, 1) + "</oopPf>")));
  EXPECT_EQ(errors(bare), "");
  EXPECT_EQ(bare.value.at(0).contracts.size(), 1u);
}

TEST(SpnReferences, CombinationsOfNothingAreLeftOut) {
  const Files files = read(house(
      exchange(futures +
               "<cmbPf><pfId>4</pfId><pfCode>K</pfCode><cmb><cId>1</cId><pe>202603</pe><undC>"
               "<exch>E</exch><pfId>2</pfId><cId>7</cId></undC><undC><exch>E</exch><pfId>2</pfId>"
               "<cId>6</cId></undC></cmb></cmbPf>")));
  EXPECT_EQ(errors(files),
            "f.spn:2 a leg of this combination, contract cId 6 of pfId 2 at exchange E, is not in "
            "the file, so the combination is left out\n");
  EXPECT_TRUE(files.value.at(0).combinations.empty());
}

}  // namespace
}  // namespace plimsoll::io::spn
