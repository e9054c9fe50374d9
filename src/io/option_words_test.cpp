#include "io/option_words.hpp"

#include <gtest/gtest.h>

namespace plimsoll::io {
namespace {

std::string text_of(const OptionWords& said) {
  std::string text = said.right ? (*said.right == Right::call ? "call" : "put") : "-";
  text += said.strike ? " " + to_text(*said.strike, 0) : " -";
  text += said.expiry ? " " + to_text(*said.expiry) : " -";
  return text + (said.shares ? " x" + to_text(*said.shares, 0) : "");
}

TEST(OptionWords, ReadsHowBrokersDescribeOptions) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"CALL (AMAT) APPLIED MATERIALS INC JAN 15 27 $400 (100 SHS)", "call 400 2027-01-15 x100"},
      {"PUT (XYZ) CALL CENTER INC DEC 18 26 $9.50 (150 SHS)", "put 9.5 2026-12-18 x150"},
      {"CALL (NVR) NVR INC DEC 18 26 $8,200 (100 SHS)", "call 8200 2026-12-18 x100"},
      {"CALL APPLE INC $270 EXP 01/15/27", "call 270 2027-01-15"},
      {"TER JAN 21 2028 175 CALL", "call 175 2028-01-21"},
      {"AAPL 15JAN27 270 C", "call 270 2027-01-15"},
      {"SPXW 18DEC26 6500 P", "put 6500 2026-12-18"},
      {"CALL MONTH THIRTEEN", "call - -"},
      {"CALL", "call - -"},
      {"P", "put - -"},
      {"C THREE AI INC", "- - -"},
      {"", "- - -"},
      {"A FUND", "- - -"}};
  for (const auto& [description, expected] : table)
    EXPECT_EQ(text_of(option_words(description)), expected) << description;
}

TEST(OptionWords, AContradictionIsRefused) {
  const OsiSymbol symbol{"XYZ", Date{2026y / December / 18}, Right::put, 9.5_d};
  const auto refusal = [&](std::string_view description) {
    const auto alike = described_alike(description, symbol, 100_d);
    return alike ? "" : alike.error().what.substr(0, alike.error().what.find(';'));
  };
  EXPECT_EQ(refusal("PUT (XYZ) X INC DEC 18 26 $9.50 (100 SHS)"), "");
  EXPECT_EQ(refusal("anything at all"), "");
  EXPECT_EQ(refusal("CALL (XYZ) X INC DEC 18 26 $9.50 (100 SHS)"),
            "the description says a call and the symbol a put");
  EXPECT_EQ(refusal("PUT (XYZ) X INC DEC 18 26 $95 (100 SHS)"),
            "the description says strike 95.00 and the symbol 9.50");
  EXPECT_EQ(refusal("PUT (XYZ) X INC DEC 19 26 $9.50 (100 SHS)"),
            "the description says expiry 2026-12-19 and the symbol 2026-12-18");
  EXPECT_EQ(refusal("PUT (XYZ) X INC DEC 18 26 $9.50 (150 SHS)"),
            "the description says 150 shares a contract, and the symbol is of 100");
  EXPECT_TRUE(described_alike("PUT X $9.50 (150 SHS)", symbol, {}));
}

}  // namespace
}  // namespace plimsoll::io
