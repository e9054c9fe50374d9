#pragma once
// An account's positions, each with its place in the clearing houses' files.

#include "margin/answer.hpp"
#include "methods/span/places.hpp"

namespace plimsoll::span {

struct PlacedPosition {
  const Position* position = nullptr;
  const Place* place = nullptr;
};

struct Book {
  std::vector<PlacedPosition> placed = {};    // in order of file, commodity, symbol
  std::vector<PlacedPosition> external = {};  // margined by a number computed elsewhere
  std::vector<Error> refused = {};
  std::vector<NotCovered> not_covered = {};
};

/// Nothing where `places` has not looked up every instrument of the account.
std::optional<Book> booked(const Account& account, const Places& places);

/// The product an instrument says it is of; of securities, their symbol.
clearing::Code product_of(const Instrument& instrument);

/// The combined commodity a place is in; the first part's.
const clearing::CombinedCommodity& commodity_of(const Place& place, const Places& places);

}  // namespace plimsoll::span
