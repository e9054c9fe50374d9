#include "io/history_reading.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "io/numbers.hpp"
#include "io/text.hpp"
#include "market/exchange_days.hpp"
#include "model/limits.hpp"

namespace plimsoll::io {
namespace {

/// A history is of no day; Reading asks for one.
ImportOptions no_day() {
  ImportOptions options;
  options.as_of = exchange_days_first;
  return options;
}

Result<void> bounded(bool inside, std::string_view what) {
  if (inside) return {};
  return fail(Reason::bad_input,
              "the " + std::string{what} + " is too large; is it a typing error?");
}
Result<void> bounded(const Trade& one) {
  PLIMSOLL_TRY_VOID(bounded(abs(one.quantity) <= limits::quantity_max, "quantity"));
  PLIMSOLL_TRY_VOID(bounded(abs(one.price) <= limits::price_max, "price"));
  return bounded(abs(one.fees) <= limits::cash_max, "commission");
}
Result<void> bounded(const CashMove& one) {
  if (!one.currency.empty() && !Currency::is_code(one.currency))
    return fail(
        Reason::bad_input,
        "\"" + shown(one.currency) + "\" is no currency; write three to eight capitals, like USD");
  return bounded(abs(one.amount) <= limits::cash_max, "amount");
}
Result<void> bounded(const OptionEnd& one) {
  return bounded(abs(one.contracts) <= limits::quantity_max, "quantity");
}
Result<void> bounded(const Delivery& one) {
  return bounded(abs(one.quantity) <= limits::quantity_max, "quantity");
}
Result<void> bounded(const Split&) { return {}; }
Result<void> bounded(const Mark& one) {
  return bounded(abs(one.price) <= limits::price_max, "price");
}

/// Entries without a time are of the close.
auto when(const Entry& entry) {
  return std::tuple{entry.moment.day, entry.moment.time.value_or(std::chrono::hours{24})};
}

/// What was opened before it was closed again, by symbol, on one day: closing purchases come first
/// where the short they close cannot have been sold on that day.
using Sold = std::set<std::pair<Date, InstrumentId>>;

/// The place in a day whose order is not known, such that what is sold was there: a split before
/// the opening, then what comes in, then what goes out, then what the close brings.
int place_in_day(const Entry& entry, const Sold& sold_to_open) {
  if (std::holds_alternative<Split>(entry.event)) return 0;
  if (std::holds_alternative<OptionEnd>(entry.event)) return 9;
  if (const auto* delivery = std::get_if<Delivery>(&entry.event))
    return delivery->quantity.is_negative() ? 8 : 1;
  const auto* trade = std::get_if<Trade>(&entry.event);
  if (trade == nullptr) return 2;
  const bool sale = trade->quantity.is_negative();
  const bool opens = trade->effect == Effect::open, closes = trade->effect == Effect::close;
  if (sale) return opens ? 6 : 5;
  if (!closes) return 4;
  return sold_to_open.contains({entry.moment.day, trade->symbol}) ? 7 : 3;
}

/// Everything but the size, and the size: entries alike in the first may be added up.
std::string kind_of(const Trade& one) {
  return "trade " + std::string{one.symbol.view()} + "|" + to_text(one.price, 0) + "|" +
         (one.quantity.is_negative() ? "-" : "+") +
         (!one.effect                   ? ""
          : *one.effect == Effect::open ? "open"
                                        : "close");
}
std::string kind_of(const CashMove& one) {
  return "cash " + std::to_string(static_cast<int>(one.kind)) + "|" + one.currency + "|" +
         std::string{one.symbol.view()} + (one.amount.is_negative() ? "-" : "+");
}
std::string kind_of(const Split& one) {
  return "split " + std::string{one.symbol.view()} + "|" + std::to_string(one.new_shares) + ":" +
         std::to_string(one.old_shares);
}
std::string kind_of(const OptionEnd& one) {
  return "end " + std::to_string(static_cast<int>(one.kind)) + std::string{one.symbol.view()};
}
std::string kind_of(const Delivery& one) {
  return "delivery " + std::string{one.symbol.view()} + (one.quantity.is_negative() ? "-" : "+");
}
std::string kind_of(const Mark& one) { return "mark " + std::string{one.symbol.view()}; }

std::string size_of(const Trade& one) { return to_text(one.quantity) + "|" + to_text(one.fees, 0); }
std::string size_of(const CashMove& one) { return to_text(one.amount, 0); }
std::string size_of(const Split&) { return {}; }
std::string size_of(const OptionEnd& one) { return to_text(one.contracts); }
std::string size_of(const Delivery& one) { return to_text(one.quantity); }
std::string size_of(const Mark& one) { return to_text(one.price, 0); }

void add(Trade& sum, const Trade& one) {
  sum.quantity = sum.quantity + one.quantity;
  sum.fees += one.fees;
}
void add(CashMove& sum, const CashMove& one) { sum.amount += one.amount; }
void add(Split&, const Split&) {}
void add(OptionEnd& sum, const OptionEnd& one) { sum.contracts = sum.contracts + one.contracts; }
void add(Delivery& sum, const Delivery& one) { sum.quantity = sum.quantity + one.quantity; }
void add(Mark&, const Mark&) {}

/// One for all of `group`, or nothing where they are too much together.
std::optional<Event> sum_of(const std::vector<const Entry*>& group) {
  Event sum = group.front()->event;
  for (std::size_t i = 1; i < group.size(); ++i)
    std::visit(
        [&](auto& total) { add(total, std::get<std::decay_t<decltype(total)>>(group[i]->event)); },
        sum);
  if (!std::visit([](const auto& one) { return bounded(one).has_value(); }, sum)) return {};
  return sum;
}

}  // namespace

HistoryReading::HistoryReading(const Input& file, std::string recognised, DayOrder order)
    : order_{order}, rows_{file, no_day(), std::move(recognised)} {}

Result<void> HistoryReading::add(Moment moment, Event event, std::uint32_t line) {
  PLIMSOLL_TRY_VOID(within_exchange_days(moment.day));
  PLIMSOLL_TRY_VOID(std::visit([](const auto& one) { return bounded(one); }, event));
  entries_.push_back({{moment, std::move(event), place(file(), line)}, line});
  return {};
}

void HistoryReading::put_in_order() {
  std::ranges::stable_sort(entries_, {}, &Row::line);
  const bool newest_first =
      !entries_.empty() && (entries_.back().entry.moment.day < entries_.front().entry.moment.day ||
                            (order_ == DayOrder::unknown && entries_.back().entry.moment.day ==
                                                                entries_.front().entry.moment.day));
  if (newest_first) std::ranges::reverse(entries_);
  std::ranges::stable_sort(entries_, {}, [](const Row& row) { return when(row.entry); });
  if (order_ == DayOrder::as_written) return;
  Sold sold_to_open;
  for (const Row& row : entries_)
    if (const auto* trade = std::get_if<Trade>(&row.entry.event))
      if (trade->quantity.is_negative() && trade->effect == Effect::open)
        sold_to_open.insert({row.entry.moment.day, trade->symbol});
  std::ranges::stable_sort(entries_, {}, [&](const Row& row) {
    return std::pair{row.entry.moment.day, place_in_day(row.entry, sold_to_open)};
  });
}

void HistoryReading::add_up() {
  std::vector<Row> kept;
  std::string added;
  for (std::size_t from = 0; from < entries_.size();) {
    std::size_t to = from;
    std::map<std::string, std::vector<const Entry*>> groups;
    for (; to < entries_.size() && when(entries_[to].entry) == when(entries_[from].entry); ++to)
      groups[std::visit([](const auto& one) { return kind_of(one); }, entries_[to].entry.event)]
          .push_back(&entries_[to].entry);
    std::set<const Entry*> gone;
    std::map<const Entry*, Event> sums;
    for (const auto& [kind, group] : groups) {
      std::set<std::string> sizes;
      for (const Entry* one : group)
        sizes.insert(std::visit([](const auto& event) { return size_of(event); }, one->event));
      if (sizes.size() == group.size()) continue;
      auto sum = sum_of(group);
      if (!sum) continue;
      sums.emplace(group.front(), *std::move(sum));
      gone.insert(group.begin() + 1, group.end());
      added += (added.empty() ? "" : ", ") + group.front()->where;
    }
    for (; from < to; ++from) {
      Row& row = entries_[from];
      if (gone.contains(&row.entry)) continue;
      const auto sum = sums.find(&row.entry);
      kept.push_back(row);
      if (sum != sums.end()) kept.back().entry.event = sum->second;
    }
  }
  if (!added.empty())
    rows_.note("rows that say the same of one moment were added up: " + shown(added));
  entries_ = std::move(kept);
}

Loaded<ImportedActivity> HistoryReading::finished() && {
  put_in_order();
  add_up();
  auto [imported, refused] = std::move(rows_).finished();
  Loaded<ImportedActivity> whole{{}, std::move(refused)};
  whole.value.activity.order = order_;
  whole.value.activity.instruments = std::move(imported.account.instruments);
  whole.value.activity.entries.reserve(entries_.size());
  for (Row& row : entries_) whole.value.activity.entries.push_back(std::move(row.entry));
  whole.value.rows = std::move(imported.files.front());
  whole.value.notes = std::move(imported.notes);
  whole.value.number = std::move(number_);
  return whole;
}

Loaded<ImportedActivity> refused_history(Error error) {
  Loaded<ImportedActivity> none;
  none.refused.push_back(std::move(error));
  return none;
}

Result<std::optional<Decimal>> bounded_amount(std::string_view cell, Decimal most,
                                              std::string_view what) {
  PLIMSOLL_TRY(amount, amount_in(cell));
  if (amount) PLIMSOLL_TRY_VOID(bounded(abs(*amount) <= most, what));
  return amount;
}

}  // namespace plimsoll::io
