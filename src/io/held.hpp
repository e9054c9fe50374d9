#pragma once
// What a row of an American broker's positions holds, from its symbol, its name, the broker's own
// word for it and what it is worth.

#include <cstdint>
#include <string>
#include <string_view>

#include "io/reading.hpp"
#include "io/worth.hpp"

namespace plimsoll::io {

/// The broker's own word for a row.
enum class SaidKind : std::uint8_t { nothing, share, option, bond, mutual_fund, money_market };

struct NamedHolding {
  std::string symbol;  // as the broker spells it, without its marks
  std::string name;    // "UNITED STATES TREAS BILLS ..."
  SaidKind said = SaidKind::nothing;
  Worth worth;                                   // quantity is set
  std::optional<Decimal> cost_basis_total = {};  // what was paid for all of it
};

/// The symbol in the project's spelling, the quantity in its units (bonds: principal), the price,
/// the average cost where the total is known, and a description of what is not a share. Five
/// letters ending in X are a fund, in XX a money-market fund, by Nasdaq's rule. What has only a
/// CUSIP and is no bond is taken as not marginable, with a note. Refused: a value that is not
/// quantity times price (worth.hpp; options: times 100), a bond whose value fits no way of counting
/// principal (one indexed to prices, or a pool of mortgages, takes the price its value gives, with
/// a note), an option described as another than its symbol says.
Result<HeldRow> held_as(const NamedHolding& holding, Reading& reading);

}  // namespace plimsoll::io
