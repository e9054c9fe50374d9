#include "strategy/joint_grid.hpp"

#include <algorithm>
#include <string>

namespace plimsoll::strategy {
namespace {

Result<void> possible(const JointAsked& asked) {
  for (const Percent cut : asked.dividend_cuts)
    if (cut.fraction.is_negative() || Decimal{1} < cut.fraction)
      return fail(Reason::bad_input,
                  "dividends are cut by " + to_text(cut) + "; write a fraction from 0 to 1");
  for (const double move : asked.price_moves)
    if (!(move >= -1))
      return fail(Reason::bad_input,
                  "prices move by " + std::to_string(move) + "; write a fraction, -1 or above");
  if (asked.income_a_year && asked.income_a_year->currency != asked.debit.currency)
    return fail(Reason::bad_input, "income is in " +
                                       std::string{asked.income_a_year->currency.code()} +
                                       " and the debit in " +
                                       std::string{asked.debit.currency.code()} + "; convert one");
  return {};
}

JointCell with_income(JointCell cell, const JointAsked& asked) {
  const std::optional<Money>& income = asked.income_a_year;
  if (!income) return cell;
  cell.income_a_year = *income - cell.dividend_cut * *income;
  cell.carry_a_year = *cell.income_a_year - cell.interest_a_year;
  if (asked.costs_a_year) cell.carry_a_year = *cell.carry_a_year - *asked.costs_a_year;
  if (!cell.interest_a_year.amount.is_zero())
    cell.coverage = to_double(cell.income_a_year->amount) / to_double(cell.interest_a_year.amount);
  if (cell.excess) cell.excess_in_a_year = *cell.excess + *cell.carry_a_year;
  return cell;
}

}  // namespace

Result<std::vector<JointCell>> joint_grid(const RateSchedule& schedule, const JointAsked& asked) {
  PLIMSOLL_TRY_VOID(possible(asked));
  std::vector<std::optional<Money>> excess;
  for (const double move : asked.price_moves)
    excess.push_back(asked.excess ? asked.excess(move) : std::nullopt);
  std::vector<JointCell> cells;
  for (const Decimal shift : asked.rate_shifts) {
    PLIMSOLL_TRY(cost,
                 interest_cost(schedule, std::max(asked.base + shift, Decimal{}), asked.debit));
    for (std::size_t i = 0; i < excess.size(); ++i)
      for (const Percent cut : asked.dividend_cuts)
        cells.push_back(with_income({.rate_shift = shift,
                                     .price_move = asked.price_moves[i],
                                     .dividend_cut = cut,
                                     .interest_a_year = cost.a_year,
                                     .excess = excess[i]},
                                    asked));
  }
  return cells;
}

}  // namespace plimsoll::strategy
