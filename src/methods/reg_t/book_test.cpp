#include "methods/reg_t/book.hpp"

#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

Book book_of(const Desk& desk) { return priced(desk.account, desk.market); }

Standing standing_of(const Desk& desk) {
  const Book book = book_of(desk);
  return book.entries.at(0).standing;
}

TEST(Book, IsSortedBySymbolThenDirection) {
  Desk desk;
  desk.stock("MSFT", 10, 400_d).put("AAPL", 1, spring, 200_d, 3_d).stock("AAPL", 10, 230_d);
  desk.call("AAPL", -1, spring, 250_d, 2_d);
  desk.hold(Stock{.id = id("AAPL")}, Quantity::of(std::int64_t{-5}), Holding::short_sale);
  std::vector<std::string> symbols;
  for (const Entry& entry : book_of(desk).entries)
    symbols.push_back((entry.direction == Direction::owed ? "-" : "+") +
                      std::string{entry.id.view()});
  EXPECT_EQ(symbols, (std::vector<std::string>{"+AAPL", "-AAPL", "-AAPL  260619C00250000",
                                               "+AAPL  260619P00200000", "+MSFT"}));
}

TEST(Book, NamesEveryMissingPriceInOneMessage) {
  Desk desk;
  desk.stock("AAPL", 10, 230_d).stock("MSFT", 10, 400_d).call("XYZ", -1, spring, 50_d, 1_d);
  desk.market.quotes.clear();
  const Book book = book_of(desk);
  ASSERT_EQ(book.refused.size(), 1u);
  EXPECT_EQ(book.refused[0].reason, Reason::missing_price);
  EXPECT_EQ(book.refused[0].what,
            "no price on 2026-03-02 for AAPL, MSFT, XYZ, XYZ   260619C00050000; add them under "
            "market.quotes or in a --market file");
  EXPECT_TRUE(book.entries.empty());
}

TEST(Book, ReadsAnUnderlyingOnlyWhereSomethingIsSold) {
  Desk bought;
  bought.call("XYZ", 1, spring, 50_d, 1_d);
  EXPECT_TRUE(book_of(bought).refused.empty());
  EXPECT_FALSE(option_in(book_of(bought).entries.at(0))->underlying.has_value());
  Desk both;
  both.call("XYZ", 1, spring, 50_d, 1_d).call("XYZ", -1, spring, 55_d, 0.50_d);
  ASSERT_EQ(book_of(both).refused.size(), 1u);
  EXPECT_EQ(book_of(both).refused[0].where, "XYZ");
}

TEST(Book, CreditBeginsOnTheDayStated) {
  const auto held = [](Listing listing) {
    return Desk{}
        .hold(Stock{.id = id("NEW"), .listing = listing}, Quantity::of(std::int64_t{10}))
        .quote("NEW", 20_d);
  };
  EXPECT_EQ(standing_of(held({})), Standing::marginable);
  EXPECT_EQ(standing_of(held({.marginable = false})), Standing::not_marginable);
  EXPECT_EQ(standing_of(held({.marginable_from = 2026y / March / 1})), Standing::marginable);
  EXPECT_EQ(standing_of(held({.marginable_from = today})), Standing::marginable);
  EXPECT_EQ(standing_of(held({.marginable_from = 2026y / March / 3})), Standing::not_marginable);
}

TEST(Book, NothingIsLentInCashAndRetirementAccounts) {
  for (const AccountKind kind : {AccountKind::cash, AccountKind::retirement})
    EXPECT_EQ(standing_of(Desk{kind}.stock("XYZ", 10, 20_d)), Standing::paid_in_cash);
  Desk desk;
  desk.hold(Stock{.id = id("XYZ")}, Quantity::of(std::int64_t{10}), Holding::cash);
  EXPECT_EQ(standing_of(desk.quote("XYZ", 20_d)), Standing::paid_in_cash);
}

