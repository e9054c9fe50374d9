#include "methods/span/calendar.hpp"

#include <algorithm>

namespace plimsoll::span {
namespace {

using clearing::CalendarLeg;
using clearing::CalendarSpread;
using clearing::Side;

/// A place deltas are taken from, for all the legs that name it on one side.
struct Taking {
  const CalendarLeg* leg = nullptr;  // the first of them
  Reach reach = {};
  Sign sign = {};
  Decimal ratio = {};
};

const clearing::Tier* tier_called(const std::vector<clearing::Tier>& tiers,
                                  const clearing::Code& name) {
  const auto found = std::ranges::find(tiers, name, &clearing::Tier::name);
  return found == tiers.end() ? nullptr : &*found;
}

bool is_of_one_place(const CalendarLeg& a, const CalendarLeg& b) {
  return a.tier == b.tier && (!a.tier.empty() || a.month == b.month);
}

std::string place_text(const CalendarLeg& leg) {
  return leg.tier.empty() ? to_text(leg.month) : "tier " + std::string{leg.tier.view()};
}

/// The places of a spread's legs, A legs bought; empty where a tier is not defined. In memory that
/// is used again, as most spreads of most accounts do not form.
void find_takings(const CalendarSpread& spread, const Work& work, std::vector<Taking>& all) {
  all.clear();
  for (const CalendarLeg& leg : spread.legs) {
    Taking one{.leg = &leg,
               .reach = {},
               .sign = leg.side == Side::a ? Sign::bought : Sign::sold,
               .ratio = leg.ratio};
    if (leg.tier.empty()) one.reach.month = leg.month;
    else one.reach.tier = tier_called(work.terms->calendar_tiers, leg.tier);
    if (!leg.tier.empty() && one.reach.tier == nullptr) return all.clear();
    const auto same = std::ranges::find_if(all, [&](const Taking& other) {
      return is_of_one_place(*other.leg, leg) && other.sign == one.sign;
    });
    if (same == all.end()) all.push_back(one);
    else same->ratio += one.ratio;
  }
}

/// How many spreads there are deltas for: never more than any leg has.
Decimal count_of(const std::vector<Taking>& legs, const Ladder& ladder, const Rounding& rounding) {
  std::optional<Decimal> least;
  for (const Taking& leg : legs) {
    if (!(Decimal{} < leg.ratio)) return {};
    const Decimal left = ladder.left(leg.reach, leg.sign);
    if (left.is_zero()) return {};
    const Decimal here = quotient(left, leg.ratio, Round::toward_zero);
    least = least ? std::min(*least, here) : here;
  }
  return legs.empty() ? Decimal{} : rounded(*least, rounding);
}

/// Whether every leg finds its deltas, taken one after another.
bool has_deltas(const std::vector<Taking>& legs, Ladder ladder, Decimal count) {
  for (const Taking& leg : legs) {
    const Decimal deltas = multiply(count, leg.ratio, Round::toward_zero);
    if (ladder.left(leg.reach, leg.sign) < deltas) return false;
    ladder.take(leg.reach, leg.sign, deltas);
  }
  return true;
}

/// Legs of one side whose months overlap share what those have: as many spreads as the last leg
/// still finds deltas for.
Decimal count_in_turn(const std::vector<Taking>& legs, const Ladder& ladder, Decimal count,
                      const Rounding& rounding) {
  if (has_deltas(legs, ladder, count)) return count;
  Int128 few = 0, many = count.nano();
  while (many - few > 1) {
    const Int128 middle = few + (many - few) / 2;
    (has_deltas(legs, ladder, Decimal::from_nano(middle)) ? few : many) = middle;
  }
  return rounded(Decimal::from_nano(few), rounding);
}

void form(const CalendarSpread& spread, Decimal rate, const std::vector<Taking>& legs, Work& work,
          const Policy& policy) {
  Decimal count = count_of(legs, work.ladder, policy.rounding.spreads);
  if (!(Decimal{} < count)) return;
  count = count_in_turn(legs, work.ladder, count, policy.rounding.spreads);
  if (!(Decimal{} < count)) return;
  FormedCalendar formed{
      .spread = &spread,
      .spreads = count,
      .rate = rate,
      .charge = rounded(multiply(count, rate, Round::half_even), policy.rounding.charge),
      .legs = {}};
  for (const Taking& leg : legs) {
    const Decimal deltas = multiply(count, leg.ratio, Round::half_even);
    work.ladder.take_in_calendar(leg.reach, leg.sign, deltas);
    formed.legs.push_back({place_text(*leg.leg), leg.sign == Sign::bought ? deltas : -deltas});
  }
  work.calendar_charge += formed.charge;
  work.calendars.push_back(std::move(formed));
}

}  // namespace

void charge_calendars(Work& work, const Policy& policy, std::int16_t rate_class) {
  if (!work.terms->calendar_spreads_used || work.ladder.rungs().empty()) return;
  std::vector<Taking> legs;
  for (const CalendarSpread& spread : work.terms->calendar_spreads) {
    const auto rate = rate_for(spread.charge, rate_class);
    if (!rate) {
      work.remarks.push_back("a calendar spread of " + std::string{work.terms->code.view()} +
                             " (line " + std::to_string(spread.line) +
                             ") has no rate: it is left out");
      continue;
    }
    find_takings(spread, work, legs);
    if (legs.empty()) {
      work.remarks.push_back("a calendar spread of " + std::string{work.terms->code.view()} +
                             " (line " + std::to_string(spread.line) +
                             ") names a tier the file does not define: it is left out");
      continue;
    }
    const Decimal charge = scaled(*rate, work, policy);
    form(spread, charge, legs, work, policy);
    for (Taking& leg : legs) leg.sign = opposite(leg.sign);
    form(spread, charge, legs, work, policy);
  }
}

void charge_spot(Work& work, const Policy& policy, std::int16_t rate_class) {
  if (work.terms->spot_method == clearing::SpotMethod::basis_risk)
    work.remarks.push_back("the delivery charge of " + std::string{work.terms->code.view()} +
                           " is by basis risk, whose rule is not public: it is left out");
  if (work.terms->spot_method != clearing::SpotMethod::table) return;
  const auto& rates = work.terms->spot_rates;
  const bool own =
      std::ranges::find(rates, rate_class, &clearing::SpotRate::rate_class) != rates.end();
  for (const clearing::SpotRate& rate : rates) {
    if (own && rate.rate_class != rate_class) continue;
    if (!own && rate.rate_class != rates.front().rate_class) continue;
    SpotCharge charge{.rate = &rate,
                      .in_spreads_rate = scaled(rate.in_spreads, work, policy),
                      .outright_rate = scaled(rate.outright, work, policy)};
    for (const Rung& rung : work.ladder.rungs()) {
      if (!in_month(rung.month, rate.month)) continue;
      if (rate.sign == clearing::DeltaSign::long_only && rung.first.is_negative()) continue;
      if (rate.sign == clearing::DeltaSign::short_only && !rung.first.is_negative()) continue;
      charge.in_spreads += rung.in_calendars;
      charge.outright += abs(rung.left);
    }
    charge.charge = rounded(multiply(charge.in_spreads, charge.in_spreads_rate, Round::half_even) +
                                multiply(charge.outright, charge.outright_rate, Round::half_even),
                            policy.rounding.charge);
    if (charge.in_spreads.is_zero() && charge.outright.is_zero()) continue;
    work.spot_charge += charge.charge;
    work.spots.push_back(charge);
  }
}

}  // namespace plimsoll::span
