#include "io/worth.hpp"

#include "base/check.hpp"
#include "model/limits.hpp"

namespace plimsoll::io {
namespace {

bool in_bounds(const Worth& worth) {
  return worth.quantity && worth.price && worth.value &&
         abs(*worth.quantity) <= limits::quantity_max && abs(*worth.price) <= limits::price_max &&
         abs(*worth.value) <= limits::cash_max;
}

/// quantity * price * factor, of a size.
Decimal product(const Worth& worth, Decimal price, Decimal factor) {
  return multiply((Price{price, usd} * abs(*worth.quantity)).amount, factor, Round::half_even);
}

std::string text_of_product(const Worth& worth, Decimal factor, Decimal reckoned) {
  return to_text(*worth.quantity) + " x " + to_text(*worth.price, 2) +
         (factor == 1_d ? "" : " x " + to_text(factor, 0)) + " = " +
         to_text_rounded(reckoned, 2, Round::half_even);
}

}  // namespace

Result<void> agrees(const Worth& worth, Decimal factor) {
  if (!in_bounds(worth) || factor.is_negative() || factor > limits::multiplier_max) return {};
  const Decimal size = product(worth, abs(*worth.price), factor);
  const bool below_zero = worth.quantity->is_negative() != worth.price->is_negative();
  const Decimal reckoned = below_zero ? -size : size;
  // What the roundings of price and quantity may move, and the value's own.
  const Decimal highest = abs(*worth.price) + worth.price_rounding;
  const Decimal slack = product(worth, worth.price_rounding, factor) +
                        multiply(multiply(highest, worth.quantity_rounding, Round::away_from_zero),
                                 factor, Round::away_from_zero) +
                        worth.value_rounding;
  if (abs(*worth.value - reckoned) <= slack) return {};
  return fail(Reason::bad_input,
              "the value " + to_text(*worth.value, 2) + " is not " +
                  text_of_product(worth, factor, reckoned) + ", to within the " +
                  to_text_rounded(slack, 2, Round::away_from_zero) +
                  " that printed digits leave open; one of them is wrong, export the file again");
}

std::optional<bool> worth_fits(const Worth& worth, Decimal factor) {
  if (!in_bounds(worth)) return {};
  const Decimal difference = abs(*worth.value) - product(worth, abs(*worth.price), factor);
  return abs(difference) <= product(worth, 0.01_d, factor) + 1_d;
}

Result<Quantity> principal_of(const Worth& worth) {
  PLIMSOLL_CHECK(worth.quantity.has_value());
  const Quantity quantity = *worth.quantity;
  const auto fits = worth_fits(worth, 0.01_d);
  if (!fits || *fits) return quantity;
  const auto times = [&](Int128 unit) { return Quantity{quantity.atto * unit}; };
  if (*worth_fits(worth, 1_d)) return times(100);
  if (*worth_fits(worth, 10_d)) return times(1'000);
  return fail(Reason::bad_input,
              "the value of this bond is not its quantity times its price, per 100 or per unit; "
              "export the file again");
}

void ValueSum::add(const std::optional<Decimal>& value) {
  ++rows_;
  if (!value || abs(*value) > limits::cash_max || abs(sum_) > limits::cash_max) complete_ = false;
  else sum_ += *value;
}

std::optional<bool> ValueSum::is(Decimal printed) const {
  if (!complete_ || abs(printed) > limits::cash_max) return {};
  return abs(sum_ - printed) <=
         Decimal::from_nano(Decimal::scale / 200 * static_cast<std::int64_t>(rows_ + 1));
}

std::unexpected<Error> not_the_total(Decimal printed, Decimal sum) {
  return fail(Reason::bad_input, "the total is " + to_text(printed, 2) +
                                     " and the rows add up to " + to_text(sum, 2) +
                                     "; rows are missing or altered, export the file again");
}

}  // namespace plimsoll::io
