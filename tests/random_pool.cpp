#include "tests/random_pool.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <memory>

namespace plimsoll::testing {
namespace {

constexpr Date day = std::chrono::sys_days{2026y / July / 24};
constexpr const char* names[] = {"AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH"};
constexpr std::uint16_t tags = 3;

/// From `from` to `to` thousandths.
Fixed48 part(int from, int to) {
  return over(Fixed48::of(*rc::gen::inRange(from, to + 1)), Fixed48::of(1'000)).value();
}

/// A price, and less than ten per cent of it.
void price(Fixed48& price, Fixed48& confidence) {
  price = part(1, 5'000'000);
  confidence = times(price, part(0, 99)).value();
}

void weigh(Bank& bank) {
  bank.tier =
      *rc::gen::weightedElement<RiskTier>({{9, RiskTier::collateral}, {1, RiskTier::isolated}});
  bank.state = *rc::gen::weightedElement<BankState>(
      {{9, BankState::operational}, {1, BankState::reduce_only}});
  if (bank.tier == RiskTier::collateral) {
    bank.asset_weight_init = part(0, 1'000);
    bank.asset_weight_maint = std::max(bank.asset_weight_init, part(0, 1'200));
  }
  bank.liability_weight_maint = part(1'000, 1'500);
  bank.liability_weight_init = std::max(bank.liability_weight_maint, part(1'000, 1'800));
}

void grant(Bank& bank) {
  bank.emode_tag = static_cast<std::uint16_t>(*rc::gen::inRange(0, tags + 1));
  for (std::uint16_t tag = 1; tag <= tags; ++tag)
    if (*rc::gen::inRange(0, 3) != 0) bank.emode.push_back({tag, part(500, 900), part(900, 949)});
}

std::shared_ptr<const Pool> some_pool() {
  auto pool = std::make_shared<Pool>();
  pool->name = "random";
  for (const char* name : names) {
    Bank bank{.name = InstrumentId{name}};
    bank.decimals = *rc::gen::element(6, 8, 9);
    price(bank.price, bank.confidence);
    price(bank.time_weighted_price, bank.time_weighted_confidence);
    weigh(bank);
    grant(bank);
    if (*rc::gen::inRange(0, 4) == 0) {
      bank.total_assets = Fixed48::of(*rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000'000));
      bank.init_value_limit = Fixed48::of(*rc::gen::inRange(1, 1'000'000));
    }
    pool->banks.emplace(bank.name, std::move(bank));
  }
  return pool;
}

}  // namespace

Quantity some_tokens() {
  return {static_cast<Int128>(*rc::gen::inRange<std::int64_t>(1, 10'000'000'000)) *
          1'000'000'000'000};
}

void hold(engine::MarginRequest& request, const std::string& bank, Quantity tokens) {
  DraftPosition position;
  position.symbol = bank;
  position.quantity = tokens;
  position.where = "position of " + bank;
  request.account.positions.push_back(position);
}

engine::MarginRequest some_pool_request() {
  engine::MarginRequest request;
  request.account.id = "random";
  request.account.as_of = request.market.as_of = day;
  request.account.kind = AccountKind::cross_margin;
  request.pool = some_pool();
  for (const char* name : names) {
    const int side = *rc::gen::element(0, 1, -1);
    if (side != 0) hold(request, name, side < 0 ? -some_tokens() : some_tokens());
  }
  return request;
}

std::string a_bank_beside(const engine::MarginRequest& request) {
  for (const char* name : names)
    if (std::ranges::count(request.account.positions, name, &DraftPosition::symbol) == 0)
      return name;
  return {};
}

}  // namespace plimsoll::testing
