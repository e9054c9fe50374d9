#include "market/description.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace plimsoll {
namespace {

/// A description of `type`, changed by `change`.
Description said(const char* type, const std::function<void(Description&)>& change = {}) {
  Description description;
  description.symbol = "XYZ";
  description.type = type;
  description.where = "account.json#/instruments/XYZ";
  if (change) change(description);
  return description;
}

const std::vector<const char*> type_words{
    "equity",   "etf",           "etn",         "mutual_fund", "money_market", "bond",
    "treasury", "municipal",     "convertible", "index",       "option",       "warrant",
    "future",   "future_option", "combination", "crypto"};

TEST(Description, KnowsTheWordsOfEveryType) {
  ASSERT_EQ(type_words.size(), static_cast<std::size_t>(InstrumentType::crypto) + 1);
  for (std::size_t i = 0; i < type_words.size(); ++i) {
    const auto type = instrument_type(type_words[i]);
    ASSERT_TRUE(type.has_value()) << type_words[i];
    EXPECT_EQ(static_cast<std::size_t>(*type), i);
    EXPECT_EQ(word_of(*type), type_words[i]);
    EXPECT_TRUE(problems(said(type_words[i])).empty()) << type_words[i];
  }
  for (const char* word : {"", "Equity", "stock", "ETF", "options", "equity "})
    EXPECT_FALSE(instrument_type(word).has_value()) << word;
}

TEST(Description, AnUnknownTypeIsToldWhatThereIs) {
  const auto found = problems(said("stonk"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].where, "account.json#/instruments/XYZ");
  EXPECT_NE(found[0].what.find("\"stonk\" is unknown"), std::string::npos);
  for (const char* word : type_words)
    EXPECT_NE(found[0].what.find(word), std::string::npos) << word;
}

struct FieldRow {
  const char* field;
  std::function<void(Description&)> state;
  std::vector<const char*> belongs_on;
};

const std::vector<const char*> securities{"equity",       "etf",    "etn",      "mutual_fund",
                                          "money_market", "bond",   "treasury", "municipal",
                                          "convertible",  "warrant"};
const std::vector<const char*> bonds{"bond", "treasury", "municipal", "convertible"};
const std::vector<FieldRow> fields{
    {"marginable", [](Description& d) { d.marginable = true; }, securities},
    {"marginable_from", [](Description& d) { d.marginable_from = Date{2026y / May / 1}; },
     securities},
    {"leverage", [](Description& d) { d.leverage = 2_d; }, {"equity", "etf", "etn"}},
    {"reference", [](Description& d) { d.reference = "SPX"; }, {"equity", "etf", "etn"}},
    {"index_class",
     [](Description& d) { d.index_class = "broad"; },
     {"equity", "etf", "etn", "index"}},
    {"underlying",
     [](Description& d) { d.underlying = "A"; },
     {"option", "warrant", "convertible"}},
    {"underlying_scale", [](Description& d) { d.underlying_scale = 10_d; }, {"option"}},
    {"expiry", [](Description& d) { d.expiry = Date{2027y / May / 1}; }, {"option", "warrant"}},
    {"right", [](Description& d) { d.right = "put"; }, {"option", "future_option"}},
    {"strike", [](Description& d) { d.strike = 5_d; }, {"option", "warrant", "future_option"}},
    {"multiplier",
     [](Description& d) { d.multiplier = 100_d; },
     {"option", "warrant", "future", "future_option"}},
    {"style", [](Description& d) { d.style = "european"; }, {"option", "index"}},
    {"settlement", [](Description& d) { d.settlement = "am"; }, {"option", "index"}},
    {"maturity", [](Description& d) { d.maturity = Date{2030y / May / 1}; }, bonds},
    {"zero_coupon", [](Description& d) { d.zero_coupon = true; }, bonds},
    {"rating", [](Description& d) { d.rating = "high_yield"; }, bonds},
    {"conversion_ratio", [](Description& d) { d.conversion_ratio = 20_d; }, {"convertible"}},
    {"product",
     [](Description& d) { d.product = "ES"; },
     {"future", "future_option", "combination"}},
    {"month",
     [](Description& d) { d.month = "202512"; },
     {"future", "future_option", "combination"}},
    {"day", [](Description& d) { d.day = "05"; }, {"future", "future_option", "combination"}},
    {"exchange",
     [](Description& d) { d.exchange = "CME"; },
     {"future", "future_option", "combination"}},
    {"option_month", [](Description& d) { d.option_month = "202512"; }, {"future_option"}},
    {"option_day", [](Description& d) { d.option_day = "W1"; }, {"future_option"}},
};

TEST(Description, EachFieldBelongsOnItsTypesAndNoOthers) {
  for (const FieldRow& row : fields)
    for (const std::string type : type_words) {
      const auto found = problems(said(type.c_str(), row.state));
      const bool belongs = std::ranges::find(row.belongs_on, type) != row.belongs_on.end();
      ASSERT_EQ(found.size(), belongs ? 0u : 1u) << row.field << " on " << type;
      if (belongs) continue;
      EXPECT_EQ(found[0].what, std::string{row.field} + " does not belong on type \"" + type +
                                   "\"; remove it or correct the type");
    }
}

TEST(Description, FieldsOfNamesBelongOnEverything) {
  for (const char* type : type_words)
    EXPECT_TRUE(problems(said(type,
                              [](Description& d) {
                                d.issuer = "Somebody", d.sector = "Energy", d.industry = "Oil";
                                d.shares_outstanding = 1'000'000_d;
                                d.expense_ratio = 0.0003, d.return_of_capital_ratio = 1;
                              }))
                    .empty())
        << type;
}

TEST(Description, RefusesNumbersOutOfBounds) {
  struct Row {
    const char* type;
    std::function<void(Description&)> change;
    const char* what;  // nothing: accepted
  };
  const double infinite = std::numeric_limits<double>::infinity();
  const std::vector<Row> rows{
      {"etf", [](Description& d) { d.leverage = 10_d; }, nullptr},
      {"etf", [](Description& d) { d.leverage = -(10_d); }, nullptr},
      {"etf", [](Description& d) { d.leverage = 10.01_d; }, "leverage 10.01 is out of range"},
      {"etf", [](Description& d) { d.leverage = -(10.01_d); }, "leverage -10.01 is out of range"},
      {"etf", [](Description& d) { d.leverage = 0_d; }, "leverage 0 is out of range"},
      {"option", [](Description& d) { d.multiplier = 10'000_d; }, nullptr},
      {"option", [](Description& d) { d.multiplier = 0.1_d; }, nullptr},
      {"future", [](Description& d) { d.multiplier = 12'500'000_d; }, nullptr},
      {"future", [](Description& d) { d.multiplier = 100'000'001_d; },
       "multiplier 100000001 is out of range"},
      {"option", [](Description& d) { d.multiplier = 0_d; }, "multiplier 0 is out of range"},
      {"option", [](Description& d) { d.multiplier = -(100_d); }, "multiplier -100 is out of"},
      {"option", [](Description& d) { d.multiplier = 10'000.1_d; }, "multiplier 10000.1 is out of"},
      {"option", [](Description& d) { d.underlying_scale = 0_d; }, "underlying_scale 0 is out of"},
      {"option", [](Description& d) { d.strike = 1'000'000'000_d; }, nullptr},
      {"option", [](Description& d) { d.strike = 0_d; }, "strike 0 is out of range"},
      {"option", [](Description& d) { d.strike = -(5_d); }, "strike -5 is out of range"},
      {"option", [](Description& d) { d.strike = 1'000'000'000.01_d; }, "strike 1000000000.01 is"},
      {"future_option", [](Description& d) { d.strike = -(5_d); }, nullptr},
      {"future_option", [](Description& d) { d.strike = -(2'000'000'000_d); }, "strike -20000"},
      {"convertible", [](Description& d) { d.conversion_ratio = 0_d; }, "conversion_ratio 0 is"},
      {"equity", [](Description& d) { d.shares_outstanding = 0_d; }, "shares_outstanding 0 is"},
      {"etf", [](Description& d) { d.expense_ratio = 0; }, nullptr},
      {"etf", [](Description& d) { d.expense_ratio = 3; }, "expense_ratio is not between"},
      {"etf", [&](Description& d) { d.expense_ratio = infinite; }, "expense_ratio is not between"},
      {"etf", [](Description& d) { d.return_of_capital_ratio = -0.1; }, "return_of_capital_ratio"},
      {"etf",
       [](Description& d) { d.return_of_capital_ratio = std::numeric_limits<double>::quiet_NaN(); },
       "return_of_capital_ratio is not between"},
  };
  for (const Row& row : rows) {
    const auto found = problems(said(row.type, row.change));
    ASSERT_EQ(found.size(), row.what ? 1u : 0u) << (row.what ? row.what : found[0].what);
    if (row.what) { EXPECT_NE(found[0].what.find(row.what), std::string::npos) << found[0].what; }
  }
}

TEST(Description, RefusesUnknownWords) {
  struct Row {
    const char* type;
    std::function<void(Description&)> change;
    const char* what;
  };
  const std::vector<Row> rows{
      {"index", [](Description& d) { d.index_class = "wide"; },
       "index_class \"wide\" is unknown; write \"broad\" or \"narrow\" or \"currency\" or "
       "\"interest_rate\""},
      {"etf", [](Description& d) { d.index_class = "currency"; },
       "index_class \"currency\" belongs on type \"index\" only"},
      {"option", [](Description& d) { d.settlement = "noon"; },
       "settlement \"noon\" is unknown; write \"am\" or \"pm\""},
      {"option", [](Description& d) { d.right = "C"; },
       "right \"C\" is unknown; write \"call\" or \"put\""},
      {"option", [](Description& d) { d.style = "asian"; },
       "style \"asian\" is unknown; write \"american\" or \"european\""},
      {"bond", [](Description& d) { d.rating = "AAA"; },
       "rating \"AAA\" is unknown; write \"investment_grade\" or \"high_yield\""},
      {"equity", [](Description& d) { d.currency = "dollars"; }, "currency \"dollars\" is not a"},
      {"option", [](Description& d) { d.underlying = std::string(33, 'A'); },
       "underlying: the sym"},
      {"etf", [](Description& d) { d.reference = "S&P\n500"; }, "reference: the symbol has"},
      {"equity", [](Description& d) { d.issuer = std::string(201, 'x'); }, "issuer is longer than"},
  };
  for (const Row& row : rows) {
    const auto found = problems(said(row.type, row.change));
    ASSERT_EQ(found.size(), 1u) << row.what;
    EXPECT_NE(found[0].what.find(row.what), std::string::npos) << found[0].what;
  }
}

TEST(Description, AllThatIsWrongIsSaidAtOnce) {
  const auto found = problems(said("bond", [](Description& d) {
    d.leverage = 0_d;
    d.rating = "AAA";
    d.strike = 5_d;
  }));
  EXPECT_EQ(found.size(), 4u);  // a word, a number out of bounds, two fields of other types
}

TEST(Description, TellsOptionsOfARootFromTheThingCalledSo) {
  EXPECT_TRUE(describes_options(said("option")));
  EXPECT_FALSE(describes_options(said("index")));
  EXPECT_FALSE(describes_options(said("equity")));
  EXPECT_FALSE(describes_options(said("")));
  EXPECT_TRUE(describes_options(said("", [](Description& d) { d.multiplier = 10_d; })));
  EXPECT_TRUE(describes_options(said("", [](Description& d) { d.underlying = "A"; })));
  EXPECT_FALSE(describes_options(said("convertible", [](Description& d) { d.underlying = "A"; })));
}

TEST(Description, GapsAreFilledFromTheNextSource) {
  const Description list = said("etf", [](Description& d) {
    d.leverage = 3_d, d.reference = "SPX", d.index_class = "broad", d.issuer = "ProShares";
  });
  const Description bare = filled(said("etf"), list);
  EXPECT_EQ(bare.leverage, 3_d);
  EXPECT_EQ(bare.reference, "SPX");
  EXPECT_EQ(bare.index_class, "broad");
  EXPECT_EQ(bare.issuer, "ProShares");
  // What the first says stands, and keeps its place.
  const Description own = filled(said("equity", [](Description& d) { d.leverage = 2_d; }), list);
  EXPECT_EQ(own.type, "equity");
  EXPECT_EQ(own.leverage, 2_d);
  EXPECT_EQ(own.where, "account.json#/instruments/XYZ");
  EXPECT_EQ(filled(said(""), list).type, "etf");
  // Another family: nothing is taken over.
  EXPECT_FALSE(filled(said("bond"), list).leverage.has_value());
}

TEST(Description, WhatHangsOnAnotherReferenceIsNotTakenOver) {
  const Description list = said("etf", [](Description& d) {
    d.leverage = 3_d, d.reference = "SPX", d.index_class = "broad";
  });
  const Description other = filled(said("etf", [](Description& d) { d.reference = "SOX"; }), list);
  EXPECT_EQ(other.reference, "SOX");
  EXPECT_EQ(other.leverage, 3_d);
  EXPECT_TRUE(other.index_class.empty());
  const Description root = said("option", [](Description& d) {
    d.underlying = "SPX", d.underlying_scale = 10_d, d.style = "european", d.settlement = "am";
  });
  const Description own =
      filled(said("option", [](Description& d) { d.underlying = "XSP"; }), root);
  EXPECT_EQ(own.underlying, "XSP");
  EXPECT_FALSE(own.underlying_scale.has_value());
  EXPECT_EQ(own.style, "european");
  EXPECT_EQ(own.settlement, "am");
  EXPECT_EQ(filled(said("option"), root).underlying_scale, 10_d);
}

}  // namespace
}  // namespace plimsoll
