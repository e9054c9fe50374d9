#include "io/symbols.hpp"

#include <gtest/gtest.h>

namespace plimsoll::io {
namespace {

std::string osi(const Result<OsiSymbol>& option) {
  return option ? std::string{osi_id(*option).view()} : "refused";
}

TEST(Symbols, OptionsInOneWord) {
  const std::vector<std::pair<std::string_view, std::string>> table{
      {"AMAT260424C400", "AMAT  260424C00400000"},
      {"AAPL260116P00200000", "AAPL  260116P00200000"},
      {"AAPL  260116P00200000", "AAPL  260116P00200000"},
      {"SPXW251219C6000.5", "SPXW  251219C06000500"},
      {"f260117p12.5", "F     260117P00012500"},
      {"BRKB261218P500", "BRKB  261218P00500000"},
      {"AAPL7270115C25", "AAPL7 270115C00025000"},
      {"AMAT261324C400", "refused"},  // month 13
      {"AMAT260230C400", "refused"},  // 30 February
      {"AMAT260424C0", "refused"},
      {"AMAT260424C100000", "refused"},
      {"AMAT260424C1.0005", "refused"},
      {"ABCDEFG260424C400", "refused"},
      {"AMAT260424C1.2.3", "refused"}};
  for (const auto& [text, expected] : table) {
    EXPECT_TRUE(is_option_word(text)) << text;
    EXPECT_EQ(osi(option_word(text)), expected) << text;
  }
  for (const std::string_view text :
       {"AAPL", "260424C400", "BRK/B", "912797NX1", "ABC26042C400", ""})
    EXPECT_FALSE(is_option_word(text)) << text;
  EXPECT_EQ(osi(option_word("AAPL")), "refused");
}

TEST(Symbols, OptionsInFourWords) {
  const std::vector<std::pair<std::string_view, std::string>> table{
      {"AAPL 12/20/2024 150.00 C", "AAPL  241220C00150000"},
      {"TQQQ 24AUG26 70 P", "TQQQ  260824P00070000"},
      {"SPXW 19DEC25 6000.5 PUT", "SPXW  251219P06000500"},
      {"BRK/B 12/20/2024 450.00 P", "BRKB  241220P00450000"},
      {"BRK B 20DEC24 450 C", "BRKB  241220C00450000"},
      {"AAPL 12/20/2024 0 C", "refused"}};
  for (const auto& [text, expected] : table) {
    EXPECT_TRUE(is_option_phrase(text)) << text;
    EXPECT_EQ(osi(option_phrase(text)), expected) << text;
  }
  for (const std::string_view text :
       {"AAPL", "Cash & Cash Investments", "AAPL 13/40/2024 150.00 C", "AAPL 12/20/2024 150.00 X"})
    EXPECT_FALSE(is_option_phrase(text)) << text;
  EXPECT_EQ(osi(option_phrase("AAPL 13/40/2024 150 C")), "refused");
}

TEST(Symbols, ShareClassesAreJoined) {
  const std::vector<std::pair<std::string_view, std::string>> table{
      {"BRK/B", "BRKB"},      {"brk.b", "BRKB"},      {"BRK B", "BRKB"},   {" AAPL ", "AAPL"},
      {"EUR ETF", "EUR ETF"}, {"BAC/PRL", "BAC/PRL"}, {"700.HK", "700.HK"}};
  for (const auto& [text, expected] : table) EXPECT_EQ(share_symbol(text), expected) << text;
}

TEST(Symbols, CusipsByTheirCheckDigit) {
  for (const std::string_view text : {"912810QF8", "037833100", "91282CPU9"})
    EXPECT_TRUE(is_cusip(text)) << text;
  for (const std::string_view text : {"912810QF7", "037833101", "AAPL", "91282cpu9", ""})
    EXPECT_FALSE(is_cusip(text)) << text;
}

}  // namespace
}  // namespace plimsoll::io
