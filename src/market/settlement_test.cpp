#include "market/settlement.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace plimsoll {
namespace {

Date day(const char* text) { return parse_date(text).value(); }

TEST(Settlement, OneDayEitherSideOfEachCycle) {
  const struct {
    const char* trade_day;
    int business_days;
  } rows[] = {
      {"1980-01-02", 5}, {"1995-06-06", 5}, {"1995-06-07", 3}, {"2017-09-01", 3}, {"2017-09-04", 3},
      {"2017-09-05", 2}, {"2024-05-27", 2}, {"2024-05-28", 1}, {"2026-11-20", 1},
  };
  for (const auto& row : rows) {
    const SettlementCycle& cycle = settlement_cycle(day(row.trade_day));
    EXPECT_EQ(cycle.business_days, row.business_days) << row.trade_day;
    EXPECT_LE(cycle.since, day(row.trade_day));
    EXPECT_FALSE(cycle.source.empty() || cycle.gist.empty());
  }
}

struct Row {
  const char* trade_day;
  const char* due;
};

void expect(const std::vector<Row>& rows) {
  for (const Row& row : rows)
    EXPECT_EQ(to_text(payment_due(day(row.trade_day))), row.due) << "traded " << row.trade_day;
}

// The columns "Trade Date" and "Regulation T Date" of NASD Notices to Members. Banks close on the
// days named; the exchanges do not, and the notices count them as business days for payment.
TEST(Settlement, Notice8410LincolnsAndWashingtonsBirthday) {
  expect({{"1984-02-03", "1984-02-14"},
          {"1984-02-06", "1984-02-15"},
          {"1984-02-07", "1984-02-16"},
          {"1984-02-08", "1984-02-17"},
          {"1984-02-09", "1984-02-21"},
          {"1984-02-10", "1984-02-22"},
          {"1984-02-13", "1984-02-23"},
          {"1984-02-14", "1984-02-24"},
          {"1984-02-15", "1984-02-27"},
          {"1984-02-16", "1984-02-28"},
          {"1984-02-17", "1984-02-29"},
          {"1984-02-21", "1984-03-01"}});
}

TEST(Settlement, Notice8563ColumbusDay) {
  expect({{"1985-10-04", "1985-10-15"},
          {"1985-10-07", "1985-10-16"},
          {"1985-10-08", "1985-10-17"},
          {"1985-10-09", "1985-10-18"},
          {"1985-10-10", "1985-10-21"},
          {"1985-10-11", "1985-10-22"},
          {"1985-10-14", "1985-10-23"}});
}

TEST(Settlement, Notice9254VeteransDayAndThanksgiving) {
  expect({{"1992-11-02", "1992-11-11"},
          {"1992-11-03", "1992-11-12"},
          {"1992-11-04", "1992-11-13"},
          {"1992-11-10", "1992-11-19"},
          {"1992-11-11", "1992-11-20"},
          {"1992-11-18", "1992-11-30"},
          {"1992-11-19", "1992-12-01"},
          {"1992-11-20", "1992-12-02"},
          {"1992-11-25", "1992-12-07"},
          {"1992-11-27", "1992-12-08"}});
}

TEST(Settlement, Notice9449IndependenceDay) {
  expect({{"1994-06-24", "1994-07-06"},
          {"1994-06-27", "1994-07-07"},
          {"1994-06-28", "1994-07-08"},
          {"1994-06-29", "1994-07-11"},
          {"1994-06-30", "1994-07-12"},
          {"1994-07-01", "1994-07-13"},
          {"1994-07-05", "1994-07-14"}});
}

TEST(Settlement, Notice9577ColumbusDayInThreeDays) {
  expect({{"1995-10-02", "1995-10-09"},
          {"1995-10-03", "1995-10-10"},
          {"1995-10-04", "1995-10-11"},
          {"1995-10-05", "1995-10-12"},
          {"1995-10-06", "1995-10-13"},
          {"1995-10-09", "1995-10-16"},
          {"1995-10-10", "1995-10-17"}});
}

TEST(Settlement, Notice9983ColumbusDay) {
  expect({{"1999-10-05", "1999-10-12"},
          {"1999-10-06", "1999-10-13"},
          {"1999-10-07", "1999-10-14"},
          {"1999-10-08", "1999-10-15"},
          {"1999-10-11", "1999-10-18"},
          {"1999-10-12", "1999-10-19"}});
}

// FINRA's first days for extensions under a new cycle: 2017-09-11 (Regulatory Notice 17-12) and
// 2024-05-31 (23-15), which has trades before the change due by the old one through 2024-05-30.
TEST(Settlement, TradesOnEitherSideOfAChange) {
  expect({
      {"1995-06-06", "1995-06-15"},  // seven days
      {"1995-06-07", "1995-06-14"},  // five: before what was traded earlier
      {"2017-09-01", "2017-09-11"},  // five days and Labor Day
      {"2017-09-05", "2017-09-11"},  // four
      {"2024-05-22", "2024-05-29"},  // four days and Memorial Day
      {"2024-05-23", "2024-05-30"},
      {"2024-05-24", "2024-05-31"},
      {"2024-05-28", "2024-05-31"},  // three
  });
}

TEST(Settlement, ThreeBusinessDaysToday) {
  expect({
      {"2026-11-19", "2026-11-24"},
      {"2026-11-20", "2026-11-25"},
      {"2026-11-23", "2026-11-27"},  // Thanksgiving between
      {"2026-10-09", "2026-10-14"},  // Columbus Day counts
      {"2026-11-10", "2026-11-13"},  // Veterans Day counts
      {"2026-04-01", "2026-04-07"},  // Good Friday does not
      {"2025-01-08", "2025-01-14"},  // nor a day of mourning
      {"2026-11-21", "2026-11-25"},  // a Saturday, as if on Friday
  });
}

}  // namespace
}  // namespace plimsoll
