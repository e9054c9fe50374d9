#include "io/clearing/spn_references.hpp"

#include <algorithm>

#include "io/text.hpp"

namespace plimsoll::io::spn {
namespace {

using clearing::Index;
using clearing::nowhere;

std::string contract_words(const Reference& reference, const std::vector<clearing::Code>& names) {
  return "contract cId " + std::to_string(reference.contract) + " of pfId " +
         std::to_string(reference.family) + " at exchange " +
         std::string{names[reference.exchange].view()};
}

}  // namespace

std::uint32_t References::exchange(const clearing::Code& code) {
  const auto [found, added] =
      places_.try_emplace(code, static_cast<std::uint32_t>(exchanges_.size()));
  if (added) exchanges_.push_back(code);
  return found->second;
}

void References::family(std::uint32_t exchange, std::uint32_t id, Index product) {
  families_.try_emplace({exchange, id}, Family{product, false});
}

void References::contract(const Reference& reference, Listed listed) {
  listed_.emplace_back(reference, listed);
  const auto family = families_.find({reference.exchange, reference.family});
  if (family != families_.end()) family->second.lists_contracts = true;
}

std::optional<Listed> References::find(const Reference& reference) const {
  const auto found =
      std::ranges::lower_bound(listed_, reference, {}, &std::pair<Reference, Listed>::first);
  if (found == listed_.end() || found->first != reference) return std::nullopt;
  return found->second;
}

std::optional<Family> References::family_of(const Reference& reference) const {
  const auto found = families_.find({reference.exchange, reference.family});
  if (found == families_.end()) return std::nullopt;
  return found->second;
}

void References::resolve_underlyings(clearing::RiskFile& file, std::vector<Error>& refused) const {
  for (const Underlying& waiting : underlyings_) {
    clearing::SeriesTerms& terms = file.terms[waiting.terms];
    const auto found = find(waiting.reference);
    if (found) {
      terms.future_month = found->month;
      for (Index i = waiting.first; i < waiting.last; ++i) file.contracts[i].month = found->month;
      continue;
    }
    const clearing::ProductType type = file.products[terms.product].key.type;
    const bool needs_month = type == clearing::ProductType::option_on_future ||
                             type == clearing::ProductType::option_on_combination;
    // A physical is often listed without a contract: it has no month to give.
    const auto family = family_of(waiting.reference);
    if (!needs_month && family && !family->lists_contracts) continue;
    refused.push_back({Reason::bad_input,
                       "the underlying of this series, " +
                           contract_words(waiting.reference, exchanges_) +
                           ", is not in the file, so its options are left out",
                       place(file.name, waiting.line)});
    for (Index i = waiting.first; i < waiting.last; ++i) file.contracts[i].product = nowhere;
  }
  std::erase_if(file.contracts,
                [](const clearing::Contract& contract) { return contract.product == nowhere; });
}

void References::resolve_legs(clearing::RiskFile& file, std::vector<Error>& refused) const {
  for (const Legs& waiting : legs_) {
    clearing::CombinationContract& combination = file.combinations[waiting.combination];
    for (std::size_t i = 0; i < waiting.legs.size(); ++i) {
      const auto found = find(waiting.legs[i]);
      if (!found) {
        refused.push_back({Reason::bad_input,
                           "a leg of this combination, " +
                               contract_words(waiting.legs[i], exchanges_) +
                               ", is not in the file, so the combination is left out",
                           place(file.name, combination.line)});
        combination.legs.clear();
        break;
      }
      combination.legs[i].product = file.products[found->product].key;
      combination.legs[i].month = found->month;
    }
  }
  std::erase_if(file.combinations, [](const clearing::CombinationContract& combination) {
    return combination.legs.empty();
  });
}

std::vector<Error> References::resolve(clearing::RiskFile& file) {
  std::ranges::stable_sort(listed_, {}, &std::pair<Reference, Listed>::first);
  std::vector<Error> refused;
  resolve_underlyings(file, refused);
  resolve_legs(file, refused);
  return refused;
}

}  // namespace plimsoll::io::spn
