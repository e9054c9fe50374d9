#include "methods/reg_t/ledger/day_trades.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "market/exchange_days.hpp"
#include "methods/reg_t/ledger/rates.hpp"
#include "methods/reg_t/rates.hpp"

namespace plimsoll::reg_t {
namespace {

bool opposite(Quantity a, Quantity b) { return a.is_negative() != b.is_negative(); }
Quantity lesser(Quantity a, Quantity b) { return b < a ? b : a; }

/// Something opened today and closed today: between which trades it was open, and its margin.
struct Matched {
  std::size_t opened, closed;
  Money margin;
};

/// One security's day.
class Security {
 public:
  explicit Security(Quantity overnight) : overnight_{overnight} {}

  /// Whether the trade makes a day trade that its run has not made yet.
  bool take(std::size_t place, Quantity quantity, Money margin, std::vector<Matched>& matched) {
    if (!last_ || opposite(*last_, quantity)) counted_ = false;
    last_ = quantity;
    Quantity rest = abs(quantity);
    const bool closed = close_lots(place, quantity, rest, matched);
    if (!overnight_.is_zero() && opposite(overnight_, quantity)) {
      const Quantity part = lesser(abs(overnight_), rest);
      overnight_ = overnight_ + (quantity.is_negative() ? -part : part);
      rest = rest - part;
    }
    if (!rest.is_zero())
      lots_.push_back(
          {place, quantity.is_negative() ? -rest : rest, share_of(margin, rest, abs(quantity))});
    const bool counts = closed && !counted_;
    counted_ = counted_ || closed;
    return counts;
  }

 private:
  struct Lot {
    std::size_t place;
    Quantity quantity;
    Money margin;
  };

  static Money share_of(Money whole, Quantity part, Quantity all) {
    if (part == all) return whole;
    return {multiply(whole.amount, divide(part.units(), all.units(), Round::half_even),
                     Round::half_even),
            whole.currency};
  }

  bool close_lots(std::size_t place, Quantity quantity, Quantity& rest,
                  std::vector<Matched>& matched) {
    bool closed = false;
    while (!rest.is_zero() && !lots_.empty() && opposite(lots_.front().quantity, quantity)) {
      Lot& lot = lots_.front();
      const Quantity all = abs(lot.quantity);
      const Quantity part = lesser(all, rest);
      const Money margin = share_of(lot.margin, part, all);
      matched.push_back({lot.place, place, margin});
      closed = true;
      rest = rest - part;
      lot.quantity = lot.quantity + (quantity.is_negative() ? -part : part);
      lot.margin = lot.margin - margin;
      if (lot.quantity.is_zero()) lots_.erase(lots_.begin());
    }
    return closed;
  }

