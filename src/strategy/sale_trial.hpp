#pragma once
// An account after sales that were not made, under its method.

#include <optional>
#include <vector>

#include "strategy/cover.hpp"
#include "strategy/sale_lines.hpp"

namespace plimsoll::strategy {

/// Lots sold of each line.
using LotsSold = std::vector<std::int64_t>;

struct Standing {
  Room room;
  Money gap;  // equity - target x requirement, rounded down: not below zero, the target is met
  std::vector<Group<Money>> groups = {};
};

class SaleTrial {
 public:
  /// Book and lines outlive it. `target` is the multiple of the requirement to be restored, > 0.
  SaleTrial(const Book& book, const std::vector<SaleLine>& lines, Decimal target);

  /// Trades at the snapshot's prices, what they cost on the day paid in cash.
  Result<Account> account_after(const LotsSold& sold);
  /// Refused as the method refuses; and where more short options would be without cover than are
  /// today, however little the method asks of them.
  Result<Standing> at(const LotsSold& sold);
  Result<Standing> with_cash(const LotsSold& sold, Money deposit);
  /// Costs of all that is sold, exactly.
  SaleCost cost(const LotsSold& sold) const;

  /// How often the method was asked.
  int evaluations() const { return evaluations_; }

 private:
  /// What a line is of, as an account of its own: a sale touches nothing else.
  struct Part {
    Account account;
    std::vector<std::size_t> places;  // of the whole account's positions
  };

  Part part_of(const SaleLine& line) const;
  /// Of what is sold of a line, the positions left, written over the whole account's.
  Result<void> sell(std::size_t line, std::int64_t lots, Account& account) const;
  /// `account_after`, until it is asked again.
  Result<Account*> after(const LotsSold& sold);
  Result<Standing> standing(const Account& account);

  const Book& book_;
  const std::vector<SaleLine>& lines_;
  Decimal target_;
  MarginFunction margin_;    // in the book's market, which stands still
  Account today_;            // without tax lots, which no rule reads
  std::vector<Part> parts_;  // by line
  Account after_;            // written over, so that its memory serves again
  std::vector<Uncovered> bare_today_;
  int evaluations_ = 0;
};

/// Adds to the account's cash in its own currency. Cash is known.
void pay_in(Account& account, Money money);

}  // namespace plimsoll::strategy
