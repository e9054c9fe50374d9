#pragma once
// What a rise of rates takes from bonds held, as far as that can be told.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "strategy/book.hpp"
#include "strategy/holdings.hpp"

namespace plimsoll::strategy {

enum class DurationFrom : std::uint8_t {
  price,        // of a bond without coupons: its own yield
  market_rate,  // a coupon that explains the price at the market's rate to its maturity
};
std::string_view name_of(DurationFrom from);

/// Approximate: whole years and days to maturity, no accrued interest, yields compounded yearly.
struct BondDuration {
  InstrumentId id;
  Money value = {};  // as `Held`
  std::optional<Date> maturity = {};
  std::optional<double> years = {};     // to it, of 365 days
  std::optional<double> modified = {};  // years: how many per cent one per cent more takes
  DurationFrom from = DurationFrom::price;
  std::string missing = {};  // why there is none
  /// What one basis point more takes; below zero of what is short. A model's number.
  std::optional<Money> per_basis_point = {};
};

/// Every bond of `held`, in its order. Known are those without coupons and Treasuries, where the
/// maturity is; of a Treasury with coupons nobody has said which.
std::vector<BondDuration> bond_durations(const Book& book, const std::vector<Held>& held);

/// Of a bond without coupons at `price` for 100, `years` before it is repaid: years / (1 + yield).
/// Both above zero.
double zero_coupon_duration(double price, double years);
/// Of one whose coupon, paid evenly, explains `price` at the continuous `rate`. Price and years
/// above zero.
double coupon_duration(double price, double years, double rate);

}  // namespace plimsoll::strategy
