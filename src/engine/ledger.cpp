#include "engine/ledger.hpp"

#include <set>
#include <utility>

#include "engine/admitted.hpp"
#include "engine/choice.hpp"
#include "engine/entries.hpp"
#include "market/exchange_days.hpp"
#include "methods/all.hpp"

namespace plimsoll::engine {
namespace {

/// The draft with everything the activity names, so that it is in the catalog.
AccountDraft with_mentions(const LedgerRequest& request) {
  AccountDraft draft = request.account;
  const Activity& activity = request.activity;
  draft.instruments.insert(draft.instruments.end(), activity.instruments.begin(),
                           activity.instruments.end());
  std::set<InstrumentId> named;
  for (const Entry& entry : activity.entries) {
    const InstrumentId symbol = symbol_of(entry.event);
    const bool about_cash = std::holds_alternative<CashMove>(entry.event);
    if (!about_cash && !symbol.empty() && named.insert(symbol).second)
      draft.mentioned.push_back({std::string{symbol.view()}, entry.where});
  }
  return draft;
}

/// A mistyped year must not keep a server walking.
constexpr int years_max = 60;

Result<void> not_too_long(Date opening, Date last) {
  if (last <= plus_months(opening, 12 * years_max)) return {};
  return fail(Reason::bad_input, "the last day is " + to_text(last) + ", more than " +
                                     std::to_string(years_max) + " years after " +
                                     to_text(opening) + "; correct the year");
}

/// The days of a walk, the last one included.
Date last_day_of(const LedgerRequest& request) {
  if (request.until) return *request.until;
  return request.activity.entries.empty() ? request.account.as_of
                                          : request.activity.entries.back().moment.day;
}

/// Prices that were not renewed, each with the day it is of.
void note_carried(const LedgerWalk& walk, std::map<InstrumentId, Date>& carried) {
  for (const auto& [symbol, day] : walk.carried_prices()) carried.insert_or_assign(symbol, day);
}

std::optional<Caveat> caveat_about(const std::map<InstrumentId, Date>& carried) {
  if (carried.empty()) return std::nullopt;
  std::string names;
  std::size_t shown = 0;
  for (const auto& [symbol, day] : carried) {
    if (++shown > 10) break;
    names += (names.empty() ? "" : ", ") + std::string{symbol.view()};
  }
  if (carried.size() > 10) names += " and " + std::to_string(carried.size() - 10) + " more";
  return Caveat{"on days without a mark or a trade the last known price stands: " + names};
}

std::optional<Caveat> caveat_about(
    const std::set<std::pair<std::string, std::string>>& not_applied) {
  if (not_applied.empty()) return std::nullopt;
  std::string rules;
  for (const auto& [what, input] : not_applied)
    rules += (rules.empty() ? "" : "; ") + what + " (needs " + input + ")";
  return Caveat{"the house's requirement is a lower bound, not applied: " + rules};
}

std::expected<LedgerReport, Errors> walked(LedgerWalk walk, const LedgerRequest& request,
                                           LedgerReport report) {
  const auto days = by_day(request.activity);
  Date last = last_day_of(request);
  if (!days.empty() && !request.until && last < days.rbegin()->first) last = days.rbegin()->first;
  std::map<InstrumentId, Date> carried;
  for (Date day = add_trading_days(request.account.as_of, 1); day <= last;
       day = add_trading_days(day, 1)) {
    const auto entries = days.find(day);
    auto record = walk.advance(
        day,
        entries == days.end() ? std::span<const Entry>{} : std::span<const Entry>{entries->second},
        request.activity.order);
    if (!record) {
      Error error = std::move(record).error();
      error.what = "on " + to_text(day) + ": " + error.what;
      return std::unexpected{Errors{std::move(error)}};
    }
    report.days.push_back(*std::move(record));
    note_carried(walk, carried);
  }
  if (auto caveat = caveat_about(carried)) report.caveats.push_back(*std::move(caveat));
  if (auto caveat = caveat_about(walk.not_applied())) {
    if (request.strictness == Strictness::strict)
      return std::unexpected{Errors{{Reason::bad_input, std::move(caveat->text), report.account}}};
    report.caveats.push_back(*std::move(caveat));
  }
  if (request.activity.order == DayOrder::unknown)
    report.caveats.push_back(
        {"the order of a day's entries is not in the file: intraday margin takes the one that "
         "gives the highest deficit, as the rule does"});
  return report;
}

}  // namespace

std::expected<LedgerReport, Errors> ledger(const LedgerRequest& request,
                                           const SecurityList& lists) {
  const AccountDraft draft = with_mentions(request);
  Admitted in = admitted(
      {draft, request.market, request.strictness, request.refused, request.caveats}, lists);
  for (Caveat& caveat : caveats_on_assumed(in, [](const InstrumentId&) { return false; }))
    in.caveats.push_back(std::move(caveat));
  Errors errors = std::move(in.refused);
  if (auto known = within_exchange_days(request.account.as_of); !known)
    errors.push_back(std::move(known).error());
  add(errors, mistakes_in(request.activity, request.account.as_of));
  if (auto length = not_too_long(request.account.as_of, last_day_of(request)); !length)
    errors.push_back(std::move(length).error());
  if (!errors.empty()) return std::unexpected{std::move(errors)};

  LedgerReport report{.account = in.account.id,
                      .as_of = in.account.as_of,
                      .currency = in.account.base,
                      .method = implied_method(in.account.kind),
                      .days = {},
                      .caveats = std::move(in.caveats)};
  auto walk = LedgerWalk::opened(std::move(in.account), std::move(in.market), request.terms,
                                 {.rules = request.rules, .house = request.house});
  if (!walk) return std::unexpected{Errors{std::move(walk).error()}};
  return walked(*std::move(walk), request, std::move(report));
}

}  // namespace plimsoll::engine
