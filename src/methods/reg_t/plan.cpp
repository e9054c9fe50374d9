#include "methods/reg_t/plan.hpp"

#include <array>

#include "methods/reg_t/boxed.hpp"
#include "methods/reg_t/cash_account.hpp"
#include "methods/reg_t/covered.hpp"
#include "methods/reg_t/hedged.hpp"
#include "methods/reg_t/spread.hpp"

namespace plimsoll::reg_t {
namespace {

/// A plan's legs as the formulas take them.
class Legs {
 public:
  Legs(const Plan& plan, const Book& book) : plan_{plan}, book_{book} {}

  const Entry& entry(std::size_t i) const { return book_.entries[plan_.legs[i].entry]; }
  Shares shares(std::size_t i) const { return shares_of(entry(i), plan_.legs[i].quantity); }
  OptionLeg option(std::size_t i) const { return option_of(entry(i), plan_.legs[i].quantity); }
  Debt bond(std::size_t i) const { return debt_of(entry(i), plan_.legs[i].quantity); }
  std::vector<OptionLeg> options(Direction direction) const {
    std::vector<OptionLeg> chosen;
    for (std::size_t i = 0; i < plan_.legs.size(); ++i)
      if (entry(i).direction == direction) chosen.push_back(option(i));
    return chosen;
  }
  WarrantCover warrants(std::size_t i) const {
    return {std::get<WarrantShares>(entry(i).terms).exercise, shares(i)};
  }

 private:
  const Plan& plan_;
  const Book& book_;
};

}  // namespace

template <Reading R>
Result<Margin<R>> margin_of(const Plan& plan, const Book& book, Day day) {
  const Legs legs{plan, book};
  switch (plan.strategy) {
    case Strategy::long_stock:
      return long_stock<R>(legs.shares(0), day);
    case Strategy::short_stock:
      return short_stock<R>(legs.shares(0), day);
    case Strategy::boxed_stock:
      return boxed_stock<R>(legs.shares(0), legs.shares(1), day);
    case Strategy::boxed_bond:
      return boxed_debt<R>(legs.bond(0), legs.bond(1), day);
    case Strategy::money_market:
      return money_market_fund<R>(legs.shares(0), day);
    case Strategy::warrants:
      return long_stock<R>(legs.shares(0), day);
    case Strategy::bond:
      return debt<R>(legs.bond(0), day);
    case Strategy::long_option:
      return long_option<R>(legs.option(0), day);
    case Strategy::uncovered_option:
      return uncovered_option<R>(legs.option(0), day);
    case Strategy::short_straddle:
      return short_straddle<R>(legs.option(0), legs.option(1), day);
    case Strategy::covered_call:
      return covered_call<R>(legs.shares(0), legs.option(1), day);
    case Strategy::covered_put:
      return covered_put<R>(legs.shares(0), legs.option(1), day);
    case Strategy::protected_index_call:
      return protected_index_call<R>(legs.shares(0), legs.option(1), day);
    case Strategy::protected_index_put:
      return protected_index_put<R>(legs.shares(0), legs.option(1), day);
    case Strategy::convertible_covered_call:
      return convertible_covered_call<R>(legs.bond(0), legs.option(1), day);
    case Strategy::warrant_covered_call:
      return warrant_covered_call<R>(legs.warrants(0), legs.option(1), day);
    case Strategy::exchangeable_pair:
      return exchangeable_pair<R>(legs.bond(0), legs.shares(1), day);
    case Strategy::protective_put:
      return protective_put<R>(legs.shares(0), legs.option(1), day);
    case Strategy::protective_call:
      return protective_call<R>(legs.shares(0), legs.option(1), day);
    case Strategy::conversion:
      return conversion<R>(legs.shares(0), legs.option(1), legs.option(2), day);
    case Strategy::reverse_conversion:
      return reverse_conversion<R>(legs.shares(0), legs.option(1), legs.option(2), day);
    case Strategy::collar:
      return collar<R>(legs.shares(0), legs.option(1), legs.option(2), day);
    case Strategy::spread:
      return spread<R>(legs.options(Direction::held), legs.options(Direction::owed), day);
    case Strategy::long_european_box:
      return long_european_box<R>({legs.option(0), legs.option(1), legs.option(2), legs.option(3)},
                                  day);
    case Strategy::cash_long_option:
      return cash_long_option<R>(legs.option(0), day);
    case Strategy::cash_short_option:
      return cash_short_option<R>(legs.option(0), day);
    case Strategy::cash_spread:
      return cash_spread<R>(legs.options(Direction::held), legs.options(Direction::owed), day);
  }
  PLIMSOLL_CHECK(false);
  std::abort();
}

template Result<Margin<Amount>> margin_of<Amount>(const Plan&, const Book&, Day);
template Result<Margin<Money>> margin_of<Money>(const Plan&, const Book&, Day);

}  // namespace plimsoll::reg_t
