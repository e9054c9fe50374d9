#pragma once
// An account on its way through the days: entries are booked one by one, what each changes is
// measured, and at the close the rules of this folder go a day on.

#include <map>
#include <set>
#include <string>
#include <utility>

#include "methods/reg_t/ledger/state.hpp"
#include "methods/reg_t/reg_t.hpp"

namespace plimsoll::reg_t {

class Walk {
 public:
  /// At the close of the account's day. Refused: cash that is not known, a position without a price
  /// or not covered, a day before the first rule, a kind that Regulation T does not lend to.
  static Result<Walk> opened(Account account, MarketSnapshot market, LedgerTerms terms,
                             RegT::Parameters parameters);

  /// A day on: `entries` are that day's, in order. After a refusal the walk is of no more use. Each
  /// error's place is the entry's; where a position is at fault, its symbol.
  Result<LedgerDay> advance(Date day, std::span<const Entry> entries, DayOrder order);

  const Account& account() const { return account_; }
  const LedgerState& rules() const { return rules_; }
  /// House rules an input was missing for, on any day: what, and the input.
  const std::set<std::pair<std::string, std::string>>& not_applied() const { return not_applied_; }
  /// Positions whose price is of an earlier day than the last one, and of which.
  std::map<InstrumentId, Date> carried_prices() const;

 private:
  Walk(Account account, MarketSnapshot market, LedgerTerms terms, RegT law,
       std::optional<RegT> house);

  Result<Level> whole_level() const;
  Result<std::optional<Money>> house_requirement();
  /// Of the positions that bear on what stands at `root`; cash is in none of it.
  Result<Level> level_around(const InstrumentId& root);
  Result<Money> cash() const;
  void price(const InstrumentId& symbol, Decimal price);
  Result<void> reprice(const InstrumentId& symbol, Decimal price);
  Result<Step> take(const Entry& entry);
  Result<void> describe_trade(const Trade& trade, Step& step) const;
  Overnight held() const;
  Result<void> none_expired(Date day) const;

  Account account_;
  Account around_;  // the same catalog, and the positions last looked at together
  MarketSnapshot market_;
  LedgerTerms terms_;
  RegT law_;
  std::optional<RegT> house_;
  Level level_;  // now
  LedgerState rules_;
  std::map<InstrumentId, Date> priced_;  // the day of each price
  std::set<std::pair<std::string, std::string>> not_applied_;
};

}  // namespace plimsoll::reg_t
