#pragma once
#include "base/fixed_text.hpp"

namespace plimsoll {

/// "USD", "EUR", "USDC": upper-case letters and digits, at most eight.
class Currency {
 public:
  constexpr Currency() = default;
  consteval Currency(const char* code) : code_{std::string_view{code}} {}
  /// A code read at run time; the caller has checked it with `is_code`.
  static constexpr Currency of(std::string_view code) {
    Currency currency;
    currency.code_ = FixedText<8>{code};
    return currency;
  }
  static constexpr bool is_code(std::string_view code) {
    if (code.size() < 3 || !FixedText<8>::fits(code)) return false;
    for (const char c : code)
      if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) return false;
    return true;
  }

  constexpr std::string_view code() const { return code_.view(); }
  constexpr bool operator==(const Currency&) const = default;
  constexpr auto operator<=>(const Currency&) const = default;

 private:
  FixedText<8> code_;
};

inline constexpr Currency usd{"USD"};

}  // namespace plimsoll
