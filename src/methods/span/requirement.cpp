#include "methods/span/requirement.hpp"

#include <array>

#include "methods/span/laws.hpp"

namespace plimsoll::span {
namespace {

constexpr std::array<Label, scenarios_count> scenario_names{
    "scenario 1",  "scenario 2",  "scenario 3",  "scenario 4",  "scenario 5",  "scenario 6",
    "scenario 7",  "scenario 8",  "scenario 9",  "scenario 10", "scenario 11", "scenario 12",
    "scenario 13", "scenario 14", "scenario 15", "scenario 16"};

/// Builds the amounts of one commodity. Every sum follows from its parts; what a policy rounds is a
/// part of its own.
template <Reading R>
class Builder {
 public:
  Builder(const Work& work, const House& house)
      : work_{work}, house_{house}, currency_{work.terms->currency} {}

  Required<R> required() const {
    R risk = commodity_risk();
    const std::size_t own = static_cast<std::size_t>(house_.account_class);
    R initial = times(work_.terms->initial_ratio[own], risk, work_.initial);
    R maintenance = times(work_.terms->adjustment[own], std::move(risk), work_.maintenance);
    return {net(std::move(maintenance)), net(std::move(initial))};
  }

 private:
  R figure(Label label, Decimal amount) const { return known<R>(label, {amount, currency_}); }
  SourceLine line(std::uint32_t number) const { return {Label::of(work_.file->name), number}; }
  R named(R amount) const { return about(work_.terms->code.view(), std::move(amount)); }

  R rounded_to(Decimal shown, R exact) const {
    const Decimal difference = shown - money_of(exact).amount;
    if (difference.is_zero()) return exact;
    return plus(std::move(exact), figure("rounding", difference));
  }

  R times(Decimal factor, R risk, Decimal shown) const {
    if (factor != Decimal{1})
      risk = percent_of(InForce<Percent>{Date::min(), Percent{factor}, &commodity_law},
                        std::move(risk));
    return named(under(commodity_law, "combined commodity", rounded_to(shown, std::move(risk)),
                       line(work_.terms->line)));
  }

  R net(R requirement) const {
    if (work_.long_value.is_zero() && work_.short_value.is_zero()) return requirement;
    Total<R> total{currency_};
    total.add(std::move(requirement));
    if (!work_.short_value.is_zero()) total.add(figure("value of options sold", work_.short_value));
    if (!work_.long_value.is_zero())
      total.add(less(figure("value of options held", work_.long_value)));
    R sum =
        named(under(option_value_law, "net of option value", std::move(total).named("together")));
    if (!work_.terms->limit_option_value && !work_.file->limit_option_value) return sum;
    return named(under(option_value_limit_law, "option value limited to its commodity",
                       greater_of(std::move(sum), figure("nothing", Decimal{}))));
  }

  R commodity_risk() const {
    R least = under(short_option_law, "short option minimum",
                    figure("options sold, at the minimum for each", work_.short_options.minimum));
    if (house_.policy->minimum_against == MinimumAgainst::after_credits)
      return greater_of(less_credits(charges()), std::move(least));
    return greater_of(less_credits(greater_of(charges(), std::move(least))),
                      figure("nothing", Decimal{}));
  }

  R less_credits(R charged) const {
    if (work_.credits.empty() && work_.handed_credits.is_zero()) return charged;
    Total<R> total{currency_};
    if (!work_.handed_credits.is_zero())
      total.add(figure("credits of what is scanned together", work_.handed_credits));
    for (const LegCredit& credit : work_.credits) total.add(credit_of(credit));
    R credits = std::move(total).named("credits");
    return reduced_by(std::move(charged),
                      rounded_to(work_.inter_credit + work_.clearing_credit, std::move(credits)));
  }

  R charges() const {
    Total<R> total{currency_};
    total.add(scanning());
    for (const FormedCalendar& formed : work_.calendars) total.add(calendar(formed));
    for (const SpotCharge& charge : work_.spots) total.add(spot(charge));
    if (!work_.handed_charges.is_zero())
      total.add(figure("charges of what is scanned together", work_.handed_charges));
    R sum = std::move(total).named("scanning risk and charges");
    return rounded_to(work_.scan.risk + work_.calendar_charge + work_.spot_charge, std::move(sum));
  }

  R calendar(const FormedCalendar& formed) const {
    R charge = rounded_to(formed.charge, worth<R>("so much a spread", {formed.rate, currency_},
                                                  Quantity::of(formed.spreads)));
    std::string legs;
    for (const FormedLeg& leg : formed.legs)
      legs += (legs.empty() ? "" : " against ") + plimsoll::to_text(leg.deltas, 0) + " deltas of " +
              leg.place;
    return about(
        legs, under(calendar_law, "calendar spread", std::move(charge), line(formed.spread->line)));
  }

