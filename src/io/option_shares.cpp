#include "io/option_shares.hpp"

#include "model/limits.hpp"

namespace plimsoll::io {
namespace {

constexpr std::chrono::days apart_max{7};  // posted and effective: a weekend and holidays
constexpr int shares_a_contract = 100;

}  // namespace

void OptionShares::expect(OptionEndKind kind, const OsiSymbol& option, Quantity contracts,
                          Date day) {
  if (kind == OptionEndKind::expiration || abs(contracts) > limits::quantity_max) return;
  // A holder of calls buys, and so does whoever has written puts.
  const bool buys = (kind == OptionEndKind::exercise) == (option.right == Right::call);
  const Quantity shares{abs(contracts).atto * shares_a_contract};
  due_.push_back({option.root, option.strike, buys ? shares : -shares, day});
}

bool OptionShares::claim(std::string_view symbol, Quantity shares, Decimal price, Date day) {
  if (shares.is_zero()) return false;
  for (Due& due : due_) {
    const bool near = due.day <= day + apart_max && day <= due.day + apart_max;
    const bool side = due.shares.is_negative() == shares.is_negative();
    if (due.symbol != symbol || due.strike != price || !near || !side) continue;
    if (abs(due.shares) < abs(shares)) continue;
    due.shares = due.shares - shares;
    return true;
  }
  return false;
}

}  // namespace plimsoll::io
