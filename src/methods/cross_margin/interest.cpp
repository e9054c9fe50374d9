#include "methods/cross_margin/interest.hpp"

#include <algorithm>

namespace plimsoll::cross_margin {
namespace {

constexpr std::int64_t seconds_a_year = 31'536'000;
const Fixed48 one = Fixed48::of(1);

std::unexpected<Error> refuse(std::string what, const Bank& bank) {
  return fail(Reason::bad_input, std::move(what), bank.where);
}

Result<void> check_curve(const InterestTerms& terms, const Bank& bank) {
  if (terms.curve.empty())
    return refuse("its interest curve has no points; write them from 0 to 1", bank);
  for (std::size_t i = 1; i < terms.curve.size(); ++i) {
    const RateKnot& before = terms.curve[i - 1];
    const RateKnot& here = terms.curve[i];
    if (!(before.utilisation < here.utilisation))
      return refuse("points of its interest curve must rise in utilisation", bank);
    if (here.rate < before.rate)
      return refuse("rates of its interest curve must not fall as utilisation rises", bank);
  }
  return {};
}

/// value x (1 + rate x seconds / year).
Result<Fixed48> grown(Fixed48 value, Fixed48 rate, std::int64_t seconds, const Bank& bank) {
  PLIMSOLL_TRY(over_time, fits(times(rate, Fixed48::of(seconds)), bank));
  PLIMSOLL_TRY(part, fits(over(over_time, Fixed48::of(seconds_a_year)), bank));
  PLIMSOLL_TRY(factor, fits(plus(one, part), bank));
  return fits(times(value, factor), bank);
}

/// base x rate fee + fixed fee.
Result<Fixed48> fee(Fixed48 base, Fixed48 rate, Fixed48 fixed_part, const Bank& bank) {
  PLIMSOLL_TRY(part, fits(times(base, rate), bank));
  return fits(plus(part, fixed_part), bank);
}

}  // namespace

Result<Fixed48> base_rate(const InterestTerms& terms, Fixed48 utilisation, const Bank& bank) {
  PLIMSOLL_TRY_VOID(check_curve(terms, bank));
  const Fixed48 at = std::clamp(utilisation, Fixed48{}, one);
  const auto& curve = terms.curve;
  if (!(curve.front().utilisation < at)) return curve.front().rate;
  for (std::size_t i = 1; i < curve.size(); ++i) {
    if (curve[i].utilisation < at) continue;
    const Fixed48 run =
        Fixed48::from_bits(curve[i].utilisation.bits() - curve[i - 1].utilisation.bits());
    const Fixed48 rise = Fixed48::from_bits(curve[i].rate.bits() - curve[i - 1].rate.bits());
    const Fixed48 into = Fixed48::from_bits(at.bits() - curve[i - 1].utilisation.bits());
    PLIMSOLL_TRY(part, fits(over(into, run), bank));
    PLIMSOLL_TRY(more, fits(times(rise, part), bank));
    return fits(plus(curve[i - 1].rate, more), bank);
  }
  return curve.back().rate;
}

Result<InterestRates> interest_rates(const Bank& bank) {
  const InterestTerms& terms = bank.interest;
  InterestRates rates;
  if (!bank.total_assets || !bank.total_liabilities)
    return refuse(
        "how much of it is borrowed is not stated, and its rate runs by that; write total_assets "
        "and total_liabilities",
        bank);
  if (!bank.total_assets->is_zero()) {
    PLIMSOLL_TRY(used, fits(over(*bank.total_liabilities, *bank.total_assets), bank));
    rates.utilisation = std::clamp(used, Fixed48{}, one);
  }
  PLIMSOLL_TRY(base, base_rate(terms, rates.utilisation, bank));
  rates.base = base;
  PLIMSOLL_TRY(lending, fits(times(base, rates.utilisation), bank));
  rates.lending = lending;
  Fixed48 fees, rate_fees = one, fixed_fees;
  for (const auto& [rate, fixed_part] :
       {std::pair{terms.protocol_rate_fee, terms.protocol_fixed_fee},
        std::pair{terms.insurance_rate_fee, terms.insurance_fixed_fee},
        std::pair{terms.group_rate_fee, terms.group_fixed_fee}}) {
    PLIMSOLL_TRY(one_fee, fee(base, rate, fixed_part, bank));
    PLIMSOLL_TRY(sum, fits(plus(fees, one_fee), bank));
    fees = sum;
    PLIMSOLL_TRY(factor, fits(plus(rate_fees, rate), bank));
    rate_fees = factor;
    PLIMSOLL_TRY(fixed_sum, fits(plus(fixed_fees, fixed_part), bank));
    fixed_fees = fixed_sum;
  }
  rates.fees = fees;
  // base x (1 + rate fees) + fixed fees, cut once, as the protocol does; not base and each fee.
  PLIMSOLL_TRY(borrowing, fee(base, rate_fees, fixed_fees, bank));
  rates.borrowing = borrowing;
  return rates;
}

Result<Bank> accrued(const Bank& bank, std::int64_t seconds) {
  if (seconds < 0) return refuse("interest is accrued forward in time only", bank);
  PLIMSOLL_TRY(rates, interest_rates(bank));
  Bank later = bank;
  for (Fixed48* value : {&later.asset_share_value, &*later.total_assets}) {
    PLIMSOLL_TRY(more, grown(*value, rates.lending, seconds, bank));
    *value = more;
  }
  for (Fixed48* value : {&later.liability_share_value, &*later.total_liabilities}) {
    PLIMSOLL_TRY(more, grown(*value, rates.borrowing, seconds, bank));
    *value = more;
  }
  return later;
}

}  // namespace plimsoll::cross_margin
