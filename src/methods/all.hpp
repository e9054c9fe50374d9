#pragma once
// The list of methods. Adding one is a folder, plus an include and a word here.

#include <variant>

#include "methods/cross_margin/cross_margin.hpp"
#include "methods/cross_margin/interest.hpp"
#include "methods/cross_margin/steps.hpp"
#include "methods/reg_t/ledger/walk.hpp"
#include "methods/reg_t/reg_t.hpp"
#include "methods/span/array_from_file.hpp"
#include "methods/span/array_list.hpp"
#include "methods/span/contract_terms.hpp"
#include "methods/span/generated_contracts.hpp"
#include "methods/span/option_following.hpp"
#include "methods/span/span.hpp"
#include "methods/tims/rates.hpp"
#include "methods/tims/tims.hpp"

namespace plimsoll {

using AnyMethod = std::variant<reg_t::RegT, tims::Tims, span::Span, cross_margin::CrossMargin>;

template <Method... M>
constexpr bool all_are_methods(const std::variant<M...>*) {
  return true;
}
static_assert(all_are_methods(static_cast<AnyMethod*>(nullptr)));

/// The one method whose accounts have calls and balances that only their path tells.
using LedgerWalk = reg_t::Walk;

/// What the one method with parameter packs stands on.
using ParameterPack = tims::PackRef;
using ParameterPacks = tims::Packs;
using ParameterPackList = tims::PackList;
inline Result<ParameterPack> parameter_pack(const Node& file, const std::string& name) {
  return tims::parameter_pack(file, name);
}
inline Result<void> stands_over(const ParameterPack& overlay, const ParameterPack& base) {
  return tims::stands_over(*overlay, *base);
}
inline std::vector<RuleEntry> rules_of(const ParameterPack& pack) { return tims::rules_of(*pack); }

/// A market valued once for many accounts, by the one method that can stand on one.
using ValuedMarket = tims::Valued;

/// The least equity of a customer's account that is margined by risk. Refused: a day before the
/// first rule.
inline Result<Money> least_equity(Date rules) {
  PLIMSOLL_TRY(least, tims::minimum_equity.at(rules));
  return least.value;
}

/// What the one method with risk parameter files stands on: the files, and how what they leave open
/// is read.
using RiskParameters = span::Parameters;
using RiskPolicy = span::PolicyRef;
inline Result<RiskPolicy> risk_policy(const Node& file, const std::string& name) {
  return span::policy(file, name);
}
/// An account and its lending pool after a step.
using cross_margin::PoolAccount;
using cross_margin::stepped;
/// What a bank of a lending pool pays and charges.
using cross_margin::interest_rates;
using cross_margin::InterestRates;

/// What a clearing house's file knows of a contract, where one of them holds it.
using ContractTerms = span::ContractTerms;
inline std::optional<ContractTerms> contract_terms(const Instrument& instrument,
                                                   const RiskParameters& risk) {
  return span::contract_terms(instrument, risk.files);
}
using span::complete;
/// What an option on a future is on, and its price where that stands elsewhere.
using FutureUnder = span::FutureUnder;
inline std::optional<FutureUnder> future_under(const FutureOption& option,
                                               const RiskParameters& risk) {
  return span::future_under(option, risk.files);
}
inline Result<Decimal> option_at(const FutureOption& option, Decimal moved_to,
                                 const RiskParameters& risk) {
  return span::option_at(option, moved_to, risk.files);
}
using span::Unlisted;
using span::with_generated;
/// Where a contract stands in files; the fault where it does not.
inline Result<std::pair<std::size_t, clearing::Index>> place_in(
    const Instrument& instrument,
    const std::vector<std::shared_ptr<const clearing::RiskFile>>& files) {
  const span::Place place = span::place_of(instrument, files);
  if (place.standing != span::Standing::placed) return std::unexpected{place.fault};
  return std::pair{place.file, place.parts.front().contract};
}
/// Risk arrays that are a model's: of a contract a file has none for, and of a user's own list.
inline Result<clearing::RiskArray> generated_array(const clearing::RiskFile& file,
                                                   const clearing::Contract& contract) {
  PLIMSOLL_TRY(made, span::array_from_file(file, contract, {}));
  return made.generated.array;
}
using ListedInstrument = span::ListedInstrument;
inline Result<std::vector<ListedInstrument>> instruments_listed(const Node& file,
                                                                const std::string& name) {
  return span::array_list(file, name);
}
inline Result<clearing::RiskArray> generated_array(const ListedInstrument& instrument) {
  PLIMSOLL_TRY(made, span::generated_array(instrument.terms));
  return made.array;
}

}  // namespace plimsoll
