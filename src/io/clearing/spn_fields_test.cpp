#include "io/clearing/spn_fields.hpp"

#include <gtest/gtest.h>

#include "io/clearing/spn_for_tests.hpp"

namespace plimsoll::io::spn {
namespace {

/// A tree with one `opt` that holds these.
class Fields : public ::testing::Test {
 protected:
  Element with(std::initializer_list<std::pair<Tag, std::string_view>> leaves) {
    tree_.open(Tag::opt, 1);
    for (const auto& [tag, text] : leaves) {
      tree_.open(tag, 2);
      tree_.text(text);
      tree_.close();
    }
    return tree_.close();
  }

 private:
  Tree tree_{"f.spn"};
};

TEST_F(Fields, ExactNumbers) {
  const std::vector<std::pair<std::string_view, std::optional<Decimal>>> table{
      {"1", 1_d},
      {"-0.5", -0.5_d},
      {"+.25", 0.25_d},
      {" 12.500000000\n", 12.5_d},
      {"1e-3", 0.001_d},
      {"", std::nullopt},
      {" \n", std::nullopt},
      {"000000000000000000001.0000000000", 1_d}};
  for (const auto& [text, value] : table) {
    const auto read = decimal(with({{Tag::p, text}}), Tag::p, price_max);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(*read, value) << text;
  }
  EXPECT_EQ(decimal(with({}), Tag::p, price_max), std::nullopt);
}

TEST_F(Fields, NumbersThatAreNone) {
  const std::vector<std::pair<std::string_view, std::string>> table{
      {"1,5", "\"1,5\" is not a number"},
      {"-", "\"-\" is not a number"},
      {".", "\".\" is not a number"},
      {"nan", "\"nan\" is not a number"},
      {"1e99", "\"1e99\" is too large"},
      {"1000000001", "\"1000000001\" is larger than any such number may be"},
      {"0.0000000001", "\"0.0000000001\" has more than 9 decimal places"}};
  for (const auto& [text, start] : table) {
    const auto read = decimal(with({{Tag::p, text}}), Tag::p, price_max);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().what.substr(0, start.size()), start);
    EXPECT_TRUE(read.error().what.ends_with("(opt/p)"));
    EXPECT_EQ(read.error().where, "f.spn:2");
  }
}

TEST_F(Fields, QuotientsAreRounded) {
  EXPECT_EQ(quotient(with({{Tag::d, "0.12345678949"}}), Tag::d, ratio_max), 0.123456789_d);
  EXPECT_EQ(quotient(with({{Tag::d, "-0.1234567891111111111111"}}), Tag::d, ratio_max),
            -0.123456789_d);
  EXPECT_EQ(quotient(with({{Tag::d, "1.5e-12"}}), Tag::d, ratio_max), 0_d);
  EXPECT_FALSE(quotient(with({{Tag::d, "1000001"}}), Tag::d, ratio_max));
  EXPECT_FALSE(quotient(with({{Tag::d, "1e300"}}), Tag::d, ratio_max));
}

TEST_F(Fields, ModelInputs) {
  EXPECT_EQ(real(with({{Tag::v, "+1.5E-05"}}), Tag::v), 1.5e-05);
  for (const std::string_view text : {"nan", "inf", "1e400", "1e13", "0x10", "1.5%"})
    EXPECT_FALSE(real(with({{Tag::v, text}}), Tag::v)) << text;
}

TEST_F(Fields, MonthsAndDays) {
  const auto read = [&](std::string_view text) { return month(with({{Tag::pe, text}}), Tag::pe); };
  EXPECT_EQ(read("202512"), (Month{2025, 12, {}}));
  EXPECT_EQ(read("20251200"), (Month{2025, 12, {}}));
  EXPECT_EQ(read("20251219"), (Month{2025, 12, DayCode{"19"}}));
  EXPECT_EQ(read("202512W1"), (Month{2025, 12, DayCode{"W1"}}));
  EXPECT_EQ(read("000000"), Month{});
  for (const std::string_view text : {"2025", "202513", "202500", "20251219x", "2025-12", "999999"})
    EXPECT_FALSE(read(text)) << text;
  EXPECT_EQ(month(with({{Tag::ePe, "99999999"}}), Tag::ePe), (Month{9999, 12, {}}));
  EXPECT_EQ(day(with({{Tag::date, "20251219"}}), Tag::date), Date{2025y / December / 19});
  EXPECT_EQ(day(with({{Tag::date, "00000000"}}), Tag::date), std::nullopt);
  EXPECT_FALSE(day(with({{Tag::date, "20250229"}}), Tag::date));
}

TEST_F(Fields, CodesFlagsAndSides) {
  EXPECT_EQ(tier_code(with({{Tag::tn, "007"}}), Tag::tn), clearing::Code{"7"});
  EXPECT_EQ(tier_code(with({{Tag::tn, "0"}}), Tag::tn), clearing::Code{});
  EXPECT_FALSE(code(with({{Tag::cc, std::string(33, 'x')}}), Tag::cc));
  EXPECT_FALSE(needed_code(with({}), Tag::cc));
  EXPECT_EQ(flag(with({}), Tag::isM, true), true);
  EXPECT_EQ(flag(with({{Tag::isM, "0"}}), Tag::isM, true), false);
  EXPECT_FALSE(flag(with({{Tag::isM, "yes"}}), Tag::isM, true));
  EXPECT_EQ(side(with({{Tag::rs, "B"}}), Tag::rs), clearing::Side::b);
  EXPECT_FALSE(side(with({{Tag::rs, "L"}}), Tag::rs));
  EXPECT_FALSE(currency(with({{Tag::currency, "usd"}}), Tag::currency));
  EXPECT_FALSE(rate_id(with({{Tag::r, "32768"}})));
  EXPECT_FALSE(number(with({{Tag::cId, "-1"}}), Tag::cId));
}

TEST_F(Fields, ScanRangesOfNothingAreNotStated) {
  using spn_tests::house;
  const auto terms = [](const std::string& scan) {
    const auto files = spn_tests::read(house(spn_tests::product(
        "futPf", "<fut><pe>202512</pe><scanRate>" + scan + "</scanRate></fut>")));
    EXPECT_EQ(spn_tests::errors(files), "");
    return files.value.at(0).terms.at(0);
  };
  const auto none = terms("<priceScan>0.00</priceScan><volScanPct>0</volScanPct>");
  EXPECT_FALSE(none.price_scan || none.volatility_scan);
  const auto both = terms("<volScan>0.05</volScan><volScanPct>0.2</volScanPct>");
  EXPECT_EQ(both.volatility_scan, 0.05);
  EXPECT_FALSE(both.volatility_scan_is_ratio);
}

}  // namespace
}  // namespace plimsoll::io::spn
