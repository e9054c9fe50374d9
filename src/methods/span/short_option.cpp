#include "methods/span/short_option.hpp"

#include <algorithm>

namespace plimsoll::span {
namespace {

/// Calls and puts sold, those of one tier where there are tiers; a contract that is more of the
/// commodity than another counts for more.
ShortOptions sold(const Work& work, const clearing::Tier* tier) {
  ShortOptions options;
  for (const Held& held : work.held) {
    if (!held.contracts.is_negative()) continue;
    const clearing::Contract& contract = work.file->contracts[held.contract];
    if (!is_option(work.file->products[contract.product].key.type)) continue;
    const Month month = contract.month.empty() ? contract.option_month : contract.month;
    if (tier != nullptr && !Reach{tier}.holds(month)) continue;
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
  work.short_options = sold(work, nullptr);
  const bool tiered = std::ranges::any_of(terms.short_option_tiers, [](const clearing::Tier& tier) {
    return !tier.short_option_rate.empty();
  });
  if (!tiered) {
    work.short_options.minimum = minimum(work.short_options, terms.short_option_rate);
    return;
  }
  for (const clearing::Tier& tier : terms.short_option_tiers)
    work.short_options.minimum += minimum(sold(work, &tier), tier.short_option_rate);
}

}  // namespace plimsoll::span
