#include "io/clearing/positional_arrays.hpp"

#include <gtest/gtest.h>

#include "tests/span_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace plimsoll::testing;

struct Pair {
  Row first, second;
  clearing::Contract contract;
  clearing::RiskArray array;
};

Pair pair_of(const std::string& first, const std::string& second, DigitsMeaning meaning) {
  Pair pair{Row{first, 1}, Row{second, 2}, {}, {}};
  read_pair(pair.first, pair.second, meaning, pair.contract, pair.array);
  return pair;
}

std::string wrong(const Pair& pair) {
  for (const Row* row : {&pair.first, &pair.second})
    if (!row->is_sound()) {
      const Error error = row->error("cme.pa2");
      return error.where + " " + error.what;
    }
  return "";
}

std::string digits(const clearing::RiskArray& array) {
  std::string text;
  for (const std::int64_t value : array.digits) text += std::to_string(value) + " ";
  return text;
}

constexpr DigitsMeaning cents{.settlement = {2, ' '}, .array_power = 0};

TEST(PositionalArrays, RealLines) {
  const Pair pair = pair_of(cme_line("81"), cme_line("82"), {{3, ' '}, 0});
  EXPECT_EQ(wrong(pair), "");
  EXPECT_EQ(digits(pair.array), "0 0 -567 -567 567 567 -1133 -1133 1133 0 0 0 0 0 0 0 ");
  EXPECT_EQ(pair.array.composite_delta, 0_d);
  EXPECT_DOUBLE_EQ(pair.contract.volatility.value(), 0.25);
  EXPECT_EQ(pair.contract.price, 139.1_d);
  EXPECT_EQ(pair.contract.delta, 1);
}

std::string synthetic(const std::string& start) {
  for (const std::string& line : lines_of(span_text("synthetic.pa2")))
    if (line.starts_with(start)) return line;
  return {};
}
const std::string put = "OZ        ZZ        OOFP202512   202512   0003600";

TEST(PositionalArrays, SixteenValuesInTheirOrder) {
  const Pair pair = pair_of(synthetic("81XYZ" + put), synthetic("82XYZ" + put), cents);
  EXPECT_EQ(wrong(pair), "");
  EXPECT_EQ(digits(pair.array),
            "-1400 1300 1000 3300 -3900 -1300 2700 5100 -7000 -4400 4300 6900 -10200 -8100 2900 "
            "-11000 ");
  EXPECT_EQ(pair.array.composite_delta, -0.45_d);
  EXPECT_EQ(pair.contract.price, 95_d);
  EXPECT_DOUBLE_EQ(pair.contract.volatility.value(), 0.150842);
  EXPECT_EQ(pair.contract.delta, -0.45);
}

TEST(PositionalArrays, EightDigitsEach) {
  std::string first = "83XYZ" + put, second = "84XYZ" + put;
  for (int i = 1; i <= 9; ++i) first += "1234567" + std::to_string(i) + (i % 2 == 0 ? "+" : "-");
  first += "00000000009500N";
  for (int i = 0; i < 7; ++i) second += "0000000" + std::to_string(i) + "+";
  second += "04500-001508420009500++04500-C";
  const Pair pair = pair_of(first, second, {{2, ' '}, -2});
  EXPECT_EQ(wrong(pair), "");
  EXPECT_EQ(digits(pair.array),
            "-12345671 12345672 -12345673 12345674 -12345675 12345676 -12345677 12345678 -12345679 "
            "0 1 2 3 4 5 6 ");
  EXPECT_EQ(clearing::value_of(pair.array, 0), -123456.71_d);
  EXPECT_EQ(pair.array.composite_delta, -0.45_d);
  EXPECT_EQ(pair.contract.price, 95_d);
  EXPECT_EQ(pair.contract.delta, -0.45);
}

