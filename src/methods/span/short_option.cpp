#include "methods/span/short_option.hpp"

#include <algorithm>

namespace plimsoll::span {
namespace {

/// Calls and puts sold in the months that count; a contract that is more of the commodity than
/// another counts for more.
template <class Counts>
ShortOptions sold(const Work& work, Counts counts) {
  ShortOptions options;
  for (const Held& held : work.held) {
    if (!held.contracts.is_negative()) continue;
    const clearing::Contract& contract = work.file->contracts[held.contract];
    if (!is_option(work.file->products[contract.product].key.type)) continue;
    if (!counts(ladder_month(contract))) continue;
    const Decimal count = multiply(-held.contracts, contract.delta_scale, Round::half_even);
    (contract.right == Right::call ? options.calls : options.puts) += count;
  }
  return options;
}

Decimal counted(const ShortOptions& options, clearing::ShortOptionMethod method) {
  return method == clearing::ShortOptionMethod::larger_side ? std::max(options.calls, options.puts)
                                                            : options.calls + options.puts;
}

}  // namespace

void charge_short_options(Work& work, const Policy& policy, std::int16_t rate_class) {
  const clearing::CombinedCommodity& terms = *work.terms;
  const auto minimum = [&](const ShortOptions& options, const clearing::Rates& rates) {
    const Decimal rate = scaled(rate_for(rates, rate_class).value_or(Decimal{}), work, policy);
    return multiply(rate, counted(options, terms.short_option_method), Round::half_even);
  };
  work.short_options = sold(work, [](Month) { return true; });
  const bool tiered = std::ranges::any_of(terms.short_option_tiers, [](const clearing::Tier& tier) {
    return !tier.short_option_rate.empty();
  });
  Decimal& sum = work.short_options.minimum;
  if (!tiered) {
    for (const ScannedTier& one : work.tiers)
      sum += minimum(sold(work,
                          [&](Month month) {
                            return scan_tier(work, month) == one.tier &&
                                   (!one.month || *one.month == month);
                          }),
                     terms.short_option_rate);
    return;
  }
  const auto tier_of = [&](Month month) -> const clearing::Tier* {
    for (const clearing::Tier& tier : terms.short_option_tiers)
      if (Reach{&tier}.holds(month)) return &tier;
    return nullptr;
  };
  for (const clearing::Tier& tier : terms.short_option_tiers)
    sum += minimum(sold(work, [&](Month month) { return tier_of(month) == &tier; }),
                   tier.short_option_rate);
  const ShortOptions outside = sold(work, [&](Month month) { return tier_of(month) == nullptr; });
  sum += minimum(outside, terms.short_option_rate);
  if (!(outside.calls + outside.puts).is_zero() && terms.short_option_rate.empty())
    work.remarks.push_back("options of " + std::string{terms.code.view()} +
                           " are sold in months no tier of the short option minimum holds: they "
                           "owe none");
}

}  // namespace plimsoll::span
