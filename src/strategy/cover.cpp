#include "strategy/cover.hpp"

#include <algorithm>
#include <utility>

namespace plimsoll::strategy {
namespace {

bool same(const Uncovered& one, const InstrumentId& on, Right right) {
  return one.on == on && one.right == right;
}

const ListedOption* option_of(const Position& position) {
  return std::get_if<ListedOption>(&position.instrument);
}

bool is_on(const ListedOption& option, const Uncovered& of) {
  return option.underlying == of.on && option.right == of.right;
}

/// Short less long of what expires on `first` or later: what of it needs shares.
Decimal short_from(const Account& account, const Uncovered& of, Date first) {
  Decimal units;
  for (const Position& position : account.positions) {
    const ListedOption* option = option_of(position);
    if (option == nullptr || !is_on(*option, of) || option->expiry < first) continue;
    units -= multiply(position.quantity.units(), option->multiplier, Round::half_even);
  }
  return units;
}

Decimal shares_for(const Account& account, const Uncovered& of) {
  Decimal units;
  for (const Position& position : account.positions) {
    if (id_of(position.instrument) != of.on) continue;
    const Decimal held = position.quantity.units();
    if (held.is_negative() == (of.right == Right::put)) units += abs(held);
  }
  return units;
}

/// The shorts that must find their cover among what expires no earlier are scarcest from some
/// expiry on: as many stay bare as lack there (Hall 1935).
Decimal bare_units(const Account& account, const Uncovered& of) {
  const Decimal shares = shares_for(account, of);
  Decimal bare;
  for (const Position& position : account.positions) {
    const ListedOption* option = option_of(position);
    if (option == nullptr || !is_on(*option, of) || !position.quantity.is_negative()) continue;
    bare = std::max(bare, short_from(account, of, option->expiry) - shares);
  }
  return bare;
}

}  // namespace

std::vector<Uncovered> uncovered(const Account& account) {
  std::vector<Uncovered> all;
  for (const Position& position : account.positions) {
    const ListedOption* option = option_of(position);
    if (option == nullptr || !position.quantity.is_negative()) continue;
    if (std::ranges::none_of(all, [&](const Uncovered& one) { return is_on(*option, one); }))
      all.push_back({option->underlying, option->right, {}});
  }
  for (Uncovered& one : all) one.units = bare_units(account, one);
  std::ranges::sort(all, [](const Uncovered& a, const Uncovered& b) {
    return std::pair{a.on.view(), a.right} < std::pair{b.on.view(), b.right};
  });
  return all;
}

bool barer(const std::vector<Uncovered>& after, const std::vector<Uncovered>& before) {
  return std::ranges::any_of(after, [&](const Uncovered& one) {
    const auto was = std::ranges::find_if(
        before, [&](const Uncovered& other) { return same(other, one.on, one.right); });
    return (was == before.end() ? Decimal{} : was->units) < one.units;
  });
}

}  // namespace plimsoll::strategy
