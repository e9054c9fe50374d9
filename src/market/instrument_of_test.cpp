#include "market/instrument_of.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

namespace plimsoll {
namespace {

constexpr Currency eur{"EUR"};
constexpr Date today = 2026y / November / 20;
constexpr AccountTerms terms{today, usd};
const InstrumentId id{"XYZ"};

using Change = std::function<void(Description&)>;

Result<Instrument> made(InstrumentType type, const Change& change = {}) {
  Description description;
  description.type = word_of(type);
  if (change) change(description);
  return instrument_of(id, type, description, terms);
}

TEST(InstrumentOf, StocksAndFundsHaveDefaults) {
  const auto equity = std::get<Stock>(made(InstrumentType::equity).value());
  EXPECT_EQ(equity.id, id);
  EXPECT_EQ(equity.kind, StockKind::equity);
  EXPECT_EQ(equity.leverage, 1_d);
  EXPECT_TRUE(equity.reference.empty());
  EXPECT_FALSE(equity.index_class.has_value());
  EXPECT_EQ(equity.listing.currency, usd);
  EXPECT_TRUE(equity.listing.marginable);
  const auto note = std::get<Stock>(made(InstrumentType::etn, [](Description& d) {
                                      d.leverage = -(3_d), d.reference = "SPX";
                                      d.index_class = "broad", d.currency = "EUR";
                                      d.marginable = false;
                                      d.marginable_from = Date{2026y / December / 1};
                                    }).value());
  EXPECT_EQ(note.kind, StockKind::etn);
  EXPECT_EQ(note.leverage, -(3_d));
  EXPECT_EQ(note.reference, InstrumentId{"SPX"});
  EXPECT_EQ(note.index_class, IndexClass::broad);
  EXPECT_EQ(note.listing.currency, eur);
  EXPECT_FALSE(note.listing.marginable);
  EXPECT_EQ(note.listing.marginable_from, Date{2026y / December / 1});
  EXPECT_EQ(std::get<Stock>(made(InstrumentType::etf).value()).kind, StockKind::etf);
  EXPECT_EQ(std::get<Fund>(made(InstrumentType::mutual_fund).value()).kind, FundKind::mutual);
  EXPECT_EQ(std::get<Fund>(made(InstrumentType::money_market).value()).kind,
            FundKind::money_market);
  EXPECT_EQ(std::get<Token>(made(InstrumentType::crypto).value()).id, id);
}

TEST(InstrumentOf, AnIndexIsNarrowAndEuropeanUntilSaidOtherwise) {
  const auto plain = std::get<Index>(made(InstrumentType::index).value());
  EXPECT_EQ(plain.index_class, IndexClass::narrow);
  EXPECT_EQ(plain.style, Style::european);
  const auto oex = std::get<Index>(made(InstrumentType::index, [](Description& d) {
                                     d.index_class = "broad", d.style = "american";
                                   }).value());
  EXPECT_EQ(oex.index_class, IndexClass::broad);
  EXPECT_EQ(oex.style, Style::american);
  EXPECT_EQ(oex.settlement, Settlement::pm);
  const auto class_of = [](const char* word) {
    return std::get<Index>(
               made(InstrumentType::index, [=](Description& d) { d.index_class = word; }).value())
        .index_class;
  };
  EXPECT_EQ(class_of("narrow"), IndexClass::narrow);
  EXPECT_EQ(class_of("currency"), IndexClass::currency);
  EXPECT_EQ(class_of("interest_rate"), IndexClass::interest_rate);
}

TEST(InstrumentOf, BondsOfEveryKind) {
  const Change matures = [](Description& d) {
    d.maturity = Date{2031y / May / 15}, d.zero_coupon = true, d.rating = "high_yield";
  };
  for (const auto& [type, kind] : {std::pair{InstrumentType::bond, BondKind::corporate},
                                   std::pair{InstrumentType::treasury, BondKind::treasury},
                                   std::pair{InstrumentType::municipal, BondKind::municipal},
                                   std::pair{InstrumentType::convertible, BondKind::convertible}}) {
    const auto bond = std::get<Bond>(made(type, matures).value());
    EXPECT_EQ(bond.kind, kind);
    EXPECT_EQ(bond.maturity, Date{2031y / May / 15});
    EXPECT_TRUE(bond.zero_coupon);
    EXPECT_EQ(bond.rating, Rating::high_yield);
  }
  const auto preferred = std::get<Bond>(made(InstrumentType::convertible, [](Description& d) {
                                          d.underlying = "ABC", d.conversion_ratio = 7.2_d;
                                          d.rating = "investment_grade";
                                        }).value());
  EXPECT_FALSE(preferred.maturity.has_value());
  EXPECT_EQ(preferred.underlying, InstrumentId{"ABC"});
  EXPECT_EQ(preferred.conversion_ratio, 7.2_d);
  EXPECT_EQ(preferred.rating, Rating::investment_grade);
  EXPECT_TRUE(made(InstrumentType::bond, [](Description& d) { d.maturity = today; }).has_value());
}

TEST(InstrumentOf, WarrantsAndContracts) {
  const auto warrant = std::get<Warrant>(made(InstrumentType::warrant, [](Description& d) {
                                           d.underlying = "ABC", d.strike = 11.5_d;
                                           d.expiry = today, d.multiplier = 0.5_d;
                                         }).value());
  EXPECT_EQ(warrant.underlying, InstrumentId{"ABC"});
  EXPECT_EQ(warrant.exercise, 11.5_usd_each);
  EXPECT_EQ(warrant.shares, 0.5_d);
  const auto future = std::get<Future>(made(InstrumentType::future, [](Description& d) {
                                         d.product = "ES", d.month = "202512", d.exchange = "CME";
                                         d.day = "19", d.currency = "EUR";
                                       }).value());
  EXPECT_EQ(future.product, InstrumentId{"ES"});
  EXPECT_EQ(future.exchange, InstrumentId{"CME"});
  EXPECT_EQ(future.month.year, 2025);
  EXPECT_EQ(future.month.month, 12);
  EXPECT_EQ(future.month.day, DayCode{"19"});
  EXPECT_FALSE(future.multiplier.has_value());
  EXPECT_EQ(future.currency, Currency::of("EUR"));
  const auto option =
      std::get<FutureOption>(made(InstrumentType::future_option, [](Description& d) {
                               d.product = "CL", d.month = "202601";
                               d.option_month = "202512", d.right = "put";
                               d.option_day = "W3", d.strike = -(5_d);
                             }).value());
  EXPECT_TRUE(option.future.month.day.empty());
  EXPECT_EQ(option.option_month.month, 12);
  EXPECT_EQ(option.option_month.day, DayCode{"W3"});
  EXPECT_EQ(option.right, Right::put);
  EXPECT_EQ(option.strike.per_unit, -(5_d));
  const auto spread = std::get<Combination>(made(InstrumentType::combination, [](Description& d) {
                                              d.product = "ES", d.month = "202512", d.day = "5";
                                            }).value());
  EXPECT_EQ(spread.product, InstrumentId{"ES"});
  EXPECT_EQ(spread.month, (Month{2025, 12, DayCode{"05"}}));
  EXPECT_FALSE(spread.currency.has_value());
}

TEST(InstrumentOf, TheMonthAnOptionIsOnMayBeLeftToTheClearingHouse) {
  const auto option =
      std::get<FutureOption>(made(InstrumentType::future_option, [](Description& d) {
                               d.product = "LO", d.option_month = "202512", d.right = "call";
                               d.strike = 60_d;
                             }).value());
  EXPECT_TRUE(option.future.month.empty());
  EXPECT_EQ(option.future.product, InstrumentId{"LO"});
}

TEST(InstrumentOf, RefusesWhatATypeNeedsAndDoesNotHave) {
  struct Row {
    InstrumentType type;
    Change change;
    const char* what;
  };
  const auto future = [](const char* month, const char* day) {
    return [=](Description& d) { d.product = "ES", d.month = month, d.day = day; };
  };
  const std::vector<Row> rows{
      {InstrumentType::bond, {}, "type \"bond\" needs \"maturity\""},
      {InstrumentType::treasury, {}, "type \"treasury\" needs \"maturity\""},
      {InstrumentType::municipal, {}, "type \"municipal\" needs \"maturity\""},
      {InstrumentType::bond, [](Description& d) { d.maturity = today - std::chrono::days{1}; },
       "matured on 2026-11-19"},
      {InstrumentType::convertible, [](Description& d) { d.conversion_ratio = 7_d; },
       "needs \"underlying\""},
      {InstrumentType::warrant, {}, "needs \"underlying\""},
      {InstrumentType::warrant, [](Description& d) { d.underlying = "A"; }, "needs \"strike\""},
      {InstrumentType::warrant, [](Description& d) { d.underlying = "A", d.strike = 1_d; },
       "needs \"expiry\""},
      {InstrumentType::warrant,
       [](Description& d) {
         d.underlying = "A", d.strike = 1_d, d.expiry = today - std::chrono::days{1};
       },
       "expired on 2026-11-19"},
      {InstrumentType::future, {}, "type \"future\" needs \"product\""},
      {InstrumentType::future, [](Description& d) { d.product = "ES"; }, "needs \"month\""},
      {InstrumentType::future, future("202513", "1"), "\"202513\" is not a contract month"},
      {InstrumentType::future, future("202500", "1"), "is not a contract month"},
      {InstrumentType::future, future("000012", "1"), "is not a contract month"},
      {InstrumentType::future, future("Dec 25", "1"), "is not a contract month"},
      {InstrumentType::future, future("2025-12", "1"), "is not a contract month"},
      {InstrumentType::future, future("202502", "29"),
       "day: there is no day 29 in that month; write 1 to 28"},
      {InstrumentType::future, future("202502", "0"), "there is no day 0"},
      {InstrumentType::future, future("202502", "-1"), "\"-1\" is no day of a contract"},
      {InstrumentType::future, future("202502", "019"), "there is no day 019"},
      {InstrumentType::future, future("202502", "w1"), "two capitals and digits, like \"W3\""},
      {InstrumentType::future, future("202502", "W12"), "\"W12\" is no day of a contract"},
      {InstrumentType::combination, {}, "type \"combination\" needs \"product\""},
      {InstrumentType::combination, [](Description& d) { d.product = "ES"; }, "needs \"month\""},
      {InstrumentType::combination, future("202502", "30"), "there is no day 30"},
      {InstrumentType::future_option, future("", "1"), "needs \"month\""},
      {InstrumentType::future_option,
       [](Description& d) {
         d.product = "ES", d.option_month = "202502", d.option_day = "30";
         d.right = "put", d.strike = 5_d;
       },
       "option_day: there is no day 30"},
      {InstrumentType::future_option, {}, "type \"future_option\" needs \"product\""},
      {InstrumentType::future_option, future("202512", "1"), "needs \"option_month\""},
      {InstrumentType::future_option,
       [](Description& d) { d.product = "ES", d.month = "202512", d.option_month = "202512"; },
       "needs \"right\""},
      {InstrumentType::future_option,
       [](Description& d) {
         d.product = "ES", d.month = "202512", d.option_month = "202512", d.right = "put";
       },
       "needs \"strike\""},
  };
  for (const Row& row : rows) {
    const auto instrument = made(row.type, row.change);
    ASSERT_FALSE(instrument.has_value()) << row.what;
    EXPECT_EQ(instrument.error().reason, Reason::bad_input);
    EXPECT_NE(instrument.error().what.find(row.what), std::string::npos) << instrument.error().what;
  }
}

const Instrument stock = Stock{.id = InstrumentId{"AAPL"}};
const Instrument oex = Index{InstrumentId{"OEX"}, IndexClass::broad, Style::american};
const Instrument spx = Index{InstrumentId{"SPX"}, IndexClass::broad, Style::european};

/// An option on `underlying` by its OSI symbol.
Result<Instrument> option(const char* symbol, const Instrument& underlying,
                          const Change& change = {}) {
  Description description;
  description.type = "option";
  if (change) change(description);
  const OsiSymbol said = parse_osi(symbol).value();
  return option_of(osi_id(said), said, description, underlying, terms);
}

TEST(OptionOf, ASymbolSaysNearlyEverything) {
  const auto call = std::get<ListedOption>(option("AAPL270115C00250000", stock).value());
  EXPECT_EQ(call.id.view(), "AAPL  270115C00250000");
  EXPECT_EQ(call.underlying, InstrumentId{"AAPL"});
  EXPECT_EQ(to_text(call.expiry), "2027-01-15");
  EXPECT_EQ(call.right, Right::call);
  EXPECT_EQ(call.strike, 250_usd_each);
  EXPECT_EQ(call.multiplier, 100_d);
  EXPECT_EQ(call.style, Style::american);
  EXPECT_EQ(call.underlying_scale, 1_d);
}

TEST(OptionOf, SettlementIsTheIndexsForItsOwnRootOnly) {
  const Instrument morning = Index{.id = InstrumentId{"SPX"}, .settlement = Settlement::am};
  const auto ends = [&](const char* symbol, const Change& change = {}) {
    return std::get<ListedOption>(option(symbol, morning, change).value()).expiration();
  };
  const Date friday = 2027y / January / 15;
  EXPECT_EQ(ends("SPX270115C00250000"), (Expiration{friday, Settlement::am}));
  EXPECT_EQ(ends("SPXW270115C00250000"), (Expiration{friday, Settlement::pm}));
  EXPECT_EQ(ends("SPXW270115C00250000", [](Description& d) { d.settlement = "am"; }),
            (Expiration{friday, Settlement::am}));
  EXPECT_EQ(ends("SPX270115C00250000", [](Description& d) { d.settlement = "pm"; }),
            (Expiration{friday, Settlement::pm}));
  EXPECT_LT(ends("SPX270115C00250000"), ends("SPXW270115C00250000"));
  EXPECT_LT(ends("SPXW270114C00250000"), ends("SPX270115C00250000"));
}

TEST(OptionOf, StyleIsTheIndexsUnlessTheDescriptionSays) {
  const auto style = [](const Instrument& underlying, const Change& change = {}) {
    return std::get<ListedOption>(option("ABC270115C00250000", underlying, change).value()).style;
  };
  EXPECT_EQ(style(spx), Style::european);
  EXPECT_EQ(style(oex), Style::american);
  EXPECT_EQ(style(oex, [](Description& d) { d.style = "european"; }), Style::european);
  EXPECT_EQ(style(stock, [](Description& d) { d.style = "european"; }), Style::european);
}

TEST(OptionOf, TheDescriptionMayAddMultiplierScaleAndCurrency) {
  const auto mini = std::get<ListedOption>(option("XSP270115P00600000", spx, [](Description& d) {
                                             d.multiplier = 10_d, d.underlying_scale = 10_d;
                                             d.currency = "EUR", d.strike = 600_d;
                                             d.right = "put";
                                           }).value());
  EXPECT_EQ(mini.multiplier, 10_d);
  EXPECT_EQ(mini.underlying_scale, 10_d);
  EXPECT_EQ(mini.strike, (Price{600_d, eur}));
}

TEST(OptionOf, RefusesContradictionsAndWhatItCannotKnow) {
  struct Row {
    const char* symbol;
    Instrument underlying;
    Change change;
    const char* what;
  };
  const std::vector<Row> rows{
      {"AAPL261119C00250000", stock, {}, "expired on 2026-11-19"},
      {"AAPL270115C00250000", stock, [](Description& d) { d.strike = 251_d; },
       "description's strike"},
      {"AAPL270115C00250000", stock, [](Description& d) { d.right = "put"; },
       "description's right"},
      {"AAPL270115C00250000", stock, [](Description& d) { d.expiry = today; },
       "description's expiry"},
      {"AAPL7270115C00250000", stock, {}, "the multiplier of this option is unknown"},
      {"2SPX270115C00250000", spx, {}, "the multiplier of this option is unknown"},
      {"AAPL270115C00250000", Token{InstrumentId{"BTC"}}, {}, "underlying BTC is not a stock"},
      {"AAPL270115C00250000", *option("F270115C00012000", stock), {}, "is not a stock, a fund or"},
      {"AAPL270115C00250000", Future{InstrumentId{"ESZ5"}, {}, {}, {}, {}}, {}, "ESZ5 is not a"},
  };
  for (const Row& row : rows) {
    const auto made = option(row.symbol, row.underlying, row.change);
    ASSERT_FALSE(made.has_value()) << row.what;
    EXPECT_NE(made.error().what.find(row.what), std::string::npos) << made.error().what;
  }
  EXPECT_TRUE(option("AAPL261120C00250000", stock).has_value());  // expires on the day itself
  EXPECT_TRUE(option("AAPL7270115C00250000", stock, [](Description& d) {
                d.multiplier = 10_d;
              }).has_value());
}

TEST(OptionOf, AnotherSpellingNeedsEverythingSaid) {
  const std::vector<std::pair<const char*, Change>> steps{
      {"needs \"expiry\"", [](Description& d) { d.expiry = Date{2027y / January / 15}; }},
      {"needs \"right\"", [](Description& d) { d.right = "put"; }},
      {"needs \"strike\"", [](Description& d) { d.strike = 250_d; }},
      {"multiplier of this option is unknown", [](Description& d) { d.multiplier = 100_d; }},
  };
  Description description;
  description.type = "option";
  for (const auto& [what, next] : steps) {
    const auto made = option_of(id, {}, description, stock, terms);
    ASSERT_FALSE(made.has_value()) << what;
    EXPECT_NE(made.error().what.find(what), std::string::npos) << made.error().what;
    next(description);
  }
  const auto made = option_of(id, {}, description, stock, terms);
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(id_of(*made), id);
  EXPECT_EQ(std::get<ListedOption>(*made).right, Right::put);
}

}  // namespace
}  // namespace plimsoll
