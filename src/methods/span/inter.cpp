#include "methods/span/inter.hpp"

#include <algorithm>

#include "methods/span/option_value.hpp"

namespace plimsoll::span {
namespace {

using clearing::InterLeg;
using clearing::InterMethod;
using clearing::InterSpread;
using clearing::Side;

constexpr double range_each_max = 1e18;  // money one delta may lose: what a Decimal holds

/// One leg, found: whose deltas, where of them.
struct Leg {
  Work* work = nullptr;
  const InterLeg* leg = nullptr;
  Reach reach = {};
  const ScannedTier* tier = nullptr;  // whose price risk counts, where it is not the whole's
  bool scanned_by_itself = false;     // and is a part of the scanning risk
};

Sign sign_of(Decimal delta) { return delta.is_negative() ? Sign::sold : Sign::bought; }

std::string name_of(const InterLeg& leg) {
  std::string name{leg.commodity.view()};
  if (!leg.tier.empty()) name += " tier " + std::string{leg.tier.view()};
  return name;
}

}  // namespace

const clearing::Tier* credit_tier(const clearing::CombinedCommodity& commodity,
                                  const clearing::Code& name) {
  for (const auto* tiers :
       {&commodity.inter_tiers, &commodity.scan_tiers, &commodity.calendar_tiers}) {
    const auto found = std::ranges::find(*tiers, name, &clearing::Tier::name);
    if (found != tiers->end()) return &*found;
  }
  return nullptr;
}

bool names_a_tier(const InterLeg& leg) {
  return !leg.tier.empty() && leg.tier != clearing::Code{"0"};
}

namespace {

/// What the months of a tier lose by themselves: tiers of credits need not be those of scanning.
const ScannedTier& scanned_alone(Work& work, const clearing::Tier& tier, const House& house) {
  const auto known = std::ranges::find(work.credit_tiers, &tier, &ScannedTier::tier);
  if (known != work.credit_tiers.end()) return *known;
  std::vector<ScannedPosition> positions;
  for (const Held& held : work.held) {
    const clearing::Contract& contract = work.file->contracts[held.contract];
    if (Reach{&tier}.holds(ladder_month(contract)))
      positions.push_back({&array_of(*work.file, contract, house.rate_class), held.contracts});
  }
  work.credit_tiers.push_back(
      {.tier = &tier,
       .scan = scan(summed(positions), points_of(*work.file), house.policy->rounding),
       .delta = work.ladder.net_first({&tier})});
  return work.credit_tiers.back();
}

Leg with_own_risk(Leg leg, const House& house) {
  leg.tier = &scanned_alone(*leg.work, *leg.reach.tier, house);
  leg.scanned_by_itself = std::ranges::any_of(leg.work->tiers, [&](const ScannedTier& one) {
    return one.tier != nullptr && one.tier->first == leg.reach.tier->first &&
           one.tier->last == leg.reach.tier->last;
  });
  return leg;
}

/// All legs, or none where one is not held or names what the file does not define.
std::vector<Leg> found_legs(const InterSpread& spread, House& house) {
  std::vector<Leg> legs;
  for (const InterLeg& leg : spread.legs) {
    Work* work = house.find(leg.commodity);
    if (work == nullptr || work->merged_into != nullptr || !(Decimal{} < leg.ratio)) return {};
    Leg found{.work = work, .leg = &leg};
    if (names_a_tier(leg)) {
      found.reach.tier = credit_tier(*work->terms, leg.tier);
      if (found.reach.tier == nullptr) {
        work->remarks.push_back("a credit (line " + std::to_string(spread.line) + ") names tier " +
                                std::string{leg.tier.view()} + " of " +
                                std::string{leg.commodity.view()} +
                                ", which the file does not define: it is left out");
        return {};
      }
      if (spread.method == InterMethod::tier_delta && work->merged.empty())
        found = with_own_risk(found, house);
    }
    legs.push_back(found);
  }
  return legs;
}

/// What is left of a leg: its tier's net delta. Where the months are scanned together, no more than
/// the whole commodity's, and none where the two point different ways: what offsets in scanning has
/// no risk to credit.
Decimal left_of(const Leg& leg) {
  const Decimal here = leg.work->ladder.net_left(leg.reach);
  if (leg.scanned_by_itself || (leg.reach.tier == nullptr && !leg.reach.month)) return here;
  const Decimal whole = leg.work->ladder.net_left({});
  if (here.is_zero() || whole.is_zero() || sign_of(here) != sign_of(whole)) return {};
  return abs(whole) < abs(here) ? whole : here;
}

/// How many spreads form: none unless all A legs are on one side and all B legs on the other.
Decimal count_of(const std::vector<Leg>& legs, const Policy& policy) {
  std::optional<Sign> of_a;
  Decimal least;
  for (std::size_t i = 0; i < legs.size(); ++i) {
    const Decimal left = left_of(legs[i]);
    if (left.is_zero()) return {};
    const Sign sign = legs[i].leg->side == Side::a ? sign_of(left) : opposite(sign_of(left));
    if (of_a && *of_a != sign) return {};
    of_a = sign;
    // Legs of one place share what it has.
    Decimal ratio;
    for (const Leg& other : legs)
      if (other.work == legs[i].work && other.reach.tier == legs[i].reach.tier)
        ratio += other.leg->ratio;
    const Decimal here = quotient(abs(left), ratio, Round::toward_zero);
    least = i == 0 ? here : std::min(least, here);
  }
  return rounded(least, policy.rounding.spreads);
}

std::string others(const std::vector<Leg>& legs, std::size_t but) {
  std::string text;
  for (std::size_t i = 0; i < legs.size(); ++i)
    if (i != but) text += (text.empty() ? "" : ", ") + name_of(*legs[i].leg);
  return text;
}

Decimal rate_of(const InterSpread& spread, const InterLeg& leg, std::int16_t rate_class) {
  const auto own = rate_for(leg.rate, rate_class);
  return own ? *own : rate_for(spread.rate, rate_class).value_or(Decimal{});
}

/// What one delta earns before the rate. Of spreads before the calendars no more than scanning risk
/// over the first delta.
Decimal price_risk_of(const Leg& leg, const InterSpread& spread, const Policy& policy) {
  const Decimal each = weighted_price_risk(*leg.work, leg.tier, policy);
  const Decimal delta = abs(leg.tier ? leg.tier->delta : leg.work->delta);
  const Decimal risk = leg.tier ? leg.tier->scan.risk : leg.work->scan.risk;
  if (!spread.before_calendars || delta.is_zero()) return each;
  return std::min(each, quotient(risk, delta, Round::toward_zero));
}

LegCredit credit_of(const std::vector<Leg>& legs, std::size_t i, const InterSpread& spread,
                    Decimal count, const House& house) {
  const Leg& leg = legs[i];
  const Policy& policy = *house.policy;
  LegCredit credit{.spread = &spread,
                   .spreads = count,
                   .deltas = multiply(count, leg.leg->ratio, Round::half_even),
                   .rate = rate_of(spread, *leg.leg, house.rate_class),
                   .with = others(legs, i)};
  if (spread.flat) {
    credit.price_risk = scaled(credit.rate, *leg.work, policy);
    credit.rate = Decimal{1};
    credit.credit =
        rounded(multiply(count, credit.price_risk, Round::half_even), policy.rounding.credit_leg);
    return credit;
  }
  credit.price_risk = price_risk_of(leg, spread, policy);
  remark_on_range(*leg.work);
  Decimal each = multiply(credit.price_risk, credit.rate, Round::half_even);
  if (spread.method == InterMethod::tier_delta)
    each = rounded(each, policy.rounding.weighted_price_risk);
  credit.credit =
      rounded(multiply(each, credit.deltas, Round::half_even), policy.rounding.credit_leg);
  return credit;
}

void take(const std::vector<Leg>& legs, const InterSpread& spread, Decimal count, House& house) {
  std::vector<LegCredit> credits;
  std::vector<Sign> signs;  // before any leg is taken: one may leave another of its place nothing
  for (std::size_t i = 0; i < legs.size(); ++i) {
    credits.push_back(credit_of(legs, i, spread, count, house));
    signs.push_back(sign_of(left_of(legs[i])));
  }
  for (std::size_t i = 0; i < legs.size(); ++i) {
    const Sign sign = signs[i];
    legs[i].work->ladder.take(legs[i].reach, sign, credits[i].deltas);
    if (sign == Sign::sold) credits[i].deltas = -credits[i].deltas;
    legs[i].work->inter_credit += credits[i].credit;
    legs[i].work->credits.push_back(std::move(credits[i]));
  }
}

bool eligible(const InterSpread& spread, const House& house) {
  return spread.eligible == clearing::Eligible::all || !house.customer;
}

/// A crush is formed month by month: its legs must be in the same one.
void credit_by_month(std::vector<Leg> legs, const InterSpread& spread, House& house) {
  const std::vector<Rung> months = legs.front().work->ladder.rungs();
  for (const Rung& rung : months) {
    for (Leg& leg : legs) leg.reach = {.month = rung.month};
    const Decimal count = count_of(legs, *house.policy);
    if (Decimal{} < count) take(legs, spread, count, house);
  }
}

/// What one delta of the nearest future can lose over its price scan range; nothing where the file
/// states no range.
std::optional<Decimal> scan_range_each(const Work& work) {
  const RiskFile& file = *work.file;
  const clearing::SeriesTerms* nearest = nullptr;
  std::optional<double> range;
  for (const clearing::SeriesTerms& terms : file.terms) {
    if (terms.product == clearing::nowhere) continue;
    if (nearest != nullptr && !(terms.future_month < nearest->future_month)) continue;
    const clearing::ProductKey& key = file.products[terms.product].key;
    if (is_option(key.type)) continue;
    const bool ours =
        std::ranges::any_of(work.terms->products,
                            [&](const clearing::ProductLink& link) { return link.product == key; });
    const auto stated = ours ? price_scan_of(file, terms) : std::nullopt;
    if (!stated) continue;
    nearest = &terms;
    range = stated;
  }
  if (nearest == nullptr) return std::nullopt;
  const double scale = nearest->delta_scale ? to_double(*nearest->delta_scale) : 1.0;
  const double each = *range / scale;
  if (!(scale > 0 && each >= 0 && each <= range_each_max)) return std::nullopt;
  return Decimal::from_nano(static_cast<Int128>(each * Decimal::scale + 0.5));
}

}  // namespace

Work* House::find(const clearing::Code& commodity) {
  constexpr std::size_t few = 8;
  if (works.size() <= few) {
    const auto found = std::ranges::find_if(
        works, [&](const Work& work) { return work.terms->code == commodity; });
    return found == works.end() ? nullptr : &*found;
  }
  if (places.size() != works.size()) {
    places.clear();
    for (std::size_t i = 0; i < works.size(); ++i) places.emplace_back(works[i].terms->code, i);
    std::ranges::sort(places);
  }
  const auto found = std::ranges::lower_bound(places, std::pair{commodity, std::size_t{}});
  return found != places.end() && found->first == commodity ? &works[found->second] : nullptr;
}

Decimal weighted_price_risk(const Work& work, const ScannedTier* tier, const Policy& policy) {
  const Decimal risk = tier ? tier->scan.price_risk : work.scan.price_risk;
  const Decimal delta = abs(tier ? tier->delta : work.delta);
  const Decimal normal = delta.is_zero() ? Decimal{} : quotient(risk, delta, Round::half_even);
  Decimal each = normal;
  using Method = clearing::WeightedPriceRisk;
  if (work.terms->weighted_price_risk != Method::normal && !normal.is_zero())
    if (const auto range = scan_range_each(work))
      each =
          work.terms->weighted_price_risk == Method::scan_range ? *range : std::min(normal, *range);
  return rounded(each, policy.rounding.weighted_price_risk);
}

void remark_on_range(Work& work) {
  const bool said = !work.credits.empty();  // with the first of them
  if (said || work.terms->weighted_price_risk == clearing::WeightedPriceRisk::normal) return;
  // A delta of one future alone risks its range, no more.
  const bool one_future =
      work.held.size() == 1 &&
      !is_option(
          work.file->products[work.file->contracts[work.held.front().contract].product].key.type);
  if (one_future || scan_range_each(work)) return;
  work.remarks.push_back("weighted price risk of " + std::string{work.terms->code.view()} +
                         " is to be held to its price scan range, and the file states none: its "
                         "credits are of the whole price risk, and may be too high");
}

void credit_by_delta(const InterSpread& spread, House& house) {
  if (!eligible(spread, house)) return;
  const std::vector<Leg> legs = found_legs(spread, house);
  if (legs.size() < 2) return;
  if (spread.method == InterMethod::crush) return credit_by_month(legs, spread, house);
  const Decimal count = count_of(legs, *house.policy);
  if (Decimal{} < count) take(legs, spread, count, house);
}

}  // namespace plimsoll::span
