#pragma once
// American options in blocks of sixteen, as the vector kernels take them: each a put on a strike of
// one, a call by symmetry (McDonald and Schroder 1998). A block looks the same on every processor.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace plimsoll::pricing {

inline constexpr std::size_t block_size = 16;

/// One number of each option, aligned as the widest vectors want it.
template <class T, std::size_t size>
struct alignas(64) Aligned : std::array<T, size> {};
template <class T>
using Lanes = Aligned<T, block_size>;

/// What no boundary is needed for. All in doubles: the European value is most of the price.
struct PutBlock {
  Lanes<double> moneyness, log_moneyness;  // spot over strike
  Lanes<double>
      direction;        // of the moneyness as the underlying's spot rises: 1 of a put, -1 a call
  Lanes<double> scale;  // dollars of one unit: a put's strike, a call's spot
  Lanes<double> years, volatility, rate, yield;
};

/// The squares of the boundary's fall at each node, in pieces of the normal table.
template <class T, std::size_t nodes>
struct BoundaryBlock {
  std::array<Lanes<T>, nodes> square;
};

/// A spot's move: by how much of itself, and what the kernels read of that.
struct Move {
  double up, down;  // 1 + move, and its inverse
  double log_up;
  explicit Move(double part);
};

/// Numbers of points, by how exact they are. Errors are in american.hpp.
struct Fine {
  using Number = float;
  static constexpr std::size_t nodes = 10;
  static constexpr int sweeps = 6;
};
struct Precise {
  using Number = double;
  static constexpr std::size_t nodes = 20;
  static constexpr int sweeps = 16;
};
using FineBoundary = BoundaryBlock<Fine::Number, Fine::nodes>;
using PreciseBoundary = BoundaryBlock<Precise::Number, Precise::nodes>;

/// Finds the boundaries of each block.
void find_boundaries(std::span<const PutBlock> puts, std::span<FineBoundary> boundaries);
void find_boundaries(std::span<const PutBlock> puts, std::span<PreciseBoundary> boundaries);

/// Dollars of each block at each move: `prices[block × moves + move]`.
void read_prices(std::span<const PutBlock> puts, std::span<const FineBoundary> boundaries,
                 std::span<const Move> moves, std::span<Lanes<double>> prices);
void read_prices(std::span<const PutBlock> puts, std::span<const PreciseBoundary> boundaries,
                 std::span<const Move> moves, std::span<Lanes<double>> prices);
/// The same of puts that are never exercised early.
void read_european_prices(std::span<const PutBlock> puts, std::span<const Move> moves,
                          std::span<Lanes<double>> prices);

}  // namespace plimsoll::pricing
