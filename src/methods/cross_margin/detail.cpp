#include "methods/cross_margin/detail.hpp"

#include "methods/cross_margin/aave_detail.hpp"
#include "methods/cross_margin/leaves.hpp"
#include "methods/cross_margin/limits_detail.hpp"
#include "methods/cross_margin/ratios.hpp"

namespace plimsoll::cross_margin {
namespace {

Detail health_leaf(std::string name, const Health& health) {
  return {.name = std::move(name),
          .children = {amount_leaf("assets", health.assets),
                       amount_leaf("liabilities", health.liabilities),
                       amount_leaf("health", health.health())}};
}

std::string_view word_of(Counted counted) {
  switch (counted) {
    case Counted::by_bank:
      return "bank";
    case Counted::by_emode:
      return "emode";
    case Counted::over_limit:
      return "over_limit";
    case Counted::isolated:
      return "isolated";
    case Counted::reduce_only:
      return "reduce_only";
    case Counted::stale:
      return "stale";
  }
  return "bank";
}

/// What counts for nothing was asked for no price.
bool is_priced(Counted counted) {
  switch (counted) {
    case Counted::by_bank:
    case Counted::by_emode:
    case Counted::over_limit:
      return true;
    case Counted::isolated:
    case Counted::reduce_only:
    case Counted::stale:
      return false;
  }
  return false;
}

Detail weighted(std::string name, const ValuedBalance& one) {
  Detail all{.name = std::move(name)};
  if (is_priced(one.counted)) all.children.push_back(number_leaf("price", one.price));
  all.children.push_back(number_leaf("weight", one.weight));
  all.children.push_back(text_leaf("weight_of", std::string{word_of(one.counted)}));
  all.children.push_back(amount_leaf("value", one.value));
  return all;
}

Detail balances_of(const Healths& healths) {
  Detail all{.name = "balances", .list = true};
  for (std::size_t i = 0; i < healths.maintenance.balances.size(); ++i) {
    const Balance& balance = healths.maintenance.balances[i].balance;
    all.children.push_back(
        {.children = {
             text_leaf("bank", std::string{balance.bank->name.view()}),
             text_leaf("side", balance.side == Side::asset ? "asset" : "liability"),
             text_leaf("amount", plimsoll::to_text(tokens_of(balance.amount, *balance.bank))),
             amount_leaf("value", healths.equity.balances[i].value),
             weighted("initial", healths.initial.balances[i]),
             weighted("maintenance", healths.maintenance.balances[i])}});
  }
  return all;
}

void add_ratios(Detail& detail, const Ratios& ratios) {
  Detail all{.name = "ratios"};
  const auto add = [&](const char* name, const std::optional<Fixed48>& ratio) {
    if (ratio) all.children.push_back(number_leaf(name, *ratio));
  };
  add("health_over_assets", ratios.health_over_assets);
  add("liabilities_over_assets", ratios.liabilities_over_assets);
  add("leverage", ratios.leverage);
  if (!all.children.empty()) detail.children.push_back(std::move(all));
}

}  // namespace

Detail detail_of(const Loaded<State>& loaded, const Healths& healths, Date rules) {
  const State& state = loaded.value;
  const PoolProtocol protocol = state.pool->protocol;
  const bool liquidatable = may_be_liquidated(healths.maintenance, protocol);
  const bool whole = loaded.refused.empty();
  Detail all{.children = {{.name = "health",
                           .children = {health_leaf("initial", healths.initial),
                                        health_leaf("maintenance", healths.maintenance),
                                        health_leaf("equity", healths.equity)}},
                          flag_leaf("liquidatable", liquidatable)}};
  add_ratios(all, ratios_of(healths));
  switch (protocol) {
    case PoolProtocol::marginfi:
      if (whole) add_reach(all, state, liquidatable, rules);
      break;
    case PoolProtocol::aave_v3:
      add_aave(all, state, healths);
      if (whole) add_aave_reach(all, state, healths, rules);
      break;
  }
  all.children.push_back(balances_of(healths));
  return all;
}

}  // namespace plimsoll::cross_margin
