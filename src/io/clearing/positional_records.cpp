#include "io/clearing/positional_records.hpp"

#include <algorithm>
#include <cmath>

#include "io/text.hpp"

namespace plimsoll::io {
namespace {

using namespace clearing;

void refuse(Gathered& gathered, std::string what, std::uint32_t line) {
  gathered.refusals.add({Reason::bad_input, std::move(what), place(gathered.name, line)}, line);
}

/// By their numbers, as more than one record may continue them.
bool tier_before(const Tier& a, const Tier& b) {
  return std::pair{a.name.view().size(), a.name.view()} <
         std::pair{b.name.view().size(), b.name.view()};
}

void sort_parts(CombinedCommodity& commodity) {
  for (auto* tiers : {&commodity.calendar_tiers, &commodity.scan_tiers, &commodity.inter_tiers,
                      &commodity.short_option_tiers})
    std::ranges::stable_sort(*tiers, tier_before);
  std::ranges::stable_sort(commodity.spot_rates, {}, &SpotRate::month);
  // Months are spread before tiers.
  std::ranges::stable_sort(commodity.calendar_spreads, {}, [](const CalendarSpread& spread) {
    return std::pair{!spread.by_month, spread.priority};
  });
  std::ranges::stable_sort(commodity.products, {}, &ProductLink::product);
}

/// A month that stands twice would be charged twice.
void refuse_months_twice(Gathered& gathered, const CombinedCommodity& commodity) {
  const auto& rates = commodity.spot_rates;
  for (std::size_t i = 1; i < rates.size(); ++i)
    if (rates[i].month == rates[i - 1].month)
      refuse(gathered,
             "the delivery month has its rates in line " + std::to_string(rates[i - 1].line) +
                 " already; keep one of the two",
             rates[i].line);
}

/// Records of a commodity continue each other: a tier of other months is a contradiction.
void refuse_tiers_twice(Gathered& gathered, const CombinedCommodity& commodity) {
  for (const auto* tiers : {&commodity.calendar_tiers, &commodity.scan_tiers,
                            &commodity.inter_tiers, &commodity.short_option_tiers})
    for (std::size_t i = 1; i < tiers->size(); ++i) {
      const Tier &before = (*tiers)[i - 1], &tier = (*tiers)[i];
      if (tier.name == before.name &&
          std::tie(tier.first, tier.last) != std::tie(before.first, before.last))
        refuse(gathered,
               "tier " + shown(tier.name.view()) + " has other months in line " +
                   std::to_string(before.line) + "; keep one of the two",
               tier.line);
    }
}

void put_scales(Gathered& gathered, const CombinedCommodity& commodity) {
  for (const ProductLink& link : commodity.products) {
    const auto [owner, is_new] = gathered.scales.try_emplace(
        link.product, ProductScale{commodity.code, commodity.risk_exponent, link.array_exponent});
    if (!is_new)
      refuse(gathered,
             in_words(link.product) + " is in " + shown(commodity.code.view()) + " and in " +
                 shown(owner->second.commodity.view()) + "; a product has one combined commodity",
             commodity.line);
  }
}

void put_commodities(Gathered& gathered) {
  for (auto& [code, commodity] : gathered.commodities) {
    if (commodity.line == 0) {
      refuse(gathered,
             "no 2 record has the combined commodity " + shown(code.view()) +
                 ", so what is said of it is left out",
             gathered.first_lines[code]);
      continue;
    }
    sort_parts(commodity);
    refuse_months_twice(gathered, commodity);
    refuse_tiers_twice(gathered, commodity);
    put_scales(gathered, commodity);
    for (const ProductLink& link : commodity.products)
      if (const auto own = gathered.combination_methods.find(link.product.product);
          own != gathered.combination_methods.end() &&
          link.product.type == ProductType::combination)
        commodity.combination_method = own->second;
    gathered.file.commodities.push_back(std::move(commodity));
  }
}

void put_products(Gathered& gathered) {
  for (const auto& [key, read] : gathered.products) {
    gathered.file.products.push_back(read.product);
    if (const auto own = gathered.combination_methods.find(key.product);
        own != gathered.combination_methods.end() && key.type == ProductType::combination)
      gathered.file.products.back().combination_method = own->second;
  }
}

void put_terms(Gathered& gathered) {
  RiskFile& file = gathered.file;
  for (auto& [key, terms] : gathered.terms) {
    const auto product = std::ranges::lower_bound(file.products, key, {}, &clearing::Product::key);
    if (product == file.products.end() || product->key != key) {
      refuse(gathered, "no P record has " + in_words(key) + ", so its B record is left out",
             terms.line);
      continue;
    }
    terms.product = static_cast<clearing::Index>(product - file.products.begin());
    if (const auto scale = gathered.scales.find(key);
        terms.price_scan && scale != gathered.scales.end())
      *terms.price_scan *= std::pow(10.0, scale->second.risk_exponent);
    file.terms.push_back(std::move(terms));
  }
  const auto key_of = [](const SeriesTerms& terms) {
    return std::tie(terms.product, terms.future_month, terms.option_month);
  };
  std::ranges::stable_sort(file.terms, {}, key_of);
  for (const SeriesTerms& terms : file.terms)
    if (clearing::Product& product = file.products[terms.product];
        is_option(product.key.type) && product.underlying.empty())
      product.underlying = terms.underlying;
  for (std::size_t i = 1; i < file.terms.size(); ++i)
    if (key_of(file.terms[i]) == key_of(file.terms[i - 1]))
      refuse(gathered,
             "the same expiry has a B record in line " + std::to_string(file.terms[i - 1].line) +
                 " already, which is taken; keep one of the two",
             file.terms[i].line);
}

bool continues(const InterSpread& spread, const InterSpread& more) {
  return spread.group == more.group && spread.priority == more.priority &&
         spread.method == more.method && spread.before_calendars == more.before_calendars &&
         spread.flat == more.flat && spread.rate.front().value == more.rate.front().value;
}

void put_inter_spreads(Gathered& gathered) {
  std::vector<InterSpread>& spreads = gathered.file.inter_spreads;
  // Of one spread in several records all but the last are full.
  std::ranges::stable_sort(gathered.spreads, {}, [](const GatheredSpread& read) {
    return std::tuple{!read.spread.before_calendars, read.spread.priority, !read.is_full};
  });
  for (GatheredSpread& read : gathered.spreads) {
    const bool more = !spreads.empty() && spreads.back().legs.size() % 4 == 0 &&
                      continues(spreads.back(), read.spread);
    if (!more) {
      spreads.push_back(std::move(read.spread));
      continue;
    }
    for (InterLeg& leg : read.spread.legs) spreads.back().legs.push_back(std::move(leg));
    if (!spreads.back().target) spreads.back().target = read.spread.target;
  }
}

void put_combinations(Gathered& gathered) {
  auto& legs = gathered.combination_legs;
  std::ranges::stable_sort(legs, {}, [](const GatheredCombination& leg) {
    return std::tie(leg.product, leg.month, leg.leg_number);
  });
  std::vector<CombinationContract>& combinations = gathered.file.combinations;
  const GatheredCombination* before = nullptr;
  for (const GatheredCombination& leg : legs) {
    const bool same = before && before->product == leg.product && before->month == leg.month;
    if (same && before->leg_number == leg.leg_number) {
      refuse(gathered,
             in_words(leg.product) + " has leg " + std::to_string(leg.leg_number) + " in line " +
                 std::to_string(before->line) + " already; keep one of the two",
             leg.line);
      continue;
    }
    if (!same)
      combinations.push_back(
          {.product = leg.product, .month = leg.month, .legs = {}, .line = leg.line});
    combinations.back().legs.push_back(leg.leg);
    combinations.back().line = std::min(combinations.back().line, leg.line);
    before = &leg;
  }
}

}  // namespace

std::string in_words(const ProductKey& key) {
  return shown(key.exchange.view()) + " " + shown(key.product.view()) + " " +
         std::string{code_of(key.type)};
}

void Refusals::add(Error error, std::uint32_t line) {
  if (line == unfinished_line && line != 0)
    error.what += "; the file ends in this line and may be cut short";
  if (++count_ <= kept_max) kept_.emplace_back(line, std::move(error));
}

std::vector<Error> Refusals::finished(const std::string& name) && {
  std::ranges::stable_sort(kept_, {}, &std::pair<std::uint32_t, Error>::first);
  std::vector<Error> errors;
  for (auto& [line, error] : kept_) errors.push_back(std::move(error));
  if (count_ > kept_max)
    errors.push_back({Reason::bad_input,
                      "and " + std::to_string(count_ - kept_max) +
                          " more; the file may be of another format, or damaged",
                      name});
  return errors;
}

void Gathered::must_agree(Row& row, std::string_view record, const Code& commodity,
                          std::span<const Column> columns) {
  if (!row.is_sound()) return;
  std::vector<std::string>& earlier = said[{record, commodity}];
  earlier.resize(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string text{row.text(columns[i])};
    if (text.find_first_not_of("0 ") == std::string::npos) continue;
    if (!earlier[i].empty() && earlier[i] != text)
      row.complain(columns[i], "is not the " + earlier[i] + " of an earlier " +
                                   std::string{record} + " record of the commodity");
    else earlier[i] = text;
  }
}

CombinedCommodity& Gathered::commodity(const Row& row, const Code& code) {
  const auto [line, is_new] = first_lines.try_emplace(code, row.number());
  line->second = std::min(line->second, row.number());
  CombinedCommodity& found = commodities[code];
  found.code = code;
  return found;
}

void put_together(Gathered& gathered) {
  put_commodities(gathered);
  put_products(gathered);
  put_terms(gathered);
  put_inter_spreads(gathered);
  put_combinations(gathered);
  std::ranges::stable_sort(gathered.file.conversions, {}, [](const Conversion& conversion) {
    return std::pair{conversion.from.code(), conversion.to.code()};
  });
  std::ranges::stable_sort(gathered.file.kept, {}, &KeptRecord::line);
}

}  // namespace plimsoll::io
