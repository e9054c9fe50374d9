#include "market/clearing/outline.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace plimsoll::clearing {
namespace {

std::size_t sum_of(const std::map<std::string, std::size_t>& counts) {
  std::size_t sum = 0;
  for (const auto& [name, count] : counts) sum += count;
  return sum;
}

void add_rates(const Rates& rates, std::vector<Decimal>& all) {
  for (const Rate& rate : rates)
    if (std::ranges::find(all, rate.value) == all.end()) all.push_back(rate.value);
}

CommodityOutline commodity_outline(const RiskFile& file, std::size_t place) {
  const CombinedCommodity& one = file.commodities[place];
  CommodityOutline outline{.commodity = static_cast<Index>(place)};
  outline.tiers = one.calendar_tiers.size() + one.scan_tiers.size() + one.inter_tiers.size() +
                  one.short_option_tiers.size();
  outline.calendar_spreads = one.calendar_spreads.size();
  outline.spot_rates = one.spot_rates.size();
  add_rates(one.short_option_rate, outline.short_option_rates);
  for (const Tier& tier : one.short_option_tiers)
    add_rates(tier.short_option_rate, outline.short_option_rates);
  return outline;
}

Result<Month> month_in(const std::string& text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto of_code = [&](char c) { return digit(c) || (c >= 'A' && c <= 'Z'); };
  const bool shaped = (text.size() == 6 || text.size() == 8) &&
                      std::ranges::all_of(text.substr(0, 6), digit) &&
                      std::ranges::all_of(text.substr(6), of_code);
  const int month = shaped ? std::stoi(text.substr(4, 2)) : 0;
  if (month < 1 || month > 12)
    return fail(Reason::bad_input,
                "\"" + text.substr(0, 40) +
                    "\" is not a contract month; write 202512, or with a day or a week 20251219, "
                    "202512W1");
  return Month{static_cast<std::uint16_t>(std::stoi(text.substr(0, 4))),
               static_cast<std::uint8_t>(month), DayCode{text.substr(6)}};
}

bool is_within(const Month& month, const Month& asked) {
  return month.year == asked.year && month.month == asked.month &&
         (asked.day.empty() || asked.day == month.day);
}

}  // namespace

FileOutline outline_of(const RiskFile& file) {
  FileOutline outline;
  std::set<Code> exchanges;
  std::map<ProductKey, std::size_t> commodity_with;
  for (std::size_t i = 0; i < file.commodities.size(); ++i) {
    outline.commodities.push_back(commodity_outline(file, i));
    for (const ProductLink& link : file.commodities[i].products)
      commodity_with.emplace(link.product, i);
  }
  std::vector<std::optional<std::size_t>> commodity_at(file.products.size());
  for (std::size_t i = 0; i < file.products.size(); ++i) {
    const auto found = commodity_with.find(file.products[i].key);
    if (found != commodity_with.end()) commodity_at[i] = found->second;
    if (!file.products[i].key.exchange.empty()) exchanges.insert(file.products[i].key.exchange);
  }
  outline.exchanges.assign(exchanges.begin(), exchanges.end());
  outline.records = sum_of(file.counts);
  outline.unknown_records = sum_of(file.unknown);
  outline.contracts = file.contracts.size();
  for (const Contract& contract : file.contracts) {
    if (contract.arrays == 0) ++outline.without_array;
    if (!contract.price) ++outline.without_price;
    const auto commodity =
        contract.product < commodity_at.size() ? commodity_at[contract.product] : std::nullopt;
    if (commodity) ++outline.commodities[*commodity].contracts;
    else ++outline.unlinked;
  }
  outline.scanning_spreads = static_cast<std::size_t>(
      std::ranges::count(file.inter_spreads, InterMethod::scanning, &InterSpread::method));
  return outline;
}

Result<ContractFilter> contract_filter(const std::string& product, const std::string& month) {
  ContractFilter filter;
  if (!Code::fits(product))
    return fail(Reason::bad_input, "\"" + product.substr(0, 40) +
                                       "\" is longer than any product's code; write it as the "
                                       "clearing house does, like CL");
  filter.product = Code{product};
  if (month.empty()) return filter;
  PLIMSOLL_TRY(read, month_in(month));
  filter.month = read;
  return filter;
}

std::vector<Index> contracts_chosen(const RiskFile& file, const ContractFilter& filter) {
  std::vector<Index> chosen;
  for (std::size_t i = 0; i < file.contracts.size(); ++i) {
    const Contract& one = file.contracts[i];
    if (!filter.product.empty() && file.products[one.product].key.product != filter.product)
      continue;
    if (!filter.month.empty() && !is_within(one.month, filter.month) &&
        !is_within(one.option_month, filter.month))
      continue;
    chosen.push_back(static_cast<Index>(i));
  }
  return chosen;
}

std::string_view word_of(WeightedPriceRisk method) {
  switch (method) {
    case WeightedPriceRisk::normal:
      return "normal";
    case WeightedPriceRisk::capped_at_scan_range:
      return "capped_at_scan_range";
    case WeightedPriceRisk::scan_range:
      return "scan_range";
  }
  std::unreachable();
}

std::string_view word_of(ShortOptionMethod method) {
  switch (method) {
    case ShortOptionMethod::sum:
      return "sum";
    case ShortOptionMethod::larger_side:
      return "larger_side";
  }
  std::unreachable();
}

std::string_view word_of(CombinationMethod method) {
  switch (method) {
    case CombinationMethod::split:
      return "split";
    case CombinationMethod::delta:
      return "delta";
    case CombinationMethod::modified:
      return "modified";
  }
  std::unreachable();
}

std::string to_text(const Month& month) {
  if (month.empty()) return {};
  const std::string number = std::to_string(month.month);
  return std::to_string(month.year) + (number.size() == 1 ? "0" : "") + number +
         std::string{month.day.view()};
}

std::string key_text(const RiskFile& file, const Contract& contract) {
  const ProductKey& key = file.products[contract.product].key;
  std::string text = std::string{key.product.view()} + " " + std::string{code_of(key.type)};
  const bool option = !contract.option_month.empty();
  const Month& own = option ? contract.option_month : contract.month;
  if (!own.empty()) text += " " + to_text(own);
  if (contract.right)
    text += (*contract.right == Right::put ? " P " : " C ") + plimsoll::to_text(contract.strike, 0);
  if (option && !contract.month.empty()) text += " on " + to_text(contract.month);
  return text;
}

}  // namespace plimsoll::clearing
