#include "methods/reg_t/offsets.hpp"
#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t {
namespace {

using namespace testing;

/// Symbols of each cluster, as "A B | C".
std::string clusters_of(const Desk& desk) {
  const Book book = priced(desk.account, desk.market);
  std::string text;
  for (const Cluster& cluster : clusters(book, desk.account)) {
    if (!text.empty()) text += " | ";
    for (const std::uint32_t entry : cluster)
      text += (entry == cluster.front() ? "" : " ") + std::string{book.entries[entry].id.view()};
  }
  return text;
}

Stock tracking(std::string_view symbol, StockKind kind, Decimal leverage) {
  return {.id = id(symbol),
          .kind = kind,
          .leverage = leverage,
          .reference = id("SPX"),
          .index_class = IndexClass::broad};
}

TEST(Clusters, AnUnderlyingAndItsOptions) {
  Desk desk;
  desk.stock("MSFT", 10, 400_d).stock("AAPL", 100, 230_d).call("AAPL", -1, spring, 250_d, 2_d);
  desk.put("MSFT", -1, far, 350_d, 9_d);
  EXPECT_EQ(clusters_of(desk), "AAPL AAPL  260619C00250000 | MSFT MSFT  270618P00350000");
}

TEST(Clusters, AFundOnTheIndexJoinsItsOptions) {
  Desk desk;
  desk.index("SPX", 4'000_d, IndexClass::broad).call("SPX", -1, spring, 4'000_d, 90_d);
  const Quantity lot = Quantity::of(std::int64_t{1'000});
  desk.hold(tracking("SPY", StockKind::etf, 1_d), lot).quote("SPY", 400_d);
  desk.hold(tracking("UPRO", StockKind::etf, 3_d), lot).quote("UPRO", 50_d);
  desk.hold(tracking("SH", StockKind::etf, -1_d), lot).quote("SH", 40_d);
  desk.hold(tracking("NOTE", StockKind::etn, 1_d), lot).quote("NOTE", 40_d);
  EXPECT_EQ(clusters_of(desk), "NOTE | SH | SPX   260619C04000000 SPY | UPRO");
}

TEST(Clusters, AFundPaidInCashDoesNotJoin) {
  Desk desk;
  desk.index("SPX", 4'000_d, IndexClass::broad).call("SPX", -1, spring, 4'000_d, 90_d);
  desk.hold(tracking("SPY", StockKind::etf, 1_d), Quantity::of(std::int64_t{1'000}), Holding::cash);
  EXPECT_EQ(clusters_of(desk.quote("SPY", 400_d)), "SPX   260619C04000000 | SPY");
}

TEST(Clusters, WhatConvertsJoinsItsStock) {
  Desk desk;
  desk.stock("XYZ", -100, 50_d);
  desk.hold(Bond{.id = id("CONV"),
                 .kind = BondKind::convertible,
                 .maturity = 2030y / May / 15,
                 .underlying = id("XYZ")},
            Quantity::of(std::int64_t{1'000}));
  desk.hold(Warrant{.id = id("WAR"),
                    .underlying = id("XYZ"),
                    .exercise = {60_d, usd},
                    .expiry = 2030y / May / 15},
            Quantity::of(std::int64_t{100}));
  desk.hold(Bond{.id = id("ZBOND"), .maturity = 2030y / May / 15},
            Quantity::of(std::int64_t{1'000}));
  desk.quote("CONV", 101_d).quote("WAR", 4_d).quote("ZBOND", 99_d);
  EXPECT_EQ(clusters_of(desk), "CONV WAR XYZ | ZBOND");
}

TEST(Clusters, SharesHeldInCashStandApart) {
  Desk desk;
  desk.hold(Stock{.id = id("XYZ")}, Quantity::of(std::int64_t{100}), Holding::cash);
  desk.stock("XYZ", 50, 50_d).call("XYZ", -1, spring, 55_d, 1_d);
  EXPECT_EQ(clusters_of(desk), "XYZ XYZ   260619C00055000 | XYZ");
}

TEST(Clusters, NothingHeldHasNone) { EXPECT_EQ(clusters_of(Desk{}), ""); }

}  // namespace
}  // namespace plimsoll::reg_t