TEST(PositionalArrays, WhereThePriceStands) {
  const std::string first = synthetic("81XYZ" + put), second = synthetic("82XYZ" + put);
  const auto price = [&](const std::string& one, const std::string& two,
                         const PriceForm& form = {2, ' '}) {
    const Pair pair = pair_of(one, two, {form, 0});
    EXPECT_EQ(wrong(pair), "");
    return pair.contract.price ? plimsoll::to_text(*pair.contract.price, 0) : "none";
  };
  const std::string in_long = with(first, 109, "00001234567890Y");
  EXPECT_EQ(price(first, second), "95");
  EXPECT_EQ(price(in_long, second), "12345678.9");
  EXPECT_EQ(price(with(in_long, 123, "N"), second), "95");
  EXPECT_EQ(price(with(in_long, 123, "N"), with(second, 111, "       ")), "12345678.9");
  EXPECT_EQ(price(first, with(second, 111, "9999999")), "95");  // the long field has one
  EXPECT_EQ(price(with(first, 109, "99999999999999N"), with(second, 111, "9999999")), "none");
  EXPECT_EQ(price(with(first, 109, "99999999999999Y"), second), "none");
  EXPECT_EQ(price(with(first, 109, "              Y"), second), "none");
  EXPECT_EQ(price(first, with(second, 118, "-")), "-95");
  EXPECT_EQ(price(first, with(second, 118, " ")), "95");
  EXPECT_EQ(price(first, with(second, 111, "0117130"), {3, 'C'}), "117.40625");
  EXPECT_EQ(price(first, second, {-2, ' '}), "950000");
}

TEST(PositionalArrays, VolatilityDeltaAndOwnFactor) {
  const std::string first = synthetic("81XYZ" + put), second = synthetic("82XYZ" + put);
  const auto contract = [&](const std::string& two) {
    const Pair pair = pair_of(first, two, cents);
    EXPECT_EQ(wrong(pair), "");
    return pair.contract;
  };
  EXPECT_EQ(contract(with(second, 103, "00000000")).volatility, std::nullopt);
  EXPECT_EQ(contract(with(second, 103, "99999999")).volatility, std::nullopt);
  EXPECT_DOUBLE_EQ(contract(with(second, 135, "02+")).volatility.value(), 15.0842);
  EXPECT_DOUBLE_EQ(contract(with(second, 135, "01-")).volatility.value(), 0.0150842);
  EXPECT_EQ(contract(with(second, 126, "X")).delta, std::nullopt);
  EXPECT_EQ(contract(with(second, 126, "P")).delta, -0.45);
  EXPECT_EQ(contract(second).value_factor, std::nullopt);
  EXPECT_EQ(contract(with(second, 138, "00000500000000")).value_factor, 50_d);
  EXPECT_EQ(contract(with(second, 138, "0000050000000001-")).value_factor, 5_d);
  EXPECT_EQ(contract(with(second, 138, "00000000000000")).value_factor, std::nullopt);
}

TEST(PositionalArrays, WhatIsRefused) {
  const std::string first = synthetic("81XYZ" + put), second = synthetic("82XYZ" + put);
  const std::vector<std::tuple<std::string, std::string, int, std::string>> table{
      {with(first, 55, "0x12 "), second, 0, "1:55-59 array_1 \"0x12 \" is no number"},
      {with(first, 60, "*"), second, 0, "1:60 array_1_sign \"*\" is no sign"},
      {with(first, 103, "     "), second, 0, "1:103-107 array_9 is blank; write its digits"},
      {first, second.substr(0, 62), 0, "2:61-65 array_11 \"04   \" is no number"},
      {first, with(second, 97, "     "), 0, "2:97-101 composite_delta is blank"},
      {first, with(second, 111, "00x9500"), 0, "2:111-117 settlement_price \"00x9500\" is no"},
      {first, with(second, 119, "x"), 0, "2:119 strike_sign \"x\" is no sign"},
      {with(first, 109, "0000000000950xY"), second, 0,
       "1:109-122 hp_settlement \"0000000000950x\""},
      {first, second, 9, "1:55-59 array_1 \"01400\" times ten to 9 is beyond what is read"}};
  for (const auto& [one, two, power, start] : table) {
    const std::string said = wrong(pair_of(one, two, {{2, ' '}, power}));
    EXPECT_EQ(said.substr(0, 8 + start.size()), "cme.pa2:" + start);
  }
  EXPECT_EQ(wrong(pair_of(first, with(second, 111, "0117330"), {{3, 'C'}, 0})),
            "cme.pa2:2:111-117 settlement_price \"0117330\" is no price with 3 decimals in 32nds");
  EXPECT_EQ(strike_sign_column(false).first, 119);
  EXPECT_EQ(strike_sign_column(true).first, 140);
}

}  // namespace
}  // namespace plimsoll::io
