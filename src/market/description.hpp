#pragma once
// What a description may say: the words, which of them belong on which type of instrument, and how
// two descriptions of one symbol are put together. Shared by account documents, broker files and
// security lists.

#include <optional>
#include <string_view>
#include <vector>

#include "model/draft.hpp"

namespace plimsoll {

/// The words of `Description::type`.
enum class InstrumentType : std::uint8_t {
  equity,
  etf,
  etn,
  mutual_fund,
  money_market,
  bond,
  treasury,
  municipal,
  convertible,
  index,
  option,
  warrant,
  future,
  future_option,
  combination,
  crypto
};

std::optional<InstrumentType> instrument_type(std::string_view word);
std::string_view word_of(InstrumentType type);

/// Types that may stand for one another where two sources disagree: the more specific fields of one
/// still mean something on the other.
bool same_family(InstrumentType a, InstrumentType b);

/// Everything wrong with a description by itself: unknown words, numbers out of bounds, fields that
/// its type does not have. Each error carries the description's `where`.
std::vector<Error> problems(const Description& description);

/// The fields that an instrument of `type` does not have, one error each.
std::vector<Error> misplaced(const Description& description, InstrumentType type);

/// Whether this describes the options of a root rather than the thing called so.
bool describes_options(const Description& description);

/// `first`, and what it leaves open from `second`. Where the two name another reference or another
/// underlying, nothing that hangs on it is taken over; where their types have nothing in common,
/// nothing at all.
Description filled(Description first, const Description& second);

}  // namespace plimsoll
