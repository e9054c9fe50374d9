#include "io/history_trade.hpp"

#include <utility>

#include "io/option_words.hpp"
#include "io/symbols.hpp"
#include "io/text.hpp"
#include "model/limits.hpp"

namespace plimsoll::io {
namespace {

constexpr Decimal shares_a_contract{100};
constexpr Decimal quotient_max{18'000'000'000};  // what a Decimal can be divided by

Decimal cost_at(const Printed& printed, Decimal price) {
  return multiply((Price{price, usd} * printed.quantity).amount, printed.factor, Round::half_even);
}

Decimal factor_of(const HeldRow& held) {
  if (is_option_word(held.symbol)) return shares_a_contract;
  const bool per_hundred = held.description && held.description->maturity;
  return per_hundred ? 0.01_d : 1_d;
}

Result<void> stated(const Worth& worth) {
  if (!worth.quantity || worth.quantity->is_zero())
    return fail(Reason::bad_input, "the quantity is blank or zero; write how much was traded");
  if (!worth.price) return fail(Reason::bad_input, "the price is blank; write what one unit cost");
  if (worth.price->is_negative())
    return fail(Reason::bad_input,
                "the price is below zero; if Price and Quantity stand under each other's headings, "
                "exchange the two names in the heading");
  if (abs(*worth.quantity) > limits::quantity_max || *worth.price > limits::price_max)
    return fail(Reason::bad_input, "the quantity or the price is too large; is it a typing error?");
  return {};
}

std::string_view without_mark(std::string_view symbol) {
  symbol = trimmed(symbol);
  if (symbol.starts_with('-')) symbol.remove_prefix(1);
  return trimmed(symbol);
}

}  // namespace

PriceAndFees price_and_fees(const Printed& printed) {
  if (!printed.gross) return {printed.price, printed.costs};
  Decimal price = printed.price;
  const Decimal units = multiply(printed.quantity.units(), printed.factor, Round::half_even);
  const bool divisible = !units.is_zero() && abs(units) <= quotient_max;
  if (abs(cost_at(printed, price) - *printed.gross) > printed.rounding && divisible)
    price = divide(*printed.gross, units, Round::half_even);
  return {price, printed.costs + *printed.gross - cost_at(printed, price)};
}

bool is_option(std::string_view symbol) {
  const std::string_view plain = without_mark(symbol);
  return is_option_word(plain) || is_option_phrase(plain);
}

Result<OsiSymbol> option_in(std::string_view symbol, std::string_view description) {
  const std::string_view plain = without_mark(symbol);
  PLIMSOLL_TRY(option, is_option_phrase(plain) ? option_phrase(plain) : option_word(plain));
  PLIMSOLL_TRY_VOID(described_alike(description, option, shares_a_contract));
  if (option.root.back() >= '0' && option.root.back() <= '9')
    return fail(Reason::bad_input,
                "\"" + shown(plain) +
                    "\" is an adjusted option, and the row does not say what one contract "
                    "delivers; write the entry in an activity document (instruments, multiplier)");
  return option;
}

Result<Trade> traded(TradeRow row, HistoryReading& reading, std::uint32_t line) {
  Worth& worth = row.named.worth;
  PLIMSOLL_TRY_VOID(stated(worth));
  if (is_option(row.named.symbol)) PLIMSOLL_TRY_VOID(option_in(row.named.symbol, row.named.name));
  const Decimal interest = worth.quantity->is_negative() ? -row.accrued : row.accrued;
  worth.value.reset();
  if (row.amount) worth.value = -(*row.amount) - row.costs - interest;
  worth.value_rounding = row.amount_rounding;
  PLIMSOLL_TRY(held, held_as(row.named, reading.rows()));
  PLIMSOLL_TRY(symbol, instrument_id(held.symbol));
  if (abs(held.quantity) > limits::quantity_max)
    return fail(Reason::bad_input, "the quantity is too large; is it a typing error?");
  const auto [price, fees] =
      price_and_fees({held.quantity, held.price.value_or(*worth.price), factor_of(held),
                      worth.value, row.costs, row.amount_rounding});
  if (held.description) {
    held.description->symbol = std::string{symbol.view()};
    PLIMSOLL_TRY_VOID(reading.rows().describe(*std::move(held.description), line));
  }
  return Trade{symbol, held.quantity, price, fees, row.effect};
}

}  // namespace plimsoll::io