  R spot(const SpotCharge& spot) const {
    R charge = plus(
        worth<R>("deltas in spreads", {spot.in_spreads_rate, currency_},
                 Quantity::of(spot.in_spreads)),
        worth<R>("deltas outright", {spot.outright_rate, currency_}, Quantity::of(spot.outright)));
    return about(to_text(spot.rate->month),
                 under(spot_law, "delivery month", rounded_to(spot.charge, std::move(charge)),
                       line(spot.rate->line)));
  }

  R credit_of(const LegCredit& leg) const {
    const bool flat = leg.spread != nullptr && leg.spread->flat;
    R base =
        flat ? worth<R>("so much a spread", {leg.price_risk, currency_}, Quantity::of(leg.spreads))
             : worth<R>("weighted price risk of the deltas", {leg.price_risk, currency_},
                        Quantity::of(abs(leg.deltas)));
    if (!flat)
      base =
          percent_of(InForce<Percent>{Date::min(), Percent{leg.rate}, &inter_law}, std::move(base));
    return about(plimsoll::to_text(leg.spreads, 0) + " spreads with " + leg.with,
                 granted(leg, rounded_to(leg.credit, std::move(base))));
  }

  R granted(const LegCredit& leg, R credit) const {
    if (leg.clearing)
      return under(clearing_spread_law, "credit", std::move(credit), line(leg.clearing->line));
    const SourceLine defined = line(leg.spread->line);
    if (leg.spread->before_calendars) return under(super_law, "credit", std::move(credit), defined);
    return under(inter_law, "credit", std::move(credit), defined);
  }

  R scanning() const {
    if constexpr (std::same_as<R, Money>) return {work_.scan.risk, currency_};
    else {
      if (!work_.merged.empty()) return merged();
      if (work_.tiers.size() == 1)
        return named(under(scan_law, "scanning risk", tier(work_.tiers.front())));
      Total<R> total{currency_};
      for (const ScannedTier& one : work_.tiers)
        total.add(about(place_of(one), under(scan_law, "scanning risk", tier(one))));
      return named(
          under(tiered_scan_law, "scanning risk of the tiers", std::move(total).named("together")));
    }
  }

  static std::string place_of(const ScannedTier& tier) {
    if (tier.tier != nullptr) return "tier " + std::string{tier.tier->name.view()};
    return tier.month ? to_text(*tier.month) : "in no tier";
  }

  R merged() const {
    std::string legs;
    for (const Merged& one : work_.merged)
      for (const clearing::CombinedCommodity* leg : one.legs)
        legs += (legs.empty() ? "" : ", ") + std::string{leg->code.view()};
    return about("with " + legs, under(scanning_spread_law, "scanned together",
                                       figure("largest loss of all together", work_.scan.risk),
                                       line(work_.merged.front().spread->line)));
  }

  Amount tier(const ScannedTier& one) const {
    if (one.scan.risk.is_zero()) return known<Amount>("no loss in any scenario", zero(currency_));
    const auto points = points_of(*work_.file);
    Amount all{.label = "largest loss", .money = {}, .governs = one.scan.active};
    for (std::size_t i = 0; i < scenarios_count; ++i) {
      Amount scenario = i == one.scan.active
                            ? active(one, i)
                            : known<Amount>(scenario_names[i], {one.scan.scenarios[i], currency_});
      all.parts.push_back(about(move_text(points[i]), std::move(scenario)));
    }
    all.money = all.parts[one.scan.active].money;
    return rounded_to(one.scan.risk, std::move(all));
  }

  Amount active(const ScannedTier& one, std::size_t scenario) const {
    Total<Amount> total{currency_};
    for (const Held& held : work_.held) {
      const clearing::Contract& contract = work_.file->contracts[held.contract];
      const Month month = ladder_month(contract);
      if (scan_tier(work_, month) != one.tier) continue;
      if (one.month && *one.month != month) continue;
      const Decimal each = value_of(array_of(*work_.file, contract, house_.rate_class), scenario);
      total.add(about(key_text(*work_.file, contract),
                      worth<Amount>("loss", {each, currency_}, Quantity::of(held.contracts))));
    }
    return rounded_to(one.scan.scenarios[scenario],
                      std::move(total).named(scenario_names[scenario]));
  }

  const Work& work_;
  const House& house_;
  Currency currency_;
};

}  // namespace

template <Reading R>
Required<R> required(const Work& work, const House& house) {
  return Builder<R>{work, house}.required();
}
template Required<Money> required<Money>(const Work&, const House&);
template Required<Amount> required<Amount>(const Work&, const House&);

template <>
Money converted<Money>(Money amount, Decimal rate, Currency to) {
  return Price{rate, to} * Quantity::of(amount.amount);
}
template <>
Amount converted<Amount>(Amount amount, Decimal rate, Currency to) {
  const Quantity units = Quantity::of(amount.money.amount);
  const Price each{rate, to};
  Amount other{.label = "converted", .money = each * units, .product = Product{units, each}};
  other.subject = amount.money.currency.code();
  other.parts.push_back(std::move(amount));
  return other;
}

}  // namespace plimsoll::span
