#include "methods/cross_margin/aave_detail.hpp"

#include "methods/cross_margin/aave_limits.hpp"
#include "methods/cross_margin/leaves.hpp"
#include "methods/cross_margin/limits_detail.hpp"

namespace plimsoll::cross_margin {
namespace {

/// The protocol moves whole native units; parts of them are this arithmetic's.
Detail whole_tokens(const char* name, Fixed48 native, const Bank& bank) {
  const Int128 whole = native.bits() >> Fixed48::fraction_bits << Fixed48::fraction_bits;
  return text_leaf(name, plimsoll::to_text(tokens_of(Fixed48::from_bits(whole), bank)));
}

Detail pair_taken(const State& state, const Bank& collateral, const Bank& debt, Date rules) {
  Detail item{.children = {text_leaf("collateral", std::string{collateral.name.view()}),
                           text_leaf("debt", std::string{debt.name.view()})}};
  const auto made = aave_most_liquidated(state, collateral, debt, rules);
  if (!made) {
    item.children.push_back(text_leaf("refused", made.error().what));
    return item;
  }
  item.children.push_back(whole_tokens("most_taken", made->collateral_taken, collateral));
  item.children.push_back(whole_tokens("debt_repaid", made->debt_repaid, debt));
  if (made->after.health_factor)
    item.children.push_back(amount_leaf("health_factor_after", *made->after.health_factor));
  return item;
}

Detail pairs_taken(const State& state, Date rules) {
  Detail pairs{.name = "liquidator_may_take", .list = true};
  for (const Balance& collateral : state.balances) {
    if (collateral.side != Side::asset) continue;
    for (const Balance& debt : state.balances)
      if (debt.side == Side::liability)
        pairs.children.push_back(pair_taken(state, *collateral.bank, *debt.bank, rules));
  }
  return pairs;
}

Found limit_found(const Bank& bank, const Result<Limit>& limit) {
  return limit ? told(*limit) : Found{.bank = &bank, .refused = limit.error().what};
}

std::vector<Found> repayments(const State& state) {
  std::vector<Found> least;
  for (const Balance& balance : state.balances)
    if (balance.side == Side::liability)
      least.push_back(found(*balance.bank, aave_repaid_to_safety(state, *balance.bank),
                            "repaid whole, it does not bring the health factor to one"));
  return least;
}

}  // namespace

void add_aave(Detail& detail, const State& state, const Healths& healths) {
  const AaveAccount account = aave_account(state, healths);
  if (account.health_factor)
    detail.children.push_back(amount_leaf("health_factor", *account.health_factor));
  if (account.emode)
    detail.children.push_back(
        {.name = "emode", .text = std::to_string(*account.emode), .number = true});
  detail.children.push_back(amount_leaf("borrow_power", account.borrow_power()));
}

void add_aave_reach(Detail& detail, const State& state, const Healths& healths, Date rules) {
  std::vector<Found> borrow, withdraw, prices;
  for (const auto& [name, bank] : state.pool->banks)
    borrow.push_back(limit_found(bank, aave_most_borrowed(state, bank)));
  for (const Balance& balance : state.balances) {
    if (balance.side == Side::asset)
      withdraw.push_back(limit_found(*balance.bank, aave_most_withdrawn(state, *balance.bank)));
    prices.push_back(
        {.bank = balance.bank, .number = aave_price_of_zero_health(healths, *balance.bank)});
  }
  add_tokens(detail, "max_borrow", borrow);
  add_tokens(detail, "max_withdraw", withdraw);
  add_prices(detail, "liquidation_prices", prices);
  if (!aave_account(state, healths).liquidatable()) return;
  add_tokens(detail, "repay_to_safe", repayments(state));
  detail.children.push_back(pairs_taken(state, rules));
}

}  // namespace plimsoll::cross_margin
