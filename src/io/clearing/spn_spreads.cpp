#include "io/clearing/spn_spreads.hpp"

#include <algorithm>

#include "io/clearing/spn_fields.hpp"
#include "io/text.hpp"

namespace plimsoll::io::spn {
namespace {

using clearing::InterLeg;
using clearing::InterSpread;
using clearing::RiskFile;

Result<int> priority_of(Element spread) {
  PLIMSOLL_TRY(priority, number(spread, Tag::spread));
  return static_cast<int>(std::min<std::uint32_t>(priority.value_or(0), 1'000'000));
}

/// A tLeg, an sLeg, a homeLeg or an awayLeg. Its own rate stays empty where it has none.
Result<InterLeg> leg_of(Element element) {
  InterLeg leg;
  PLIMSOLL_TRY(commodity, needed_code(element, Tag::cc));
  PLIMSOLL_TRY(tier, tier_code(element, Tag::tn));
  PLIMSOLL_TRY(ratio, decimal(element, Tag::i, ratio_max));
  PLIMSOLL_TRY(leg_side, side(element, Tag::rs));
  PLIMSOLL_TRY(required, flag(element, Tag::isRequired, element.tag() != Tag::sLeg));
  PLIMSOLL_TRY(rate, rates(element, ratio_max));
  leg.commodity = commodity;
  leg.tier = tier;
  leg.ratio = ratio.value_or(Decimal{1});
  if (leg.ratio <= Decimal{}) return refuse(element, "a leg's i, its deltas, is above 0");
  leg.side = leg_side;
  leg.required = required;
  leg.rate = std::move(rate);
  return leg;
}

/// What the model has no place for: its leaves and those of its parts, by path.
void keep(Element spread, const std::string& record, RiskFile& file) {
  clearing::KeptRecord kept{record, spread.line(), {}};
  for (const Element part : spread.children()) {
    const std::string name{name_of(part.tag())};
    if (holds_text(part.tag())) kept.fields.emplace_back(name, one_line(part.text(), 200));
    for (const Element leaf : part.children())
      if (holds_text(leaf.tag()))
        kept.fields.emplace_back(name + "/" + std::string{name_of(leaf.tag())},
                                 one_line(leaf.text(), 200));
  }
  file.kept.push_back(std::move(kept));
  ++file.unknown[record];
}

/// F: money for one spread; W or nothing: a part of weighted price risk.
Result<bool> is_flat(Element spread) {
  const std::string word = upper(spread.text(Tag::chargeMeth));
  if (word == "F") return true;
  if (word.empty() || word == "W") return false;
  return refuse(*spread.child(Tag::chargeMeth),
                "\"" + shown(word) + "\" is not known; read are F (money) and W (weighted)");
}

Result<void> delta_spread(Element element, bool before_calendars, RiskFile& file) {
  if (element.child(Tag::pLeg)) {
    keep(element, "dSpread of months between commodities", file);
    return {};
  }
  InterSpread spread;
  PLIMSOLL_TRY(priority, priority_of(element));
  PLIMSOLL_TRY(flat, is_flat(element));
  PLIMSOLL_TRY(rate, rates(element, flat ? money_max : Decimal{1}));
  for (const Element leg : element.children(Tag::tLeg)) {
    PLIMSOLL_TRY(read, leg_of(leg));
    if (!read.tier.empty()) spread.method = clearing::InterMethod::tier_delta;
    spread.legs.push_back(std::move(read));
  }
  spread.priority = priority;
  spread.before_calendars = before_calendars;
  spread.flat = flat;
  spread.rate = std::move(rate);
  spread.line = element.line();
  if (!spread.legs.empty()) file.inter_spreads.push_back(std::move(spread));
  for (const Element inner : element.children(Tag::dSpread))
    PLIMSOLL_TRY_VOID(delta_spread(inner, before_calendars, file));
  return {};
}

Result<void> scanning_spread(Element element, bool before_calendars, RiskFile& file) {
  InterSpread spread;
  spread.method = clearing::InterMethod::scanning;
  PLIMSOLL_TRY(priority, priority_of(element));
  PLIMSOLL_TRY(needs_target, flag(element, Tag::isTargetReq, false));
  PLIMSOLL_TRY(legs_least, number(element, Tag::numLegsReq));
  PLIMSOLL_TRY(fx_risk, flag(element, Tag::applyFxRisk, false));
  PLIMSOLL_TRY(apportion, flag(element, Tag::apportionRisk, false));
  PLIMSOLL_TRY(rate, rates(element, Decimal{1}));
  for (const Element leg : element.children(Tag::sLeg)) {
    PLIMSOLL_TRY(read, leg_of(leg));
    PLIMSOLL_TRY(is_target, flag(leg, Tag::isTarget, false));
    if (!is_target) {
      spread.legs.push_back(std::move(read));
      continue;
    }
    if (spread.target) return refuse(leg, "a spread has one target, this is the second");
    read.required = read.required || needs_target;
    spread.target = std::move(read);
  }
  if (needs_target && !spread.target)
    return refuse(element, "isTargetReq is 1 and no sLeg has isTarget 1");
  spread.priority = priority;
  spread.before_calendars = before_calendars;
  spread.rate = std::move(rate);
  spread.legs_least = static_cast<int>(std::min<std::uint32_t>(legs_least.value_or(2), 1'000));
  spread.apply_fx_risk = fx_risk;
  spread.apportion_risk = apportion;
  spread.line = element.line();
  file.inter_spreads.push_back(std::move(spread));
  return {};
}

}  // namespace

Result<void> read_spread(Element spread, RiskFile& file) {
  const auto list = spread.parent();
  const bool before_calendars = list && list->tag() == Tag::superSpreads;
  if (spread.tag() == Tag::dSpread) return delta_spread(spread, before_calendars, file);
  if (spread.tag() == Tag::sSpread) return scanning_spread(spread, before_calendars, file);
  keep(spread, "hSpread", file);
  return {};
}

Result<void> read_clearing_spread(Element element, RiskFile& file) {
  clearing::ClearingSpread spread;
  PLIMSOLL_TRY(priority, priority_of(element));
  const auto home = element.child(Tag::homeLeg), away = element.child(Tag::awayLeg);
  if (!home || !away) return refuse(element, "a clearSpread has a homeLeg and an awayLeg");
  PLIMSOLL_TRY(home_leg, leg_of(*home));
  PLIMSOLL_TRY(away_leg, leg_of(*away));
  PLIMSOLL_TRY(house, needed_code(*away, Tag::ec));
  for (const clearing::Rate& rate : home_leg.rate)
    if (abs(rate.value) > Decimal{1}) return refuse(*home, "a credit is a fraction, at most 1");
  spread.priority = priority;
  spread.home = std::move(home_leg);
  spread.away_house = house;
  spread.away = std::move(away_leg);
  spread.line = element.line();
  file.clearing_spreads.push_back(std::move(spread));
  return {};
}

}  // namespace plimsoll::io::spn
