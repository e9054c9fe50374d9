#include "methods/reg_t/house/steps.hpp"

#include <algorithm>

#include "methods/reg_t/stock.hpp"
#include "model/limits.hpp"

namespace plimsoll::reg_t {
namespace {

constexpr Decimal smallest = Decimal::from_nano(1);

class Steps {
 public:
  Steps(const HouseProfile& house, const Book& book, const HouseMeasures& measures, Day day)
      : house_{house}, book_{book}, measures_{measures}, day_{day} {}

  Result<std::vector<HouseNextStep>> list() {
    for (std::uint32_t place = 0; place < book_.entries.size(); ++place) {
      const Shares* shares = shares_in(book_.entries[place]);
      if (!shares || !shares->house || shares->house->no_credit) continue;
      for (const HouseRule& rule : house_.rules)
        if (rule.steps && rule.of == HouseOf::market_value)
          PLIMSOLL_TRY_VOID(add(place, *shares, rule));
    }
    return std::move(found_);
  }

 private:
  Result<void> add(std::uint32_t place, const Shares& shares, const HouseRule& rule) {
    const HouseMeasure& measure = measures_.of_entry[place];
    const HouseFigure& figure = measure.facts[rule.steps->by];
    if (!figure.value || said(rule, measure.facts).kind == HouseSaid::Kind::nothing) return {};
    const std::size_t row = rule.steps->place_of(*figure.value);
    return rule.steps->by == HouseNumber::price ? add_below(place, shares, rule, row)
                                                : add_above(place, shares, rule, row);
  }

  /// The price falls to the bound of the row below.
  Result<void> add_below(std::uint32_t place, const Shares& shares, const HouseRule& rule,
                         std::size_t row) {
    if (row == 0) return {};
    const HouseBound& bound = rule.steps->steps[row - 1].up_to;
    const Decimal at = bound.including ? bound.at : bound.at - smallest;
    HouseNextStep step = blank(place, rule, row, row - 1, bound.at);
    step.distance = step.now - bound.at;
    step.value = Price{step.distance, shares.mark.currency} * shares.units;
    PLIMSOLL_TRY(now, requirement(place, shares, measures_.of_entry[place].facts));
    Shares then = shares;
    then.mark = then.opening = {at, shares.mark.currency};
    PLIMSOLL_TRY(next, requirement(place, then, facts_at(place, rule, at)));
    if (told(step)) step.cost = next - now;
    found_.push_back(std::move(step));
    return {};
  }

  /// The position grows to the bound of its row.
  Result<void> add_above(std::uint32_t place, const Shares& shares, const HouseRule& rule,
                         std::size_t row) {
    if (row == rule.steps->steps.size()) return {};
    const HouseBound& bound = rule.steps->steps[row].up_to;
    HouseNextStep step = blank(place, rule, row, row + 1, bound.at);
    step.distance = bound.at - step.now;
    const std::optional<Money> value = value_until(place, shares, rule, bound.at);
    if (!value || shares.mark * limits::quantity_max < *value) return {};  // out of all reach
    step.value = *value;
    const Decimal exact = divide(value->amount, shares.mark.per_unit, Round::toward_zero);
    step.shares = Quantity::of(Decimal::from_nano(exact.nano() / Decimal::scale * Decimal::scale));
    Shares then = shares;
    then.units = then.units + Quantity::of(exact);
    const Decimal past = bound.including ? bound.at + smallest : bound.at;
    PLIMSOLL_TRY(before, requirement(place, then, measures_.of_entry[place].facts));
    PLIMSOLL_TRY(after, requirement(place, then, facts_at(place, rule, past)));
    if (told(step)) step.cost = after - before;
    found_.push_back(std::move(step));
    return {};
  }

  static bool told(const HouseNextStep& step) {
    return step.step.unit != HouseUnit::not_said && step.next.unit != HouseUnit::not_said;
  }

  HouseNextStep blank(std::uint32_t place, const HouseRule& rule, std::size_t row, std::size_t next,
                      Decimal next_at) const {
    HouseNextStep step{.entry = place, .rule = &rule};
    step.now = *measures_.of_entry[place].facts[rule.steps->by].value;
    step.next_at = next_at;
    step.step = rule.steps->value_at(row);
    step.next = rule.steps->value_at(next);
    step.value = zero(book_.currency);
    return step;
  }

  /// What must be bought, or sold short, until the fact reaches `bound`; nothing where it cannot.
  std::optional<Money> value_until(std::uint32_t place, const Shares& shares, const HouseRule& rule,
                                   Decimal bound) const {
    const HouseMeasure& measure = measures_.of_entry[place];
    const auto of_shares = [&](std::optional<Decimal> whole) -> std::optional<Money> {
      if (!whole) return std::nullopt;
      const Decimal left = multiply(bound, *whole, Round::toward_zero) - measure.shares.units();
      if (limits::quantity_max.units() < left) return std::nullopt;
      return shares.mark * Quantity::of(left);
    };
    // Buying adds to the part and to the whole: (part + x) / (whole + x) = bound.
    const auto of_gross = [&](std::optional<Money> part) -> std::optional<Money> {
      if (!part || !(bound < 0.999_d)) return std::nullopt;
      const Money missing = Percent{bound} * measures_.sums.gross - *part;
      return Money{divide(missing.amount, Decimal{1} - bound, Round::toward_zero), book_.currency};
    };
    switch (rule.steps->by) {
      case HouseNumber::concentration:
        return of_gross(measure.in_issuer);
      case HouseNumber::industry:
        return of_gross(measure.in_industry);
      case HouseNumber::days_to_liquidate:
        return of_shares(measure.shares_a_day);
      case HouseNumber::ownership:
        return of_shares(measure.shares_outstanding);
      case HouseNumber::price:
      case HouseNumber::leverage:
      case HouseNumber::largest_position:
      case HouseNumber::debit:
      case HouseNumber::equity:
      case HouseNumber::margin_rate:
        return std::nullopt;
    }
    return std::nullopt;
  }

  HouseFacts facts_at(std::uint32_t place, const HouseRule& rule, Decimal value) const {
    HouseFacts facts = measures_.of_entry[place].facts;
    facts[rule.steps->by].value = value;
    return facts;
  }

  /// Maintenance of shares beyond the market value owed, with the house's ask for these facts.
  Result<Money> requirement(std::uint32_t place, Shares shares, const HouseFacts& facts) const {
    const bool held = book_.entries[place].direction == Direction::held;
    PLIMSOLL_TRY(law,
                 held ? long_stock_rate(shares, day_.rules) : short_stock_rate(shares, day_.rules));
    const HouseShares asked{.house = &house_,
                            .to_keep = asked_of_value(house_, facts, HouseOf::market_value, law),
                            .at_most_value = held};
    shares.house = &asked;
    PLIMSOLL_TRY(margin, held ? long_stock<Money>(shares, day_) : short_stock<Money>(shares, day_));
    return margin.risk_maintenance();
  }

  const HouseProfile& house_;
  const Book& book_;
  const HouseMeasures& measures_;
  Day day_;
  std::vector<HouseNextStep> found_;
};

}  // namespace

Result<std::vector<HouseNextStep>> next_steps(const HouseProfile& house, const Book& book,
                                              const HouseMeasures& measures, Day day) {
  return Steps{house, book, measures, day}.list();
}

}  // namespace plimsoll::reg_t
