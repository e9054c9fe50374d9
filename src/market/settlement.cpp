#include "market/settlement.hpp"

#include <array>

#include "market/exchange_days.hpp"

namespace plimsoll {
namespace {

constexpr std::array cycles{
    SettlementCycle{exchange_days_first, 5, "NASD Notice to Members 85-63",
                    "before there was a rule the markets settled in five business days"},
    // The markets changed over in two steps (Notice 95-26), so trades of the days just before
    // settled sooner than five; the payment period goes by the rule.
    SettlementCycle{1995y / June / 7, 3, "17 CFR 240.15c6-1(a), 59 FR 59137",
                    "brokers and dealers settle in three business days"},
    SettlementCycle{2017y / September / 5, 2, "17 CFR 240.15c6-1(a), 82 FR 15564",
                    "brokers and dealers settle in two business days"},
    SettlementCycle{2024y / May / 28, 1, "17 CFR 240.15c6-1(a), Release 34-96930",
                    "brokers and dealers settle in one business day"},
};

// 12 CFR 220.2, "payment period". Until it was written so, in 1994, Regulation T said seven
// business days: the same under a cycle of five (NASD Notice to Members 94-49).
constexpr int days_beyond_the_cycle = 2;

}  // namespace

const SettlementCycle& settlement_cycle(Date trade_day) {
  std::size_t last = cycles.size() - 1;
  while (last > 0 && trade_day < cycles[last].since) --last;
  return cycles[last];
}

Date payment_due(Date trade_day) {
  return add_trading_days(trade_day,
                          settlement_cycle(trade_day).business_days + days_beyond_the_cycle);
}

}  // namespace plimsoll
