#include "io/option_shares.hpp"

#include <gtest/gtest.h>

namespace plimsoll::io {
namespace {

using namespace literals;
using std::chrono::days;

constexpr Date friday = 2026y / December / 4;

Quantity of(std::int64_t units) { return Quantity::of(units); }

TEST(OptionShares, TheSideOfTheShares) {
  struct Row {
    OptionEndKind kind;
    Right right;
    std::int64_t shares;  // what one contract moves
  };
  for (const auto& [kind, right, shares] : {
           Row{OptionEndKind::assignment, Right::put, 100},
           Row{OptionEndKind::assignment, Right::call, -100},
           Row{OptionEndKind::exercise, Right::call, 100},
           Row{OptionEndKind::exercise, Right::put, -100},
       }) {
    OptionShares due;
    due.expect(kind, {"KO", friday, right, 70_d}, of(1), friday);
    EXPECT_FALSE(due.claim("KO", of(-shares), 70_d, friday));
    EXPECT_TRUE(due.claim("KO", of(shares), 70_d, friday));
    EXPECT_FALSE(due.claim("KO", of(shares), 70_d, friday)) << "twice";
  }
}

TEST(OptionShares, OnlyWhatFits) {
  struct Row {
    const char* symbol;
    std::int64_t shares;
    Decimal price;
    int days_later;
    bool fits;
  };
  for (const auto& [symbol, shares, price, later, fits] : {
           Row{"KO", 200, 70_d, 3, true},
           Row{"KO", 100, 70_d, 0, true},
           Row{"KO", 200, 70_d, 7, true},
           Row{"KO", 200, 70_d, 8, false},
           Row{"KO", 200, 70_d, -7, true},
           Row{"KO", 200, 70_d, -8, false},
           Row{"KO", 200, 70.01_d, 0, false},
           Row{"KO", 201, 70_d, 0, false},
           Row{"KO", 0, 70_d, 0, false},
           Row{"PEP", 200, 70_d, 0, false},
       }) {
    OptionShares due;
    due.expect(OptionEndKind::assignment, {"KO", friday, Right::put, 70_d}, of(-2), friday);
    EXPECT_EQ(due.claim(symbol, of(shares), price, friday + days{later}), fits)
        << symbol << " " << shares << " " << later;
  }
}

TEST(OptionShares, InPiecesAndNotOfWhatExpired) {
  OptionShares due;
  due.expect(OptionEndKind::assignment, {"KO", friday, Right::put, 70_d}, of(2), friday);
  EXPECT_TRUE(due.claim("KO", of(150), 70_d, friday));
  EXPECT_FALSE(due.claim("KO", of(51), 70_d, friday));
  EXPECT_TRUE(due.claim("KO", of(50), 70_d, friday));
  OptionShares none;
  none.expect(OptionEndKind::expiration, {"KO", friday, Right::put, 70_d}, of(2), friday);
  EXPECT_FALSE(none.claim("KO", of(200), 70_d, friday));
}

}  // namespace
}  // namespace plimsoll::io
