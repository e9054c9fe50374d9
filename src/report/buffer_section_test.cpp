#include "report/buffer_section.hpp"

#include <gtest/gtest.h>

#include "report/testing.hpp"
#include "strategy/books_for_tests.hpp"

namespace plimsoll::report {
namespace {

using strategy::Buffer;
using strategy::BufferMode;
using strategy::Room;
using testing::expect_holds;

/// Equity 120,000 over a requirement of 50,000, with 80,000 owed.
Buffer levered() {
  Buffer made = strategy::testing::levered_buffer();
  made.stressed = {
      {.name = "fall",
       .market_move = -0.4,
       .room = Room{.equity = 40'000_usd, .requirement = 30'000_usd, .initial = 1_usd}},
      {.name = "crash",
       .market_move = -0.57,
       .room = Room{.equity = 6'000_usd, .requirement = 21'500_usd, .initial = 1_usd}},
      {.name = "flood", .market_move = -0.6, .reason = "no interest rate"}};
  return made;
}

TEST(BufferSection, EveryFigureOfALeveredBook) {
  EXPECT_EQ(
      buffer_section(levered(), {}),
      "buffer\n"
      "\n"
      "  equity / requirement        2.40x    requirement / equity             41.7%\n"
      "  target                      2.00x    debit / most that could be owed  53.4%\n"
      "  equity over the target  20,000.00    value / equity                   1.66x\n"
      "  cash that restores it        0.00    excess / net liquidation         58.3%\n"
      "\n"
      "target                       multiple\n"
      "---------------------------  --------  ----------------\n"
      "fixed                           2.00x\n"
      "in proportion to volatility         -  it lacks the VIX\n"
      "\n"
      "were it to happen again  market     equity  requirement  multiple\n"
      "-----------------------  ------  ---------  -----------  --------  ----------------\n"
      "fall                     -40.0%  40,000.00    30,000.00     1.33x\n"
      "crash                    -57.0%   6,000.00    21,500.00     0.27x  call\n"
      "flood                    -60.0%          -            -         -  no interest rate\n");
}

TEST(BufferSection, WhatDoesNotApplySaysSo) {
  Buffer none = levered();
  none.room = {.equity = 0_usd, .requirement = 0_usd, .initial = 0_usd};
  none.cash = 10_usd;
  none.debit = 0_usd;
  expect_holds(buffer_section(none, {}),
               {"no requirement", "no equity", "nothing owed", "unknown"});
}

TEST(BufferSection, ADebtInAPoolIsNotNothing) {
  Buffer pool = levered();
  pool.cash.reset();
  pool.gross_value = 280'000_usd;
  expect_holds(buffer_section(pool, {}), {"debit / most that could be owed  unknown"});
}

TEST(BufferSection, WhatIsMissingFromTheTargetIsToBePaidIn) {
  Buffer thin = levered();
  thin.target = 2.5;
  expect_holds(buffer_section(thin, {}),
               {"equity over the target  -5,000.00", "cash that restores it    5,000.00"});
}

TEST(BufferSection, EveryWayHasItsName) {
  Buffer all = levered();
  all.targets = {{.mode = BufferMode::regime, .multiple = 2.5},
                 {.mode = BufferMode::probability, .multiple = 1.7}};
  expect_holds(buffer_section(all, {}),
               {"by regime of the VIX        2.50x", "by the chance of a call     1.70x"});
}

TEST(BufferSection, OnMarkdownPaperItIsTables) {
  const std::string page = buffer_section(levered(), markdown_paper());
  expect_holds(page, {"## buffer\n", "| equity / requirement | 2.40x |"});
}

}  // namespace
}  // namespace plimsoll::report
