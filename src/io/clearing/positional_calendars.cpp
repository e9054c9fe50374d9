// What is charged within one commodity: tiers, calendar spreads, delivery months, short options: 3,
// S, C, E and 4. They name the commodity by its code alone.

#include "io/clearing/positional_records.hpp"

namespace plimsoll::io {
namespace {

using namespace clearing;

template <std::size_t count>
struct TierColumns {
  std::array<Column, count> number, first, last, first_day, last_day;
};

template <std::size_t count>
consteval TierColumns<count> tier_columns(std::string_view record) {
  return {columns<count>(record, "tier", "_number"), columns<count>(record, "tier", "_start_month"),
          columns<count>(record, "tier", "_end_month"),
          columns<count>(record, "tier", "_start_day"), columns<count>(record, "tier", "_end_day")};
}

template <std::size_t count>
std::optional<Tier> tier(Row& row, const TierColumns<count>& at, std::size_t i) {
  const Month first = row.month(at.first[i], at.first_day[i]);
  if (first.empty()) return std::nullopt;
  Tier read{.name = row.tier(at.number[i]),
            .first = first,
            .last = row.month_needed(at.last[i], at.last_day[i]),
            .line = row.number()};
  if (read.name.empty()) row.complain(at.number[i], "; a tier has a number from 01");
  if (std::tie(read.last.year, read.last.month) < std::tie(first.year, first.month))
    row.complain(at.last[i], "is before the tier's first month");
  return read;
}

/// A factor of risk; nothing where blank or zero, as none takes all risk away.
std::optional<Decimal> factor(Row& row, const Column& column) {
  const auto read = row.number(column);
  return read && !read->is_zero() ? read : std::nullopt;
}

constexpr std::size_t place(BondClass account_class) {
  return static_cast<std::size_t>(account_class);
}

/// In order of BondClass; what is not stated stays.
void read_factors(Row& row, const std::array<Column, 3>& columns, std::array<Decimal, 3>& factors) {
  for (const auto account_class : {BondClass::speculator, BondClass::hedger, BondClass::member})
    if (const auto read = factor(row, columns[place(account_class)]))
      factors[place(account_class)] = *read;
}

void append(std::vector<Tier>& tiers, const std::vector<Tier>& more) {
  tiers.insert(tiers.end(), more.begin(), more.end());
}

}  // namespace

void read_calendar_tiers(Row& row, Gathered& gathered) {
  constexpr auto code = column("3", "combined_commodity"),
                 method = column("3", "intra_spread_method");
  constexpr auto at = tier_columns<4>("3");
  constexpr std::array ratios{column("3", "init_maint_ratio_speculator"),
                              column("3", "init_maint_ratio_hedger"),
                              column("3", "init_maint_ratio_member")};
  const Code name = row.code_needed(code);
  const std::string_view said = row.text(method);
  if (said != "01" && said != "10")
    row.complain(method, "; 01 and 10 are known, the others are the standard format's");
  std::vector<Tier> tiers;
  for (std::size_t i = 0; i < at.number.size(); ++i)
    if (auto read = tier(row, at, i)) tiers.push_back(std::move(*read));
  std::array<Decimal, 3> read_ratios = {};
  read_factors(row, ratios, read_ratios);
  constexpr std::array same{method, ratios[0], ratios[1], ratios[2]};
  gathered.must_agree(row, "3", name, same);
  if (!row.is_sound()) return;
  CombinedCommodity& commodity = gathered.commodity(row, name);
  append(commodity.calendar_tiers, tiers);
  commodity.calendar_spreads_used = said == "10";
  read_factors(row, ratios, commodity.initial_ratio);
}

void read_tiers(Row& row, Gathered& gathered) {
  constexpr auto code = column("S", "combined_commodity"), method = column("S", "method"),
                 price_risk = column("S", "weighted_futures_price_risk_method");
  constexpr auto at = tier_columns<5>("S");
  constexpr auto rates = columns<5>("S", "tier", "_som_rate");
  const Code name = row.code_needed(code);
  const auto said = row.digits_needed(method);
  if (said != 1 && said != 2 && said != 10 && said != 30 && (said < 20 || said > 23))
    row.complain(method, "; 01, 02, 10, 20, 21, 22, 23 and 30 are known");
  std::vector<Tier> tiers;
  for (std::size_t i = 0; i < at.number.size() && said >= 10; ++i) {
    auto read = tier(row, at, i);
    if (!read) continue;
    if (said == 30) read->short_option_rate = {{0, row.number_needed(rates[i])}};
    tiers.push_back(std::move(*read));
  }
  const auto weighted = row.digits(price_risk);
  if (weighted && *weighted > 3) row.complain(price_risk, "; 1, 2 and 3 are known");
  constexpr std::array same{price_risk};
  gathered.must_agree(row, "S", name, same);
  if (!row.is_sound()) return;
  CombinedCommodity& commodity = gathered.commodity(row, name);
  if (said == 2) commodity.months_are_tiers = true;
  if (said == 10 || said == 21 || said == 22) append(commodity.scan_tiers, tiers);
  if (said == 20 || said == 21 || said == 23) append(commodity.inter_tiers, tiers);
  if (said == 30) append(commodity.short_option_tiers, tiers);
  if (weighted && *weighted != 0)
    commodity.weighted_price_risk = static_cast<WeightedPriceRisk>(*weighted);
}

void read_tier_spread(Row& row, Gathered& gathered) {
  constexpr auto code = column("C", "combined_commodity"), method = column("C", "method"),
                 priority = column("C", "priority"), count = column("C", "number_of_legs"),
                 charge = column("C", "charge_rate");
  constexpr auto tiers = columns<8>("C", "leg", "_tier"),
                 ratios = columns<8>("C", "leg", "_delta_per_spread"),
                 sides = columns<8>("C", "leg", "_side");
  const Code name = row.code_needed(code);
  if (row.text(method) != "10") row.complain(method, "; 10 alone is known");
  CalendarSpread spread{.priority = static_cast<int>(row.digits_needed(priority)),
                        .by_month = false,
                        .charge = {{0, row.number_needed(charge)}},
                        .legs = {},
                        .line = row.number()};
  const auto legs = static_cast<std::size_t>(row.digits_needed(count));
  if (legs < 1 || legs > tiers.size()) row.complain(count, "; a spread has 1 to 8 legs");
  for (std::size_t i = 0; i < legs && i < tiers.size(); ++i) {
    const CalendarLeg leg{.tier = row.tier(tiers[i]),
                          .month = {},
                          .ratio = row.number_needed(ratios[i]),
                          .side = row.side(sides[i])};
    if (leg.tier.empty()) row.complain(tiers[i], "; a leg is of a tier");
    if (leg.ratio.is_zero()) row.complain(ratios[i], "; a leg has deltas");
    spread.legs.push_back(leg);
  }
  if (row.is_sound()) gathered.commodity(row, name).calendar_spreads.push_back(std::move(spread));
}

void read_month_spread(Row& row, Gathered& gathered) {
  constexpr auto code = column("E", "combined_commodity"), priority = column("E", "priority"),
                 charge = column("E", "charge_rate");
  constexpr auto months = columns<4>("E", "leg", "_month"),
                 days = columns<4>("E", "leg", "_remaining_period"),
                 ratios = columns<4>("E", "leg", "_delta_per_spread"),
                 sides = columns<4>("E", "leg", "_side");
  const Code name = row.code_needed(code);
  CalendarSpread spread{.priority = static_cast<int>(row.digits_needed(priority)),
                        .by_month = true,
                        .charge = {{0, row.number_needed(charge)}},
                        .legs = {},
                        .line = row.number()};
  for (std::size_t i = 0; i < months.size(); ++i) {
    const auto month = row.digits(months[i]);
    if (!month || *month == 0) continue;
    if (*month % 100 < 1 || *month % 100 > 12) row.complain(months[i], "is no month, YYMM");
    CalendarLeg leg{.tier = {},
                    .month = {static_cast<std::uint16_t>(2000 + *month / 100),
                              static_cast<std::uint8_t>(*month % 100)},
                    .ratio = row.number_needed(ratios[i]),
                    .side = row.side(sides[i])};
    const std::string_view day = row.text(days[i]);
    if (day.find_first_not_of('0') != std::string_view::npos) leg.month.day = DayCode{day};
    if (leg.ratio.is_zero()) row.complain(ratios[i], "; a leg has deltas");
    spread.legs.push_back(leg);
  }
  if (spread.legs.empty()) row.complain(months[0], "; a spread has legs");
  if (row.is_sound()) gathered.commodity(row, name).calendar_spreads.push_back(std::move(spread));
}

namespace {

std::vector<SpotRate> spot_rates(Row& row) {
  constexpr auto count = column("4", "m10_number_of_delivery_months");
  constexpr auto months = columns<2>("4", "m10_month", ""),
                 days = columns<2>("4", "m10_month", "_day"),
                 spreads = columns<2>("4", "m10_month", "_rate_spreads"),
                 outrights = columns<2>("4", "m10_month", "_rate_outrights");
  std::vector<SpotRate> rates;
  (void)row.digits(count);  // of all records of the commodity: what is not blank is read
  for (std::size_t i = 0; i < months.size(); ++i) {
    const Month month = row.month(months[i], days[i]);
    if (month.empty()) continue;
    rates.push_back({.month = month,
                     .rate_class = 0,
                     .in_spreads = row.number_needed(spreads[i]),
                     .outright = row.number_needed(outrights[i]),
                     .line = row.number()});
  }
  return rates;
}

std::optional<SpotMethod> spot_method(std::string_view code) {
  if (code == "01" || code.empty()) return SpotMethod::none;
  if (code == "10") return SpotMethod::table;
  if (code == "11") return SpotMethod::basis_risk;
  return std::nullopt;
}

}  // namespace

void read_spot(Row& row, Gathered& gathered) {
  constexpr auto code = column("4", "combined_commodity"), method = column("4", "spot_method"),
                 rate = column("4", "som_rate"), som_method = column("4", "som_method");
  constexpr std::array factors{column("4", "adj_factor_speculator"),
                               column("4", "adj_factor_hedger"), column("4", "adj_factor_member")};
  const Code name = row.code_needed(code);
  const auto spot = spot_method(row.text(method));
  if (!spot) row.complain(method, "; 01, 10 and 11 are known");
  std::vector<SpotRate> rates;
  if (spot == SpotMethod::table) rates = spot_rates(row);
  const auto short_option = row.number(rate);
  const char counted = row.letter(som_method);
  if (counted != ' ' && counted != '1' && counted != '2')
    row.complain(som_method, "; blank, 1 and 2 are known");
  std::array<Decimal, 3> read{};
  read_factors(row, factors, read);
  constexpr std::array same{method, rate, som_method, factors[0], factors[1], factors[2]};
  gathered.must_agree(row, "4", name, same);
  if (!row.is_sound()) return;
  CombinedCommodity& commodity = gathered.commodity(row, name);
  if (short_option && commodity.short_option_rate.empty())
    commodity.short_option_rate = {{0, *short_option}};
  commodity.spot_method = *spot;
  commodity.spot_rates.insert(commodity.spot_rates.end(), rates.begin(), rates.end());
  if (counted == '1') commodity.short_option_method = ShortOptionMethod::larger_side;
  read_factors(row, factors, commodity.adjustment);
  if (spot == SpotMethod::basis_risk)
    gathered.file.kept.push_back(taken_apart("4", row.line(), row.number()));
}

}  // namespace plimsoll::io
