#include "methods/reg_t/plan.hpp"

#include "methods/reg_t/laws.hpp"
#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

/// One of everything a plan may take, in symbol order.
Desk one_of_each() {
  Desk desk;
  desk.index("SPX", 4'000_d, IndexClass::broad).quote("XYZ", 100_d);
  desk.hold(Bond{.id = id("CONV"),
                 .kind = BondKind::convertible,
                 .maturity = 2030y / May / 15,
                 .underlying = id("XYZ")},
            Quantity::of(std::int64_t{10'000}));
  const Bond treasury{.id = id("UST"), .kind = BondKind::treasury, .maturity = 2030y / May / 15};
  desk.hold(treasury, Quantity::of(std::int64_t{30'000})).quote("UST", 98_d);
  desk.hold(treasury, Quantity::of(std::int64_t{-30'000}), Holding::short_sale);
  desk.hold(Fund{.id = id("MMF"), .kind = FundKind::money_market},
            Quantity::of(std::int64_t{5'000}));
  desk.hold(Stock{.id = id("SPY"), .kind = StockKind::etf, .reference = id("SPX")},
            Quantity::of(std::int64_t{1'000}));
  desk.hold(Warrant{.id = id("WAR"),
                    .underlying = id("XYZ"),
                    .exercise = {50_d, usd},
                    .expiry = 2030y / May / 15},
            Quantity::of(std::int64_t{100}));
  desk.quote("CONV", 100_d).quote("MMF", 1_d).quote("SPY", 400_d).quote("WAR", 4_d);
  desk.stock("XYZ", 300, 100_d);
  desk.hold(Stock{.id = id("XYZ")}, Quantity::of(std::int64_t{-300}), Holding::short_sale);
  desk.call("XYZ", 3, spring, 100_d, 4_d).call("XYZ", -3, spring, 110_d, 1_d);
  desk.put("XYZ", 3, spring, 90_d, 1_d).put("XYZ", -3, spring, 100_d, 3_d);
  desk.call("SPX", -1, spring, 4'000_d, 90_d);
  return desk;
}

std::uint32_t place(const Book& book, std::string_view symbol,
                    Direction direction = Direction::held) {
  for (std::uint32_t i = 0; i < book.entries.size(); ++i)
    if (book.entries[i].id.view() == symbol && book.entries[i].direction == direction) return i;
  std::abort();
}

struct Row {
  Strategy strategy;
  std::vector<std::pair<std::string_view, std::int64_t>> legs;  // owed below zero
  const Citation* law;                                          // of maintenance
  std::string line;
};

constexpr std::string_view call_100 = "XYZ   260619C00100000", call_110 = "XYZ   260619C00110000",
                           put_90 = "XYZ   260619P00090000", put_100 = "XYZ   260619P00100000";

// Every strategy hands its legs to its rule in the order the rule names them.
const std::vector<Row> table{
    {Strategy::long_stock, {{"XYZ", 100}}, &long_stock_law, "5000.00 2500.00"},
    {Strategy::short_stock, {{"XYZ", -100}}, &short_stock_law, "15000.00 13000.00"},
    {Strategy::boxed_stock, {{"XYZ", 100}, {"XYZ", -100}}, &boxed_law, "10500.00 10500.00"},
    {Strategy::boxed_bond, {{"UST", 10'000}, {"UST", -10'000}}, &net_debt_law, "9800.00 9800.00"},
    {Strategy::money_market, {{"MMF", 5'000}}, &money_market_law, "50.00 50.00"},
    {Strategy::warrants, {{"WAR", 100}}, &long_stock_law, "200.00 100.00"},
    {Strategy::bond, {{"CONV", 10'000}}, &convertible_law, "5000.00 2500.00"},
    {Strategy::long_option, {{call_100, 1}}, &long_option_law, "400.00 0.00"},
    {Strategy::uncovered_option, {{call_110, -1}}, &short_option_law, "1100.00 1100.00"},
    {Strategy::short_straddle, {{call_110, -1}, {put_100, -1}}, &straddle_law, "2400.00 2400.00"},
    {Strategy::covered_call, {{"XYZ", 100}, {call_110, -1}}, &covered_call_law, "5000.00 2500.00"},
    {Strategy::covered_put, {{"XYZ", -100}, {put_100, -1}}, &covered_put_law, "15000.00 13000.00"},
    {Strategy::protected_index_call,
     {{"SPY", 1'000}, {"SPX   260619C04000000", -1}},
     &protected_index_law,
     "200000.00 100000.00"},
    {Strategy::convertible_covered_call,
     {{"CONV", 10'000}, {call_110, -1}},
     &convertible_cover_law,
     "5000.00 2500.00"},
    {Strategy::warrant_covered_call,
     {{"WAR", 100}, {call_110, -1}},
     &warrant_cover_law,
     "400.00 400.00"},
    {Strategy::exchangeable_pair,
     {{"CONV", 10'000}, {"XYZ", -100}},
     &exchangeable_law,
     "15000.00 11000.00"},
    {Strategy::protective_put, {{"XYZ", 100}, {put_90, 1}}, &long_offset_law, "5100.00 1900.00"},
    {Strategy::protective_call,
     {{"XYZ", -100}, {call_100, 1}},
     &long_offset_law,
     "11400.00 11000.00"},
    {Strategy::reverse_conversion,
     {{"XYZ", -100}, {call_100, 1}, {put_100, -1}},
     &reverse_conversion_law,
     "11400.00 11000.00"},
    {Strategy::collar, {{"XYZ", 100}, {put_90, 1}, {call_110, -1}}, &collar_law, "5100.00 1900.00"},
    {Strategy::spread, {{call_100, 1}, {call_110, -1}}, &spread_law, "400.00 0.00"},
    {Strategy::cash_long_option, {{call_100, 1}}, &cash_account_law, "400.00 0.00"},
    {Strategy::cash_short_option, {{put_100, -1}}, &cash_short_put_law, "10000.00 10000.00"},
    {Strategy::cash_spread, {{put_90, 1}, {put_100, -1}}, &cash_spread_law, "1100.00 1000.00"}};

TEST(Plan, StandsUnderItsRule) {
  const Desk desk = one_of_each();
  const Book book = priced(desk.account, desk.market);
  ASSERT_TRUE(book.refused.empty() && book.not_covered.empty());
  for (const Row& row : table) {
    Plan plan{row.strategy, {}};
    for (const auto& [symbol, quantity] : row.legs)
      plan.legs.push_back({place(book, symbol, quantity < 0 ? Direction::owed : Direction::held),
                           Quantity::of(std::abs(quantity))});
    const auto explained = margin_of<Amount>(plan, book, on_the_day);
    ASSERT_TRUE(explained);
    const std::string line = line_of(margin_of<Money>(plan, book, on_the_day), explained);
    EXPECT_TRUE(line.starts_with(row.line + " risk")) << name_of(plan, book).text() << ": " << line;
    EXPECT_EQ(explained->maintenance.law, row.law) << name_of(plan, book).text();
    // Three times as much needs three times as much.
    for (Taken& leg : plan.legs) leg.quantity = leg.quantity + leg.quantity + leg.quantity;
    const auto thrice = margin_of<Money>(plan, book, on_the_day);
    ASSERT_TRUE(thrice);
    const Money once = money_of(explained->maintenance);
    EXPECT_EQ(thrice->maintenance, once + once + once) << name_of(plan, book).text();
  }
}

TEST(Plan, ALongEuropeanBoxTakesItsLegsInOrder) {
  Desk desk;
  desk.index("SPX", 104_d, IndexClass::broad).call("SPX", 1, spring, 100_d, 6_d);
  desk.put("SPX", 1, spring, 110_d, 7_d).put("SPX", -1, spring, 100_d, 1.50_d);
  desk.call("SPX", -1, spring, 110_d, 2_d);
  const Book book = priced(desk.account, desk.market);
  const Quantity one = Quantity::of(std::int64_t{1});
  // In the book: lower call, higher call, lower put, higher put.
  const Plan box{Strategy::long_european_box, {{0, one}, {3, one}, {2, one}, {1, one}}};
  EXPECT_EQ(PLIMSOLL_LINE(margin_of, box, book, on_the_day),
            "500.00 500.00 risk 500.00 500.00 equity 950.00 premium 0.00");
}

TEST(Plan, AProtectedIndexPutAndAConversion) {
  Desk desk;
  desk.index("SPX", 4'000_d, IndexClass::broad).put("SPX", -1, spring, 4'100_d, 150_d);
  desk.hold(Stock{.id = id("SPY"), .kind = StockKind::etf, .reference = id("SPX")},
            Quantity::of(std::int64_t{-1'000}));
  desk.quote("SPY", 400_d);
  desk.stock("XYZ", 100, 100_d).call("XYZ", -1, spring, 95_d, 7_d).put("XYZ", 1, spring, 95_d, 1_d);
  const Book book = priced(desk.account, desk.market);
  const Quantity one = Quantity::of(std::int64_t{1}), hundred = Quantity::of(std::int64_t{100});
  const Plan fund{Strategy::protected_index_put,
                  {{1, Quantity::of(std::int64_t{1'000})}, {0, one}}};
  EXPECT_TRUE(PLIMSOLL_LINE(margin_of, fund, book, on_the_day).starts_with("610000.00 530000.00 "));
  const Plan conversion{Strategy::conversion, {{2, hundred}, {4, one}, {3, one}}};
  EXPECT_TRUE(PLIMSOLL_LINE(margin_of, conversion, book, on_the_day).starts_with("5100.00 950.00"));
}

}  // namespace
}  // namespace plimsoll::reg_t