TEST(Book, DeclinesWhatItDoesNotMargin) {
  const Quantity one = Quantity::of(std::int64_t{1});
  const Future future{id("ESM6"), id("ES"), id("CME"), {2026, 6, {}}, {}};
  const Price strike{10_d, usd};
  const std::vector<std::tuple<AccountKind, Instrument, Quantity, std::string>> table{
      {AccountKind::cash, Stock{.id = id("XYZ")}, -one, "short sale is not permitted"},
      {AccountKind::retirement, Stock{.id = id("XYZ")}, -one, "short sale is not permitted"},
      {AccountKind::cash, Bond{.id = id("XYZ"), .maturity = far}, -one, "short sale is not"},
      {AccountKind::margin, Fund{.id = id("XYZ")}, -one, "mutual fund cannot be sold short"},
      {AccountKind::margin, Fund{.id = id("XYZ"), .kind = FundKind::money_market}, -one,
       "money-market fund cannot be sold short"},
      {AccountKind::margin,
       Warrant{.id = id("XYZ"), .underlying = id("ABC"), .exercise = strike, .expiry = far}, -one,
       "warrants sold short"},
      {AccountKind::margin, Index{.id = id("XYZ")}, one, "an index cannot be held"},
      {AccountKind::margin, future, one, "method span"},
      {AccountKind::margin, FutureOption{id("XYZ"), future, future.month, Right::call, strike}, one,
       "method span"},
      {AccountKind::margin, Combination{id("XYZ"), id("ES"), id("CME"), {}}, one, "method span"},
      {AccountKind::margin, Token{.id = id("XYZ")}, one, "no loan value under Regulation T"}};
  for (const auto& [kind, instrument, quantity, reason] : table) {
    const Book book = book_of(Desk{kind}.hold(instrument, quantity).quote("XYZ", 50_d));
    ASSERT_EQ(book.not_covered.size(), 1u) << reason;
    EXPECT_NE(book.not_covered[0].reason.find(reason), std::string::npos)
        << book.not_covered[0].reason;
    EXPECT_EQ(book.not_covered[0].symbol, id_of(instrument).view());
    EXPECT_TRUE(book.entries.empty());
  }
}

TEST(Book, DeclinesOptionsOnWhatIsNoStock) {
  for (const auto& [index_class, kind] : {std::pair{IndexClass::currency, "currency options: "},
                                          {IndexClass::interest_rate, "interest-rate options: "}})
    for (const std::int64_t contracts : {1, -1}) {
      Desk desk;
      desk.index("XDE", 108_d, index_class).call("XDE", contracts, spring, 110_d, 1_d);
      desk.stock("XYZ", 1, 50_d);
      const Book book = book_of(desk);
      ASSERT_EQ(book.not_covered.size(), 1u) << kind;
      EXPECT_EQ(book.not_covered[0].symbol, "XDE   260619C00110000");
      EXPECT_TRUE(book.not_covered[0].reason.starts_with(kind)) << book.not_covered[0].reason;
      EXPECT_EQ(book.entries.size(), 1u);
      EXPECT_TRUE(book.refused.empty());
    }
}

TEST(Book, AShortSaleHeldInCashIsDeclinedInAMarginAccount) {
  Desk desk;
  desk.hold(Stock{.id = id("XYZ")}, Quantity::of(std::int64_t{-10}), Holding::cash);
  EXPECT_EQ(book_of(desk.quote("XYZ", 20_d)).not_covered.size(), 1u);
}

