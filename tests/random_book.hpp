#pragma once
// Random holdings in one underlying, already turned into pairing problems. The formulas are shaped
// like the real ones and are not them: what matters here is that every kind of offset occurs, that
// costs are in cents, and that the same seed gives the same book everywhere.

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <tuple>
#include <vector>

#include "methods/reg_t/pairing/pairing.hpp"

namespace plimsoll::reg_t::random_book {

struct Shape {
  int series = 8;  // drawn; equal ones are netted, so there may be fewer
  int expiries = 3;
  int contracts_most = 20;  // of each series
  int strikes = 13;         // from 70 up, five apart
  bool stock = true;
  bool odd_shares = false;
  bool mixed_multipliers = false;
  bool traded_today = false;  // sold options cost something else to open
  bool boxed = false;         // stock on both sides
  bool strategies = false;    // opened as traders open them, at strikes 2.50 apart
};

struct Series {
  Kind kind;
  int expiry;
  std::int64_t strike;
  std::int64_t multiplier;
  auto operator<=>(const Series&) const = default;
};

struct Book {
  PairingProblem problem;
  std::vector<int> expiry;  // of each spread leg
  std::int64_t shares = 0;  // on the last leg, where there are any; negative: sold short
};

inline Decimal cents(std::int64_t n) { return Decimal::from_nano(Int128{n} * 10'000'000); }
inline PairingCost both(std::int64_t n) { return {cents(n), cents(n)}; }

/// All amounts in cents per share, the underlying at 100.00.
class Draw {
 public:
  Draw(std::uint64_t seed, const Shape& shape) : random_{seed}, shape_{shape} {}

  Book book() {
    draw_series();
    add_families();
    if (shape_.stock) add_stock();
    add_straddles();
    return std::move(book_);
  }

 private:
  static constexpr std::int64_t spot = 10'000;
  struct Held {
    Series series;
    std::int64_t quantity, price, naked;
    std::int64_t naked_to_open;
  };

