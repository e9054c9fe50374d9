#include "engine/entries.hpp"

#include <tuple>

#include "market/exchange_days.hpp"

namespace plimsoll::engine {
namespace {

bool is_trade(const Entry& entry) { return std::holds_alternative<Trade>(entry.event); }

/// Entries without a time are of the close.
auto when(const Entry& entry) {
  return std::tuple{entry.moment.day, entry.moment.time.value_or(std::chrono::hours{24})};
}

auto content(const Trade& one) {
  return std::tuple{one.symbol, one.quantity, one.price, one.fees, one.effect};
}
auto content(const CashMove& one) {
  return std::tuple{one.kind, one.amount, one.currency, one.symbol};
}
auto content(const Split& one) { return std::tuple{one.symbol, one.new_shares, one.old_shares}; }
auto content(const OptionEnd& one) {
  return std::tuple{one.kind, one.symbol, one.contracts, one.settlement};
}
auto content(const Delivery& one) { return std::tuple{one.symbol, one.quantity}; }
auto content(const Mark& one) { return std::tuple{one.symbol, one.price}; }

bool same(const Entry& a, const Entry& b) {
  if (a.event.index() != b.event.index() || when(a) != when(b)) return false;
  return std::visit(
      [&](const auto& one) {
        return content(one) == content(std::get<std::decay_t<decltype(one)>>(b.event));
      },
      a.event);
}

void check_alone(const Entry& entry, Date opening, std::vector<Error>& errors) {
  const auto refuse = [&](std::string what) {
    errors.push_back({Reason::bad_input, std::move(what), entry.where});
  };
  if (entry.moment.day <= opening)
    refuse("it is of " + to_text(entry.moment.day) +
           " and the account already stands at the "
           "close of " +
           to_text(opening) + "; leave it out, or date the account before it");
  if (is_trade(entry) && !is_trading_day(entry.moment.day))
    refuse("the exchanges are closed on " + to_text(entry.moment.day) + " (" +
           std::string{why_closed(entry.moment.day)} + "); correct the day of the trade");
}

}  // namespace

std::vector<Error> mistakes_in(const Activity& activity, Date opening) {
  std::vector<Error> errors;
  const std::vector<Entry>& entries = activity.entries;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    check_alone(entries[i], opening, errors);
    if (i > 0 && when(entries[i]) < when(entries[i - 1]))
      errors.push_back({Reason::bad_input,
                        "it stands after an entry of a later time, " + entries[i - 1].where +
                            "; write the entries in time order",
                        entries[i].where});
    for (std::size_t j = i; j > 0 && when(entries[j - 1]) == when(entries[i]); --j)
      if (same(entries[j - 1], entries[i])) {
        errors.push_back({Reason::bad_input,
                          "it is the same as " + entries[j - 1].where +
                              "; if both happened, add them up or give them their times",
                          entries[i].where});
        break;
      }
  }
  return errors;
}

std::map<Date, std::vector<Entry>> by_day(const Activity& activity) {
  std::map<Date, std::vector<Entry>> days;
  for (const Entry& entry : activity.entries)
    days[trading_day_on_or_after(entry.moment.day)].push_back(entry);
  return days;
}

}  // namespace plimsoll::engine