TEST(Book, RefusesABondThatHasMatured) {
  const auto refused = [](Date maturity) {
    Desk desk;
    desk.hold(Bond{.id = id("BOND"), .kind = BondKind::municipal, .maturity = maturity},
              Quantity::of(std::int64_t{10'000}));
    return book_of(desk.quote("BOND", 99_d)).refused.size();
  };
  EXPECT_EQ(refused(2026y / March / 1), 1u);
  EXPECT_EQ(refused(today), 0u);
}

TEST(Book, ABondsPriceIsForAHundredOfPrincipal) {
  Desk desk;
  desk.hold(Bond{.id = id("BOND"), .maturity = 2030y / May / 15},
            Quantity::of(std::int64_t{10'000}));
  desk.hold(Bond{.id = id("PREF"), .kind = BondKind::convertible}, Quantity::of(std::int64_t{100}));
  const Book book = book_of(desk.quote("BOND", 98.25_d).quote("PREF", 51_d));
  EXPECT_EQ(book.entries.at(0).value, 9'825_usd);
  const auto& bond = std::get<Debt>(book.entries.at(0).terms);
  EXPECT_EQ(bond.par * bond.units, 10'000_usd);
  EXPECT_EQ(book.entries.at(1).value, 5'100_usd);  // a preferred share, priced each
  const Debt quarter = debt_of(book.entries[0], Quantity::of(std::int64_t{2'500}));
  EXPECT_EQ(worth<Money>("market value", quarter, Phase::maintenance), 2'456.25_usd);
}

TEST(Book, ClassesOfUnderlyings) {
  struct Row {
    Instrument on;
    bool broad, note;
    Decimal leverage;
  };
  const auto stock = [](StockKind kind, std::optional<IndexClass> index_class, Decimal leverage) {
    return Stock{.id = id("UND"), .kind = kind, .leverage = leverage, .index_class = index_class};
  };
  const std::vector<Row> table{
      {Index{.id = id("UND"), .index_class = IndexClass::broad}, true, false, 1_d},
      {Index{.id = id("UND"), .index_class = IndexClass::narrow}, false, false, 1_d},
      {stock(StockKind::equity, std::nullopt, 1_d), false, false, 1_d},
      {stock(StockKind::etf, IndexClass::broad, 1_d), true, false, 1_d},
      {stock(StockKind::etf, IndexClass::narrow, 2_d), false, false, 2_d},
      {stock(StockKind::etf, IndexClass::broad, -3_d), true, false, 3_d},
      {stock(StockKind::etf, std::nullopt, -0.5_d), false, false, 1_d},
      {stock(StockKind::etn, IndexClass::broad, 1_d), false, true, 1_d}};
  for (const Row& row : table) {
    Desk desk;
    desk.describe(row.on).quote("UND", 100_d).call("UND", -1, spring, 100_d, 5_d);
    const Book book = book_of(desk);
    const OptionLeg* leg = option_in(book.entries.at(0));
    EXPECT_EQ(leg->on.broad_index, row.broad);
    EXPECT_EQ(leg->on.note, row.note);
    EXPECT_EQ(leg->on.leverage, row.leverage);
  }
}

TEST(Book, ReducedOptionsReadAFractionOfTheIndex) {
  Desk desk;
  desk.index("SPX", 6'000_d, IndexClass::broad).put("SPX", -2, spring, 590_d, 8_d);
  auto& option = std::get<ListedOption>(desk.account.positions.back().instrument);
  option.underlying_scale = 10_d;
  const Book book = book_of(desk);
  const OptionLeg* leg = option_in(book.entries.at(0));
  EXPECT_EQ(leg->underlying, 600_usd_each);
  EXPECT_EQ(leg->units, Quantity::of(std::int64_t{200}));
  EXPECT_EQ(option_of(book.entries[0], Quantity::of(std::int64_t{1})).units,
            Quantity::of(std::int64_t{100}));
}

TEST(Book, ReducedOptionsReadTheReducedIndexsOwnQuoteWhereThereIsOne) {
  Desk desk;
  desk.index("SPX", 6'000_d, IndexClass::broad).put("XSP", -2, spring, 590_d, 8_d);
  auto& option = std::get<ListedOption>(desk.account.positions.back().instrument);
  option.underlying = InstrumentId{"SPX"};
  option.underlying_scale = 10_d;
  EXPECT_EQ(option_in(book_of(desk).entries.at(0))->underlying, 600_usd_each);
  desk.quote("XSP", 601_d);
  EXPECT_EQ(option_in(book_of(desk).entries.at(0))->underlying, 601_usd_each);
}

TEST(Book, SaysWhereAnOptionIsPricedBelowItsIntrinsicValue) {
  const auto caveats = [](Decimal price) {
    Desk desk;
    desk.stock("XYZ", 100, 100_d).call("XYZ", -1, spring, 90_d, price);
    return book_of(desk).caveats.size();
  };
  EXPECT_EQ(caveats(9.99_d), 1u);
  EXPECT_EQ(caveats(10_d), 0u);
}

TEST(Book, ConvertsPricesAndNamesAMissingRate) {
  const Currency eur{"EUR"};
  Desk desk;
  desk.hold(Stock{.id = id("SAP"), .listing = {.currency = eur}}, Quantity::of(std::int64_t{100}));
  desk.quote("SAP", 200_d);
  ASSERT_EQ(book_of(desk).refused.size(), 1u);
  EXPECT_NE(book_of(desk).refused[0].what.find("EUR"), std::string::npos);
  desk.market.currencies[eur] = 1.10_d;
  const Book book = book_of(desk);
  EXPECT_TRUE(book.refused.empty());
  EXPECT_EQ(book.entries.at(0).value, 22'000_usd);
}

TEST(Book, NamesEveryMissingRateInOneMessage) {
  const Currency eur{"EUR"}, chf{"CHF"};
  Desk desk;
  desk.hold(Stock{.id = id("SAP"), .listing = {.currency = eur}}, Quantity::of(std::int64_t{100}));
  desk.quote("SAP", 200_d);
  desk.account.cash = std::vector<Money>{100_usd, {1'000_d, chf}, {5_d, eur}};
  const Book book = book_of(desk);
  ASSERT_EQ(book.refused.size(), 1u);
  EXPECT_TRUE(book.refused[0].what.starts_with("no rate from CHF, EUR to USD; add "))
      << book.refused[0].what;
}

TEST(Book, AShortSaleBroughtTodaysTradePriceElseItsAverageCost) {
  const auto sold_at = [](std::int64_t quantity, std::optional<Decimal> trade_price,
                          std::optional<Decimal> average_cost) {
    Desk desk;
    desk.stock("XYZ", quantity, 50_d);
    Position& position = desk.account.positions.back();
    if (trade_price) position.trade_price = Price{*trade_price, usd};
    if (average_cost) position.average_cost = Price{*average_cost, usd};
    return shares_in(book_of(desk).entries.at(0))->sold_at;
  };
  EXPECT_EQ(sold_at(-100, 48_d, 60_d), 48_usd_each);
  EXPECT_EQ(sold_at(-100, std::nullopt, 60_d), 60_usd_each);
  EXPECT_EQ(sold_at(-100, std::nullopt, std::nullopt), std::nullopt);
  EXPECT_EQ(sold_at(-100, std::nullopt, 0_d), std::nullopt);  // a file's way to say unknown
  EXPECT_EQ(sold_at(100, 48_d, 60_d), std::nullopt);
}

TEST(Book, ReadsTheBrokersRateAndTodaysTrade) {
  Desk desk;
  desk.stock("XYZ", 100, 50_d).traded_at(48_d);
  desk.market.quotes[id("XYZ")].margin_rate = 0.4_d;
  const Book book = book_of(desk);
  const Shares part = shares_of(book.entries.at(0), Quantity::of(std::int64_t{30}));
  EXPECT_EQ(part.opening, 48_usd_each);
  EXPECT_EQ(part.mark, 50_usd_each);
  EXPECT_EQ(part.broker_rate, 40_pct);
  EXPECT_EQ(part.value(Phase::maintenance), 1'500_usd);
  EXPECT_EQ(book.entries[0].value, 5'000_usd);
}

}  // namespace
}  // namespace plimsoll::reg_t