  Quantity overnight_;
  std::vector<Lot> lots_;  // opened today, all of one direction
  std::optional<Quantity> last_;
  bool counted_ = false;  // whether the run of trades in this direction has made its day trade
};

/// Special maintenance margin: the maintenance percentage of cost, times a product's leverage; all
/// of what is not marginable.
Money special_margin(const Step& step, Percent quarter) {
  if (!step.marginable) return step.cost;
  const Decimal raised = multiply(quarter.fraction, step.leverage, Round::away_from_zero);
  return Percent{std::min(raised, Decimal{1})} * step.cost;
}

Money peak_of(const std::vector<Matched>& matched, std::size_t places, Currency currency) {
  Money peak = zero(currency);
  for (std::size_t at = 0; at < places; ++at) {
    Money open = zero(currency);
    for (const Matched& one : matched)
      if (one.opened <= at && at < one.closed) open = open + one.margin;
    if (peak < open) peak = open;
  }
  return peak;
}

Money sum_of(const std::vector<Matched>& matched, Currency currency) {
  return std::accumulate(matched.begin(), matched.end(), zero(currency),
                         [](Money sum, const Matched& one) { return sum + one.margin; });
}

Money deposits_of(const DayView& day) {
  Money sum = zero(day.currency);
  for (const Step& step : day.steps)
    if (const auto* move = std::get_if<CashMove>(&step.entry->event);
        move && (move->kind == CashKind::deposit || move->kind == CashKind::transfer))
      sum = sum + step.equity;
  return sum.amount.is_negative() ? zero(day.currency) : sum;
}

/// What four times the excess at the close before leaves uncovered; twice while a call stands.
Result<Money> beyond_buying_power(const DayTrading& state, const DayView& day,
                                  const RoundTrips& trips) {
  PLIMSOLL_TRY(multiple, day_trading_multiple.at(day.day));
  Money covers = day.open.excess_maintenance();
  if (covers.amount.is_negative()) covers = zero(day.currency);
  if (state.call)
    covers = {divide(covers.amount, Decimal{multiple.value.value / 2}, Round::toward_zero),
              day.currency};
  return covers < trips.margin ? trips.margin - covers : zero(day.currency);
}

}  // namespace

RoundTrips round_trips(const DayView& day, const Overnight& held) {
  RoundTrips trips{.margin = zero(day.currency)};
  std::map<InstrumentId, Security> securities;
  std::vector<Matched> matched;
  const auto quarter = long_stock_maintenance.at(day.day);
  std::size_t place = 0;
  for (const Step& step : day.steps) {
    const auto* trade = std::get_if<Trade>(&step.entry->event);
    if (trade == nullptr) continue;
    ++trips.trades;
    const auto overnight = held.find(trade->symbol);
    Security& security =
        securities
            .try_emplace(trade->symbol, overnight == held.end() ? Quantity{} : overnight->second)
            .first->second;
    const Money margin = quarter ? special_margin(step, quarter->value) : zero(day.currency);
    if (security.take(place++, trade->quantity, margin, matched)) ++trips.day_trades;
  }
  trips.margin = day.order == DayOrder::unknown ? sum_of(matched, day.currency)
                                                : peak_of(matched, place, day.currency);
  return trips;
}

int DayTrading::day_trades() const {
  return std::accumulate(window.begin(), window.end(), 0,
                         [](int sum, const Count& day) { return sum + day.day_trades; });
}
int DayTrading::trades() const {
  return std::accumulate(window.begin(), window.end(), 0,
                         [](int sum, const Count& day) { return sum + day.trades; });
}

Result<DayTrading> advance(DayTrading state, const DayView& day, const RoundTrips& trips) {
  PLIMSOLL_TRY(window, day_trade_window.at(day.day));
  PLIMSOLL_TRY(most, day_trades_of_a_pattern.at(day.day));
  PLIMSOLL_TRY(share, day_trade_share.at(day.day));
  PLIMSOLL_TRY(call_days, day_trading_call_days.at(day.day));
  PLIMSOLL_TRY(cash_only, day_trading_cash_only_days.at(day.day));

  const Date first = add_trading_days(day.day, 1 - window.value.value);
  while (!state.window.empty() && state.window.front().day < first) state.window.pop_front();
  if (trips.trades > 0) state.window.push_back({day.day, trips.day_trades, trips.trades});
  const Decimal few = multiply(share.value.fraction, Decimal{state.trades()}, Round::toward_zero);
  const int day_trades = state.day_trades();
  if (most.value.value <= day_trades && few < Decimal{day_trades}) state.pattern = true;

  if (state.call) {
    const Money paid = deposits_of(day);
    if (!(paid < state.call->unmet)) state.call.reset();
    else state.call->unmet = state.call->unmet - paid;
  }
  if (state.call && state.call->due <= day.day) {
    state.cash_only_until = state.call->due + std::chrono::days{cash_only.value.value};
    state.call.reset();
  }
  if (state.pattern) {
    PLIMSOLL_TRY(beyond, beyond_buying_power(state, day, trips));
    if (!beyond.amount.is_zero())
      state.call = {day.day, add_trading_days(day.day, call_days.value.value),
                    state.call ? state.call->unmet + beyond : beyond};
  }
  return state;
}

}  // namespace plimsoll::reg_t
