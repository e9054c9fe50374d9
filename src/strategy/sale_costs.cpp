#include "strategy/sale_costs.hpp"

#include <algorithm>
#include <cmath>

#include "market/fx.hpp"
#include "model/booking.hpp"

namespace plimsoll::strategy {
namespace {

constexpr double trading_days_a_year = 252;

Round against(bool saves) { return saves ? Round::toward_zero : Round::away_from_zero; }

/// Rounded up, so that no cost is made smaller and no saving larger.
Decimal product_up(Decimal a, Decimal b) {
  return multiply(a, b, against(a.is_negative() != b.is_negative()));
}

Decimal product_up(Decimal each, Quantity units) {
  return Decimal::from_nano(multiply_divide(each.nano(), units.atto, Quantity::scale,
                                            against(each.is_negative() != units.is_negative())));
}

double units_of(Quantity quantity) {
  return static_cast<double>(quantity.atto) / static_cast<double>(Quantity::scale);
}

Quantity smaller(Quantity a, Quantity b) { return a < b ? a : b; }

bool is_fund(const Instrument& instrument) { return std::holds_alternative<Fund>(instrument); }

}  // namespace

SaleCost operator+(const SaleCost& a, const SaleCost& b) {
  return {a.spread + b.spread, a.impact + b.impact, a.tax + b.tax};
}

SaleCost no_cost(Currency currency) { return {zero(currency), zero(currency), zero(currency)}; }

double end_impact(const CurePolicy& policy, double daily_volatility, double part_of_day) {
  return policy.impact_coefficient * daily_volatility *
         std::pow(part_of_day, policy.impact_exponent);
}

double average_impact(const CurePolicy& policy, double daily_volatility, double part_of_day) {
  return end_impact(policy, daily_volatility, part_of_day) / (1 + policy.impact_exponent);
}

double daily_volatility(double yearly) { return yearly / std::sqrt(trading_days_a_year); }

std::optional<double> own_volatility(const Instrument& instrument, const Quote& quote) {
  const bool on_another = std::holds_alternative<ListedOption>(instrument) ||
                          std::holds_alternative<Warrant>(instrument) ||
                          std::holds_alternative<FutureOption>(instrument);
  if (on_another || !quote.volatility) return std::nullopt;
  return daily_volatility(*quote.volatility);
}

std::optional<Money> value_at(const Instrument& instrument, Quantity quantity, Decimal price,
                              Currency base) {
  if (!settled_daily(instrument)) return cost_of(instrument, quantity, price, base);
  std::optional<Decimal> multiplier;
  if (const auto* future = std::get_if<Future>(&instrument)) multiplier = future->multiplier;
  if (const auto* option = std::get_if<FutureOption>(&instrument))
    multiplier = option->future.multiplier;
  if (!multiplier) return std::nullopt;
  const Currency currency = currency_of(instrument, base);
  return Price{multiply(price, *multiplier, Round::half_even), currency} * quantity;
}

Result<SaleCosts> SaleCosts::of(const Position& position, const Account& account,
                                const MarketSnapshot& market, const CurePolicy& policy) {
  const Instrument& instrument = position.instrument;
  const InstrumentId id = id_of(instrument);
  const std::string symbol{id.view()};
  PLIMSOLL_TRY(price, market.price(id));
  const auto unit = value_at(instrument, Quantity::of(1), price, account.base);
  if (!unit)
    return fail(Reason::bad_input,
                "its multiplier is not known; state \"multiplier\" under instruments", symbol);
  PLIMSOLL_TRY(rate, exchange_rate(market, unit->currency, account.base));
  const Quote& quote = *market.find(id);

  SaleCosts costs;
  costs.policy_ = policy;
  costs.base_ = account.base;
  costs.unit_value_ = product_up(unit->amount, rate);
  if (is_fund(instrument)) {
    costs.spread_from_ = SpreadFrom::none;
  } else if (quote.bid && quote.ask && *quote.bid <= *quote.ask) {
    const auto width = value_at(instrument, Quantity::of(1), *quote.ask - *quote.bid, account.base);
    costs.spread_each_ = product_up(product_up(width->amount, 0.5_d), rate);
    costs.spread_from_ = SpreadFrom::quote;
  } else {
    costs.spread_each_ = product_up(policy.half_spread, abs(costs.unit_value_));
  }
  if (!is_fund(instrument)) {
    if (quote.adv && *quote.adv > 0) costs.daily_volume_ = quote.adv;
    costs.volatility_ = own_volatility(instrument, quote);
    costs.missing_.daily_volume = !costs.daily_volume_;
    costs.missing_.volatility = !costs.volatility_;
  }
  costs.add_steps(position, account, policy, rate, {price, unit->currency});
  return costs;
}

void SaleCosts::add_steps(const Position& position, const Account& account,
                          const CurePolicy& policy, Decimal rate, Price price) {
  const Quantity held = abs(position.quantity);
  if (account.kind == AccountKind::retirement || settled_daily(position.instrument)) {
    steps_.push_back({.units = held, .each = {}});
    return;
  }
  const bool is_short = position.quantity.is_negative();
  const auto step = [&](Quantity units, Price cost, std::optional<bool> long_term) {
    const Decimal move = is_short ? cost.per_unit - price.per_unit : price.per_unit - cost.per_unit;
    const Money gain = *value_at(position.instrument, Quantity::of(1), move, account.base);
    const bool loses = gain.amount.is_negative();
    const bool at_long_rate = long_term.value_or(loses);
    const Decimal tax_rate =
        product_up(at_long_rate ? policy.tax_rate_long_term : policy.tax_rate_short_term,
                   policy.deferral_share);
    steps_.push_back({.units = units,
                      .each = product_up(product_up(gain.amount, rate), tax_rate),
                      .period_known = long_term.has_value()});
  };
  Quantity rest = held;
  for (const Lot& lot : position.lots) {
    const Quantity units = smaller(abs(lot.quantity), rest);
    if (units.is_zero() || lot.cost.currency != price.currency) continue;
    step(units, lot.cost, !is_short && plus_months(lot.date, 12) < account.as_of);
    steps_.back().lot = lot;
    rest = rest - units;
  }
  const auto& average = position.average_cost ? position.average_cost : position.trade_price;
  if (!rest.is_zero() && average && average->currency == price.currency) {
    const bool today = !position.average_cost;
    step(rest, *average, is_short || today ? std::optional{false} : std::nullopt);
  } else if (!rest.is_zero()) {
    steps_.push_back({.units = rest, .each = {}, .known = false});
  }
  order_steps();
}

/// The least tax first; what is not known after what is.
void SaleCosts::order_steps() {
  std::ranges::stable_sort(steps_, [](const TaxStep& a, const TaxStep& b) {
    return a.known != b.known ? a.known : a.each < b.each;
  });
}

void SaleCosts::add(const SaleCosts& other) {
  steps_.insert(steps_.end(), other.steps_.begin(), other.steps_.end());
  order_steps();
}

SaleCost SaleCosts::at(Quantity units) const {
  SaleCost cost = no_cost(base_);
  if (!(Quantity{} < units)) return cost;
  cost.spread.amount = product_up(spread_each_, units);
  if (daily_volume_ && volatility_) {
    const double count = units_of(units);
    const double impact = average_impact(policy_, *volatility_, count / *daily_volume_);
    const double each = std::min(impact, 1.0) * std::abs(to_double(unit_value_));
    cost.impact.amount = Decimal::from_nano(
        static_cast<Int128>(std::ceil(each * count * static_cast<double>(Decimal::scale))));
  }
  Quantity rest = units;
  for (const TaxStep& step : steps_) {
    if (rest.is_zero()) break;
    const Quantity part = smaller(step.units, rest);
    cost.tax.amount += product_up(step.each, part);
    rest = rest - part;
  }
  return cost;
}

MissingCosts SaleCosts::missing(Quantity units) const {
  MissingCosts missing = missing_;
  Quantity rest = units;
  for (const TaxStep& step : steps_) {
    if (!(Quantity{} < rest)) break;
    missing.cost_basis |= !step.known;
    missing.holding_period |= !step.period_known;
    rest = rest - smaller(step.units, rest);
  }
  return missing;
}

double SaleCosts::paid_at(double units) const {
  if (!(units > 0)) return 0;
  double paid = to_double(spread_each_) * units;
  if (daily_volume_ && volatility_)
    paid += std::min(average_impact(policy_, *volatility_, units / *daily_volume_), 1.0) *
            std::abs(to_double(unit_value_)) * units;
  return paid;
}

double SaleCosts::total_at(double units) const {
  double total = paid_at(units);
  double rest = units;
  for (const TaxStep& step : steps_) {
    if (rest <= 0) break;
    const double part = std::min(units_of(step.units), rest);
    total += to_double(step.each) * part;
    rest -= part;
  }
  return total;
}

std::vector<Lot> SaleCosts::lots_left(Quantity units) const {
  std::vector<Lot> left;
  Quantity rest = units;
  for (const TaxStep& step : steps_) {
    const Quantity sold = smaller(step.units, rest);
    rest = rest - sold;
    if (!step.lot || sold == step.units) continue;
    left.push_back(*step.lot);
    const Quantity kept = step.units - sold;
    left.back().quantity = step.lot->quantity.is_negative() ? -kept : kept;
  }
  std::ranges::stable_sort(left, {}, &Lot::date);
  return left;
}

Quantity SaleCosts::without_gains() const {
  Quantity units;
  for (const TaxStep& step : steps_)
    if (step.known && !(Decimal{} < step.each)) units = units + step.units;
  return units;
}

}  // namespace plimsoll::strategy
