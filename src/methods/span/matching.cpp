#include "methods/span/matching.hpp"

#include <algorithm>
#include <set>

#include "base/nearest.hpp"

namespace plimsoll::span {
namespace {

using clearing::Contract;
using clearing::Product;
using clearing::ProductType;

constexpr std::size_t keys_shown = 5;

/// A product of one of the files.
struct FoundProduct {
  std::size_t file = 0;
  Index product = 0;
};

std::vector<FoundProduct> products_called(const Sought& sought, const RiskFiles& files) {
  std::vector<FoundProduct> all;
  for (std::size_t f = 0; f < files.size(); ++f)
    for (std::size_t p = 0; p < files[f]->products.size(); ++p) {
      const clearing::ProductKey& key = files[f]->products[p].key;
      if (key.product != sought.product) continue;
      if (!sought.exchange.empty() && key.exchange != sought.exchange) continue;
      if (std::ranges::find(sought.types, key.type) == sought.types.end()) continue;
      all.push_back({f, static_cast<Index>(p)});
    }
  return all;
}

/// A month as asked for and as the file has it: to the letter, or the one of the calendar month.
enum class Nearness : std::uint8_t { exact, in_month, apart };
Nearness nearness(Month asked, Month there) {
  if (asked == there) return Nearness::exact;
  const bool same = std::tie(asked.year, asked.month) == std::tie(there.year, there.month);
  return same && asked.day.empty() ? Nearness::in_month : Nearness::apart;
}

bool falls_on(const RiskFile& file, const Contract& contract, Date expiry) {
  if (contract.terms != clearing::nowhere && file.terms[contract.terms].expiry)
    return *file.terms[contract.terms].expiry == expiry;
  const std::chrono::year_month_day day{expiry};
  const Month& month = contract.option_month;
  if (static_cast<int>(day.year()) != month.year || unsigned{day.month()} != month.month)
    return false;
  const std::string number = std::to_string(unsigned{day.day()});
  return month.day.empty() || month.day == DayCode{number.size() < 2 ? "0" + number : number};
}

/// How well a contract of the product fits; `apart` where it does not.
Nearness fit(const Sought& sought, const RiskFile& file, const Contract& contract) {
  if (contract.right != sought.right || contract.strike != sought.strike) return Nearness::apart;
  Nearness worst = Nearness::exact;
  if (!sought.month.empty()) worst = nearness(sought.month, contract.month);
  if (sought.option_month)
    worst = std::max(worst, nearness(*sought.option_month, contract.option_month));
  if (sought.expiry && !falls_on(file, contract, *sought.expiry)) return Nearness::apart;
  return worst;
}

std::pair<Index, Index> contracts_of(const RiskFile& file, Index product) {
  const auto range = std::ranges::equal_range(file.contracts, product, {}, &Contract::product);
  return {static_cast<Index>(range.begin() - file.contracts.begin()),
          static_cast<Index>(range.end() - file.contracts.begin())};
}

bool expires_before(const Contract& a, const Contract& b) {
  return std::tie(a.month, a.option_month) < std::tie(b.month, b.option_month);
}
std::pair<std::optional<Right>, Decimal> right_and_strike(const Contract& contract) {
  return {contract.right, contract.strike};
}

std::vector<Found> fitting(const Sought& sought, const RiskFiles& files,
                           const std::vector<FoundProduct>& products, Nearness wanted) {
  std::vector<Found> all;
  for (const auto& [f, product] : products) {
    const auto& contracts = files[f]->contracts;
    const auto [first, last] = contracts_of(*files[f], product);
    const auto at = [&](Index i) { return contracts.begin() + i; };
    // Those of one right and strike stand together within an expiry.
    for (Index expiry = first, next; expiry < last; expiry = next) {
      const auto end = std::upper_bound(at(expiry), at(last), *at(expiry), expires_before);
      next = static_cast<Index>(end - contracts.begin());
      const auto [from, to] = std::ranges::equal_range(
          at(expiry), end, std::pair{sought.right, sought.strike}, {}, right_and_strike);
      for (auto one = from; one != to; ++one)
        if (fit(sought, *files[f], *one) == wanted)
          all.push_back({f, static_cast<Index>(one - contracts.begin())});
    }
  }
  return all;
}

long months_apart(Month a, Month b) {
  return std::abs((a.year - b.year) * 12L + a.month - b.month);
}

/// The keys most like what was asked for.
std::string nearest_keys(const Sought& sought, const RiskFiles& files,
                         const std::vector<FoundProduct>& products) {
  std::vector<std::pair<std::tuple<long, long, double>, std::string>> keys;
  for (const auto& [f, product] : products) {
    const auto [first, last] = contracts_of(*files[f], product);
    for (Index i = first; i < last; ++i) {
      const Contract& there = files[f]->contracts[i];
      const long options =
          sought.option_month ? months_apart(*sought.option_month, there.option_month) : 0;
      const long right = there.right == sought.right ? 0 : 1;
      keys.push_back(
          {{months_apart(sought.month.empty() ? there.month : sought.month, there.month) + options,
            right, std::abs(to_double(there.strike - sought.strike))},
           key_text(*files[f], there)});
    }
  }
  const std::size_t shown = std::min(keys_shown, keys.size());
  std::ranges::partial_sort(keys, keys.begin() + static_cast<std::ptrdiff_t>(shown));
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) text += (i == 0 ? "" : ", ") + keys[i].second;
  return text;
}

std::string names(const RiskFiles& files) {
  std::string text;
  for (const auto& file : files) text += (text.empty() ? "" : ", ") + file->name;
  return text;
}

Error no_product(const Sought& sought, const RiskFiles& files) {
  std::vector<std::string_view> known;
  std::set<std::string> elsewhere;
  for (const auto& file : files)
    for (const Product& product : file->products) {
      known.push_back(product.key.product.view());
      if (product.key.product == sought.product)
        elsewhere.insert(std::string{code_of(product.key.type)} + " at " +
                         std::string{product.key.exchange.view()});
    }
  std::string what = "no " + std::string{code_of(sought.types.front())} + " product \"" +
                     std::string{sought.product.view()} + "\"";
  if (!sought.exchange.empty()) what += " of exchange " + std::string{sought.exchange.view()};
  what += " in " + names(files);
  const std::vector<std::string_view> listed{elsewhere.begin(), elsewhere.end()};
  if (!listed.empty()) what += "; that code is listed as " + choice_of(listed);
  else if (const auto near = nearest(sought.product.view(), known))
    what += "; is \"" + std::string{*near} + "\" meant?";
  else what += "; give the clearing house's product code, or its file with --span-file";
  return {Reason::bad_input, what, {}};
}

Error several(const std::vector<Found>& found, const RiskFiles& files) {
  std::string keys;
  for (std::size_t i = 0; i < std::min(keys_shown, found.size()); ++i)
    keys += (i == 0 ? "" : ", ") +
            key_text(*files[found[i].file], files[found[i].file]->contracts[found[i].contract]);
  return {Reason::bad_input,
          std::to_string(found.size()) + " contracts are called so: " + keys +
              "; say which with \"exchange\", \"month\" and \"day\", or \"option_day\"",
          {}};
}

}  // namespace

