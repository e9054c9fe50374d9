#include "methods/span/places.hpp"

#include <algorithm>

#include "methods/span/matching.hpp"

namespace plimsoll::span {
namespace {

using clearing::CombinationMethod;
using clearing::ProductType;

Place refused(Error error, const InstrumentId& id) {
  error.where = id.view();
  return {.standing = Standing::refused, .fault = std::move(error)};
}

Place not_covered(const InstrumentId& id, std::string what) {
  return {.standing = Standing::not_covered,
          .fault = {Reason::not_covered, std::move(what), std::string{id.view()}}};
}

Sought sought_listed(const ListedOption& option) {
  return {.product = option.underlying,
          .types = option_types,
          .expiry = option.expiry,
          .right = option.right,
          .strike = option.strike.per_unit};
}

Sought sought_spot(const InstrumentId& id) {
  return {.product = id, .types = {ProductType::equity, ProductType::physical}};
}

Result<Part> part_of(const RiskFile& file, Index contract, Decimal ratio) {
  const clearing::ProductKey& key = file.products[file.contracts[contract].product].key;
  const auto commodity = commodity_of(file, key);
  if (!commodity)
    return fail(Reason::bad_input, "no combined commodity of " + file.name + " holds its product " +
                                       std::string{key.product.view()} + " " +
                                       std::string{code_of(key.type)});
  if (file.contracts[contract].array == clearing::nowhere)
    return fail(Reason::bad_input,
                file.name + " has no risk array of " + key_text(file, file.contracts[contract]));
  return Part{contract, *commodity, ratio};
}

Place placed(const Result<Found>& found, const RiskFiles& files, const InstrumentId& id) {
  if (!found) return refused(found.error(), id);
  const auto part = part_of(*files[found->file], found->contract, Decimal{1});
  if (!part) return refused(part.error(), id);
  return {.file = found->file, .parts = {*part}};
}

/// Some clearing houses margin securities by SPAN; where the files do not, nothing is wrong.
Place security(const Sought& sought, const RiskFiles& files, const InstrumentId& id) {
  const auto found = matched(sought, files);
  return found ? placed(found, files, id) : not_covered(id, found.error().what);
}

Result<Part> leg_of(const clearing::CombinationLeg& leg, const RiskFile& file) {
  const auto product = find_product(file, leg.product);
  const auto contract =
      product ? find_contract(file, {.product = *product, .month = leg.month}) : std::nullopt;
  if (!contract)
    return fail(Reason::bad_input, file.name + " does not hold the leg " +
                                       std::string{leg.product.product.view()} + " " +
                                       to_text(leg.month) + " of the combination");
  return part_of(file, *contract, leg.side == clearing::Side::a ? leg.ratio : -leg.ratio);
}

Place split_of(const clearing::CombinationContract& known, std::size_t at, const RiskFiles& files,
               const InstrumentId& id) {
  Place split{.file = at};
  for (const clearing::CombinationLeg& leg : known.legs) {
    const auto part = leg_of(leg, *files[at]);
    if (!part) return refused(part.error(), id);
    split.parts.push_back(*part);
  }
  if (!split.parts.empty()) return split;
  return refused({Reason::bad_input,
                  files[at]->name + " names no leg of the combination " +
                      std::string{known.product.product.view()} + " " + to_text(known.month),
                  {}},
                 id);
}

/// A combination of which the files state legs and no contract; nothing where none is the only one.
std::optional<Place> split_without_array(const Combination& held, const RiskFiles& files) {
  std::optional<Place> only;
  for (std::size_t at = 0; at < files.size(); ++at)
    for (const clearing::CombinationContract& known : files[at]->combinations) {
      if (known.product.product != held.product || known.month != held.month) continue;
      if (!held.exchange.empty() && known.product.exchange != held.exchange) continue;
      if (only) return std::nullopt;
      only = split_of(known, at, files, held.id);
    }
  return only;
}

/// The legs a combination is replaced by, or itself where it is kept as it is.
Place combination_of(const Combination& held, const RiskFiles& files) {
  const auto found = matched({.exchange = held.exchange,
                              .product = held.product,
                              .types = {ProductType::combination},
                              .month = held.month},
                             files);
  Place whole = placed(found, files, held.id);
  // A combination that is always split has no array of its own in some files.
  if (!found) return split_without_array(held, files).value_or(std::move(whole));
  const RiskFile& file = *files[found->file];
  const clearing::Contract& contract = file.contracts[found->contract];
  const clearing::ProductKey& key = file.products[contract.product].key;
  const auto commodity = commodity_of(file, key);
  const auto method =
      commodity ? file.commodities[*commodity].combination_method : CombinationMethod::split;
  if (method == CombinationMethod::delta) {
    whole.remark =
        "a combination whose deltas are spread over its legs: how they are is not public";
    return whole;
  }
  for (const clearing::CombinationContract& known : file.combinations) {
    if (known.product != key || known.month != contract.month) continue;
    Place split = split_of(known, found->file, files, held.id);
    if (method == CombinationMethod::modified)
      split.remark = "a combination split in a modified way that is not public: taken as split";
    return split;
  }
  return refused({Reason::bad_input,
                  file.name + " does not say what " + key_text(file, contract) + " is made of",
                  {}},
                 held.id);
}

}  // namespace

std::string to_text(Month month) {
  std::string number = std::to_string(month.month);
  if (number.size() < 2) number = "0" + number;
  return month.empty() ? "-"
                       : std::to_string(month.year) + number +
                             (month.day.empty() ? "" : " " + std::string{month.day.view()});
}

std::string key_text(const RiskFile& file, const clearing::Contract& contract) {
  const clearing::ProductKey& key = file.products[contract.product].key;
  std::string text = std::string{key.exchange.view()} + " " + std::string{key.product.view()} +
                     " " + std::string{code_of(key.type)};
  if (!contract.month.empty()) text += " " + to_text(contract.month);
  if (!contract.option_month.empty()) text += " " + to_text(contract.option_month);
  if (contract.right)
    text +=
        (*contract.right == Right::call ? " C " : " P ") + plimsoll::to_text(contract.strike, 0);
  return text;
}

Place place_of(const Instrument& instrument, const RiskFiles& files) {
  const InstrumentId id = id_of(instrument);
  return std::visit(
      Match{
          [&](const Future& future) {
            return placed(matched(sought_of(future), files), files, id);
          },
          [&](const FutureOption& option) {
            return placed(matched(sought_of(option), files), files, id);
          },
          [&](const Combination& combination) { return combination_of(combination, files); },
          [&](const ListedOption& option) { return security(sought_listed(option), files, id); },
          [&](const Stock& stock) { return security(sought_spot(stock.id), files, id); },
          [&](const plimsoll::Index& index) { return security(sought_spot(index.id), files, id); },
          [&](const auto&) {
            return not_covered(id, "it is no contract a clearing house margins by SPAN");
          },
      },
      instrument);
}

std::shared_ptr<const Places> Places::of(const std::vector<const Instrument*>& instruments,
                                         RiskFiles files) {
  auto places = std::make_shared<Places>();
  places->files_ = std::move(files);
  for (const Instrument* instrument : instruments) {
    const InstrumentId id = id_of(*instrument);
    if (!places->places_.contains(id))
      places->places_.emplace(id, place_of(*instrument, places->files_));
  }
  return places;
}

const Place* Places::find(const InstrumentId& id) const {
  const auto found = places_.find(id);
  return found == places_.end() ? nullptr : &found->second;
}

}  // namespace plimsoll::span
