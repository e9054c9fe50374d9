#include "strategy/rates_of_value.hpp"

#include <algorithm>
#include <cmath>

namespace plimsoll::strategy {
namespace {

bool moves_one_for_one(const Instrument& instrument) {
  return std::visit(Match{[](const Stock&) { return true; }, [](const Fund&) { return true; },
                          [](const Bond&) { return true; }, [](const auto&) { return false; }},
                    instrument);
}

/// What a group asks beyond the value of what is short in it, which the equity holds already.
double asked_beside(const Group<Money>& group, double value) {
  return to_double(group.maintenance.amount) + std::min(value, 0.0);
}

const Held* held_as(const Leg& leg, const std::vector<Held>& held, const Account& account) {
  for (const Held& one : held)
    if (one.id == leg.id && account.positions[one.position].quantity == leg.quantity) return &one;
  return nullptr;
}

std::optional<double> decline_of(const std::vector<LinearHolding>& holdings, double excess) {
  const auto moves = market_moves({holdings, excess});
  return moves ? moves->down : std::nullopt;
}

}  // namespace

std::optional<RatesOfValue> rates_of_value(const Answer<Money>& answer,
                                           const std::vector<Held>& held, const Account& account) {
  if (answer.groups.size() != held.size()) return std::nullopt;
  RatesOfValue rates;
  double sum = 0;
  for (const Group<Money>& group : answer.groups) {
    if (group.legs.size() != 1) return std::nullopt;
    const Held* one = held_as(group.legs.front(), held, account);
    if (one == nullptr || one->value.amount.is_zero() ||
        !moves_one_for_one(account.positions[one->position].instrument))
      return std::nullopt;
    const double value = to_double(one->value.amount);
    const double asked = asked_beside(group, value);
    if (asked < 0) return std::nullopt;
    sum += asked;
    rates.holdings.push_back({value, asked / std::abs(value), one->moves.beta});
    rates.names.push_back(one->moves.name);
    rates.multiples.push_back(one->moves.multiple);
  }
  constexpr double cent = 0.01;
  if (std::abs(sum - to_double(answer.risk_maintenance.amount)) > cent) return std::nullopt;
  return rates;
}

bool same_rates(const RatesOfValue& a, const RatesOfValue& b) {
  if (a.holdings.size() != b.holdings.size()) return false;
  constexpr double cent = 0.01, dollar = 1;
  for (std::size_t i = 0; i < a.holdings.size(); ++i) {
    const double least = std::min(std::abs(a.holdings[i].value), std::abs(b.holdings[i].value));
    if (least < dollar) continue;
    if (2 * cent / least + 1e-7 <
        std::abs(a.holdings[i].requirement_rate - b.holdings[i].requirement_rate))
      return false;
  }
  return true;
}

std::optional<double> closed_form_decline(const RatesOfValue& rates, const Room& today) {
  return decline_of(rates.holdings, to_double(today.excess().amount));
}

std::optional<double> closed_form_decline(const RatesOfValue& rates, const Room& today,
                                          const InstrumentId& name) {
  std::vector<LinearHolding> moving = rates.holdings;
  for (std::size_t i = 0; i < moving.size(); ++i)
    moving[i].beta = rates.names[i] == name ? rates.multiples[i] : 0;
  return decline_of(moving, to_double(today.excess().amount));
}

}  // namespace plimsoll::strategy
