#include "io/history_trade.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/history_fixture.hpp"

namespace plimsoll::io {
namespace {

using namespace literals;

TEST(HistoryTrade, CashMovesByTheAmount) {
  struct Row {
    Quantity quantity;
    Decimal price, factor, gross, costs;
    const char* text;
  };
  for (const auto& [quantity, price, factor, gross, costs, text] : {
           Row{Quantity::of(10), 50_d, 1_d, 500_d, 0_d, "50.00 and 0.00"},
           Row{Quantity::of(-10), 3.19_d, 100_d, -3190_d, 6.8_d, "3.19 and 6.80"},
           // An average: 18.025, printed to cents.
           Row{Quantity::of(4), 18.02_d, 1_d, 72.1_d, 0_d, "18.025 and 0.00"},
           // A cent's part is left over: 50.4525 x 0.1328 = 6.700092.
           Row{Quantity::of(0.1328_d), 50.4525_d, 1_d, 6.7_d, 0_d, "50.4525 and -0.000092"},
           // A third of a hundred has no exact price.
           Row{Quantity::of(3), 33.30_d, 1_d, 100_d, 1_d, "33.333333333 and 1.000000001"},
       }) {
    const auto [at, fees] = price_and_fees({quantity, price, factor, gross, costs});
    EXPECT_EQ(to_text(at, 2) + " and " + to_text(fees, 2), text);
  }
  const auto [at, fees] = price_and_fees({Quantity::of(4), 18.02_d, 1_d, std::nullopt, 1_d});
  EXPECT_EQ(at, 18.02_d);
  EXPECT_EQ(fees, 1_d);
}

/// The trade or the refusal, as text.
std::string made(const std::string& symbol, const std::string& name, Quantity quantity,
                 std::optional<Decimal> price, std::optional<Decimal> amount, Decimal costs = {},
                 Decimal accrued = {}) {
  HistoryReading reading{{"f.csv", ""}, "a test", DayOrder::unknown};
  TradeRow row{.named = {.symbol = symbol,
                         .name = name,
                         .worth = {.quantity = quantity, .price = price, .value = {}}},
               .amount = amount,
               .costs = costs,
               .accrued = accrued};
  const auto trade = traded(row, reading, 1);
  if (!trade) return trade.error().what.substr(0, trade.error().what.find(';'));
  std::string text = testing::EventText{}(*trade);
  const auto whole = std::move(reading).finished();
  for (const Description& said : whole.value.activity.instruments)
    text += "; " + said.symbol + " is " + said.type;
  return text;
}

TEST(HistoryTrade, WhatIsTraded) {
  EXPECT_EQ(made("brk/b", "BERKSHIRE", Quantity::of(1), 480_d, -480_d), "trade BRKB 1 at 480.00");
  EXPECT_EQ(made("AMAT261218C400", "CALL (AMAT) APPLIED MATERIALS INC DEC 18 26 $400 (100 SHS)",
                 Quantity::of(-2), 9.1_d, 1818.66_d, 1.34_d),
            "trade AMAT  261218C00400000 -2 at 9.10 fees 1.34");
  EXPECT_EQ(made("AAPL 12/20/2026 150.00 C", "", Quantity::of(1), 2_d, -200.65_d, 0.65_d),
            "trade AAPL  261220C00150000 1 at 2.00 fees 0.65");
  EXPECT_EQ(made("912797ZZ3", "UNITED STATES TREAS BILLS ZERO CPN 0.00000% 03/18/2027",
                 Quantity::of(5000), 98.5_d, -4925_d),
            "trade 912797ZZ3 5000 at 98.50; 912797ZZ3 is treasury");
  // The seller is paid the interest, the buyer pays it; the price is the same.
  EXPECT_EQ(made("912797ZZ3", "UNITED STATES TREAS NTS 4.00000% 03/18/2027", Quantity::of(1000),
                 99_d, -1000_d, {}, 10_d),
            "trade 912797ZZ3 1000 at 99.00; 912797ZZ3 is treasury");
  EXPECT_EQ(made("912797ZZ3", "UNITED STATES TREAS NTS 4.00000% 03/18/2027", Quantity::of(-1000),
                 99_d, 1000_d, {}, 10_d),
            "trade 912797ZZ3 -1000 at 99.00; 912797ZZ3 is treasury");
  EXPECT_EQ(made("FXAIX", "FIDELITY 500 INDEX FUND", Quantity::of(1), 200_d, -200_d),
            "trade FXAIX 1 at 200.00; FXAIX is mutual_fund");
}

TEST(HistoryTrade, Refusals) {
  EXPECT_EQ(made("XYZ", "", Quantity::of(10), 50_d, -600_d),
            "the value 600.00 is not 10 x 50.00 = 500.00, to within the 0.06 that printed digits "
            "leave open");
  EXPECT_EQ(made("XYZ", "", Quantity::of(0), 50_d, -600_d), "the quantity is blank or zero");
  EXPECT_EQ(made("XYZ", "", Quantity::of(1), std::nullopt, -600_d), "the price is blank");
  EXPECT_EQ(made("XYZ", "", Quantity::of(1), -1_d, -600_d), "the price is below zero");
  EXPECT_EQ(made("XYZ", "", Quantity::of(20'000'000'000), 1_d, std::nullopt),
            "the quantity or the price is too large");
  EXPECT_EQ(
      made("AAPL1 12/18/2026 200.00 C", "", Quantity::of(1), 1_d, -100_d),
      "\"AAPL1 12/18/2026 200.00 C\" is an adjusted option, and the row does not say what one "
      "contract delivers");
  EXPECT_TRUE(made("ABC261218C20", "CALL (ABC) ABC INC DEC 18 26 $20 (150 SHS)", Quantity::of(1),
                   1_d, -150_d)
                  .find("150") != std::string::npos);
}

TEST(HistoryTrade, WhatIsAnOption) {
  EXPECT_TRUE(is_option(" -AMAT260424C400"));
  EXPECT_TRUE(is_option("AAPL 12/20/2024 150.00 C"));
  EXPECT_FALSE(is_option("AAPL"));
  EXPECT_FALSE(is_option(""));
  EXPECT_FALSE(option_in("AAPL", ""));
  EXPECT_FALSE(option_in("-AMAT260424C400", "PUT (AMAT) APPLIED MATERIALS INC APR 24 26 $400"));
}

}  // namespace
}  // namespace plimsoll::io
