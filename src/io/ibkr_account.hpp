#pragma once
// What Interactive Brokers' formats say of an account besides its positions.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "io/reading.hpp"

namespace plimsoll::io {

/// Cash by currency, exchange rates and what is said of the account, gathered from any section.
struct IbkrAccount {
  std::string base;   // empty: not said
  std::string words;  // every word the file has for the kind of account
  std::map<std::string, Decimal> cash, rates;
  std::optional<Decimal> base_cash;  // the total in the base currency
  bool short_shares = false;

  /// The account's own currency. Refused: no currency code.
  Result<void> take_base(std::string_view currency);
  /// Whether a row of cash is the total in the base currency: "BASE_SUMMARY".
  static bool is_base_summary(std::string_view currency);
  /// An amount of cash in a currency. Refused: no number, too large, no currency code, a second
  /// amount that differs.
  Result<void> add_cash(std::string_view currency, std::string_view amount);
  /// One unit of `currency` in the base currency. Refused: not above zero, or beyond limits.hpp.
  Result<void> add_rate(std::string_view currency, std::string_view rate);

  /// Refused: a total in the base currency that is not the sum of the currencies, beyond what
  /// exchange rates of another hour explain, or that no rate above zero can explain where one is
  /// missing. Nothing is refused where several are.
  Result<void> adds_up() const;

  /// Into the reading: number, id, kind, currency, cash, rates, with a note on each thing taken for
  /// granted.
  void settle(std::string_view number, Reading& reading) const;

 private:
  void settle_cash(Reading& reading) const;
  void settle_kind(Reading& reading) const;
};

}  // namespace plimsoll::io
