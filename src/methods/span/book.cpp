#include "methods/span/book.hpp"

#include <algorithm>

namespace plimsoll::span {
namespace {

bool is_external(const Account& account, const Position& position, const Place& place,
                 const Places& places) {
  return std::ranges::any_of(account.bond.external, [&](const ExternalMargin& external) {
    if (external.commodity.empty() || external.commodity == product_of(position.instrument))
      return true;
    return place.standing == Standing::placed &&
           commodity_of(place, places).code == external.commodity;
  });
}

/// By file and commodity; names, which are long, only where those are the same.
bool is_before(const PlacedPosition& a, const PlacedPosition& b) {
  const auto where = [](const PlacedPosition& one) {
    return std::pair{one.place->file, one.place->parts.front().commodity};
  };
  if (where(a) != where(b)) return where(a) < where(b);
  const InstrumentId of_a = id_of(a.position->instrument), of_b = id_of(b.position->instrument);
  return std::tie(of_a, a.position->holding) < std::tie(of_b, b.position->holding);
}

}  // namespace

clearing::Code product_of(const Instrument& instrument) {
  return std::visit(Match{[](const Future& future) { return future.product; },
                          [](const FutureOption& option) { return option.future.product; },
                          [](const Combination& combination) { return combination.product; },
                          [](const auto& other) { return other.id; }},
                    instrument);
}

const clearing::CombinedCommodity& commodity_of(const Place& place, const Places& places) {
  return places.files()[place.file]->commodities[place.parts.front().commodity];
}

std::optional<Book> booked(const Account& account, const Places& places) {
  Book book;
  book.placed.reserve(account.positions.size());
  for (const Position& position : account.positions) {
    const Place* place = places.find(id_of(position.instrument));
    if (place == nullptr) return std::nullopt;
    if (!account.bond.external.empty() && is_external(account, position, *place, places)) {
      book.external.push_back({&position, place});
      continue;
    }
    switch (place->standing) {
      case Standing::placed:
        book.placed.push_back({&position, place});
        break;
      case Standing::refused:
        book.refused.push_back(place->fault);
        break;
      case Standing::not_covered:
        book.not_covered.push_back({place->fault.where, place->fault.what});
        break;
    }
  }
  std::ranges::stable_sort(book.placed, is_before);
  std::ranges::sort(book.refused, {}, &Error::where);
  return book;
}

}  // namespace plimsoll::span
