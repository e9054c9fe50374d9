#include "strategy/sale_moves.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

namespace plimsoll::strategy {
namespace {

bool may_go(const SaleLine& line, Turn turn) {
  return turn == Turn::last || line.turn == Turn::first;
}

std::optional<std::size_t> line_of(const std::vector<SaleLine>& lines, const Leg& leg) {
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i].id == leg.id && lines[i].is_short == leg.quantity.is_negative()) return i;
  return std::nullopt;
}

/// The smallest whole part of it.
void reduce(SaleMove& move) {
  std::int64_t units = 0;
  for (const MovePart& part : move.parts) units = std::gcd(units, part.each);
  for (MovePart& part : move.parts) part.each /= units;
}

/// A short option with the shares that cover it. Nothing where they are no whole number of lots.
std::optional<SaleMove> with_cover(const std::vector<SaleLine>& lines, std::size_t written,
                                   std::size_t cover) {
  const auto* option = std::get_if<ListedOption>(&lines[written].position->instrument);
  if (option == nullptr || !lines[written].is_short || lines[cover].id != option->underlying ||
      lines[cover].is_short != (option->right == Right::put))
    return std::nullopt;
  const Quantity shares = Quantity::of(option->multiplier);
  const Int128 lot = lines[cover].lot.atto;
  if (shares.atto <= 0 || shares.atto % lot != 0) return std::nullopt;
  SaleMove move{{{written, 1}, {cover, static_cast<std::int64_t>(shares.atto / lot)}}};
  reduce(move);
  return move;
}

/// Nothing where a leg may not be sold, is less than a lot, or is the only one.
std::optional<SaleMove> together(const std::vector<SaleLine>& lines, const Group<Money>& group,
                                 Turn turn) {
  SaleMove move;
  for (const Leg& leg : group.legs) {
    const auto line = line_of(lines, leg);
    if (!line || !may_go(lines[*line], turn)) return std::nullopt;
    const auto lots = static_cast<std::int64_t>(abs(leg.quantity).atto / lines[*line].lot.atto);
    if (lots <= 0) return std::nullopt;
    const auto same = std::ranges::find(move.parts, *line, &MovePart::line);
    if (same != move.parts.end()) same->each += lots;
    else move.parts.push_back({*line, lots});
  }
  if (!move.together()) return std::nullopt;
  reduce(move);
  // What is bought back comes first: its hedge is sold when there is nothing left to hedge.
  std::ranges::sort(move.parts, [&](const MovePart& a, const MovePart& b) {
    return std::pair{!lines[a.line].is_short, a.line} < std::pair{!lines[b.line].is_short, b.line};
  });
  return move;
}

}  // namespace

std::int64_t SaleMove::left(const std::vector<SaleLine>& lines, const LotsSold& sold) const {
  std::int64_t units = std::numeric_limits<std::int64_t>::max();
  for (const MovePart& part : parts)
    units = std::min(units, (lines[part.line].most - sold[part.line]) / part.each);
  return units;
}

LotsSold SaleMove::after(const std::vector<SaleLine>& lines, const LotsSold& sold,
                         std::int64_t units) const {
  LotsSold made = sold;
  for (const MovePart& part : parts)
    made[part.line] = lines[part.line].admitted(sold[part.line] + part.each * units);
  return made;
}

std::vector<SaleMove> moves_of(const std::vector<SaleLine>& lines,
                               const std::vector<Group<Money>>& groups, Turn turn) {
  std::vector<SaleMove> moves;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (may_go(lines[i], turn)) moves.push_back({{{i, 1}}});
  const auto add = [&](std::optional<SaleMove> move) {
    if (move && std::ranges::find(moves, *move) == moves.end()) moves.push_back(*std::move(move));
  };
  for (const Group<Money>& group : groups) add(together(lines, group, turn));
  for (std::size_t written = 0; written < lines.size(); ++written)
    for (std::size_t cover = 0; cover < lines.size(); ++cover)
      if (may_go(lines[written], turn) && may_go(lines[cover], turn))
        add(with_cover(lines, written, cover));
  return moves;
}

}  // namespace plimsoll::strategy
