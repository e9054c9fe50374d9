// Credits for deltas that offset between two clearing houses.

#include <algorithm>

#include "methods/span/inter.hpp"

namespace plimsoll::span {
namespace {

using clearing::ClearingSpread;
using clearing::InterLeg;

/// One house's side of a spread: its definition there, and what of it is held.
struct Side {
  House* house = nullptr;
  Work* work = nullptr;
  const InterLeg* leg = nullptr;            // its own leg, as either house defines it
  const ClearingSpread* granted = nullptr;  // its own definition: no credit without one
  Reach reach = {};
};

/// A spread as either house defines it, or both alike.
struct Between {
  int priority = 0;  // counted from the least of its house
  const ClearingSpread* of_one = nullptr;
  const ClearingSpread* of_other = nullptr;
};

bool mirrors(const ClearingSpread& a, const ClearingSpread& b) {
  return a.home.commodity == b.away.commodity && a.away.commodity == b.home.commodity &&
         a.home.tier == b.away.tier && a.away.tier == b.home.tier;
}

std::vector<const ClearingSpread*> towards(const House& house, const clearing::Code& away) {
  std::vector<const ClearingSpread*> all;
  for (const ClearingSpread& spread : house.file->clearing_spreads)
    if (spread.away_house == away) all.push_back(&spread);
  return all;
}

int least_priority(const std::vector<const ClearingSpread*>& spreads) {
  int least = 0;
  for (std::size_t i = 0; i < spreads.size(); ++i)
    least = i == 0 ? spreads[i]->priority : std::min(least, spreads[i]->priority);
  return least;
}

std::vector<Between> in_order(const House& one, const House& other) {
  const auto here = towards(one, other.file->clearing_house);
  auto there = towards(other, one.file->clearing_house);
  const int least_here = least_priority(here), least_there = least_priority(there);
  std::vector<Between> all;
  for (const ClearingSpread* spread : here) {
    Between between{spread->priority - least_here, spread, nullptr};
    const auto mirror = std::ranges::find_if(
        there, [&](const ClearingSpread* back) { return mirrors(*spread, *back); });
    if (mirror != there.end()) {
      between.of_other = *mirror;
      there.erase(mirror);
    }
    all.push_back(between);
  }
  for (const ClearingSpread* spread : there)
    all.push_back({spread->priority - least_there, nullptr, spread});
  std::ranges::stable_sort(all, {}, &Between::priority);
  return all;
}

bool find_work(Side& side) {
  side.work = side.house->find(side.leg->commodity);
  if (side.work == nullptr || side.work->merged_into != nullptr) return false;
  if (!(Decimal{} < side.leg->ratio)) return false;
  if (!names_a_tier(*side.leg)) return true;
  side.reach.tier = credit_tier(*side.work->terms, side.leg->tier);
  if (side.reach.tier == nullptr)
    side.work->remarks.push_back("a credit between clearing houses names tier " +
                                 std::string{side.leg->tier.view()} + " of " +
                                 std::string{side.leg->commodity.view()} +
                                 ", which the file does not define: it is left out");
  return side.reach.tier != nullptr;
}

/// The whole commodity's price risk pays for a tier's deltas: no more of them than the whole has.
Decimal left_of(const Side& side) {
  const Decimal here = side.work->ladder.net_left(side.reach);
  const Decimal whole = side.work->ladder.net_left({});
  if (here.is_zero() || whole.is_zero() || here.is_negative() != whole.is_negative()) return {};
  return abs(whole) < abs(here) ? whole : here;
}

void grant(const Side& side, const Side& away, Decimal count, Sign sign) {
  const Decimal deltas = multiply(count, side.leg->ratio, Round::half_even);
  if (side.granted != nullptr) {
    remark_on_range(*side.work);
    LegCredit credit{
        .clearing = side.granted,
        .spreads = count,
        .deltas = sign == Sign::bought ? deltas : -deltas,
        .price_risk = weighted_price_risk(*side.work, nullptr, *side.house->policy),
        .rate = rate_for(side.granted->home.rate, side.house->rate_class).value_or(Decimal{}),
        .with = std::string{away.house->file->clearing_house.view()} + " " +
                std::string{away.leg->commodity.view()}};
    const Decimal each = multiply(credit.price_risk, credit.rate, Round::half_even);
    credit.credit =
        rounded(multiply(each, deltas, Round::half_even), side.house->policy->rounding.credit_leg);
    side.work->clearing_credit += credit.credit;
    side.work->credits.push_back(std::move(credit));
  }
  side.work->ladder.take(side.reach, sign, deltas);
}

}  // namespace

void credit_between(House& one, House& other) {
  for (const Between& between : in_order(one, other)) {
    const ClearingSpread* first = between.of_one ? between.of_one : between.of_other;
    const bool ours = between.of_one != nullptr;
    Side here{&one, nullptr, ours ? &first->home : &first->away, between.of_one, {}};
    Side there{&other, nullptr, ours ? &first->away : &first->home, between.of_other, {}};
    if (!find_work(here) || !find_work(there)) continue;
    const Decimal a = left_of(here), b = left_of(there);
    if (a.is_zero() || b.is_zero()) continue;
    const bool opposite_sides = here.leg->side != there.leg->side;
    if (opposite_sides == (a.is_negative() == b.is_negative())) continue;
    const Decimal count = rounded(std::min(quotient(abs(a), here.leg->ratio, Round::toward_zero),
                                           quotient(abs(b), there.leg->ratio, Round::toward_zero)),
                                  one.policy->rounding.spreads);
    if (!(Decimal{} < count)) continue;
    grant(here, there, count, a.is_negative() ? Sign::sold : Sign::bought);
    grant(there, here, count, b.is_negative() ? Sign::sold : Sign::bought);
  }
}

}  // namespace plimsoll::span
