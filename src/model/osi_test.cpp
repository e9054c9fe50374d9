#include "model/osi.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace plimsoll {
namespace {

struct Good {
  const char* text;
  const char* root;
  const char* expiry;
  Right right;
  const char* strike;
  const char* padded;
};

TEST(Osi, ReadsWhatASymbolSays) {
  const std::vector<Good> rows{
      {"AAPL  270115C00250000", "AAPL", "2027-01-15", Right::call, "250", "AAPL  270115C00250000"},
      {"AAPL270115C00250000", "AAPL", "2027-01-15", Right::call, "250", "AAPL  270115C00250000"},
      {"AAPL 270115C00250000", "AAPL", "2027-01-15", Right::call, "250", "AAPL  270115C00250000"},
      {" AAPL270115C00250000 ", "AAPL", "2027-01-15", Right::call, "250", "AAPL  270115C00250000"},
      {"F261218P00012500", "F", "2026-12-18", Right::put, "12.5", "F     261218P00012500"},
      {"SPXW  261130P06812500", "SPXW", "2026-11-30", Right::put, "6812.5",
       "SPXW  261130P06812500"},
      {"BRKB260619C00480000", "BRKB", "2026-06-19", Right::call, "480", "BRKB  260619C00480000"},
      // An adjusted root ends in a digit, so only the last six digits are the date.
      {"AAPL7270115C00250000", "AAPL7", "2027-01-15", Right::call, "250", "AAPL7 270115C00250000"},
      {"ABCDEF270115C00250000", "ABCDEF", "2027-01-15", Right::call, "250",
       "ABCDEF270115C00250000"},
      {"2SPX261218C06800000", "2SPX", "2026-12-18", Right::call, "6800", "2SPX  261218C06800000"},
      // Any calendar day may be an expiry: a Sunday, a leap day.
      {"XYZ280229P00000001", "XYZ", "2028-02-29", Right::put, "0.001", "XYZ   280229P00000001"},
      {"XYZ991231C99999999", "XYZ", "2099-12-31", Right::call, "99999.999",
       "XYZ   991231C99999999"},
  };
  for (const Good& row : rows) {
    EXPECT_TRUE(looks_like_osi(row.text)) << row.text;
    const auto symbol = parse_osi(row.text);
    ASSERT_TRUE(symbol.has_value()) << row.text << ": " << symbol.error().what;
    EXPECT_EQ(symbol->root, row.root) << row.text;
    EXPECT_EQ(to_text(symbol->expiry), row.expiry) << row.text;
    EXPECT_EQ(symbol->right, row.right) << row.text;
    EXPECT_EQ(to_text(symbol->strike, 0), row.strike) << row.text;
    EXPECT_EQ(osi_id(*symbol).view(), row.padded) << row.text;
    EXPECT_EQ(instrument_id(row.text).value().view(), row.padded) << row.text;
  }
}

TEST(Osi, RefusesMalformedSymbolsAndShowsTheRightForm) {
  struct Bad {
    const char* text;
    const char* problem;
  };
  const std::vector<Bad> rows{
      {"AAPL271315C00250000", "no month 13"},
      {"AAPL270015C00250000", "no month 00"},
      {"AAPL270100C00250000", "no day 00"},
      {"AAPL270132C00250000", "no day 32"},
      {"AAPL270229C00250000", "no day 29"},  // 2027 is not a leap year
      {"AAPL270431P00250000", "no day 31"},
      {"AAPL270115C00000000", "strike is zero"},
      {"AAPL270115c00250000", "neither C nor P"},
      {"AAPL270115p00250000", "neither C nor P"},
      {"AAPL270115X00250000", "neither C nor P"},
      {"AAPL270115C0250000", "not eight digits"},
      {"AAPL270115C000250000", "not eight digits"},
      {"AAPL270115C250000", "not eight digits"},
      {"AAPL270115C250", "not eight digits"},
      {"AAPL270115C252.5", "not eight digits"},
      {"AAPL270115C00250.00", "not eight digits"},
      {"AAPL27115C00250000", "not six digits"},
      {"AAPL  27115C00250000", "not six digits"},
      {"270115C00250000", "no root"},
      {"      270115C00250000", "no root"},
      {"27115C00250000", "too short"},
      {"ABCDEFG270115C00250000", "more than six characters"},
      {"AAPL   270115C00250000", "padded to more than six"},
      {"aapl270115C00250000", "upper-case letters"},
      {"BRK.B270115C00250000", "upper-case letters"},
      {"BR B  270115C00250000", "upper-case letters"},
      {"-AAPL270115C00250000", "upper-case letters"},
      {"20270115C00250000", "upper-case letters"},  // a four-digit year and no root
  };
  for (const Bad& row : rows) {
    EXPECT_TRUE(looks_like_osi(row.text)) << row.text;
    const auto symbol = parse_osi(row.text);
    const auto id = instrument_id(row.text);
    ASSERT_FALSE(symbol.has_value()) << row.text;
    ASSERT_FALSE(id.has_value()) << row.text;
    EXPECT_EQ(symbol.error(), id.error());
    EXPECT_EQ(symbol.error().reason, Reason::bad_input);
    const std::string& what = symbol.error().what;
    EXPECT_NE(what.find(row.problem), std::string::npos) << row.text << ": " << what;
    EXPECT_NE(what.find("like AAPL270115C00250000"), std::string::npos) << what;
  }
}

/// Refused, or read as an option: never something else.
bool is_option_or_refused(const std::string& text) {
  return !instrument_id(text).has_value() || parse_osi(text).has_value();
}

TEST(Osi, NothingOneKeystrokeFromAnOptionIsTakenForAStock) {
  for (const std::string good : {"AAPL  270115C00250000", "AAPL270115C00250000"}) {
    for (std::size_t place = 0; place < good.size(); ++place) {
      for (char c = ' '; c <= '~'; ++c) {
        std::string changed = good;
        changed[place] = c;
        EXPECT_TRUE(is_option_or_refused(changed)) << changed;
        std::string longer = good;
        longer.insert(place, 1, c);
        EXPECT_TRUE(is_option_or_refused(longer)) << longer;
      }
      std::string shorter = good;
      shorter.erase(place, 1);
      EXPECT_TRUE(is_option_or_refused(shorter)) << shorter;
    }
  }
}

TEST(Osi, LeavesOtherSymbolsAlone) {
  for (const char* text :
       {"",          "A",         "AAPL",     "BRK.B",     "BRK B",        "BAC PRK",
        "SPX",       "ESZ5",      "ESZ25",    "912828XG0", "US912828C574", "US0378331005",
        "037833AK6", "BTC-USD",   "0700.HK",  "X123456",   "C00250000",    "AAPL 2027-01-15 250 C",
        "USDC",      "ES 202512", "123456C10"}) {
    EXPECT_FALSE(looks_like_osi(text)) << text;
    EXPECT_FALSE(parse_osi(text).has_value()) << text;
  }
  for (const char* text : {"A", "AAPL", "BRK.B", "BAC PRK", "US912828C574"})
    EXPECT_EQ(instrument_id(text).value().view(), text);
  EXPECT_EQ(instrument_id("  AAPL ").value().view(), "AAPL");
}

TEST(Osi, RefusesWhatCannotBeASymbol) {
  const std::string longest(32, 'A');
  EXPECT_EQ(instrument_id(longest).value().view(), longest);
  for (const std::string& text :
       {std::string{}, std::string{"   "}, std::string{"\t"}, std::string{"AA\nPL"},
        std::string{"AA\0PL", 5}, std::string{"AA\x7fPL"}, std::string{"A\xc2\xa0"},
        std::string(33, 'A'), std::string(10'000'000, '1'), std::string(10'000'000, ' ')}) {
    const auto id = instrument_id(text);
    ASSERT_FALSE(id.has_value()) << text.substr(0, 40);
    EXPECT_EQ(id.error().reason, Reason::bad_input);
    EXPECT_LT(id.error().what.size(), 300u);
  }
}

TEST(Osi, SaysWhichCharacterIsInTheWay) {
  for (const char* text : {"AA\nPL", "AA\tPL", "AA\x7fPL"})
    EXPECT_NE(instrument_id(text).error().what.find("a control character"), std::string::npos);
  for (const char* text : {"A\xc2\xa0", "\xe2\x82\xac"})
    EXPECT_NE(instrument_id(text).error().what.find("not plain ASCII"), std::string::npos);
}

TEST(OsiDeathTest, ThePaddedFormIsOnlyForWhatFitsIt) {
  const OsiSymbol good{"AAPL", Date{2027y / January / 15}, Right::call, Decimal{250}};
  OsiSymbol bad = good;
  bad.root = "ABCDEFG";
  EXPECT_DEATH(static_cast<void>(osi_id(bad)), "root");
  bad = good;
  bad.strike = Decimal{100'000};
  EXPECT_DEATH(static_cast<void>(osi_id(bad)), "thousandths");
  bad.strike = Decimal::from_nano(1);
  EXPECT_DEATH(static_cast<void>(osi_id(bad)), "strike");
}

}  // namespace
}  // namespace plimsoll
