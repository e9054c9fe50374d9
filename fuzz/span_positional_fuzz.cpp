// Any bytes as a positional risk file: refused as a whole, or every list within the others' bounds,
// sums of values far from overflowing, and every refusal with its place.

#include <cmath>
#include <cstdint>
#include <string>

#include "base/check.hpp"
#include "io/clearing/positional.hpp"
#include "model/limits.hpp"

namespace {

using namespace plimsoll;
using namespace plimsoll::clearing;

constexpr Decimal value_max{1'000'000'000'000};

void check_error(const Error& error) {
  PLIMSOLL_CHECK(!error.what.empty() && error.where.starts_with("fuzz.pa2"));
  for (const char c : error.what) PLIMSOLL_CHECK(c >= ' ' && c <= '~');
}

void check_contract(const RiskFile& file, const Contract& contract) {
  PLIMSOLL_CHECK(contract.product < file.products.size());
  PLIMSOLL_CHECK(contract.arrays == 1 && contract.array < file.arrays.size());
  PLIMSOLL_CHECK(contract.terms == nowhere || contract.terms < file.terms.size());
  PLIMSOLL_CHECK(is_option(file.products[contract.product].key.type) == contract.right.has_value());
  PLIMSOLL_CHECK(abs(contract.strike) <= limits::price_max);
  if (contract.price) PLIMSOLL_CHECK(abs(*contract.price) <= limits::price_max);
  const RiskArray& array = file.arrays[contract.array];
  for (std::size_t i = 0; i < RiskArray::size; ++i)
    PLIMSOLL_CHECK(abs(value_of(array, i)) <= value_max);
  PLIMSOLL_CHECK(abs(array.composite_delta) < Decimal{10});
  PLIMSOLL_CHECK(find_contract(file, contract).has_value());
}

void check_commodity(const CombinedCommodity& commodity) {
  PLIMSOLL_CHECK(commodity.line > 0 && !commodity.code.empty());
  for (const auto* tiers : {&commodity.calendar_tiers, &commodity.scan_tiers,
                            &commodity.inter_tiers, &commodity.short_option_tiers})
    for (const Tier& tier : *tiers)
      PLIMSOLL_CHECK(!tier.name.empty() && !tier.first.empty() && !tier.last.empty());
  for (const CalendarSpread& spread : commodity.calendar_spreads) {
    PLIMSOLL_CHECK(!spread.legs.empty() && spread.charge.size() == 1);
    for (const CalendarLeg& leg : spread.legs)
      PLIMSOLL_CHECK(leg.ratio > Decimal{} && leg.tier.empty() == spread.by_month);
  }
  for (const Decimal factor : commodity.initial_ratio) PLIMSOLL_CHECK(factor > Decimal{});
  for (const Decimal factor : commodity.adjustment) PLIMSOLL_CHECK(factor > Decimal{});
}

void check_file(const RiskFile& file) {
  for (const Contract& contract : file.contracts) check_contract(file, contract);
  for (std::size_t i = 1; i < file.contracts.size(); ++i)
    PLIMSOLL_CHECK(file.contracts[i - 1].key() < file.contracts[i].key());
  for (const CombinedCommodity& commodity : file.commodities) check_commodity(commodity);
  for (const SeriesTerms& terms : file.terms) {
    PLIMSOLL_CHECK(terms.product < file.products.size());
    PLIMSOLL_CHECK(std::isfinite(terms.price_scan.value_or(0)));
    PLIMSOLL_CHECK(std::isfinite(terms.volatility_scan.value_or(0)));
  }
  for (const InterSpread& spread : file.inter_spreads) {
    PLIMSOLL_CHECK(!spread.legs.empty() && spread.rate.size() == 1);
    for (const InterLeg& leg : spread.legs) PLIMSOLL_CHECK(leg.ratio > Decimal{});
  }
  for (const CombinationContract& combination : file.combinations)
    for (const CombinationLeg& leg : combination.legs) PLIMSOLL_CHECK(leg.ratio > Decimal{});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  const auto loaded = io::read_positional(text, "fuzz.pa2", {});
  if (!loaded) {
    check_error(loaded.error());
    return 0;
  }
  for (const Error& error : loaded->refused) check_error(error);
  check_file(loaded->value);
  // Nothing but contracts depends on what is wanted.
  const auto none = io::read_positional(text, "fuzz.pa2", {.all = false, .products = {}});
  PLIMSOLL_CHECK(none && none->value.contracts.empty());
  PLIMSOLL_CHECK(none->value.terms.size() == loaded->value.terms.size());
  PLIMSOLL_CHECK(none->value.counts == loaded->value.counts);
  return 0;
}
