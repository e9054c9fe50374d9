// What is between commodities and products: inter-commodity spreads and combinations: 6 and Z.

#include "io/clearing/positional_records.hpp"

namespace plimsoll::io {
namespace {

using namespace clearing;

std::optional<InterMethod> inter_method(std::string_view code) {
  if (code == "01" || code.empty()) return InterMethod::delta;
  if (code == "02" || code == "10") return InterMethod::tiered;
  if (code == "03") return InterMethod::crush;
  if (code == "04") return InterMethod::scanning;
  if (code == "20") return InterMethod::tier_delta;
  return std::nullopt;
}

/// Percents with four decimals as a fraction; money with two where flat.
Decimal credit(Row& row, const Column& column, bool is_flat) {
  // 9(3)V9(4) read as 9(5)V9(2), or as 9(1)V9(6).
  return scaled(row.digits_needed(column), is_flat ? -2 : -6).value_or(Decimal{});
}

void read_legs(Row& row, InterSpread& spread) {
  constexpr auto exchanges = columns<4>("6", "leg", "_exchange_acronym"),
                 required = columns<4>("6", "leg", "_required_flag"),
                 commodities = columns<4>("6", "leg", "_combined_commodity"),
                 ratios = columns<4>("6", "leg", "_delta_per_spread"),
                 sides = columns<4>("6", "leg", "_side"), tiers = columns<4>("6", "leg", "_tier"),
                 rates = columns<4>("6", "leg", "_credit_rate");
  const bool own_rates = row.letter(column("6", "separate_credit_rates")) == 'Y';
  for (std::size_t i = 0; i < commodities.size(); ++i) {
    if (row.text(commodities[i]).empty()) continue;
    InterLeg leg{.exchange = row.code_needed(exchanges[i]),
                 .commodity = row.code(commodities[i]),
                 .tier = row.tier(tiers[i]),
                 .ratio = row.number_needed(ratios[i]),
                 .side = row.side(sides[i]),
                 .required = row.letter(required[i]) != 'N'};
    if (leg.ratio.is_zero()) row.complain(ratios[i], "; a leg has deltas");
    if (own_rates) leg.rate = {{0, credit(row, rates[i], spread.flat)}};
    spread.legs.push_back(std::move(leg));
  }
  if (spread.legs.empty()) row.complain(commodities[0], "; a spread has legs");
}

void read_target(Row& row, InterSpread& spread) {
  constexpr auto exchange = column("6", "m4_target_exchange"),
                 required = column("6", "m4_target_required"),
                 commodity = column("6", "m4_target_combined_commodity"),
                 ratio = column("6", "m4_target_delta_per_spread"),
                 least = column("6", "m4_min_legs");
  if (const auto legs = row.digits(least); legs && *legs != 0)
    spread.legs_least = static_cast<int>(*legs);
  if (row.text(commodity).empty()) return;
  InterLeg target{.exchange = row.code_needed(exchange),
                  .commodity = row.code(commodity),
                  .tier = {},
                  .required = row.letter(required) != 'N'};
  if (const auto deltas = row.number(ratio); deltas && !deltas->is_zero()) target.ratio = *deltas;
  spread.target = target;
}

Eligible eligible(Row& row, const Column& column) {
  switch (row.letter(column)) {
    case 'N':
      return Eligible::not_customers;
    case 'H':
      return Eligible::house_only;
    default:
      return Eligible::all;
  }
}

}  // namespace

void read_inter_spread(Row& row, Gathered& gathered) {
  constexpr auto group = column("6", "group_code"), priority = column("6", "priority"),
                 rate = column("6", "credit_rate_pct"), method = column("6", "method"),
                 calculation = column("6", "credit_calc_method"),
                 super = column("6", "spread_group_flag"),
                 eligibility = column("6", "regulatory_eligibility");
  const auto said = inter_method(row.text(method));
  if (!said) row.complain(method, "; 01, 02, 03, 04, 10 and 20 are known");
  const char calculated = row.letter(calculation);
  if (calculated != ' ' && calculated != 'W' && calculated != 'F')
    row.complain(calculation, "; blank, W and F are known");
  InterSpread spread{.priority = static_cast<int>(row.digits_needed(priority)),
                     .group = row.code(group),
                     .method = said.value_or(InterMethod::delta),
                     .before_calendars = row.letter(super) == 'S',
                     .flat = calculated == 'F',
                     .legs = {},
                     .eligible = eligible(row, eligibility),
                     .line = row.number()};
  spread.rate = {{0, credit(row, rate, spread.flat)}};
  read_legs(row, spread);
  if (spread.method == InterMethod::scanning) read_target(row, spread);
  const bool is_full = spread.legs.size() == 4;
  if (row.is_sound()) gathered.spreads.push_back({std::move(spread), is_full});
}

void read_combination(Row& row, Gathered& gathered) {
  constexpr auto exchange = column("Z", "exchange_acronym"),
                 product = column("Z", "combination_product"), month = column("Z", "month"),
                 day = column("Z", "day"), number = column("Z", "leg_number"),
                 side = column("Z", "leg_side"), whole = column("Z", "leg_ratio_int"),
                 part = column("Z", "leg_ratio_fraction"), leg_product = column("Z", "leg_product"),
                 leg_type = column("Z", "leg_product_type"), leg_month = column("Z", "leg_month"),
                 leg_day = column("Z", "leg_day");
  GatheredCombination said;
  said.line = row.number();
  const Code house = row.code_needed(exchange);
  said.product = {house, row.code_needed(product), ProductType::combination};
  said.month = row.month(month, day);
  said.leg_number = row.digits_needed(number);
  const auto type = product_type(row.text(leg_type));
  if (!type) row.complain(leg_type, "; a type is FUT, PHY, CMB, OOF, OOP, OOC, ...");
  said.leg.product = {house, row.code_needed(leg_product), type.value_or(ProductType::future)};
  said.leg.month = row.month(leg_month, leg_day);
  said.leg.side = row.side(side);
  const auto fraction = row.digits(part).value_or(0);
  said.leg.ratio = Decimal{row.digits_needed(whole)} + *scaled(fraction, -4);
  if (said.leg.ratio.is_zero()) row.complain(whole, "; a leg has a ratio");
  if (row.is_sound()) gathered.combination_legs.push_back(std::move(said));
}

}  // namespace plimsoll::io
