#include "methods/cross_margin/detail.hpp"

namespace plimsoll::cross_margin {
namespace {

Detail text_leaf(std::string name, std::string text) {
  return {.name = std::move(name), .text = std::move(text)};
}
Detail amount_leaf(std::string name, Fixed48 amount) {
  return text_leaf(std::move(name), plimsoll::to_text(to_decimal(amount), 2));
}
Detail flag_leaf(std::string name, std::string_view flag) {
  return {.name = std::move(name), .text = std::string{flag}, .number = true};
}

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

Detail weighted(std::string name, const ValuedBalance& one) {
  return {.name = std::move(name),
          .children = {amount_leaf("price", one.price), amount_leaf("weight", one.weight),
                       text_leaf("weight_of", std::string{word_of(one.counted)}),
                       amount_leaf("value", one.value)}};
}

}  // namespace

Detail detail_of(const Health& initial, const Health& maintenance, const Health& equity) {
  std::vector<Detail> balances;
  for (std::size_t i = 0; i < maintenance.balances.size(); ++i) {
    const Balance& balance = maintenance.balances[i].balance;
    balances.push_back(
        {.children = {
             text_leaf("bank", std::string{balance.bank->name.view()}),
             text_leaf("side", balance.side == Side::asset ? "asset" : "liability"),
             text_leaf("amount", plimsoll::to_text(tokens_of(balance.amount, *balance.bank))),
             weighted("initial", initial.balances[i]),
             weighted("maintenance", maintenance.balances[i])}});
  }
  const bool owes = !maintenance.liabilities.is_zero();
  const bool liquidatable = owes && !(Fixed48{} < maintenance.health());
  Detail healths{
      .name = "health",
      .children = {health_leaf("initial", initial), health_leaf("maintenance", maintenance),
                   health_leaf("equity", equity)}};
  Detail all{
      .children = {std::move(healths), flag_leaf("liquidatable", liquidatable ? "true" : "false")}};
  all.children.push_back({.name = "balances", .list = true, .children = std::move(balances)});
  return all;
}

}  // namespace plimsoll::cross_margin
