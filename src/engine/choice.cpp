#include "engine/choice.hpp"

#include <algorithm>
#include <memory>
#include <string_view>

#include "engine/evaluate.hpp"

namespace plimsoll::engine {
namespace {

constexpr std::size_t method_count = std::variant_size_v<AnyMethod>;

template <std::size_t i>
using MethodAt = std::variant_alternative_t<i, AnyMethod>;

template <std::size_t... i>
std::vector<Label> names(std::index_sequence<i...>) {
  static_assert((Method<MethodAt<i>> && ...));
  return {MethodAt<i>::id...};
}

template <class M>
constexpr bool with_rules = requires(typename M::Parameters parameters) { parameters.rules; };
template <class M>
constexpr bool with_houses = requires(typename M::Parameters parameters) { parameters.house; };
template <class M>
constexpr bool with_packs = requires(typename M::Parameters parameters) { parameters.packs; };
template <class M>
constexpr bool with_risk_files = requires(typename M::Parameters parameters) { parameters.files; };
template <class M>
constexpr bool with_pool = requires(typename M::Parameters parameters) { parameters.pool; };
template <class M>
constexpr bool with_told = requires(typename M::Parameters parameters) { parameters.told; };
template <class M>
constexpr bool with_strategy = requires(typename M::Parameters parameters) { parameters.strategy; };

template <class M>
constexpr bool with_valued = requires(typename M::Parameters parameters) { parameters.valued; };

/// Both readings of the rules securities are margined under by strategy, for methods that send what
/// they do not margin themselves there.
template <class Rules>
Rules strategy_rules(Date rules) {
  const auto method = std::make_shared<const AnyMethod>(
      method_called(implied_method(AccountKind::margin), {.rules = rules}));
  return {[method](const Account& account, const MarketSnapshot& market) {
            return std::visit([&](const auto& m) { return m.compute(account, market); }, *method);
          },
          [method](const Account& account, const MarketSnapshot& market) {
            return std::visit([&](const auto& m) { return m.explain(account, market); }, *method);
          }};
}

template <std::size_t i = 0>
AnyMethod built(std::string_view name, const MethodTerms& terms) {
  if constexpr (i + 1 == method_count) {
    PLIMSOLL_CHECK(MethodAt<i>::id.text() == name);
  } else if (MethodAt<i>::id.text() != name) {
    return built<i + 1>(name, terms);
  }
  using M = MethodAt<i>;
  typename M::Parameters parameters{};
  if constexpr (with_rules<M>) parameters.rules = terms.rules;
  if constexpr (with_houses<M>) parameters.house = terms.house;
  if constexpr (with_packs<M>) parameters.packs = terms.packs;
  if constexpr (with_risk_files<M>) {
    parameters.files = terms.risk.files;
    parameters.policies = terms.risk.policies;
    parameters.unlisted = terms.risk.unlisted;
  }
  if constexpr (with_pool<M>) parameters.pool = terms.pool;
  if constexpr (with_told<M>)
    if (terms.told == Told::sums) parameters.told = decltype(parameters.told)::sums;
  if constexpr (with_valued<M>) {
    parameters.valued = terms.valued;
    parameters.boundaries = terms.boundaries;
  }
  if constexpr (with_strategy<M>)
    parameters.strategy = strategy_rules<decltype(parameters.strategy)>(terms.rules);
  return M{std::move(parameters)};
}

template <std::size_t... i>
bool any_with_houses(std::string_view name, std::index_sequence<i...>) {
  return ((MethodAt<i>::id.text() == name && with_houses<MethodAt<i>>) || ...);
}

template <std::size_t... i>
bool any_with_packs(std::string_view name, std::index_sequence<i...>) {
  return ((MethodAt<i>::id.text() == name && with_packs<MethodAt<i>>) || ...);
}

template <std::size_t... i>
bool any_with_risk_files(std::string_view name, std::index_sequence<i...>) {
  return ((MethodAt<i>::id.text() == name && with_risk_files<MethodAt<i>>) || ...);
}

template <std::size_t... i>
bool any_with_valued(std::string_view name, std::index_sequence<i...>) {
  return ((MethodAt<i>::id.text() == name && with_valued<MethodAt<i>>) || ...);
}

template <std::size_t... i>
bool any_with_pool(std::string_view name, std::index_sequence<i...>) {
  return ((MethodAt<i>::id.text() == name && with_pool<MethodAt<i>>) || ...);
}

std::string listed(const std::vector<Label>& methods) {
  std::string text;
  for (const Label method : methods)
    text += (text.empty() ? "" : ", ") + std::string{method.text()};
  return text;
}

Result<Label> known_method(std::string_view name) {
  const std::vector<Label> methods = method_names();
  const auto found = std::ranges::find(methods, name, &Label::text);
  if (found != methods.end()) return *found;
  return fail(Reason::bad_input, "there is no method \"" + std::string{name.substr(0, 40)} +
                                     "\"; write one of: " + listed(methods) + ", all");
}

}  // namespace

std::vector<Label> method_names() { return names(std::make_index_sequence<method_count>{}); }

Label implied_method(AccountKind kind) {
  switch (kind) {
    case AccountKind::margin:
    case AccountKind::cash:
    case AccountKind::retirement:
      return "reg_t";
    case AccountKind::portfolio_margin:
      return "tims";
    case AccountKind::futures:
      return "span";
    case AccountKind::cross_margin:
      return "cross_margin";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

std::expected<std::vector<Label>, std::vector<Error>> chosen_methods(
    const std::vector<std::string>& asked, AccountKind kind) {
  std::vector<Label> chosen;
  std::vector<Error> errors;
  const auto add = [&](std::string_view name) {
    auto method = known_method(name);
    if (!method) errors.push_back(std::move(method).error());
    else if (std::ranges::find(chosen, *method) == chosen.end()) chosen.push_back(*method);
  };
  for (const std::string& name : asked) {
    if (name != "all") add(name);
    else
      for (const Label method : method_names()) add(method.text());
  }
  if (asked.empty()) add(implied_method(kind).text());
  if (!errors.empty()) return std::unexpected{std::move(errors)};
  return chosen;
}

AnyMethod method_called(Label name, const MethodTerms& terms) { return built(name.text(), terms); }

bool has_houses(Label method) {
  return any_with_houses(method.text(), std::make_index_sequence<method_count>{});
}

bool has_packs(Label method) {
  return any_with_packs(method.text(), std::make_index_sequence<method_count>{});
}

bool has_risk_files(Label method) {
  return any_with_risk_files(method.text(), std::make_index_sequence<method_count>{});
}

std::shared_ptr<const ValuedMarket> valued_market(Label method, const MethodTerms& terms,
                                                  const Account& account,
                                                  const MarketSnapshot& market) {
  if (!any_with_valued(method.text(), std::make_index_sequence<method_count>{}) ||
      !terms.packs.base || account.base != usd)
    return nullptr;
  std::vector<const Instrument*> instruments;
  instruments.reserve(account.positions.size());
  for (const Position& position : account.positions) instruments.push_back(&position.instrument);
  return ValuedMarket::of(std::move(instruments), account.catalog, market,
                          {account.as_of, terms.rules, account.base, account.role, terms.packs},
                          terms.boundaries.get());
}

bool has_pool(Label method) {
  return any_with_pool(method.text(), std::make_index_sequence<method_count>{});
}

}  // namespace plimsoll::engine
