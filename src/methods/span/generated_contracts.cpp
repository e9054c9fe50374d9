#include "methods/span/generated_contracts.hpp"

#include <algorithm>
#include <cmath>

#include "methods/span/array_from_file.hpp"
#include "methods/span/matching.hpp"

namespace plimsoll::span {
namespace {

using clearing::Contract;
using clearing::ProductType;

/// A contract to be made, in a file by its place.
struct Absent {
  std::size_t file = 0;
  Contract key = {};
};

std::optional<Sought> sought_of_any(const Instrument& instrument) {
  if (const auto* future = std::get_if<Future>(&instrument)) return sought_of(*future);
  if (const auto* option = std::get_if<FutureOption>(&instrument)) return sought_of(*option);
  return std::nullopt;
}

bool is_of(const clearing::Product& product, const Sought& sought) {
  return product.key.product == sought.product &&
         (sought.exchange.empty() || sought.exchange == product.key.exchange) &&
         std::ranges::find(sought.types, product.key.type) != sought.types.end();
}

std::unexpected<Error> refuse(std::string what) { return fail(Reason::bad_input, std::move(what)); }

Result<std::pair<std::size_t, Index>> product_of(const Sought& sought, const RiskFiles& files) {
  std::vector<std::pair<std::size_t, Index>> found;
  for (std::size_t f = 0; f < files.size(); ++f)
    for (std::size_t p = 0; p < files[f]->products.size(); ++p)
      if (is_of(files[f]->products[p], sought)) found.emplace_back(f, static_cast<Index>(p));
  if (found.empty()) return refuse("no file lists its product");
  if (found.size() > 1) return refuse("several products are called so; state its exchange");
  return found.front();
}

/// The future an option of that expiry is on, where the file's parameters name one only.
Result<Month> month_beneath(const RiskFile& file, Index product, Month expiry) {
  std::optional<Month> only;
  for (const clearing::SeriesTerms& terms : file.terms) {
    if (terms.product != product || terms.option_month != expiry) continue;
    if (only && *only != terms.future_month)
      return refuse("options of that expiry are on several futures; state its \"month\"");
    only = terms.future_month;
  }
  if (!only) return refuse("the file has no parameters for that expiry");
  return *only;
}

Result<Absent> absent(const Sought& sought, const RiskFiles& files) {
  PLIMSOLL_TRY(found, product_of(sought, files));
  const RiskFile& file = *files[found.first];
  if (file.products[found.second].underlying.empty() && sought.option_month)
    return refuse("the file does not say what its product is on");
  Absent made{found.first,
              {.product = found.second,
               .month = sought.month,
               .option_month = sought.option_month.value_or(Month{}),
               .right = sought.right,
               .strike = sought.strike}};
  const bool on_future = file.products[found.second].key.type == ProductType::option_on_future;
  if (on_future && sought.month.empty()) {
    PLIMSOLL_TRY(month, month_beneath(file, found.second, *sought.option_month));
    made.key.month = month;
  }
  return made;
}

/// Whether the file's arrays are of one volatility: within a hundredth of the price scan range.
bool is_close(const ArrayFit& fit, const RiskFile& file, const Contract& key) {
  return std::ranges::any_of(file.terms, [&](const clearing::SeriesTerms& terms) {
    return terms.product == key.product && terms.future_month == key.month &&
           terms.option_month == key.option_month && terms.price_scan &&
           fit.largest_error <= 0.01 * *terms.price_scan;
  });
}

Result<ArrayFromFile> array_of(const RiskFile& file, const Contract& key, const Quote* quote) {
  ArrayChoices choices;
  if (quote != nullptr) choices.volatility = quote->volatility;
  auto made = array_from_file(file, key, choices);
  if (made || choices.volatility || !key.right) return made;
  const auto fit = fitted_to_series(file, key, choices);
  if (!fit || !is_close(*fit, file, key)) return made;
  choices.volatility = fit->volatility;
  choices.rate = fit->rate;
  return array_from_file(file, key, choices);
}

Decimal price_of(const ArrayFromFile& made, const Quote* quote) {
  if (quote != nullptr && quote->price) return *quote->price;
  const double price = made.generated.value / made.terms.value_factor;
  return Decimal::from_nano(static_cast<Int128>(std::llround(price * Decimal::scale)));
}

Result<void> add(const Sought& sought, const Quote* quote, RiskFiles& files) {
  PLIMSOLL_TRY(found, absent(sought, files));
  PLIMSOLL_TRY(made, array_of(*files[found.file], found.key, quote));
  RiskFile file = *files[found.file];
  Contract contract = found.key;
  contract.array = static_cast<Index>(file.arrays.size());
  contract.arrays = 1;
  if (made.generated.value != 0 || (quote != nullptr && quote->price))
    contract.price = price_of(made, quote);
  file.arrays.push_back(made.generated.array);
  file.contracts.push_back(contract);
  clearing::join(file);
  files[found.file] = std::make_shared<const RiskFile>(std::move(file));
  return {};
}

}  // namespace

WithGenerated with_generated(const RiskFiles& files,
                             const std::vector<const Instrument*>& instruments,
                             const MarketSnapshot& market) {
  WithGenerated all{.files = files};
  for (const Instrument* instrument : instruments) {
    const auto sought = sought_of_any(*instrument);
    if (!sought || matched(*sought, all.files)) continue;
    const InstrumentId id = id_of(*instrument);
    if (auto added = add(*sought, market.find(id), all.files); !added)
      all.not_made.emplace(id, std::move(added).error());
  }
  return all;
}

}  // namespace plimsoll::span
