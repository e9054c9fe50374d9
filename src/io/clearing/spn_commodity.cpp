#include "io/clearing/spn_commodity.hpp"

#include <algorithm>

#include "io/text.hpp"

namespace plimsoll::io::spn {
namespace {

using clearing::CombinedCommodity;

constexpr std::size_t commodities_max = 20'000;
constexpr std::size_t adjustments_max = 1'000;  // of one commodity

std::unexpected<Error> no_method(Element of, Tag tag, const char* methods) {
  const auto leaf = of.child(tag);
  return refuse(leaf ? *leaf : of,
                "\"" + shown(of.text(tag)) + "\" is not known; read are " + methods);
}

Result<clearing::WeightedPriceRisk> weighted_price_risk(Element of) {
  const std::string word = upper(of.text(Tag::wfprMeth));
  if (word.empty() || word == "1" || word == "NORMAL") return clearing::WeightedPriceRisk::normal;
  if (word == "2" || word == "SCANRANGE_CAP")
    return clearing::WeightedPriceRisk::capped_at_scan_range;
  if (word == "3" || word == "SCANRANGE") return clearing::WeightedPriceRisk::scan_range;
  return no_method(of, Tag::wfprMeth, "NORMAL, SCANRANGE_CAP and SCANRANGE");
}

Result<clearing::ShortOptionMethod> short_option_method(Element of) {
  const std::string word = upper(of.text(Tag::somMeth));
  if (word.empty() || word == "2" || word == "GROSS") return clearing::ShortOptionMethod::sum;
  if (word == "1" || word == "MAX") return clearing::ShortOptionMethod::larger_side;
  return no_method(of, Tag::somMeth, "GROSS and MAX");
}

Result<clearing::CombinationMethod> combination_method(Element of) {
  const std::string word = upper(of.text(Tag::cmbMeth));
  if (word.empty() || word.starts_with("S")) return clearing::CombinationMethod::split;
  if (word.starts_with("D")) return clearing::CombinationMethod::delta;
  if (word.starts_with("M")) return clearing::CombinationMethod::modified;
  return no_method(of, Tag::cmbMeth, "SPLIT, DELTA and MODIFIED");
}

Result<clearing::ProductLink> product_link(Element element) {
  clearing::ProductLink link;
  PLIMSOLL_TRY(exchange, needed_code(element, Tag::exch));
  PLIMSOLL_TRY(product, needed_code(element, Tag::pfCode));
  PLIMSOLL_TRY(scale, quotient(element, Tag::sc, ratio_max));
  const std::string word = upper(element.text(Tag::pfType));
  const auto type = clearing::product_type(word);
  if (!type)
    return refuse(element, "\"" + shown(word) +
                               "\" is no kind of product; pfType is FUT, PHY, FWD, CMB, OOF, "
                               "OOP, OOC, OOE, EQUITY or DEBT");
  link.product = {exchange, product, *type};
  link.delta_scale = scale.value_or(Decimal{1});
  return link;
}

/// Without `sPe` it begins at the first month, without `ePe` it never ends.
Result<clearing::Tier> tier_of(Element element) {
  clearing::Tier tier;
  PLIMSOLL_TRY(name, tier_code(element, Tag::tn));
  PLIMSOLL_TRY(first, month(element, Tag::sPe));
  PLIMSOLL_TRY(last, month(element, Tag::ePe));
  clearing::SeriesTerms ranges;
  PLIMSOLL_TRY_VOID(scan_ranges(element, ranges));
  tier.name = name;
  tier.first = first;
  tier.last = last.empty() ? Month{9'999, 12, {}} : last;
  tier.price_scan = ranges.price_scan;
  tier.line = element.line();
  if (tier.last < tier.first && !tier.last.day.empty())
    return refuse(element, "the tier's ePe is before its sPe");
  return tier;
}

Result<std::vector<clearing::Tier>> tiers(Element of, Tag list) {
  std::vector<clearing::Tier> all;
  const auto found = of.child(list);
  if (!found) return all;
  for (const Element element : found->children(Tag::tier)) {
    PLIMSOLL_TRY(tier, tier_of(element));
    all.push_back(std::move(tier));
  }
  return all;
}

/// A tier of no number and no months is the whole commodity.
Result<void> short_options(Element of, CombinedCommodity& commodity) {
  const auto found = of.child(Tag::somTiers);
  if (!found) return {};
  const std::vector<Element> elements = found->children(Tag::tier);
  for (const Element element : elements) {
    PLIMSOLL_TRY(tier, tier_of(element));
    PLIMSOLL_TRY(rate, rates(element, money_max));
    const bool whole = element.text(Tag::sPe).empty() && element.text(Tag::ePe).empty();
    if (whole && elements.size() == 1) {
      commodity.short_option_rate = std::move(rate);
      return {};
    }
    tier.short_option_rate = std::move(rate);
    commodity.short_option_tiers.push_back(std::move(tier));
  }
  return {};
}

Result<clearing::CalendarLeg> calendar_leg(Element element, const CombinedCommodity& commodity) {
  clearing::CalendarLeg leg;
  PLIMSOLL_TRY(of, code(element, Tag::cc));
  if (!of.empty() && of != commodity.code)
    return refuse(element, "a spread within commodity " + std::string{commodity.code.view()} +
                               " has a leg in " + std::string{of.view()});
  if (element.tag() == Tag::tLeg) {
    PLIMSOLL_TRY(tier, tier_code(element, Tag::tn));
    leg.tier = tier;
  } else {
    PLIMSOLL_TRY(at, month(element, Tag::pe));
    if (at.empty()) return refuse(element, "there is no pe, the month, in this leg");
    leg.month = at;
  }
  PLIMSOLL_TRY(ratio, decimal(element, Tag::i, ratio_max));
  PLIMSOLL_TRY(leg_side, side(element, Tag::rs));
  leg.ratio = ratio.value_or(Decimal{1});
  if (leg.ratio <= Decimal{}) return refuse(element, "a leg's i, its deltas, is above 0");
  leg.side = leg_side;
  return leg;
}

/// With those it holds, each a spread of its own.
Result<void> calendar_spread(Element element, CombinedCommodity& commodity) {
  clearing::CalendarSpread spread;
  PLIMSOLL_TRY(priority, number(element, Tag::spread));
  PLIMSOLL_TRY(charge, rates(element, money_max));
  for (const clearing::Rate& rate : charge)
    if (rate.value.is_negative())
      return refuse(element, to_text(rate.value, 0) + " is no charge for a spread; it is from 0");
  const std::string method = upper(element.text(Tag::chargeMeth));
  if (!method.empty() && method != "F")
    return no_method(element, Tag::chargeMeth, "F within a commodity: money for one spread");
  for (const Tag tag : {Tag::tLeg, Tag::pLeg})
    for (const Element leg : element.children(tag)) {
      PLIMSOLL_TRY(read, calendar_leg(leg, commodity));
      spread.legs.push_back(read);
    }
  spread.by_month = element.child(Tag::pLeg).has_value();
  if (spread.by_month && element.child(Tag::tLeg))
    return refuse(element, "a spread is between tiers (tLeg) or between months (pLeg), not both");
  spread.priority = static_cast<int>(std::min<std::uint32_t>(priority.value_or(0), 1'000'000));
  spread.charge = std::move(charge);
  spread.line = element.line();
  if (!spread.legs.empty()) commodity.calendar_spreads.push_back(std::move(spread));
  for (const Element inner : element.children(Tag::dSpread))
    PLIMSOLL_TRY_VOID(calendar_spread(inner, commodity));
  return {};
}

/// There is a table where there are rows; the words of spotMeth are not public.
Result<void> spot_charges(Element of, CombinedCommodity& commodity) {
  for (const Element element : of.children(Tag::spotRate)) {
    clearing::SpotRate rate;
    PLIMSOLL_TRY(id, rate_id(element));
    PLIMSOLL_TRY(at, month(element, Tag::pe));
    PLIMSOLL_TRY(in_spreads, decimal(element, Tag::sprd, money_max));
    PLIMSOLL_TRY(outright, decimal(element, Tag::outr, money_max));
    if (at.empty()) return refuse(element, "there is no pe, the delivery month, in this element");
    const bool twice = std::ranges::any_of(
        commodity.spot_rates,
        [&](const clearing::SpotRate& one) { return one.month == at && one.rate_class == id; });
    if (twice) return refuse(element, "the delivery month has this rate already; keep one of both");
    rate.month = at;
    rate.rate_class = id;
    rate.in_spreads = in_spreads.value_or(Decimal{});
    rate.outright = outright.value_or(Decimal{});
    if (rate.in_spreads.is_negative() || rate.outright.is_negative())
      return refuse(element, "a charge for a delivery month is from 0");
    rate.line = element.line();
    commodity.spot_rates.push_back(rate);
  }
  if (!commodity.spot_rates.empty()) commodity.spot_method = clearing::SpotMethod::table;
  if (upper(of.text(Tag::spotMeth)).starts_with("BASIS"))
    commodity.spot_method = clearing::SpotMethod::basis_risk;
  return {};
}

Result<void> months_and_charges(Element of, CombinedCommodity& commodity) {
  PLIMSOLL_TRY(calendar_tiers, tiers(of, Tag::intraTiers));
  PLIMSOLL_TRY(inter_tiers, tiers(of, Tag::interTiers));
  PLIMSOLL_TRY(scan_tiers, tiers(of, Tag::scanTiers));
  PLIMSOLL_TRY(rate_tiers, tiers(of, Tag::rateTiers));
  commodity.calendar_tiers = std::move(calendar_tiers);
  commodity.inter_tiers = std::move(inter_tiers);
  commodity.scan_tiers = std::move(scan_tiers);
  commodity.rate_tiers = std::move(rate_tiers);
  PLIMSOLL_TRY_VOID(short_options(of, commodity));
  for (const Element spread : of.children(Tag::dSpread))
    PLIMSOLL_TRY_VOID(calendar_spread(spread, commodity));
  return spot_charges(of, commodity);
}

Result<std::vector<Adjustment>> adjustments(Element of) {
  std::vector<Adjustment> all;
  for (const Element element : of.children(Tag::adjRate)) {
    PLIMSOLL_TRY(id, rate_id(element));
    PLIMSOLL_TRY(base, rate_id(element, Tag::baseR));
    PLIMSOLL_TRY(value, decimal(element, Tag::val, ratio_max));
    if (!value || value->is_negative())
      return refuse(element, "there is no val, a multiplier from 0, in this element");
    all.push_back({clearing::nowhere, id, base, *value});
  }
  if (all.size() > adjustments_max) return refuse(of, "more than 1,000 adjRate in one ccDef");
  return all;
}

/// No part of the classic total, or not public.
void keep_the_rest(Element of, clearing::RiskFile& file) {
  clearing::KeptRecord methods{"ccDef", of.line(), {{"cc", words(of, Tag::cc)}}};
  for (const Tag tag : {Tag::procMeth, Tag::marginMeth})
    if (!of.text(tag).empty()) methods.fields.emplace_back(name_of(tag), words(of, tag));
  if (methods.fields.size() > 1) file.kept.push_back(std::move(methods));
  for (const Element element : of.children(Tag::vmRate)) {
    clearing::KeptRecord record{"vmRate", element.line(), {{"cc", words(of, Tag::cc)}}};
    for (const Element leaf : element.children())
      if (holds_text(leaf.tag()))
        record.fields.emplace_back(name_of(leaf.tag()), one_line(leaf.text(), 200));
    file.kept.push_back(std::move(record));
  }
}

}  // namespace

Result<void> read_commodity(Element definition, House& house) {
  CombinedCommodity commodity;
  PLIMSOLL_TRY(cc, needed_code(definition, Tag::cc));
  PLIMSOLL_TRY(money, currency(definition, Tag::currency));
  PLIMSOLL_TRY(limited, flag(definition, Tag::capAnov, false));
  PLIMSOLL_TRY(price_risk, weighted_price_risk(definition));
  PLIMSOLL_TRY(short_option, short_option_method(definition));
  PLIMSOLL_TRY(combination, combination_method(definition));
  if (!money) return refuse(definition, "there is no currency in this element");
  if (find_commodity(house.file, cc))
    return refuse(definition, "commodity " + std::string{cc.view()} + " is defined twice");
  if (house.file.commodities.size() >= commodities_max)
    return refuse(definition, "more than 20,000 commodities are defined");
  commodity.code = cc;
  commodity.currency = *money;
  commodity.name = words(definition, Tag::name);
  commodity.limit_option_value = limited;
  commodity.weighted_price_risk = price_risk;
  commodity.short_option_method = short_option;
  commodity.combination_method = combination;
  commodity.line = definition.line();
  for (const Element link : definition.children(Tag::pfLink)) {
    PLIMSOLL_TRY(read, product_link(link));
    commodity.products.push_back(std::move(read));
  }
  PLIMSOLL_TRY_VOID(months_and_charges(definition, commodity));
  PLIMSOLL_TRY(rows, adjustments(definition));
  const auto place = static_cast<clearing::Index>(house.file.commodities.size());
  for (Adjustment& row : rows) row.commodity = place;
  house.adjustments.insert(house.adjustments.end(), rows.begin(), rows.end());
  keep_the_rest(definition, house.file);
  house.file.commodities.push_back(std::move(commodity));
  return {};
}

}  // namespace plimsoll::io::spn
