#pragma once
// What the tests of this folder share: a day put together from figures.

#include <gtest/gtest.h>

#include <deque>

#include "methods/reg_t/ledger/day.hpp"

namespace plimsoll::reg_t::testing {

inline Money dollars(Decimal amount) { return {amount, usd}; }
inline Level level(Decimal equity, Decimal reg_t, Decimal maintenance, bool owes = true) {
  return {dollars(equity), dollars(reg_t), dollars(maintenance), owes};
}

/// A day and its entries; the view is of what stands in it.
class DayOf {
 public:
  explicit DayOf(Date day) : day_{day} {}

  DayOf& opened(Level at) { return open_ = at, *this; }
  DayOf& closed(Level at) { return close_ = at, *this; }
  DayOf& cash(Decimal before, Decimal after) {
    return cash_open_ = dollars(before), cash_close_ = dollars(after), *this;
  }
  DayOf& order_unknown() { return order_ = DayOrder::unknown, *this; }

  /// Cash that moved; positive moves raise the level by as much.
  DayOf& moved(CashKind kind, Decimal amount) {
    return add(CashMove{kind, amount}, amount, {}, {});
  }
  /// A trade that changed equity and both requirements so.
  DayOf& traded(const char* symbol, std::int64_t quantity, Decimal equity, Decimal reg_t,
                Decimal maintenance, Decimal cost = {}) {
    add(Trade{InstrumentId{symbol}, Quantity::of(quantity), Decimal{1}}, equity, reg_t,
        maintenance);
    steps_.back().cost = dollars(cost);
    return *this;
  }
  DayOf& at(std::chrono::seconds time) {
    entries_.back().moment.time = time;
    return *this;
  }
  DayOf& leveraged(Decimal factor) { return steps_.back().leverage = factor, *this; }

  DayView view() const {
    return {day_, AccountKind::margin, open_, close_, cash_open_, cash_close_, steps_, order_, usd};
  }

 private:
  DayOf& add(Event event, Decimal equity, Decimal reg_t, Decimal maintenance) {
    entries_.push_back({{day_}, std::move(event), ""});
    Money before = steps_.empty() ? open_.excess_maintenance() : steps_.back().level;
    steps_.push_back({.entry = &entries_.back(),
                      .equity = dollars(equity),
                      .reg_t = dollars(reg_t),
                      .maintenance = dollars(maintenance),
                      .level = before + dollars(equity) - dollars(maintenance),
                      .cost = dollars({})});
    return *this;
  }

  Date day_;
  Level open_ = level({}, {}, {}), close_ = level({}, {}, {});
  Money cash_open_ = dollars({}), cash_close_ = dollars({});
  std::deque<Entry> entries_;  // steps point into it
  std::vector<Step> steps_;
  DayOrder order_ = DayOrder::as_written;
};

}  // namespace plimsoll::reg_t::testing
