#include "market/catalog.hpp"

#include <gtest/gtest.h>

#include "market/list_for_tests.hpp"

namespace plimsoll {
namespace {

constexpr Currency eur{"EUR"};
constexpr AccountTerms terms{2026y / November / 20, usd};
const SecurityList lists = testing::well_known();

Description said(const std::string& symbol, const char* type) {
  Description description;
  description.symbol = symbol;
  description.type = type;
  description.where = "account.json#/instruments/" + symbol;
  return description;
}

/// A builder over some descriptions; the draft lives beside it.
struct Setting {
  AccountDraft draft;
  Descriptions descriptions;
  CatalogBuilder builder;

  explicit Setting(std::vector<Description> instruments,
                   Undescribed undescribed = Undescribed::equity)
      : draft{drafted(std::move(instruments))},
        descriptions{draft, lists},
        builder{descriptions, terms, undescribed} {}

  Result<Instrument> find(const char* symbol) {
    return builder.find(instrument_id(symbol).value());
  }
  std::vector<std::string> catalog() {
    std::vector<std::string> ids;
    for (const auto& [id, instrument] : builder.catalog()) ids.emplace_back(id.view());
    return ids;
  }

 private:
  static AccountDraft drafted(std::vector<Description> instruments) {
    AccountDraft draft;
    draft.as_of = terms.as_of;
    draft.instruments = std::move(instruments);
    return draft;
  }
};

using Names = std::vector<std::string>;

TEST(Catalog, HoldsEverythingAnInstrumentIsOn) {
  Setting some{{}};
  const auto option = std::get<ListedOption>(some.find("UPRO261218C00100000").value());
  EXPECT_EQ(option.underlying, InstrumentId{"UPRO"});
  EXPECT_EQ(option.style, Style::american);
  // The option, the fund it is on, and the index that tracks.
  EXPECT_EQ(some.catalog(), (Names{"SPX", "UPRO", "UPRO  261218C00100000"}));
  EXPECT_TRUE(some.builder.assumed().empty());
}

TEST(Catalog, IndexOptionsAreOnTheirIndexAtTheirScale) {
  Setting some{{}};
  const auto xsp = std::get<ListedOption>(some.find("XSP261218P00600000").value());
  EXPECT_EQ(xsp.underlying, InstrumentId{"SPX"});
  EXPECT_EQ(xsp.underlying_scale, 10_d);
  EXPECT_EQ(xsp.style, Style::european);
  EXPECT_EQ(std::get<ListedOption>(*some.find("SPXW261218P06000000")).underlying,
            InstrumentId{"SPX"});
  EXPECT_EQ(std::get<ListedOption>(*some.find("SPX261218P06000000")).style, Style::european);
  EXPECT_EQ(std::get<ListedOption>(*some.find("OEX261218P03000000")).style, Style::american);
  EXPECT_EQ(std::get<ListedOption>(*some.find("XEO261218P03000000")).style, Style::european);
}

TEST(Catalog, WhatNothingDescribesIsAnEquityAndNamed) {
  Setting some{{}};
  EXPECT_EQ(std::get<Stock>(some.find("MSFT").value()).kind, StockKind::equity);
  ASSERT_TRUE(some.find("AAPL261218C00250000").has_value());
  EXPECT_EQ(some.builder.assumed(), (std::set<std::string>{"AAPL", "MSFT"}));
  for (const char* symbol : {"BRK.B", "BRK/B", "BAC PRK", "BF-B", "0700"})
    EXPECT_EQ(some.find(symbol).has_value(), symbol[0] != '0') << symbol;
}

TEST(Catalog, WhatIsNotSpelledLikeAListedSymbolIsNotAssumed) {
  Setting some{{}};
  for (const char* symbol : {"912828XG0", "US912828C574", "aapl", "Cash & Cash Investments",
                             "AAPL 2027-01-15 250 C", "G1151C101", "**", "Pending"}) {
    const auto found = some.find(symbol);
    ASSERT_FALSE(found.has_value()) << symbol;
    EXPECT_NE(found.error().what.find("describe it under instruments"), std::string::npos);
  }
  EXPECT_TRUE(some.builder.assumed().empty());
}

TEST(Catalog, StrictnessRefusesAndChainsAssumeATokenInstead) {
  Setting strict{{}, Undescribed::refused};
  EXPECT_FALSE(strict.find("MSFT").has_value());
  EXPECT_FALSE(strict.find("AAPL261218C00250000").has_value());
  EXPECT_TRUE(strict.find("UPRO").has_value());
  Setting chain{{}, Undescribed::token};
  EXPECT_TRUE(std::holds_alternative<Token>(chain.find("SOL").value()));
  EXPECT_TRUE(chain.builder.assumed().empty());
}

TEST(Catalog, OptionsTakeTheirUnderlyingsCurrency) {
  Description stock = said("ASML", "equity");
  stock.currency = "EUR";
  Description index = said("SX5E", "index");
  index.currency = "EUR";
  Setting some{{stock, index}};
  for (const char* symbol : {"ASML261218C00700000", "SX5E261218P05000000"})
    EXPECT_EQ(std::get<ListedOption>(some.find(symbol).value()).strike.currency, eur) << symbol;
}

TEST(Catalog, ConvertiblesAndWarrantsBringTheirStock) {
  Description bond = said("ABCVT", "convertible");
  bond.underlying = "ABC", bond.conversion_ratio = 20_d, bond.maturity = Date{2031y / May / 15};
  Description warrant = said("DEFWS", "warrant");
  warrant.underlying = "SPX", warrant.strike = 11.5_d, warrant.expiry = Date{2031y / May / 15};
  Setting some{{bond, warrant}};
  EXPECT_TRUE(some.find("ABCVT").has_value());
  EXPECT_EQ(some.catalog(), (Names{"ABC", "ABCVT"}));
  const auto on_index = some.find("DEFWS");
  ASSERT_FALSE(on_index.has_value());
  EXPECT_NE(on_index.error().what.find("underlying SPX is not a stock"), std::string::npos);
}

TEST(Catalog, ProfilesComeWithTheInstrument) {
  Description stock = said("AAPL", "equity");
  stock.sector = "Technology", stock.shares_outstanding = 15'000'000'000_d;
  Setting some{{stock, said("F", "equity")}};
  ASSERT_TRUE(some.find("AAPL").has_value());
  ASSERT_TRUE(some.find("F").has_value());
  ASSERT_EQ(some.builder.profiles().size(), 1u);
  EXPECT_EQ(some.builder.profiles().at(InstrumentId{"AAPL"}).sector, "Technology");
}

TEST(Catalog, RefusesCirclesContradictionsAndFaultyUnderlyings) {
  Description itself = said("CCC", "option");
  itself.underlying = "CCC", itself.expiry = Date{2027y / May / 1}, itself.right = "put";
  itself.strike = 5_d, itself.multiplier = 100_d;
  Description faulty = said("DDD", "bond");
  faulty.leverage = 2_d;
  Description lone = said("EEE", "option");
  Description warrant = said("III", "warrant");
  warrant.underlying = "CCC", warrant.expiry = Date{2027y / May / 1}, warrant.strike = 5_d;
  Description nested = itself;
  nested.symbol = "JJJ", nested.underlying = "AAPL270115C00250000";
  Setting some{{warrant, nested, itself, faulty, lone, said("FFF   261218C00005000", "equity"),
                said("GGG", "")}};
  struct Row {
    const char* symbol;
    const char* what;
    const char* where = "";  // of the description at fault
  };
  for (const auto& [symbol, what, where] : {
           Row{"CCC", "its underlying CCC is not a stock, a fund or an index"},
           Row{"III", "its underlying CCC is not a stock, a fund or an index"},
           Row{"JJJ", "its underlying AAPL  270115C00250000 is not a stock"},
           Row{"DDD", "its description at account.json#/instruments/DDD is wrong",
               "account.json#/instruments/DDD"},
           Row{"DDD261218C00005000", "its underlying DDD: its description at",
               "account.json#/instruments/DDD"},
           Row{"EEE", "needs \"underlying\""},
           Row{"FFF261218C00005000", "its description says \"equity\""},
           Row{"HHH7261218C00005000", "multiplier of this option is unknown"},
           Row{"SPX261119C05000000", "the option expired on 2026-11-19"},
           Row{"XSP", "needs \"expiry\""},
       }) {
    const auto found = some.find(symbol);
    ASSERT_FALSE(found.has_value()) << symbol;
    EXPECT_NE(found.error().what.find(what), std::string::npos)
        << symbol << ": " << found.error().what;
    EXPECT_EQ(found.error().where, where) << symbol;
    EXPECT_EQ(some.find(symbol).error(), found.error()) << "asked again";
  }
}

TEST(Catalog, ReferencesAreBroughtInAndNotFollowedFurther) {
  // In a circle, and in either order: the catalog holds each with what it tracks.
  const auto fund = [](const char* symbol, const char* reference) {
    Description description = said(symbol, "etf");
    description.reference = reference;
    return description;
  };
  Setting some{{fund("AAA", "BBB"), fund("BBB", "CCC"), fund("CCC", "AAA")}};
  EXPECT_TRUE(some.find("AAA").has_value());
  EXPECT_EQ(some.catalog(), (Names{"AAA", "BBB"}));
  EXPECT_TRUE(some.find("BBB").has_value());
  EXPECT_EQ(some.catalog(), (Names{"AAA", "BBB", "CCC"}));
}

TEST(Catalog, AReferenceThatNothingDescribesIsJustAName) {
  Description fund = said("XYZ", "etf");
  fund.reference = "Some index of somebody";
  Setting some{{fund}};
  EXPECT_EQ(std::get<Stock>(some.find("XYZ").value()).reference,
            InstrumentId{"Some index of somebody"});
  EXPECT_EQ(some.catalog(), (Names{"XYZ"}));
}

}  // namespace
}  // namespace plimsoll
