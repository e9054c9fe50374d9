#include "io/held.hpp"

#include <algorithm>
#include <array>

#include "io/bonds.hpp"
#include "io/option_words.hpp"
#include "io/symbols.hpp"
#include "io/text.hpp"
#include "model/limits.hpp"

namespace plimsoll::io {
namespace {

Description described(std::string type) {
  Description description;
  description.type = std::move(type);
  return description;
}

constexpr Decimal quotient_max{18'000'000'000};  // what a Decimal can be divided by

/// The total over the units it was paid for; nothing where it cannot be told.
std::optional<Decimal> average_cost(const NamedHolding& holding, Quantity quantity,
                                    Decimal units_per_quantity) {
  const auto& total = holding.cost_basis_total;
  if (!total || abs(*total) > limits::cash_max || abs(quantity) > limits::quantity_max) return {};
  const Decimal units = multiply(abs(quantity.units()), units_per_quantity, Round::half_even);
  if (units.is_zero() || units > quotient_max) return {};
  return divide(abs(*total), units, Round::half_even);
}

constexpr Decimal shares_a_contract{100};

Result<HeldRow> option(const NamedHolding& holding) {
  const bool in_words = is_option_phrase(holding.symbol);
  PLIMSOLL_TRY(parsed, in_words ? option_phrase(holding.symbol) : option_word(holding.symbol));
  PLIMSOLL_TRY_VOID(described_alike(holding.name, parsed, shares_a_contract));
  if (auto worth = agrees(holding.worth, shares_a_contract); !worth)
    return fail(Reason::bad_input,
                worth.error().what +
                    "; a contract of other than 100 shares is described in an account document "
                    "(instruments, multiplier)");
  const Quantity contracts = *holding.worth.quantity;
  return HeldRow{.symbol = std::string{osi_id(parsed).view()},
                 .quantity = contracts,
                 .average_cost = average_cost(holding, contracts, Decimal{100})};
}

constexpr std::array<std::string_view, 8> factor_words{"INFL", "TIPS",  "INDEXED", "GNMA",
                                                       "FNMA", "FHLMC", "MTG",     "POOL"};

/// What is worth a factor more or less than its face times its price: bonds indexed to prices, and
/// pools of mortgages partly paid back. The price per 100 of face that gives its value, or nothing
/// where the name says no such thing or the factor is none of theirs.
std::optional<Decimal> price_with_factor(const NamedHolding& holding) {
  const Worth& worth = holding.worth;
  const bool named = std::ranges::any_of(
      factor_words, [&](std::string_view word) { return holds(holding.name, word); });
  if (!named || worth_fits(worth, 0.01_d) != false || worth.quantity->is_zero()) return {};
  const Decimal units = abs(worth.quantity->units());
  if (units.is_zero() || units > quotient_max) return {};
  const Decimal price =
      multiply(divide(abs(*worth.value), units, Round::half_even), 100_d, Round::half_even);
  const Decimal printed = abs(*worth.price);
  const bool plausible = price <= printed + printed + printed && price > Decimal{};
  return plausible ? std::optional{price} : std::nullopt;
}

Result<HeldRow> bond(const NamedHolding& holding, std::string symbol, Reading& reading) {
  const auto factored = price_with_factor(holding);
  Result<Quantity> principal = factored ? *holding.worth.quantity : principal_of(holding.worth);
  if (!principal) return std::unexpected{std::move(principal).error()};
  HeldRow held{
      .symbol = std::move(symbol),
      .quantity = *principal,
      .average_cost = average_cost(holding, *principal, Decimal::from_nano(Decimal::scale / 100)),
      .price = factored ? factored : holding.worth.price,
      .description = bond_in(holding.name)};
  if (!held.description) held.description = described("bond");
  if (factored)
    reading.note(held.symbol + " is worth a factor of its face, so its price is taken as " +
                 to_text_rounded(*factored, 2, Round::half_even) +
                 ", its value over its face, and not the printed " +
                 to_text(*holding.worth.price, 2));
  return held;
}

bool is_fund_ticker(std::string_view symbol) { return symbol.size() == 5 && symbol.ends_with('X'); }

/// Anything counted in shares.
Result<HeldRow> shares(const NamedHolding& holding, std::string symbol, Reading& reading) {
  PLIMSOLL_TRY_VOID(agrees(holding.worth, Decimal{1}));
  HeldRow held{.symbol = std::move(symbol),
               .quantity = *holding.worth.quantity,
               .average_cost = average_cost(holding, *holding.worth.quantity, Decimal{1})};
  const bool fund_ticker = is_fund_ticker(held.symbol);
  if (holding.said == SaidKind::money_market || (fund_ticker && held.symbol.ends_with("XX"))) {
    held.description = described("money_market");
  } else if (holding.said == SaidKind::mutual_fund || fund_ticker) {
    held.description = described("mutual_fund");
  } else if (is_cusip(held.symbol)) {
    held.description = described("equity");
    held.description->marginable = false;
    reading.note(
        held.symbol +
        " is known by a CUSIP only, so no exchange lists it; it is taken as not marginable");
  }
  return held;
}

}  // namespace

Result<HeldRow> held_as(const NamedHolding& holding, Reading& reading) {
  PLIMSOLL_CHECK(holding.worth.quantity.has_value());
  const bool spelled_as_option = is_option_word(holding.symbol) || is_option_phrase(holding.symbol);
  if (holding.said == SaidKind::option || spelled_as_option) {
    PLIMSOLL_TRY(held, option(holding));
    held.price = holding.worth.price;
    return held;
  }
  std::string symbol = share_symbol(holding.symbol);
  const bool undecided = holding.said == SaidKind::nothing || holding.said == SaidKind::share;
  const bool bond_by_name = undecided && bond_in(holding.name) &&
                            (is_cusip(symbol) || worth_fits(holding.worth, Decimal{1}) == false);
  if (holding.said == SaidKind::bond || bond_by_name) {
    return bond(holding, std::move(symbol), reading);
  }
  PLIMSOLL_TRY(held, shares(holding, std::move(symbol), reading));
  held.price = holding.worth.price;
  held.name = holding.name;
  return held;
}

}  // namespace plimsoll::io
