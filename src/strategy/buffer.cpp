#include "strategy/buffer.hpp"

#include <algorithm>
#include <cmath>

#include "strategy/crisis_windows.hpp"
#include "strategy/debit.hpp"
#include "strategy/dynamic_buffer.hpp"
#include "strategy/market_volatility.hpp"

namespace plimsoll::strategy {
namespace {

constexpr double trading_days_a_year = 252;

BufferTarget from(BufferMode mode, const Result<double>& multiple) {
  if (!multiple) return {.mode = mode, .missing = multiple.error().what};
  return {.mode = mode, .multiple = *multiple};
}

BufferTarget by_ratio(const BufferPolicy& policy, std::optional<double> volatility) {
  if (!volatility) return {.mode = BufferMode::ratio, .missing = std::string{volatility_wanted}};
  return from(BufferMode::ratio,
              buffer_by_ratio({.base_multiple = policy.target_multiple,
                               .most_multiple = policy.multiple_most,
                               .reference_volatility = policy.reference_volatility,
                               .volatility = *volatility}));
}

BufferTarget by_regime(const BufferPolicy& policy, std::optional<double> volatility) {
  if (!volatility) return {.mode = BufferMode::regime, .missing = std::string{volatility_wanted}};
  for (const RegimeStep& step : policy.regime)
    if (*volatility * 100 <= step.vix_up_to)
      return {.mode = BufferMode::regime, .multiple = step.multiple};
  return {.mode = BufferMode::regime, .multiple = policy.regime_beyond};
}

BufferTarget by_probability(const BufferPolicy& policy, const TargetTerms& terms) {
  constexpr double multiple_most = 1e6;  // beyond it a requirement asks for next to nothing
  BufferTarget target{.mode = BufferMode::probability};
  if (!terms.market_volatility) target.missing = std::string{volatility_wanted};
  else if (!terms.borrowing_rate)
    target.missing = "the rate money is borrowed at; give financing, or market.risk_free_rate";
  else if (!(terms.requirement_rate > 0) || !(terms.requirement_rate < 1))
    target.missing = "a requirement above zero and below the value of what is held";
  if (!target.missing.empty()) return target;
  const double volatility = *terms.market_volatility;
  // No return is counted on: the level grows by the loan's rate.
  const auto found = buffer_by_probability(
      {.most = policy.probability,
       .requirement_rate = terms.requirement_rate,
       .horizon = {.drift = -*terms.borrowing_rate - 0.5 * volatility * volatility,
                   .volatility = volatility,
                   .years = policy.horizon_days / trading_days_a_year}});
  if (!found) target.missing = found.error().what;
  else if (!(found->multiple < multiple_most))
    target.missing = "a requirement that is more than a millionth of what it would have to cover";
  else target.multiple = found->multiple;
  return target;
}

std::vector<StressedBuffer> stressed(const Book& book, const Policy& policy) {
  std::vector<StressedBuffer> all;
  const std::vector<Mover> movers_of_book =
      movers(book.account, book.market, policy.distance.default_beta);
  auto moved = MovedMarket::of(book, movers_of_book, rule_of(policy.distance));
  for (const CrisisWindow& window : crisis_windows) {
    StressedBuffer one{.name = std::string{window.name}, .market_move = window.market_move};
    if (!moved) {
      one.reason = moved.error().what;
    } else {
      const auto market = moved->at({}, window.market_move);
      const auto there = market ? room(book, book.account, **market)
                                : Result<Room>{std::unexpected{market.error()}};
      if (there) one.room = *there;
      else one.reason = there.error().what;
      if (market) one.market = std::make_shared<const MarketSnapshot>(**market);
    }
    all.push_back(std::move(one));
  }
  return all;
}

Money times(double multiple, Money money) {
  return {multiply(decimal_of(multiple), money.amount, Round::away_from_zero), money.currency};
}

}  // namespace

std::vector<BufferTarget> buffer_targets(const BufferPolicy& policy, const TargetTerms& terms) {
  return {{.mode = BufferMode::fixed, .multiple = policy.target_multiple},
          by_ratio(policy, terms.market_volatility),
          by_regime(policy, terms.market_volatility),
          by_probability(policy, terms)};
}

double target_in_force(const std::vector<BufferTarget>& targets, const BufferPolicy& policy,
                       AccountKind kind) {
  if (is_fully_paid(kind)) return 1;  // its requirement is all of the price
  for (const BufferTarget& target : targets)
    if (target.mode == policy.mode && target.multiple) return *target.multiple;
  return policy.target_multiple;
}

bool is_fully_paid(AccountKind kind) {
  switch (kind) {
    case AccountKind::cash:
    case AccountKind::retirement:
      return true;
    case AccountKind::margin:
    case AccountKind::portfolio_margin:
    case AccountKind::futures:
    case AccountKind::cross_margin:
      return false;
  }
  PLIMSOLL_CHECK(false);
  return false;
}

std::optional<double> multiple_of(const Room& room) {
  if (!(zero(room.requirement.currency) < room.requirement)) return std::nullopt;
  return to_double(room.equity.amount) / to_double(room.requirement.amount);
}

std::optional<double> StressedBuffer::multiple() const {
  return room ? multiple_of(*room) : std::nullopt;
}

std::optional<double> Buffer::multiple() const { return multiple_of(room); }

std::optional<double> Buffer::cushion() const {
  if (!room.net_liquidation || room.net_liquidation->amount <= Decimal{}) return std::nullopt;
  return to_double(room.excess().amount) / to_double(room.net_liquidation->amount);
}

std::optional<double> Buffer::utilisation() const {
  if (!(zero(room.equity.currency) < room.equity)) return std::nullopt;
  return to_double(room.requirement.amount) / to_double(room.equity.amount);
}

std::optional<double> Buffer::debit_use() const {
  const double owed = to_double(debit.amount);
  const double most = owed + to_double(room.excess().amount);
  if (!cash || !(owed > 0) || !(most > 0)) return std::nullopt;
  return owed / most;
}

std::optional<double> Buffer::leverage() const {
  if (!(zero(room.equity.currency) < room.equity)) return std::nullopt;
  return to_double(exposure.amount) / to_double(room.equity.amount);
}

Money Buffer::over_target() const { return room.equity - times(target, room.requirement); }

Money Buffer::deposit() const {
  const Money over = over_target();
  return over.amount.is_negative() ? -over : zero(over.currency);
}

const StressedBuffer* Buffer::hardest() const {
  const StressedBuffer* least = nullptr;
  for (const StressedBuffer& one : stressed)
    if (one.multiple() && (least == nullptr || *one.multiple() < *least->multiple())) least = &one;
  return least;
}

Result<Buffer> buffer(const Book& book, const Policy& policy, const BufferTerms& terms) {
  PLIMSOLL_TRY(today, room(book));
  PLIMSOLL_TRY(held, holdings(book.account, book.market, policy.distance.default_beta));
  const Totals sums = totals(held, book.account.base);
  PLIMSOLL_TRY(debits, debits_of(book, {}));
  Buffer made{.room = today,
              .debit = debits.debit,
              .long_value = sums.long_value,
              .gross_value = sums.gross(),
              .exposure = exposure_of(sums, book.account.kind),
              .kind = book.account.kind,
              .stress_least = policy.buffer.stress_multiple_least,
              .market_volatility = market_volatility(book.market)};
  if (!book.pool) {
    PLIMSOLL_TRY(cash, cash_of(book.account, book.market));
    made.cash = cash;
  }
  const std::optional<double> rate =
      terms.borrowing_rate ? terms.borrowing_rate : book.market.risk_free_rate;
  const double exposure = to_double(made.exposure.amount);
  made.targets = buffer_targets(
      policy.buffer,
      {.market_volatility = made.market_volatility,
       .borrowing_rate = rate,
       .requirement_rate = exposure > 0 ? to_double(today.requirement.amount) / exposure : 0});
  made.target = target_in_force(made.targets, policy.buffer, book.account.kind);
  made.stressed = stressed(book, policy);
  return made;
}

}  // namespace plimsoll::strategy
