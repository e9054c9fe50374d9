#include "methods/span/house.hpp"

#include <algorithm>

#include "methods/span/calendar.hpp"
#include "methods/span/scanning_spread.hpp"
#include "methods/span/short_option.hpp"

namespace plimsoll::span {
namespace {

using clearing::Contract;
using clearing::InterMethod;
using clearing::InterSpread;

/// One part of a position, where it belongs.
struct Piece {
  std::size_t file = 0;
  Index commodity = 0, contract = 0;
  Decimal contracts = {};
};

std::vector<Piece> pieces_of(std::span<const PlacedPosition> positions) {
  std::vector<Piece> pieces;
  pieces.reserve(positions.size());
  for (const auto& [position, place] : positions)
    for (const Part& part : place->parts)
      pieces.push_back({place->file, part.commodity, part.contract,
                        multiply(position->quantity.units(), part.ratio, Round::half_even)});
  std::ranges::stable_sort(pieces, {}, [](const Piece& piece) {
    return std::tuple{piece.file, piece.commodity, piece.contract};
  });
  return pieces;
}

std::int16_t rate_class_for(const RiskFile& file, const Terms& terms) {
  const auto chosen = std::ranges::find_if(file.rate_classes, [&](const clearing::RateClass& one) {
    return one.maintenance && one.account_class == terms.account_class &&
           one.customer == terms.customer;
  });
  if (chosen != file.rate_classes.end()) return chosen->id;
  const auto any = std::ranges::find_if(file.rate_classes, [&](const clearing::RateClass& one) {
    return one.maintenance && one.account_class == terms.account_class;
  });
  if (any != file.rate_classes.end()) return any->id;
  return file.rate_classes.empty() ? std::int16_t{0} : file.rate_classes.front().id;
}

/// An option whose value is unknown is in no sum; sold, what is asked is too little by it.
void leave_out(Work& work, const Held& held, const std::string& lacking) {
  const std::string key = key_text(*work.file, work.file->contracts[held.contract]);
  work.remarks.push_back(key + " has no " + lacking + ": its value is in no option value");
  if (held.contracts.is_negative())
    work.not_applied.push_back(
        {"the value of " + key + ", which is sold", "the " + lacking + " of " + key});
}

void add_value(Work& work, const Held& held, const Priced& priced) {
  const Contract& contract = work.file->contracts[held.contract];
  if (!is_premium_style(*work.file, contract, *work.terms)) return;
  if (priced.fault) {
    work.faults.push_back(*priced.fault);
    return;
  }
  const Decimal factor = value_factor_of(*work.file, contract);
  if (!priced.price) return leave_out(work, held, "settlement price");
  if (factor.is_zero()) return leave_out(work, held, "contract value factor");
  const Decimal value =
      multiply(multiply(*priced.price, factor, Round::half_even), held.contracts, Round::half_even);
  if (value.is_negative()) work.short_value += -value;
  else work.long_value += value;
}

Decimal delta_of(const Work& work, const Held& held, const House& house) {
  const Contract& contract = work.file->contracts[held.contract];
  const Decimal each = multiply(array_of(*work.file, contract, house.rate_class).composite_delta,
                                contract.delta_scale, Round::half_even);
  return rounded(multiply(each, held.contracts, Round::half_even), house.policy->rounding.delta);
}

void add_deltas(Work& work, const House& house) {
  for (const Held& held : work.held)
    work.ladder.add(ladder_month(work.file->contracts[held.contract]), delta_of(work, held, house));
  work.delta = work.ladder.net_first({});
}

void scan_tier_by_tier(Work& work, const House& house,
                       std::span<const clearing::ScanPoint> points) {
  struct Group {
    const clearing::Tier* tier;
    std::optional<Month> month;
    std::vector<ScannedPosition> positions;
    Decimal delta;
  };
  std::vector<Group> groups;
  for (const Held& held : work.held) {
    const Contract& contract = work.file->contracts[held.contract];
    const Month month = ladder_month(contract);
    const clearing::Tier* tier = scan_tier(work, month);
    const auto own = work.terms->months_are_tiers ? std::optional{month} : std::nullopt;
    if (tier == nullptr && !work.terms->scan_tiers.empty())
      work.remarks.push_back("no scanning tier of " + std::string{work.terms->code.view()} +
                             " holds " + to_text(month) + ": what is in none is scanned together");
    auto group = std::ranges::find_if(
        groups, [&](const Group& one) { return one.tier == tier && one.month == own; });
    if (group == groups.end()) group = groups.insert(groups.end(), Group{tier, own, {}, {}});
    group->positions.push_back({&array_of(*work.file, contract, house.rate_class), held.contracts});
    group->delta += delta_of(work, held, house);
  }
  for (const Group& group : groups) {
    ScannedTier scanned{.tier = group.tier, .month = group.month};
    scanned.scan = scan(summed(group.positions), points, house.policy->rounding);
    scanned.delta = group.delta;
    work.scan = work.tiers.empty() ? scanned.scan : added(work.scan, scanned.scan);
    work.tiers.push_back(std::move(scanned));
  }
}

/// Spreads that name what is held, by their ranks in order: of others there is nothing to say.
std::vector<Index> ranks_held(const House& house) {
  std::vector<Index> ranks;
  for (const Work& work : house.works)
    for (const clearing::SpreadNaming& naming : std::ranges::equal_range(
             house.file->spreads_naming, work.terms->code, {}, &clearing::SpreadNaming::commodity))
      ranks.push_back(naming.rank);
  std::ranges::sort(ranks);
  ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
  return ranks;
}

void form_spreads(House& house, bool before_calendars) {
  std::vector<Index> ranks = ranks_held(house);
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    const InterSpread& spread =
        house.file->inter_spreads[house.file->spreads_by_priority[ranks[i]]];
    if (spread.before_calendars != before_calendars) continue;
    if (spread.method != InterMethod::scanning) {
      credit_by_delta(spread, house);
      continue;
    }
    const std::size_t held = house.works.size();
    const bool together = scan_together(spread, house);
    if (house.works.size() != held) {  // what the legs are scanned in is held from here on
      const Index here = ranks[i];
      ranks = ranks_held(house);
      i = static_cast<std::size_t>(std::ranges::lower_bound(ranks, here) - ranks.begin());
    }
    if (!together || before_calendars) continue;
    Work* target = house.find(spread.target->commodity);
    charge_calendars(*target, *house.policy, house.rate_class);
  }
}

void require(Work& work, const House& house) {
  if (work.merged_into != nullptr) return;
  const RoundingProfile& rounding = house.policy->rounding;
  work.inter_credit = rounded(work.inter_credit, rounding.credit);
  work.clearing_credit = rounded(work.clearing_credit, rounding.credit);
  work.long_value = rounded(work.long_value, rounding.option_value);
  work.short_value = rounded(work.short_value, rounding.option_value);
  const Decimal charges = work.scan.risk + work.calendar_charge + work.spot_charge;
  const Decimal credits = work.inter_credit + work.clearing_credit;
  const Decimal least = work.short_options.minimum;
  work.risk = charges - credits;
  work.commodity_risk = house.policy->minimum_against == MinimumAgainst::after_credits
                            ? std::max(work.risk, least)
                            : std::max(std::max(charges, least) - credits, Decimal{});
  const auto own = static_cast<std::size_t>(house.account_class);
  const auto times = [&](Decimal factor) {
    return rounded(multiply(work.commodity_risk, factor, Round::half_even), rounding.requirement);
  };
  work.maintenance = times(work.terms->adjustment[own]);
  work.initial = times(work.terms->initial_ratio[own]);
}

}  // namespace

