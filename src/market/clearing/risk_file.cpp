#include "market/clearing/risk_file.hpp"

#include <algorithm>
#include <numeric>

#include "base/check.hpp"

namespace plimsoll::clearing {
namespace {

auto terms_key(const SeriesTerms& terms) {
  return std::tie(terms.product, terms.future_month, terms.option_month);
}
auto terms_key(const Contract& contract) {
  return std::tie(contract.product, contract.month, contract.option_month);
}

constexpr std::int64_t digits_unit_max = 1'000'000'000'000'000'000;

bool key_before(const Contract& a, const Contract& b) { return a.key() < b.key(); }

void index_spreads(RiskFile& file) {
  file.spreads_by_priority.resize(file.inter_spreads.size());
  std::iota(file.spreads_by_priority.begin(), file.spreads_by_priority.end(), Index{0});
  std::ranges::stable_sort(file.spreads_by_priority, {},
                           [&](Index i) { return file.inter_spreads[i].priority; });
  std::vector<SpreadNaming>& naming = file.spreads_naming;
  naming.clear();
  for (Index rank = 0; rank < file.spreads_by_priority.size(); ++rank) {
    const InterSpread& spread = file.inter_spreads[file.spreads_by_priority[rank]];
    for (const InterLeg& leg : spread.legs) {
      naming.push_back({leg.commodity, rank});
      if (spread.method != InterMethod::scanning) break;  // it wants all its legs, so the first
    }
    if (spread.target) naming.push_back({spread.target->commodity, rank});
  }
  std::ranges::sort(naming);
  naming.erase(std::unique(naming.begin(), naming.end()), naming.end());
}

}  // namespace

std::vector<ScanPoint> usual_points(double extreme_multiplier, double extreme_cover) {
  std::vector<ScanPoint> points;
  for (const double price : {0.0, 1.0 / 3, -1.0 / 3, 2.0 / 3, -2.0 / 3, 1.0, -1.0})
    for (const double volatility : {1.0, -1.0}) {
      const std::size_t here = points.size();
      points.push_back({price, volatility, 1, volatility > 0 ? here + 1 : here - 1});
    }
  for (const double price : {extreme_multiplier, -extreme_multiplier})
    points.push_back({price, 0, extreme_cover, points.size()});
  return points;
}

std::vector<DeltaPoint> usual_delta_points() {
  return {{0, 0, 0.270},        {1.0 / 3, 0, 0.217}, {-1.0 / 3, 0, 0.217}, {2.0 / 3, 0, 0.110},
          {-2.0 / 3, 0, 0.110}, {1, 0, 0.037},       {-1, 0, 0.037}};
}

Decimal value_of(const RiskArray& array, std::size_t scenario) {
  Int128 nano = array.digits.at(scenario);
  int power = array.exponent + Decimal::places;
  for (; power > 0; --power) PLIMSOLL_CHECK(!__builtin_mul_overflow(nano, Int128{10}, &nano));
  Int128 unit = 1;  // of digits past a Decimal's last
  for (; power < 0 && unit <= digits_unit_max; ++power) unit *= 10;
  return Decimal::from_nano(divide(nano, unit, Round::half_even));
}

std::vector<ScanPoint> array_points(const RiskFile& file) {
  if (file.points.size() == RiskArray::size) return file.points;
  for (const SeriesTerms& terms : file.terms)
    if (terms.extreme_multiplier && terms.extreme_cover)
      return usual_points(*terms.extreme_multiplier, *terms.extreme_cover);
  return usual_points(2, 0.35);
}

void sort_calendars(CombinedCommodity& commodity) {
  std::ranges::stable_sort(commodity.calendar_spreads, {}, [](const CalendarSpread& spread) {
    return std::pair{!spread.by_month, spread.priority};
  });
}

namespace {

/// What a commodity says of its products' deltas, where their contracts say nothing.
std::vector<Decimal> delta_scales(const RiskFile& file) {
  std::vector<Decimal> scales(file.products.size(), Decimal{1});
  for (const CombinedCommodity& commodity : file.commodities)
    for (const ProductLink& link : commodity.products)
      if (const auto product = find_product(file, link.product);
          product && !link.delta_scale.is_zero())
        scales[*product] = link.delta_scale;
  return scales;
}

}  // namespace

void join(RiskFile& file) {
  file.scanned_points = array_points(file);
  for (CombinedCommodity& commodity : file.commodities) sort_calendars(commodity);
  index_spreads(file);
  // A million of them, most often in order as read.
  if (!std::ranges::is_sorted(file.contracts, key_before))
    std::ranges::stable_sort(file.contracts, key_before);
  std::vector<Index> order(file.terms.size());
  std::iota(order.begin(), order.end(), Index{0});
  const auto before = [&](Index a, Index b) {
    return terms_key(file.terms[a]) < terms_key(file.terms[b]);
  };
  std::ranges::stable_sort(order, before);
  const std::vector<Decimal> of_products = delta_scales(file);
  const Contract* found_for = nullptr;  // strikes of one expiry stand together
  Index found = nowhere;
  for (Contract& contract : file.contracts) {
    if (contract.terms == nowhere) {
      if (!found_for || terms_key(*found_for) != terms_key(contract)) {
        const auto place = std::ranges::lower_bound(
            order, terms_key(contract), {}, [&](Index i) { return terms_key(file.terms[i]); });
        const bool known =
            place != order.end() && terms_key(file.terms[*place]) == terms_key(contract);
        found = known ? *place : nowhere;
        found_for = &contract;
      }
      contract.terms = found;
    }
    const auto stated = contract.terms == nowhere ? std::optional<Decimal>{}
                                                  : file.terms[contract.terms].delta_scale;
    if (stated) contract.delta_scale = *stated;
    else if (contract.delta_scale == Decimal{1})
      contract.delta_scale = of_products.at(contract.product);
  }
}

std::optional<Index> find_product(const RiskFile& file, const ProductKey& key) {
  const auto found = std::ranges::find(file.products, key, &Product::key);
  if (found == file.products.end()) return std::nullopt;
  return static_cast<Index>(found - file.products.begin());
}

std::optional<Index> find_contract(const RiskFile& file, const Contract& key) {
  const auto found = std::ranges::lower_bound(file.contracts, key, key_before);
  if (found == file.contracts.end() || found->key() != key.key()) return std::nullopt;
  return static_cast<Index>(found - file.contracts.begin());
}

std::optional<Index> find_commodity(const RiskFile& file, const Code& code) {
  const auto found = std::ranges::find(file.commodities, code, &CombinedCommodity::code);
  if (found == file.commodities.end()) return std::nullopt;
  return static_cast<Index>(found - file.commodities.begin());
}

std::optional<Index> commodity_of(const RiskFile& file, const ProductKey& product) {
  for (std::size_t i = 0; i < file.commodities.size(); ++i)
    for (const ProductLink& link : file.commodities[i].products)
      if (link.product == product) return static_cast<Index>(i);
  return std::nullopt;
}

}  // namespace plimsoll::clearing
