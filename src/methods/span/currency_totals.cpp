#include "methods/span/currency_totals.hpp"

#include <algorithm>

#include "methods/span/detail.hpp"

namespace plimsoll::span {

void CurrencyTotals::add(const CurrencyTotal& more) {
  const auto at = std::ranges::lower_bound(totals_, more.currency, {}, &CurrencyTotal::currency);
  CurrencyTotal& total = at != totals_.end() && at->currency == more.currency
                             ? *at
                             : *totals_.insert(at, CurrencyTotal{.currency = more.currency});
  total.maintenance += more.maintenance;
  total.initial += more.initial;
  total.long_option_value += more.long_option_value;
  total.short_option_value += more.short_option_value;
}

Detail CurrencyTotals::detail() const {
  std::vector<Detail> items;
  for (const CurrencyTotal& total : totals_)
    items.push_back({.children = {text_leaf("currency", std::string{total.currency.code()}),
                                  amount_leaf("maintenance", total.maintenance),
                                  amount_leaf("initial", total.initial),
                                  amount_leaf("long_option_value", total.long_option_value),
                                  amount_leaf("short_option_value", total.short_option_value)}});
  return list_of("currencies", std::move(items));
}

}  // namespace plimsoll::span
