#include "methods/span/option_following.hpp"

#include "methods/span/moved.hpp"
#include "methods/span/option_value.hpp"

namespace plimsoll::span {
namespace {

/// An option and what it is on, in one file.
struct Both {
  const RiskFile* file = nullptr;
  Index option = clearing::nowhere, under = clearing::nowhere;
};

std::optional<Both> both_of(const FutureOption& option, const RiskFiles& files) {
  const Place place = place_of(option, files);
  if (place.standing != Standing::placed || !place.is_one_contract()) return std::nullopt;
  const RiskFile& file = *files[place.file];
  const Index at = place.parts.front().contract;
  const auto under = underlying_of(file, file.contracts[at]);
  if (!under) return std::nullopt;
  return Both{&file, at, *under};
}

}  // namespace

std::optional<FutureUnder> future_under(const FutureOption& option, const RiskFiles& files) {
  const auto both = both_of(option, files);
  if (!both) return std::nullopt;
  const clearing::Contract& contract = both->file->contracts[both->under];
  const clearing::Product& product = both->file->products[contract.product];
  if (product.key.type != clearing::ProductType::future || !contract.price) return std::nullopt;
  const std::string symbol =
      std::string{product.key.product.view()} + " " + to_text(contract.month);
  return FutureUnder{.future = {.id = InstrumentId{symbol},
                                .product = product.key.product,
                                .exchange = product.key.exchange,
                                .month = contract.month,
                                .multiplier = value_factor_of(*both->file, contract)},
                     .settlement = *contract.price};
}

Result<Decimal> option_at(const FutureOption& option, Decimal moved_to, const RiskFiles& files) {
  const auto both = both_of(option, files);
  if (!both)
    return fail(Reason::not_covered, "no clearing house's file says what it is on",
                std::string{option.id.view()});
  auto price = option_moved(*both->file, both->option, both->under, moved_to);
  if (price) return price;
  Error error = std::move(price).error();
  error.where = std::string{option.id.view()};
  return std::unexpected{std::move(error)};
}

}  // namespace plimsoll::span