const Policy& policy_for(const RiskFile& file, const std::vector<PolicyRef>& policies) {
  PLIMSOLL_CHECK(!policies.empty());
  for (const PolicyRef& policy : policies)
    if (std::ranges::find(policy->houses, file.clearing_house.view()) != policy->houses.end())
      return *policy;
  return *policies.front();
}

std::deque<House> houses_of(std::span<const PlacedPosition> positions, const Places& places,
                            const std::vector<PolicyRef>& policies, const Terms& terms,
                            const Prices& prices) {
  std::deque<House> houses;
  for (const Piece& piece : pieces_of(positions)) {
    const RiskFile& file = *places.files()[piece.file];
    if (houses.empty() || houses.back().file != &file)
      houses.push_back({.file = &file,
                        .policy = &policy_for(file, policies),
                        .rate_class = rate_class_for(file, terms),
                        .account_class = terms.account_class,
                        .customer = terms.customer});
    std::deque<Work>& works = houses.back().works;
    const clearing::CombinedCommodity* commodity = &file.commodities[piece.commodity];
    if (works.empty() || works.back().terms != commodity)
      works.push_back({.file = &file, .terms = commodity});
    std::vector<Held>& held = works.back().held;
    if (!held.empty() && held.back().contract == piece.contract)
      held.back().contracts += piece.contracts;
    else held.push_back({piece.contract, piece.contracts});
  }
  for (std::size_t f = 0; f < places.files().size(); ++f)
    for (House& house : houses)
      if (house.file == places.files()[f].get())
        for (Work& work : house.works) {
          std::erase_if(work.held, [](const Held& held) { return held.contracts.is_zero(); });
          for (const Held& held : work.held) add_value(work, held, prices.of(f, held.contract));
        }
  return houses;
}

void reckon(std::deque<House>& houses) {
  for (House& house : houses) {
    const auto points = points_of(*house.file);
    for (Work& work : house.works) {
      add_deltas(work, house);
      scan_tier_by_tier(work, house, points);
      charge_short_options(work, *house.policy, house.rate_class);
    }
    form_spreads(house, true);
    for (Work& work : house.works) {
      if (work.merged_into != nullptr) continue;
      charge_calendars(work, *house.policy, house.rate_class);
      charge_spot(work, *house.policy, house.rate_class);
    }
    form_spreads(house, false);
  }
  for (std::size_t i = 0; i < houses.size(); ++i)
    for (std::size_t j = i + 1; j < houses.size(); ++j) credit_between(houses[i], houses[j]);
  for (House& house : houses)
    for (Work& work : house.works) require(work, house);
}

}  // namespace plimsoll::span
