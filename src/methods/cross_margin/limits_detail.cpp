#include "methods/cross_margin/limits_detail.hpp"

#include "methods/cross_margin/leaves.hpp"
#include "methods/cross_margin/liquidation.hpp"

namespace plimsoll::cross_margin {
namespace {

std::vector<Found> prices_of_zero_health(const State& state, Date rules) {
  std::vector<Found> prices;
  for (const Balance& balance : state.balances)
    prices.push_back(found(*balance.bank, price_of_zero_health(state, *balance.bank, rules)));
  return prices;
}

std::vector<Found> repayments(const State& state, Date rules) {
  std::vector<Found> least;
  for (const Balance& balance : state.balances)
    if (balance.side == Side::liability)
      least.push_back(found(*balance.bank, repaid_to_safety(state, *balance.bank, rules),
                            "repaid whole, it does not bring health above zero"));
  return least;
}

void add_text(Detail& item, const char* name, Fixed48 native, const Bank& bank) {
  item.children.push_back(text_leaf(name, plimsoll::to_text(tokens_of(native, bank))));
}

/// Nothing where a liquidation of the two cannot help.
std::optional<Detail> pair_taken(const State& state, const Bank& collateral, const Bank& debt,
                                 Date rules) {
  Detail item{.children = {text_leaf("collateral", std::string{collateral.name.view()}),
                           text_leaf("debt", std::string{debt.name.view()})}};
  const auto refused = [&](const Error& error) {
    item.children.push_back(text_leaf("refused", error.what));
    return item;
  };
  const auto most = most_taken(state, collateral, debt, rules);
  if (!most) return refused(most.error());
  if (!*most) return std::nullopt;
  const auto made = liquidated(state, {&collateral, &debt, **most}, rules);
  if (!made) return refused(made.error());
  add_text(item, "most_taken", **most, collateral);
  add_text(item, "debt_repaid", made->debt_repaid, debt);
  add_text(item, "debt_taken", made->debt_taken, debt);
  add_text(item, "insurance", made->insurance, debt);
  item.children.push_back(amount_leaf("health_after", made->health_after));
  return item;
}

Detail pairs_taken(const State& state, Date rules) {
  Detail pairs{.name = "liquidator_may_take", .list = true};
  for (const Balance& collateral : state.balances) {
    if (collateral.side != Side::asset) continue;
    for (const Balance& debt : state.balances) {
      if (debt.side != Side::liability) continue;
      auto item = pair_taken(state, *collateral.bank, *debt.bank, rules);
      if (item) pairs.children.push_back(*std::move(item));
    }
  }
  return pairs;
}

std::vector<Found> told(const std::vector<Limit>& limits) {
  std::vector<Found> all;
  for (const Limit& limit : limits) all.push_back(cross_margin::told(limit));
  return all;
}

}  // namespace

Found told(const Limit& limit) {
  return {limit.bank, limit.amount, limit.because ? limit.because->what : ""};
}

void add_reach(Detail& detail, const State& state, bool liquidatable, Date rules) {
  add_tokens(detail, "max_borrow", told(most_borrowed(state, rules)));
  add_tokens(detail, "max_withdraw", told(most_withdrawn(state, rules)));
  add_prices(detail, "liquidation_prices", prices_of_zero_health(state, rules));
  if (!liquidatable) return;
  add_tokens(detail, "repay_to_safe", repayments(state, rules));
  detail.children.push_back(pairs_taken(state, rules));
}

}  // namespace plimsoll::cross_margin
