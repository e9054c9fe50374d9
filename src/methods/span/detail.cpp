#include "methods/span/detail.hpp"

#include <algorithm>

namespace plimsoll::span {
namespace {

Detail members(std::vector<Detail> children) { return {.children = std::move(children)}; }

Detail scenarios_of(const Scan& scan) {
  std::vector<Detail> items;
  for (const Decimal loss : scan.scenarios) items.push_back(amount_leaf("", loss));
  return list_of("scenarios", std::move(items));
}

/// From 1, as the clearing houses count.
Detail active_of(const Scan& scan) {
  return number_leaf("active_scenario", Decimal{static_cast<std::int64_t>(scan.active) + 1});
}

Detail ladder_of(const Ladder& ladder) {
  std::vector<Detail> items;
  for (const Rung& rung : ladder.rungs())
    items.push_back(members(
        {text_leaf("month", to_text(rung.month)), number_leaf("delta", rung.first),
         number_leaf("in_calendar_spreads", rung.in_calendars), number_leaf("left", rung.left)}));
  return list_of("deltas", std::move(items));
}

Detail tiers_of(const Work& work) {
  std::vector<Detail> items;
  for (const ScannedTier& tier : work.tiers)
    items.push_back(members({text_leaf("tier", tier.tier    ? std::string{tier.tier->name.view()}
                                               : tier.month ? to_text(*tier.month)
                                                            : std::string{"none"}),
                             amount_leaf("scan_risk", tier.scan.risk), active_of(tier.scan),
                             scenarios_of(tier.scan), amount_leaf("time_risk", tier.scan.time_risk),
                             amount_leaf("volatility_risk", tier.scan.volatility_risk),
                             amount_leaf("price_risk", tier.scan.price_risk),
                             number_leaf("delta", tier.delta)}));
  return list_of("scanning_tiers", std::move(items));
}

Detail calendars_of(const Work& work) {
  std::vector<Detail> items;
  for (const FormedCalendar& formed : work.calendars) {
    std::vector<Detail> legs;
    for (const FormedLeg& leg : formed.legs)
      legs.push_back(members({text_leaf("of", leg.place), number_leaf("delta", leg.deltas)}));
    items.push_back(
        members({number_leaf("priority", Decimal{formed.spread->priority}),
                 number_leaf("spreads", formed.spreads), amount_leaf("rate", formed.rate),
                 amount_leaf("charge", formed.charge), list_of("legs", std::move(legs))}));
  }
  return list_of("calendar_spreads", std::move(items));
}

Detail spots_of(const Work& work) {
  std::vector<Detail> items;
  for (const SpotCharge& spot : work.spots)
    items.push_back(members({text_leaf("month", to_text(spot.rate->month)),
                             number_leaf("delta_in_spreads", spot.in_spreads),
                             number_leaf("delta_outright", spot.outright),
                             amount_leaf("rate_in_spreads", spot.in_spreads_rate),
                             amount_leaf("rate_outright", spot.outright_rate),
                             amount_leaf("charge", spot.charge)}));
  return list_of("delivery_months", std::move(items));
}

Detail credits_of(const Work& work) {
  std::vector<Detail> items;
  for (const LegCredit& credit : work.credits) {
    const int priority = credit.clearing ? credit.clearing->priority : credit.spread->priority;
    items.push_back(
        members({number_leaf("priority", Decimal{priority}), text_leaf("with", credit.with),
                 number_leaf("spreads", credit.spreads), number_leaf("delta", credit.deltas),
                 amount_leaf("weighted_price_risk", credit.price_risk),
                 number_leaf("credit_rate", credit.rate), amount_leaf("credit", credit.credit)}));
  }
  return list_of("inter_commodity_spreads", std::move(items));
}

std::string joined(const std::vector<Merged>& merged) {
  std::string legs;
  for (const Merged& one : merged)
    for (const clearing::CombinedCommodity* leg : one.legs)
      legs += (legs.empty() ? "" : ", ") + std::string{leg->code.view()};
  return legs;
}

/// What the commodity adds to the account's sum, in its own currency.
Decimal total_of(const Work& work) {
  const Decimal net = work.maintenance - work.net_option_value();
  const bool limited = work.terms->limit_option_value || work.file->limit_option_value;
  return limited ? std::max(net, Decimal{}) : net;
}

}  // namespace

Detail text_leaf(std::string name, std::string text) {
  return {.name = std::move(name), .text = std::move(text)};
}
Detail amount_leaf(std::string name, Decimal amount) {
  return {.name = std::move(name), .text = plimsoll::to_text(amount, 2)};
}
Detail number_leaf(std::string name, Decimal number) {
  return {.name = std::move(name), .text = plimsoll::to_text(number, 0), .number = true};
}
Detail list_of(std::string name, std::vector<Detail> items) {
  return {.name = std::move(name), .list = true, .children = std::move(items)};
}

Detail detail_of(const Work& work, const House& house, const std::string& subject) {
  Detail all = members({text_leaf("code", std::string{work.terms->code.view()}),
                        text_leaf("clearing_house", std::string{house.file->clearing_house.view()}),
                        text_leaf("currency", std::string{work.terms->currency.code()})});
  std::vector<Detail>& said = all.children;
  if (!subject.empty()) said.push_back(text_leaf("position", subject));
  if (work.merged_into != nullptr)
    said.push_back(text_leaf("scanned_in", std::string{work.merged_into->terms->code.view()}));
  if (!work.merged.empty()) said.push_back(text_leaf("scanned_with", joined(work.merged)));
  for (Detail& one : std::vector<Detail>{
           amount_leaf("scan_risk", work.scan.risk),
           active_of(work.scan),
           scenarios_of(work.scan),
           amount_leaf("time_risk", work.scan.time_risk),
           amount_leaf("volatility_risk", work.scan.volatility_risk),
           amount_leaf("price_risk", work.scan.price_risk),
           number_leaf("delta", work.delta),
           amount_leaf("weighted_price_risk", weighted_price_risk(work, nullptr, *house.policy)),
           amount_leaf("intra_commodity", work.calendar_charge),
           amount_leaf("spot", work.spot_charge),
           amount_leaf("inter_commodity_credit", work.inter_credit),
           amount_leaf("inter_exchange_credit", work.clearing_credit),
           amount_leaf("short_option_minimum", work.short_options.minimum),
           number_leaf("short_calls", work.short_options.calls),
           number_leaf("short_puts", work.short_options.puts),
           amount_leaf("risk", work.risk),
           amount_leaf("maintenance", work.maintenance),
           amount_leaf("initial", work.initial),
           amount_leaf("net_option_value", work.net_option_value()),
           amount_leaf("total", total_of(work)),
           ladder_of(work.ladder),
           tiers_of(work),
           calendars_of(work),
           spots_of(work),
           credits_of(work)})
    said.push_back(std::move(one));
  return all;
}

}  // namespace plimsoll::span
