#pragma once
// The market valued once for many accounts: every instrument's price, its place in a group, and
// what one unit of it gains or loses at each point. Margining an account against it is additions.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "market/snapshot.hpp"
#include "methods/tims/groups.hpp"
#include "pricing/boundary_memo.hpp"

namespace plimsoll::tims {

enum class Standing : std::uint8_t {
  in_grid,
  in_strategy,  // margined by the strategy rules
  no_margin,    // equity that is not marginable
  refused,      // an input is missing or cannot be
  not_covered,
};

struct ValuedInstrument {
  InstrumentId id;
  Standing standing = Standing::refused;
  std::size_t class_group = 0;           // in the grid
  Price price;                           // of one unit, in the account's currency
  Decimal multiplier{1};                 // units for one held
  bool has_minimum = false;              // options and related instruments
  bool has_value = true;                 // futures have none but what they gain
  bool worth_nothing = false;            // priced at nothing: bought, it can neither lose nor gain
  std::string remark = {};               // a caveat on its value
  std::optional<Error> owed_fault = {};  // why, sold, it is refused
  Error fault = {};                      // why it is refused or not covered
};

/// One set of moves: the pack's own, or a test of an overlay.
struct Grid {
  std::size_t columns = 0;          // points, times the shifts of volatility
  std::vector<double> shifts = {};  // of volatility, parts of itself; one zero: none
  std::vector<double> moves = {};   // class groups x columns: of what the group is on
  std::vector<double> gains = {};   // instruments x columns: of one held, account's currency
  const Stress* stress = nullptr;   // null: the pack's own

  std::span<const double> moves_of(std::size_t class_group) const {
    return {moves.data() + class_group * columns, columns};
  }
  std::span<const double> gains_of(std::size_t instrument) const {
    return {gains.data() + instrument * columns, columns};
  }
};

/// What the values stand on besides the market.
struct ValuedTerms {
  Date as_of, rules;
  Currency currency = usd;
  Role role = Role::customer;
  Packs packs;
  bool operator==(const ValuedTerms&) const = default;
};

class Valued {
 public:
  /// `instruments` may hold one twice. What is wrong stands at its instrument. Boundaries of
  /// options that are known need not be found again.
  static std::shared_ptr<const Valued> of(std::vector<const Instrument*> instruments,
                                          const Catalog& catalog, const MarketSnapshot& market,
                                          ValuedTerms terms,
                                          pricing::BoundaryMemo* boundaries = nullptr);

  const ValuedTerms& terms() const { return terms_; }
  const Groups& groups() const { return groups_; }
  const std::vector<ValuedInstrument>& instruments() const { return instruments_; }
  /// The pack's own first.
  const std::vector<Grid>& grids() const { return grids_; }
  /// Its place among the instruments; nothing where it was not valued.
  std::optional<std::size_t> find(const InstrumentId& id) const;

 private:
  friend class Valuer;
  ValuedTerms terms_;
  Groups groups_;
  std::vector<ValuedInstrument> instruments_;  // by class group, then symbol
  std::vector<Grid> grids_;
  std::vector<std::uint32_t> slots_;  // a hash table of places, each one more than the place
};

}  // namespace plimsoll::tims
