#include "io/clearing/spn_house.hpp"

#include <algorithm>
#include <cmath>

#include "io/text.hpp"

namespace plimsoll::io::spn {
namespace {

using clearing::RiskFile;

constexpr std::size_t rate_classes_max = 1'000;

/// A ratio written as three numbers: a third of twice something is 2, 1, 3.
Result<double> part(Element of, Tag tag) {
  const auto definition = of.child(tag);
  if (!definition) return 0.0;
  PLIMSOLL_TRY(mult, real(*definition, Tag::mult));
  PLIMSOLL_TRY(numerator, real(*definition, Tag::numerator));
  PLIMSOLL_TRY(denominator, real(*definition, Tag::denominator));
  if (denominator && *denominator == 0)
    return refuse(*definition, "the denominator is 0; it must be another number");
  const double value = mult.value_or(1) * numerator.value_or(1) / denominator.value_or(1);
  if (!(std::abs(value) <= 1'000))
    return refuse(*definition, "the part of the scan range is above 1,000");
  return value;
}

struct Numbered {
  std::uint32_t number = 0;
  clearing::ScanPoint point;
};

Result<Numbered> scan_point(Element definition) {
  Numbered numbered;
  PLIMSOLL_TRY(number, spn::number(definition, Tag::point));
  PLIMSOLL_TRY(paired, spn::number(definition, Tag::pairedPoint));
  PLIMSOLL_TRY(price, part(definition, Tag::priceScanDef));
  PLIMSOLL_TRY(volatility, part(definition, Tag::volScanDef));
  PLIMSOLL_TRY(weight, real(definition, Tag::weight));
  const std::uint32_t points = clearing::RiskArray::size;
  if (!number || *number < 1 || *number > points || paired.value_or(1) > points)
    return refuse(definition, "point and pairedPoint are numbers from 1 to 16");
  numbered.number = *number;
  numbered.point = {price, volatility, weight.value_or(1),
                    paired.value_or(0) == 0 ? *number - 1 : *paired - 1};
  return numbered;
}

bool same(const clearing::ScanPoint& a, const clearing::ScanPoint& b) {
  return a.price == b.price && a.volatility == b.volatility && a.weight == b.weight &&
         a.paired == b.paired;
}

std::optional<BondClass> class_of(std::string_view word) {
  if (word == "S" || word.starts_with("SPEC")) return BondClass::speculator;
  if (word == "H" || word.starts_with("HEDGE")) return BondClass::hedger;
  if (word == "M" || word.starts_with("MEMB")) return BondClass::member;
  return std::nullopt;
}

/// What rate `id` of a commodity is in the end: values along the chain of `baseR`, multiplied.
/// Nothing where the chain never ends or grows out of bounds.
std::optional<Decimal> chained(const std::vector<Adjustment>& all, std::int16_t id) {
  Decimal product{1};
  for (std::size_t steps = 0; steps <= all.size(); ++steps) {
    const auto found = std::ranges::find(all, id, &Adjustment::id);
    if (found == all.end()) return product;
    product = multiply(product, found->value, Round::half_even);
    if (abs(product) > ratio_max) return std::nullopt;
    if (found->base == found->id || found->base == 0) return product;
    id = found->base;
  }
  return std::nullopt;
}

/// Of the classes of one account: core before reserve, then in the file's order.
void multiply_risk(const RiskFile& file, const std::vector<Adjustment>& rows,
                   clearing::CombinedCommodity& commodity, std::vector<Error>& refused) {
  std::array<bool, 3> maintenance{}, initial{};
  for (const bool core : {true, false})
    for (const clearing::RateClass& rate : file.rate_classes) {
      const bool is_core = rate.bond_class.empty() || upper(rate.bond_class) == "CORE";
      if (!rate.account_class || is_core != core) continue;
      if (std::ranges::find(rows, rate.id, &Adjustment::id) == rows.end()) continue;
      const auto at = static_cast<std::size_t>(*rate.account_class);
      bool& done = rate.maintenance ? maintenance.at(at) : initial.at(at);
      if (done) continue;
      const auto value = chained(rows, rate.id);
      if (!value) {
        refused.push_back({Reason::bad_input,
                           "adjRate of commodity " + std::string{commodity.code.view()} +
                               " refers to itself in a circle, or grows beyond a million",
                           place(file.name, commodity.line)});
        return;
      }
      (rate.maintenance ? commodity.adjustment : commodity.initial_ratio).at(at) = *value;
      done = true;
    }
}

void adjust(House& house, std::vector<Error>& refused) {
  std::ranges::stable_sort(house.adjustments, {}, &Adjustment::commodity);
  for (std::size_t first = 0; first < house.adjustments.size();) {
    std::vector<Adjustment> rows;
    const clearing::Index commodity = house.adjustments[first].commodity;
    for (; first < house.adjustments.size() && house.adjustments[first].commodity == commodity;
         ++first)
      rows.push_back(house.adjustments[first]);
    multiply_risk(house.file, rows, house.file.commodities[commodity], refused);
  }
}

/// Some houses write 15.7 for 15.7 %, others 0.157: no range is above 150 %.
void ranges_as_parts(House& house) {
  if (house.price_scan_ratio_most <= 1.5) return;
  for (clearing::SeriesTerms& terms : house.file.terms)
    if (terms.price_scan_ratio) *terms.price_scan_ratio /= 100;
}

}  // namespace

Result<void> read_points(Element points, RiskFile& file) {
  std::vector<clearing::ScanPoint> read(clearing::RiskArray::size);
  std::array<bool, clearing::RiskArray::size> there{};
  for (const Element definition : points.children(Tag::scanPointDef)) {
    PLIMSOLL_TRY(numbered, scan_point(definition));
    read[numbered.number - 1] = numbered.point;
    there[numbered.number - 1] = true;
  }
  if (std::ranges::count(there, true) != static_cast<std::ptrdiff_t>(there.size()))
    return refuse(points, "sixteen scanPointDef are needed, numbered from 1 to 16");
  if (!file.points.empty()) {
    if (std::ranges::equal(read, file.points, same)) return {};
    return refuse(points, "the file has a second set of scenarios, which differs from the first");
  }
  std::vector<clearing::DeltaPoint> deltas;
  for (const Element definition : points.children(Tag::deltaPointDef)) {
    PLIMSOLL_TRY(price, part(definition, Tag::priceScanDef));
    PLIMSOLL_TRY(volatility, part(definition, Tag::volScanDef));
    PLIMSOLL_TRY(weight, real(definition, Tag::weight));
    deltas.push_back({price, volatility, weight.value_or(0)});
  }
  file.points = std::move(read);
  file.delta_points = std::move(deltas);
  return {};
}

Result<void> read_rate_class(Element definition, RiskFile& file) {
  clearing::RateClass rate;
  PLIMSOLL_TRY(id, rate_id(definition));
  PLIMSOLL_TRY(customer, flag(definition, Tag::isCust, true));
  PLIMSOLL_TRY(maintenance, flag(definition, Tag::isM, true));
  rate.id = id;
  rate.customer = customer;
  rate.maintenance = maintenance;
  rate.account_type = words(definition, Tag::acctType);
  rate.account_class = class_of(upper(rate.account_type));
  rate.bond_class = words(definition, Tag::pbc);
  if (std::ranges::find(file.rate_classes, id, &clearing::RateClass::id) != file.rate_classes.end())
    return refuse(definition, "rate " + std::to_string(id) + " is defined twice");
  if (file.rate_classes.size() >= rate_classes_max)
    return refuse(definition, "more than 1,000 rates are defined");
  file.rate_classes.push_back(std::move(rate));
  return {};
}

Result<void> read_conversion(Element conversion, RiskFile& file) {
  PLIMSOLL_TRY(from, currency(conversion, Tag::fromCur));
  PLIMSOLL_TRY(to, currency(conversion, Tag::toCur));
  PLIMSOLL_TRY(factor, quotient(conversion, Tag::factor, ratio_max));
  if (!from || !to || !factor)
    return refuse(conversion, "a conversion needs fromCur, toCur and factor");
  if (*factor <= Decimal{}) return refuse(conversion, "a conversion's factor is above 0");
  file.conversions.push_back({*from, *to, *factor});
  return {};
}

Result<void> read_header(Element house, RiskFile& file) {
  const auto moment = house.parent();
  const auto document = moment ? moment->parent() : std::nullopt;
  PLIMSOLL_TRY(code, needed_code(house, Tag::ec));
  PLIMSOLL_TRY(net, flag(house, Tag::isNetMargin, true));
  PLIMSOLL_TRY(limited, flag(house, Tag::capAnov, false));
  PLIMSOLL_TRY(days, real(house, Tag::lookAheadDays));
  PLIMSOLL_TRY(years, real(house, Tag::lookAheadYears));
  PLIMSOLL_TRY(days_per_year, real(house, Tag::daysPerYear));
  file.clearing_house = code;
  file.net = net;
  file.limit_option_value = limited;
  file.days_per_year = days_per_year.value_or(365);
  if (!(file.days_per_year >= 1 && file.days_per_year <= 366))
    return refuse(*house.child(Tag::daysPerYear), "a year has 1 to 366 days");
  if (years) file.lookahead = years;
  else if (days) file.lookahead = *days / file.days_per_year;
  if (!moment || !document) return refuse(house, "this element stands in a pointInTime");
  PLIMSOLL_TRY(settlement, flag(*moment, Tag::isSetl, true));
  PLIMSOLL_TRY(date, day(*moment, Tag::date));
  if (!date) return refuse(*moment, "the date is missing: <date>20251215</date>");
  file.settlement = settlement;
  file.day = *date;
  file.created = words(*document, Tag::created);
  return {};
}

std::vector<Error> finish(House& house) {
  std::vector<Error> refused = house.references.resolve(house.file);
  adjust(house, refused);
  ranges_as_parts(house);
  join(house.file);
  return refused;
}

}  // namespace plimsoll::io::spn
