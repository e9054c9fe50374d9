#pragma once
// American options without cash dividends, many at once: the early exercise boundary of each is
// found once and read at any number of spots.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "pricing/american_blocks.hpp"
#include "pricing/american_reference.hpp"
#include "pricing/boundary_memo.hpp"
#include "pricing/option.hpp"

namespace plimsoll::pricing {

/// How a price is reached, quickest first.
enum class Scheme : std::uint8_t {
  closed_form,  // exercise before expiry never pays: the European price
  fine,         // the integral equation in floats
  precise,      // the same with more points, in doubles
  reference     // american_reference.hpp
};

/// The largest error of `fine` in parts of the put's strike or the call's spot, where it is used:
/// measured with 640,000 prices against `reference`, see BENCHMARKS.md. The closed form is exact to
/// 1e-10 of them.
inline constexpr double fine_error = 2e-6, precise_error = 2e-8;

/// The quickest scheme whose error is known to be within so many dollars for this option, with its
/// spot up to half as high again. What no scheme is known to reach gets `reference`.
Scheme scheme_for(const Option& option, double within);

/// The quickest scheme no less exact than `precise`, for any number of dollars.
Scheme exact_scheme_for(const Option& option);

/// Puts the option in its place in a block.
void put_at(const Option& option, PutBlock& block, std::size_t lane);

/// Options and their boundaries. Options that share a spot may be moved together and read again at
/// the cost of reading. Results do not depend on which options stand in one batch.
class Americans {
 public:
  /// Each option is one that `check` accepts; each price will be within so many dollars.
  Americans(std::span<const Option> options, double within);
  /// Each by its `exact_scheme_for`; boundaries that `memo` knows are taken from it.
  static Americans exact(std::span<const Option> options, BoundaryMemo* memo = nullptr);

  std::size_t size() const { return schemes_.size(); }
  std::span<const Scheme> schemes() const { return schemes_; }

  /// The options stand at these spots from now on; their boundaries do not depend on it.
  void move_to(std::span<const double> spots);

  /// `values[option × moves + j]`: dollars of an option at its spot × (1 + moves[j]).
  void prices(std::span<const double> moves, std::span<double> values) const;

 private:
  /// Options of one scheme, in blocks filled up with their last.
  template <class Boundary>
  struct Group {
    std::vector<std::uint32_t> members;  // as given
    std::vector<PutBlock> puts;
    std::vector<Boundary> boundaries;
    void add(std::uint32_t member, const Option& option);
    void fill_up();
    void move_to(std::span<const double> spots);
    void scatter(std::span<const Lanes<double>> prices, std::size_t block, std::size_t moves,
                 std::span<double> values) const;
  };
  struct NoBoundary {};

  explicit Americans(std::vector<Scheme> schemes) : schemes_{std::move(schemes)} {}
  void place(std::span<const Option> options, BoundaryMemo* memo);

  std::vector<Scheme> schemes_;
  Group<NoBoundary> closed_;
  Group<FineBoundary> fine_;
  Group<PreciseBoundary> precise_;
  struct Slow {
    std::uint32_t member;
    double spot;
    std::shared_ptr<const AmericanReference> reference;
  };
  std::vector<Slow> slow_;
};

}  // namespace plimsoll::pricing
