#include "io/bonds.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "io/dates.hpp"
#include "io/text.hpp"

namespace plimsoll::io {
namespace {

template <std::size_t count>
bool holds_any(std::string_view text, const std::array<std::string_view, count>& parts) {
  return std::ranges::any_of(parts, [&](std::string_view part) { return holds(text, part); });
}

constexpr std::array<std::string_view, 5> treasury_words{"TREAS", "T-BILL", "T BILL", "US T ",
                                                         "TBILL"};
constexpr std::array<std::string_view, 9> bond_words{"BOND", " BD",    "NOTE", " NT",  "BILL",
                                                     "CPN",  "COUPON", "DUE ", "MATUR"};
constexpr std::array<std::string_view, 4> zero_words{"BILL", "ZERO", "STRIP", "PRINCIPAL ONLY"};
constexpr std::array<std::string_view, 4> deposit_words{" CD ", "CERTIFICATE OF DEPOSIT",
                                                        "CERT OF DEP", "CTF DEP"};

}  // namespace

std::optional<Description> bond_in(std::string_view name) {
  const std::vector<Date> days = days_in(name);
  if (days.empty()) return {};
  const bool treasury = holds_any(name, treasury_words);
  const bool deposit = holds_any(name, deposit_words);
  const bool coupon = name.find('%') != std::string_view::npos;
  if (!treasury && !deposit && !coupon && !holds_any(name, bond_words)) return {};
  Description bond;
  bond.type = treasury ? "treasury" : "bond";
  bond.maturity = std::ranges::max(days);
  if (holds_any(name, zero_words)) bond.zero_coupon = true;
  if (deposit) bond.marginable = false;
  return bond;
}

}  // namespace plimsoll::io
