#include "report/legs.hpp"

#include <gtest/gtest.h>

namespace plimsoll::report {
namespace {

Leg leg(const char* symbol, std::int64_t quantity) {
  return {.id = InstrumentId{symbol}, .quantity = Quantity::of(quantity)};
}

TEST(Legs, OptionsAreSpokenStocksAreNamed) {
  EXPECT_EQ(spoken(InstrumentId{"AAPL"}), "AAPL");
  EXPECT_EQ(spoken(InstrumentId{"AAPL  270115C00250000"}), "AAPL 2027-01-15 250 C");
  EXPECT_EQ(spoken(InstrumentId{"XSP   261218P00612500"}), "XSP 2026-12-18 612.5 P");
  EXPECT_EQ(spoken(InstrumentId{"BOND 270115X00250000"}), "BOND 270115X00250000");
}

TEST(Legs, InWords) {
  EXPECT_EQ(in_words({}), "");
  EXPECT_EQ(in_words({leg("AAPL", 1000), leg("AAPL  270115C00250000", -10)}),
            "long 1,000 AAPL, short 10 AAPL 2027-01-15 250 C");
}

}  // namespace
}  // namespace plimsoll::report
