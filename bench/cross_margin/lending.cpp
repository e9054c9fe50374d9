#include "bench/cross_margin/lending.hpp"

#include <algorithm>
#include <numeric>
#include <random>
#include <string>

namespace plimsoll::bench {
namespace {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_{seed} {}
  std::int64_t below(std::int64_t most) {
    return static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(most));
  }
  /// From `from` to `to` ten-thousandths.
  Fixed48 part(std::int64_t from, std::int64_t to) {
    return over(Fixed48::of(from + below(to - from + 1)), Fixed48::of(10'000)).value();
  }

 private:
  std::mt19937_64 engine_;
};

constexpr int decimals_of[] = {6, 8, 9, 9};
constexpr std::int64_t tags = 5;

void weigh(Bank& bank, Random& random) {
  bank.asset_weight_init = random.part(3'000, 8'500);
  bank.asset_weight_maint = std::max(bank.asset_weight_init, random.part(5'000, 9'000));
  bank.liability_weight_maint = random.part(10'000, 13'000);
  bank.liability_weight_init = std::max(bank.liability_weight_maint, random.part(10'500, 16'000));
}

void grant(Bank& bank, int number, Random& random) {
  if (number % 3 == 0) bank.emode_tag = static_cast<std::uint16_t>(1 + random.below(tags));
  if (number % 2 != 0) return;
  const auto first = static_cast<std::uint16_t>(1 + random.below(tags - 2));
  for (std::uint16_t tag = first; tag < first + 3; ++tag)
    bank.emode.push_back({tag, random.part(8'000, 9'000), random.part(9'000, 9'400)});
}

}  // namespace

std::shared_ptr<const Pool> lending_pool() {
  Random random{20260724};
  auto pool = std::make_shared<Pool>();
  pool->name = "bench";
  for (int i = 0; i < static_cast<int>(banks); ++i) {
    Bank bank{.name = InstrumentId{"TOKEN" + std::to_string(i)}};
    bank.decimals = decimals_of[i % 4];
    bank.price = random.part(100, 5'000'000);
    bank.time_weighted_price = times(bank.price, random.part(9'900, 10'100)).value();
    bank.confidence = bank.time_weighted_confidence =
        times(bank.price, random.part(0, 100)).value();
    bank.price_age_seconds = 5;
    bank.confidence_ratio_max = over(Fixed48::of(1), Fixed48::of(10)).value();
    weigh(bank, random);
    grant(bank, i, random);
    bank.total_assets = Fixed48::of(1'000'000'000'000'000 + random.below(1'000'000'000));
    if (i % 8 == 0) bank.init_value_limit = Fixed48::of(1'000'000);
    pool->banks.emplace(bank.name, std::move(bank));
  }
  return pool;
}

std::vector<Account> lenders(const Pool& pool, std::size_t count, std::size_t balances_least) {
  Random random{19991231};
  std::vector<const Bank*> all;
  for (const auto& [name, bank] : pool.banks) all.push_back(&bank);
  std::vector<Account> made(count);
  for (Account& account : made) {
    account.id = "lender";
    account.as_of = day;
    account.kind = AccountKind::cross_margin;
    const std::size_t held =
        balances_least + static_cast<std::size_t>(random.below(
                             static_cast<std::int64_t>(balances_most - balances_least + 1)));
    for (std::size_t i = 0; i < held; ++i) {
      const auto other =
          i + static_cast<std::size_t>(random.below(static_cast<std::int64_t>(all.size() - i)));
      std::swap(all[i], all[other]);
      const std::int64_t micro = 1 + random.below(100'000'000'000);
      const Quantity tokens{static_cast<Int128>(random.below(3) == 0 ? -micro / 3 - 1 : micro) *
                            1'000'000'000'000};
      account.positions.push_back({.instrument = Token{all[i]->name}, .quantity = tokens});
    }
  }
  return made;
}

}  // namespace plimsoll::bench
