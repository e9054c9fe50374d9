#pragma once
// The shape every method has, and all the strategy layer may know of one.

#include <concepts>

#include "margin/answer.hpp"

namespace plimsoll {

template <class M>
concept Method = requires(const M& method, const Account& account, const MarketSnapshot& market) {
  typename M::Parameters;  // what it stands on: a rulebook day and a house, a pack, a parameter
                           // file, a pool
  { M::id } -> std::convertible_to<Label>;
  { method.compute(account, market) } -> std::same_as<Result<Answer<Money>>>;
  { method.explain(account, market) } -> std::same_as<Result<Answer<Amount>>>;
};

/// Plain, for searches and batches.
using MarginFunction = std::function<Result<Answer<Money>>(const Account&, const MarketSnapshot&)>;
/// Explained, for what a person sees.
using ExplainFunction =
    std::function<Result<Answer<Amount>>(const Account&, const MarketSnapshot&)>;

}  // namespace plimsoll
