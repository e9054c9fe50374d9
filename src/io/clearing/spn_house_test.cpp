#include "io/clearing/spn_house.hpp"

#include <gtest/gtest.h>

#include "io/clearing/spn_for_tests.hpp"

namespace plimsoll::io::spn {
namespace {

using namespace spn_tests;

std::string points(int count, const std::string& denominator = "3") {
  std::string text = "<pointDef>";
  for (int i = 1; i <= count; ++i)
    text += "<scanPointDef><point>" + std::to_string(i) +
            "</point><priceScanDef><mult>2</mult><numerator>-1</numerator><denominator>" +
            denominator + "</denominator></priceScanDef></scanPointDef>";
  return text + "</pointDef>";
}

TEST(SpnHouse, Scenarios) {
  const Files files = read(house(points(16) + points(16)));
  EXPECT_EQ(errors(files), "");
  EXPECT_DOUBLE_EQ(files.value.at(0).points.at(3).price, -2.0 / 3);
  EXPECT_EQ(files.value.at(0).points.at(3).paired, 3u);
  EXPECT_NE(refusal(points(15)).find("sixteen scanPointDef are needed"), std::string::npos);
  EXPECT_NE(refusal(points(17)).find("numbers from 1 to 16"), std::string::npos);
  EXPECT_NE(refusal(points(16, "0")).find("the denominator is 0"), std::string::npos);
  EXPECT_NE(refusal(points(16, "1e-9")).find("above 1,000"), std::string::npos);
  EXPECT_NE(refusal(points(16) + points(16, "4")).find("differs from the first"),
            std::string::npos);
}

TEST(SpnHouse, Refusals) {
  const std::string rate = "<pbRateDef><r>1</r></pbRateDef>";
  EXPECT_NE(refusal(rate + rate).find("rate 1 is defined twice"), std::string::npos);
  EXPECT_NE(refusal("<curConv><fromCur>EUR</fromCur><toCur>USD</toCur><factor>0</factor></curConv>")
                .find("a conversion's factor is above 0"),
            std::string::npos);
  EXPECT_NE(refusal("<curConv><fromCur>EUR</fromCur></curConv>").find("needs fromCur, toCur"),
            std::string::npos);
  EXPECT_NE(refusal("<daysPerYear>0</daysPerYear>").find("a year has 1 to 366 days"),
            std::string::npos);
  const Files undated = read(
      "<spanFile><pointInTime><clearingOrg><ec>X</ec></clearingOrg>"
      "</pointInTime></spanFile>");
  EXPECT_NE(errors(undated).find("the date is missing"), std::string::npos);
  EXPECT_TRUE(undated.value.empty());
}

TEST(SpnHouse, MultipliersThatNeverEnd) {
  const auto row = [](int id, int base) {
    return "<adjRate><r>" + std::to_string(id) + "</r><baseR>" + std::to_string(base) +
           "</baseR><val>1.5</val></adjRate>";
  };
  const std::string rate = "<pbRateDef><r>1</r><acctType>S</acctType></pbRateDef>";
  EXPECT_EQ(refusal(rate + commodity(row(1, 2) + row(2, 1))),
            "f.spn:2 adjRate of commodity C refers to itself in a circle, or grows beyond a "
            "million\n");
  const Files chained = read(house(rate + commodity(row(1, 2) + row(2, 3) + row(3, 0))));
  EXPECT_EQ(errors(chained), "");
  EXPECT_EQ(chained.value.at(0).commodities.at(0).adjustment[0], 3.375_d);
}

TEST(SpnHouse, SeveralMomentsAreSeveralFiles) {
  const std::string moment =
      "<pointInTime><date>20251128</date><clearingOrg><ec>X</ec></clearingOrg></pointInTime>";
  EXPECT_EQ(read("<spanFile>" + moment + moment + "</spanFile>").value.size(), 2u);
}

}  // namespace
}  // namespace plimsoll::io::spn