const std::vector<ProductType> option_types{
    ProductType::option_on_future, ProductType::option_on_physical,
    ProductType::option_on_combination, ProductType::option_on_equity};

Sought sought_of(const Future& future) {
  return {.exchange = future.exchange,
          .product = future.product,
          .types = {ProductType::future, ProductType::forward, ProductType::physical},
          .month = future.month};
}

Sought sought_of(const FutureOption& option) {
  Sought sought{.exchange = option.future.exchange,
                .product = option.future.product,
                .types = option_types,
                .month = option.future.month,
                .option_month = option.option_month,
                .right = option.right,
                .strike = option.strike.per_unit};
  return sought;
}

Result<Found> matched(const Sought& sought, const RiskFiles& files) {
  const auto products = products_called(sought, files);
  if (products.empty()) return std::unexpected{no_product(sought, files)};
  for (const Nearness wanted : {Nearness::exact, Nearness::in_month}) {
    const auto found = fitting(sought, files, products, wanted);
    if (found.size() == 1) return found.front();
    if (found.size() > 1) return std::unexpected{several(found, files)};
  }
  const std::string nearest = nearest_keys(sought, files, products);
  return fail(Reason::bad_input,
              names(files) + " has no such contract" +
                  (nearest.empty() ? "; it has none of the product \"" +
                                         std::string{sought.product.view()} + "\" at all"
                                   : "; the nearest are " + nearest));
}

}  // namespace plimsoll::span
