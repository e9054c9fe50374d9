#include "methods/tims/book.hpp"

#include <algorithm>
#include <tuple>

#include "methods/tims/border.hpp"

namespace plimsoll::tims {
namespace {

void sort_by_place(std::vector<HeldPosition>& positions) {
  const auto key = [](const HeldPosition& held) {
    return std::tuple{held.instrument, held.position->quantity.is_negative(),
                      held.position->holding};
  };
  std::ranges::sort(positions, {}, key);
}

/// Paid for in full: what stands in the cash account takes no part in offsets.
bool is_kept_in_cash(const Position& position) { return position.holding == Holding::cash; }

Standing standing_of(const Position& position, const ValuedInstrument& instrument) {
  switch (instrument.standing) {
    case Standing::in_grid:
    case Standing::no_margin:
      return is_kept_in_cash(position) ? Standing::in_strategy : instrument.standing;
    case Standing::in_strategy:
    case Standing::refused:
    case Standing::not_covered:
      break;
  }
  return instrument.standing;
}

}  // namespace

std::optional<Book> placed(const Account& account, const Valued& valued) {
  Book book;
  book.in_grid.reserve(account.positions.size());
  for (const Position& position : account.positions) {
    const auto place = valued.find(id_of(position.instrument));
    if (!place) return std::nullopt;
    const ValuedInstrument& instrument = valued.instruments()[*place];
    const bool owed = position.quantity.is_negative();
    const bool idle = instrument.worth_nothing && !owed;
    const HeldPosition held{*place, idle ? 0.0 : to_model(position.quantity), &position};
    if (owed && instrument.owed_fault && instrument.standing == Standing::in_grid) {
      book.refused.push_back(*instrument.owed_fault);
      continue;
    }
    switch (standing_of(position, instrument)) {
      case Standing::in_grid:
        book.in_grid.push_back(held);
        break;
      case Standing::no_margin:
        book.no_margin.push_back(held);
        break;
      case Standing::in_strategy:
        book.by_strategy.push_back(&position);
        break;
      case Standing::refused:
        book.refused.push_back(instrument.fault);
        break;
      case Standing::not_covered:
        book.not_covered.push_back({std::string{instrument.id.view()}, instrument.fault.what});
        break;
    }
  }
  sort_by_place(book.in_grid);
  sort_by_place(book.no_margin);
  std::ranges::sort(book.by_strategy, {}, [](const Position* position) {
    return std::pair{id_of(position->instrument), position->holding};
  });
  std::ranges::sort(book.refused, {}, &Error::where);
  std::ranges::sort(book.not_covered, {}, &NotCovered::symbol);
  return book;
}

Money value_of(const HeldPosition& held, const Valued& valued) {
  const ValuedInstrument& instrument = valued.instruments()[held.instrument];
  const Quantity units{multiply_divide(held.position->quantity.atto, instrument.multiplier.nano(),
                                       Decimal::scale, Round::toward_zero)};
  if (instrument.has_value) return instrument.price * units;
  const auto& opened =
      held.position->trade_price ? held.position->trade_price : held.position->average_cost;
  if (!opened) return zero(instrument.price.currency);
  return (instrument.price - Price{opened->per_unit, instrument.price.currency}) * units;
}

}  // namespace plimsoll::tims