  std::int64_t below(std::int64_t n) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(n));
  }
  static std::int64_t inside(const Series& s) {
    return std::max<std::int64_t>(0, s.kind == Kind::call ? spot - s.strike : s.strike - spot);
  }
  static std::int64_t outside(const Series& s) {
    return std::max<std::int64_t>(0, s.kind == Kind::call ? s.strike - spot : spot - s.strike);
  }

  using Net = std::map<Series, std::int64_t>;
  Net independent_series() {
    Net net;
    for (int i = 0; i < shape_.series; ++i) {
      Series s{below(2) == 0 ? Kind::call : Kind::put, static_cast<int>(below(shape_.expiries)),
               7'000 + 500 * below(shape_.strikes), 100};
      if (shape_.mixed_multipliers && below(4) == 0) s.multiplier = 10;
      net[s] += (below(2) == 0 ? 1 : -1) * (1 + below(shape_.contracts_most));
    }
    return net;
  }
  /// Condors, verticals, covered or uncovered calls, butterflies, calendars, strangles and hedges,
  /// until the book has its number of series.
  Net opened_as_strategies() {
    Net net;
    while (std::ssize(net) < shape_.series) {
      const int expiry = static_cast<int>(below(shape_.expiries));
      const std::int64_t n = 1 + below(shape_.contracts_most);
      const std::int64_t near = spot + 250 * (1 + below(5)), far = near + 250 * (1 + below(3));
      const std::int64_t low = 2 * spot - near, lower = 2 * spot - far;
      const auto call = [&](std::int64_t count, std::int64_t strike, int last) {
        net[{Kind::call, last, strike, 100}] += count;
      };
      const auto put = [&](std::int64_t count, std::int64_t strike, int last) {
        net[{Kind::put, last, strike, 100}] += count;
      };
      switch (below(8)) {
        case 0:
        case 1:
          call(-n, near, expiry), call(n, far, expiry);
          put(-n, low, expiry), put(n, lower, expiry);
          break;
        case 2:
          put(-n, low, expiry), put(n, lower, expiry);
          break;
        case 3:
          call(n, near, expiry), call(-n, far, expiry);
          break;
        case 4:
          call(-n, near, expiry);
          break;
        case 5:
          call(n, near - 500, expiry), call(-2 * n, near, expiry), call(n, near + 500, expiry);
          break;
        case 6:
          call(-n, near, expiry), call(n, near, std::min(expiry + 1, shape_.expiries - 1));
          break;
        default:
          if (below(2) == 0) put(-n, low, expiry), call(-n, near, expiry);
          else put(n, lower, expiry);
      }
      std::erase_if(net, [](const auto& item) { return item.second == 0; });
    }
    return net;
  }

  void draw_series() {
    for (const auto& [series, quantity] :
         shape_.strategies ? opened_as_strategies() : independent_series()) {
      if (quantity == 0) continue;
      const std::int64_t price = inside(series) + 20 + below(300) * (1 + series.expiry);
      const std::int64_t base = series.kind == Kind::call ? spot : series.strike;
      const std::int64_t risk = std::max(spot / 5 - outside(series), base / 10);
      const std::int64_t today = shape_.traded_today && below(2) == 0 ? below(600) - 300 : 0;
      const std::int64_t naked = price + risk;
      held_.push_back({series, quantity, price, naked, std::max<std::int64_t>(1, naked + today)});
      add_leg(held_.back());
    }
  }

  void add_leg(const Held& held) {
    PairingProblem& problem = book_.problem;
    const auto leg = static_cast<std::uint32_t>(problem.available.size());
    const bool sold = held.quantity < 0;
    problem.available.push_back(Decimal{std::abs(held.quantity)});
    const std::int64_t m = held.series.multiplier;
    // The farthest expiry stands for long-dated options, which may be borrowed against.
    const std::int64_t loan = held.series.expiry == 3 ? -held.price / 4 : 0;
    const PairingCost alone =
        sold ? PairingCost{cents(held.naked * m), cents(held.naked_to_open * m)} : both(loan * m);
    problem.offsets.push_back({{{leg, Decimal{1}}}, alone, true});
    problem.spread_legs.push_back({leg, sold ? Side::sold : Side::bought, held.series.kind,
                                   cents(held.series.strike), Decimal{m}});
    book_.expiry.push_back(held.series.expiry);
  }

  void add_families() {
    add_families(Charge::loss);
    if (!shape_.traded_today) return;
    add_families(Charge::loss_to_keep);
    add_families(Charge::loss_to_open);
  }
  void add_families(Charge charge) {
    for (int cut = 0; cut < shape_.expiries; ++cut) {
      SpreadFamily family{.legs = {}, .charge = charge};
      for (std::uint32_t i = 0; i < held_.size(); ++i) {
        const int expiry = held_[i].series.expiry;
        if (held_[i].quantity < 0 ? expiry <= cut : expiry >= cut) family.legs.push_back(i);
      }
      book_.problem.families.push_back(std::move(family));
    }
  }

  void add(ShortList<Use, 4> uses, PairingCost cost) {
    book_.problem.offsets.push_back({uses, cost, true});
  }

  void add_straddles() {
    for (std::uint32_t c = 0; c < held_.size(); ++c)
      for (std::uint32_t p = 0; p < held_.size(); ++p) {
        const Held& call = held_[c];
        const Held& put = held_[p];
        if (call.series.kind != Kind::call || put.series.kind != Kind::put) continue;
        if (call.quantity > 0 || put.quantity > 0) continue;
        if (call.series.multiplier != put.series.multiplier) continue;
        const std::int64_t gross = call.naked > put.naked ? call.naked + put.price
                                   : put.naked > call.naked
                                       ? put.naked + call.price
                                       : call.naked + std::min(put.price, call.price);
        add({{c, Decimal{1}}, {p, Decimal{1}}}, both(gross * call.series.multiplier));
      }
  }

  void add_stock() {
    std::int64_t shares = 100 * (1 + below(shape_.contracts_most));
    if (shape_.odd_shares) shares += below(100);
    if (below(2) == 0) shares = -shares;
    book_.shares = shares;
    stock_ = static_cast<std::uint32_t>(book_.problem.available.size());
    book_.problem.available.push_back(Decimal{std::abs(shares)});
    book_.problem.offsets.push_back({{{stock_, Decimal{1}}}, stock_alone(shares), false});
    for (std::uint32_t i = 0; i < held_.size(); ++i) shares > 0 ? add_long(i) : add_short(i);
    if (!shape_.boxed) return;
    const std::uint32_t other = stock_ + 1;
    book_.problem.available.push_back(Decimal{100 * (1 + below(shape_.contracts_most))});
    book_.problem.offsets.push_back({{{other, Decimal{1}}}, stock_alone(-shares), false});
    const PairingCost box = both(spot / 20);
    book_.problem.offsets.push_back({{{stock_, Decimal{1}}, {other, Decimal{1}}}, box, false});
    stock_ = other;
    for (std::uint32_t i = 0; i < held_.size(); ++i) shares > 0 ? add_short(i) : add_long(i);
  }
  static PairingCost stock_alone(std::int64_t shares) {
    return shares > 0 ? PairingCost{cents(spot / 4), cents(spot / 2)}
                      : PairingCost{cents(spot * 13 / 10), cents(spot * 3 / 2)};
  }

  /// Covered calls, protective puts, collars and conversions.
  void add_long(std::uint32_t i) {
    const auto& [series, quantity, price, naked, to_open] = held_[i];
    const std::int64_t m = series.multiplier;
    const Use stock{stock_, Decimal{m}};
    const std::int64_t capped = std::min(spot, series.strike);
    if (series.kind == Kind::call && quantity < 0)
      add({stock, {i, Decimal{1}}},
          {cents(m * (capped / 4 + inside(series))), cents(m * (spot / 2 + inside(series)))});
    if (series.kind != Kind::put || quantity < 0) return;
    const std::int64_t floor = series.strike / 10 + outside(series);
    add({stock, {i, Decimal{1}}}, {cents(m * std::min(floor, spot / 4)), cents(m * spot / 2)});
    for (std::uint32_t c = 0; c < held_.size(); ++c) {
      const Held& call = held_[c];
      if (call.series.kind != Kind::call || call.quantity > 0) continue;
      if (call.series.expiry != series.expiry || call.series.strike < series.strike) continue;
      if (call.series.multiplier != m) continue;
      const std::int64_t risk = call.series.strike == series.strike
                                    ? series.strike / 10
                                    : std::min(floor, call.series.strike / 4);
      add({stock, {i, Decimal{1}}, {c, Decimal{1}}},
          {cents(m * (risk + inside(call.series))), cents(m * (spot / 2 + inside(call.series)))});
    }
  }

  /// Covered puts and protective calls.
  void add_short(std::uint32_t i) {
    const auto& [series, quantity, price, naked, to_open] = held_[i];
    const std::int64_t m = series.multiplier;
    const Use stock{stock_, Decimal{m}};
    if (series.kind == Kind::put && quantity < 0)
      add({stock, {i, Decimal{1}}}, {cents(m * (spot * 13 / 10 + inside(series))),
                                     cents(m * (spot * 3 / 2 + inside(series)))});
    if (series.kind != Kind::call || quantity < 0) return;
    const std::int64_t risk = std::min(series.strike / 10 + outside(series), spot * 3 / 10);
    add({stock, {i, Decimal{1}}}, {cents(m * (spot + risk)), cents(m * spot * 3 / 2)});
  }

  std::mt19937_64 random_;
  Shape shape_;
  std::vector<Held> held_;
  std::uint32_t stock_ = 0;
  Book book_;
};

inline Book draw(std::uint64_t seed, const Shape& shape) { return Draw{seed, shape}.book(); }

}  // namespace plimsoll::reg_t::random_book
