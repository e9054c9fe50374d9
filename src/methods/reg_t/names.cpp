// What people call a group of legs.

#include <algorithm>
#include <utility>

#include "base/short_list.hpp"
#include "methods/reg_t/plan.hpp"

namespace plimsoll::reg_t {
namespace {

constexpr std::size_t named_most = 4;  // legs; a spread of more has no name of its own

/// A spread's legs, sorted by exercise price.
struct SpreadLegs {
  ShortList<const OptionLeg*, named_most> legs;
  ShortList<Direction, named_most> directions;
  ShortList<Int128, named_most> units;  // signed: bought > 0
};

SpreadLegs sorted_legs(const Plan& plan, const Book& book) {
  const auto entry = [&](const Taken& leg) -> const Entry& { return book.entries[leg.entry]; };
  const auto strike = [&](const Taken* leg) { return option_in(entry(*leg))->strike.per_unit; };
  ShortList<const Taken*, named_most> order;
  for (const Taken& leg : plan.legs) {
    order.push_back(&leg);
    for (std::size_t i = order.size() - 1; i > 0 && strike(order[i]) < strike(order[i - 1]); --i)
      std::swap(order[i], order[i - 1]);
  }
  SpreadLegs sorted;
  for (const Taken* leg : order) {
    sorted.legs.push_back(option_in(entry(*leg)));
    sorted.directions.push_back(entry(*leg).direction);
    const Int128 size = option_of(entry(*leg), leg->quantity).units.atto;
    sorted.units.push_back(entry(*leg).direction == Direction::held ? size : -size);
  }
  return sorted;
}

bool one_expiry(const SpreadLegs& spread) {
  return std::ranges::all_of(spread.legs, [&](const OptionLeg* leg) {
    return leg->option->expiry == spread.legs.front()->option->expiry;
  });
}

Label vertical(const SpreadLegs& spread) {
  const bool lower_bought = spread.directions[0] == Direction::held;
  const bool call = spread.legs[0]->option->right == Right::call;
  if (call) return lower_bought ? Label{"bull call spread"} : Label{"bear call spread"};
  return lower_bought ? Label{"bull put spread"} : Label{"bear put spread"};
}

Label two_legs(const SpreadLegs& spread) {
  const bool same_strike = spread.legs[0]->strike == spread.legs[1]->strike;
  const bool same_series = spread.legs[0]->option->id == spread.legs[1]->option->id;
  if (same_series) return "closed-out option";
  if (one_expiry(spread)) return same_strike ? Label{"two-leg spread"} : vertical(spread);
  return same_strike ? Label{"calendar spread"} : Label{"diagonal spread"};
}

/// Whether the outer exercise prices are as far from the inner ones on both sides.
bool equal_wings(const SpreadLegs& spread) {
  const auto width = [&](std::size_t lower) {
    return (spread.legs[lower + 1]->strike - spread.legs[lower]->strike).per_unit;
  };
  return width(0) == width(spread.legs.size() - 2);
}

Label three_legs(const SpreadLegs& spread) {
  const auto& u = spread.units;
  if (!one_expiry(spread) || u[0] != u[2] || u[1] != -2 * u[0]) return "three-leg spread";
  if (!equal_wings(spread))
    return u[0] > 0 ? Label{"broken-wing butterfly"} : Label{"short broken-wing butterfly"};
  return u[0] > 0 ? Label{"long butterfly"} : Label{"short butterfly"};
}

/// Four legs of one right and size and of one expiry.
Label condor(const SpreadLegs& spread) {
  const auto bought = [&](std::size_t i) { return spread.directions[i] == Direction::held; };
  if (bought(0) != bought(3) || bought(1) != bought(2) || bought(0) == bought(1))
    return "four-leg spread";
  if (!equal_wings(spread))
    return bought(0) ? Label{"broken-wing condor"} : Label{"short broken-wing condor"};
  return bought(0) ? Label{"long condor"} : Label{"short condor"};
}

/// Puts below and calls above, of one size and expiry.
Label iron(const SpreadLegs& spread) {
  const bool one_body = spread.legs[1]->strike == spread.legs[2]->strike;
  if (!equal_wings(spread))
    return one_body ? Label{"broken-wing iron butterfly"} : Label{"broken-wing iron condor"};
  return one_body ? Label{"iron butterfly"} : Label{"iron condor"};
}

Label four_legs(const SpreadLegs& spread) {
  const auto right = [&](std::size_t i) { return spread.legs[i]->option->right; };
  const auto bought = [&](std::size_t i) { return spread.directions[i] == Direction::held; };
  const auto size = [](Int128 units) { return units < 0 ? -units : units; };
  const auto& u = spread.units;
  const bool equal_sizes =
      size(u[0]) == size(u[1]) && size(u[1]) == size(u[2]) && size(u[2]) == size(u[3]);
  if (!one_expiry(spread) || !equal_sizes) return "four-leg spread";
  const auto puts = std::ranges::count_if(
      spread.legs, [](const OptionLeg* leg) { return leg->option->right == Right::put; });
  if (puts == 0 || puts == 4) return condor(spread);
  const bool two_strikes = spread.legs[0]->strike == spread.legs[1]->strike &&
                           spread.legs[2]->strike == spread.legs[3]->strike;
  if (two_strikes) return "box spread";
  const bool wings_out = right(0) == Right::put && right(3) == Right::call;
  if (!wings_out || bought(0) != bought(3) || bought(1) != bought(2) || bought(0) == bought(1))
    return "four-leg spread";
  return iron(spread);
}

Label spread_name(const Plan& plan, const Book& book) {
  if (plan.legs.size() > named_most) return "multi-leg spread";
  const SpreadLegs spread = sorted_legs(plan, book);
  switch (spread.legs.size()) {
    case 2:
      return two_legs(spread);
    case 3:
      return three_legs(spread);
    case 4:
      return four_legs(spread);
    default:
      return "multi-leg spread";
  }
}

Label single_option(const Plan& plan, const Book& book, Label call, Label put) {
  return option_in(book.entries[plan.legs[0].entry])->option->right == Right::call ? call : put;
}

Label bond_name(const Entry& entry) {
  return entry.direction == Direction::held ? Label{"long bond"} : Label{"short bond"};
}

}  // namespace

Label name_of(const Plan& plan, const Book& book) {
  switch (plan.strategy) {
    case Strategy::long_stock:
      return "long stock";
    case Strategy::short_stock:
      return "short stock";
    case Strategy::boxed_stock:
    case Strategy::boxed_bond:
      return "short against the box";
    case Strategy::money_market:
      return "money-market fund";
    case Strategy::warrants:
      return "warrants";
    case Strategy::bond:
      return bond_name(book.entries[plan.legs[0].entry]);
    case Strategy::long_option:
    case Strategy::cash_long_option:
      return single_option(plan, book, "long call", "long put");
    case Strategy::uncovered_option:
      return single_option(plan, book, "uncovered call", "uncovered put");
    case Strategy::short_straddle: {
      const auto strike = [&](std::size_t i) {
        return option_in(book.entries[plan.legs[i].entry])->strike;
      };
      return strike(0) == strike(1) ? Label{"short straddle"} : Label{"short strangle"};
    }
    case Strategy::covered_call:
      return "covered call";
    case Strategy::covered_put:
      return "covered put";
    case Strategy::protected_index_call:
      return "index call covered by fund";
    case Strategy::protected_index_put:
      return "index put covered by fund";
    case Strategy::convertible_covered_call:
      return "call covered by convertible";
    case Strategy::warrant_covered_call:
      return "call covered by warrant";
    case Strategy::exchangeable_pair:
      return "convertible against short stock";
    case Strategy::protective_put:
      return "protective put";
    case Strategy::protective_call:
      return "protective call";
    case Strategy::conversion:
      return "conversion";
    case Strategy::reverse_conversion:
      return "reverse conversion";
    case Strategy::collar:
      return "collar";
    case Strategy::spread:
    case Strategy::cash_spread:
      return spread_name(plan, book);
    case Strategy::long_european_box:
      return "long European box";
    case Strategy::cash_short_option:
      return single_option(plan, book, "call to be deposited for", "cash-secured put");
  }
  PLIMSOLL_CHECK(false);
  std::abort();
}

}  // namespace plimsoll::reg_t
