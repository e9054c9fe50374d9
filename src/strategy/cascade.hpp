#pragma once
// What a forced sale does to itself: it presses the price, what is left is worth less, and more has
// to be sold.

#include <optional>
#include <vector>

#include "strategy/cure.hpp"
#include "strategy/moved_market.hpp"

namespace plimsoll::strategy {

struct CascadeTerms {
  double target_multiple = 1;  // what each sale restores
  /// Others who sell the same at the same time, as a multiple of one's own mark on the price: it
  /// presses by 1 + crowd of it.
  double crowd = 0;
  VolatilityRule volatility = {};  // of options on what falls
  int rounds_most = 50;
};

/// A name pressed in one round.
struct Pressed {
  InstrumentId id;
  Quantity sold;    // in all rounds so far; bought back below zero, which presses up
  double move = 0;  // of the price since before the first sale
};

struct CascadeRound {
  Money deficit;  // before the sale
  Money sold;     // value of what was sold and bought back, at the prices of the round
  SaleCost cost;
  Room after_sale;
  std::vector<Pressed> pressed = {};
  Room after_press;  // once what is left is marked down
};

enum class CascadeEnd : std::uint8_t {
  cured,           // at the target, with what is left at its new price
  wiped_out,       // equity is not above zero
  nothing_left,    // short of the target with all sold that helps
  no_fixed_point,  // still selling after the last round
};

struct Cascade {
  CascadeEnd end = CascadeEnd::cured;
  std::vector<CascadeRound> rounds = {};
  Room today;
  Room after;
  Money sold;  // in all rounds
  /// Names sold whose mark on the price is not known, with what to give. Their price stands still
  /// here, so that the answer is a lower bound.
  std::vector<Error> refused = {};
  /// All that is sold over the first sale: 1 where the first is the last. Nothing where none is.
  std::optional<double> amplification() const;
};

/// A sale's mark on the price is coefficient x daily volatility x (all of it sold so far / daily
/// volume) ^ exponent, as in the cost of a sale, times 1 + crowd; of a price, at most all of it.
/// Refused: as cure and MovedMarket refuse; a crowd below zero; no rounds.
Result<Cascade> cascade(const Book& book, const Policy& policy, const CascadeTerms& terms);

}  // namespace plimsoll::strategy
