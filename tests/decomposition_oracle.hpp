#pragma once
// The least margin of a small book by looking at everything: each set of its unit legs is priced as
// one group by the paragraphs themselves, written here a second time in plain integers, and every
// partition into groups is weighed.

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "decomposition_book.hpp"

namespace plimsoll::reg_t::testing {

/// Ten-thousandths of a dollar. What a group takes from the two excesses: risk less equity. In the
/// order of preference.
struct Taken4 {
  std::int64_t maintenance = 0;
  std::int64_t initial = 0;
  int groups = 0;
  auto operator<=>(const Taken4&) const = default;
};
inline Taken4 operator+(Taken4 a, Taken4 b) {
  return {a.maintenance + b.maintenance, a.initial + b.initial, a.groups + b.groups};
}

class Paragraphs {
 public:
  explicit Paragraphs(const SmallBook& book) : book_{book} {}

  /// The least any rule asks of these legs as one group; nothing where no rule joins them.
  std::optional<Taken4> of(const std::vector<Unit>& legs) const {
    std::optional<Taken4> least;
    const auto see = [&](std::optional<Taken4> taken) {
      if (taken && (!least || *taken < *least)) least = taken;
    };
    if (legs.size() == 1) see(alone(legs[0]));
    see(spread(legs));
    // Legs come in no particular order; rules name theirs.
    std::vector<std::size_t> order(legs.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    if (legs.size() < 2 || legs.size() > 4) return least;
    do {
      const auto leg = [&](std::size_t i) -> const Unit& { return legs[order[i]]; };
      if (legs.size() == 2) see(pair(leg(0), leg(1)));
      if (legs.size() == 3) see(triple(leg(0), leg(1), leg(2)));
      if (legs.size() == 4) see(box(leg(0), leg(1), leg(2), leg(3)));
    } while (std::ranges::next_permutation(order).found);
    return least;
  }

 private:
  using Cents = std::int64_t;
  enum class When : std::uint8_t { opening, now };

  // Percentages in tenths of a percent.
  std::int64_t leverage_tenths() const {
    switch (book_.on) {
      case Class::double_fund:
        return 20;
      case Class::triple_broad_fund:
        return 30;
      case Class::half_more_fund:
        return 15;
      default:
        return 10;
    }
  }
  bool broad() const {
    return book_.on == Class::broad_fund || book_.on == Class::triple_broad_fund ||
           book_.on == Class::broad_index || book_.on == Class::tracked_index;
  }
  bool marginable() const { return book_.on != Class::new_issue; }
  std::int64_t long_rate() const { return std::min<std::int64_t>(25 * leverage_tenths(), 1'000); }
  std::int64_t short_rate() const { return 30 * leverage_tenths(); }

  static std::int64_t rated(std::int64_t tenths_pct, Cents price, std::int64_t units) {
    return tenths_pct * price * units / 10;  // cents * units * 100, times a rate in thousandths
  }
  static std::int64_t worth(Cents price, std::int64_t units) { return price * units * 100; }
  static Cents over(Cents a, Cents b) { return std::max<Cents>(0, a - b); }
  static Cents at(const Unit& unit, When when) {
    return when == When::now ? unit.mark : unit.opening;
  }
  static bool call(const Unit& u) { return u.kind == Unit::Kind::call; }
  static bool put(const Unit& u) { return u.kind == Unit::Kind::put; }
  static bool stock(const Unit& u) { return u.kind == Unit::Kind::shares; }

  /// 220.12(a), (e); 4210(c)(1), (6): what buying a lot needs.
  std::int64_t to_buy(const Unit& held) const {
    return rated(marginable() ? std::max<std::int64_t>(500, long_rate()) : 1'000, held.opening,
                 book_.lot);
  }
  /// 4210(c)(2), (3): beyond the market value of a lot owed.
  std::int64_t deposit(const Unit& owed, When when) const {
    const Cents price = at(owed, when);
    std::int64_t most = rated(short_rate(), price, book_.lot);
    if (price >= 500) return std::max(most, worth(500, book_.lot));
    if (leverage_tenths() == 10) most = 0;
    return std::max({most, worth(price, book_.lot), worth(250, book_.lot)});
  }
  /// 220.12(c)(1) or the exchange's, less the market value.
  std::int64_t to_sell_short(const Unit& owed, std::int64_t exchange_deposit) const {
    return std::max(rated(500, owed.opening, book_.lot), exchange_deposit);
  }
  /// (f)(2)(E)(i): premium and percentage, the put's whole at most its exercise price.
  std::int64_t naked(const Unit& sold, When when) const {
    const std::int64_t basic = (broad() ? 15 : 20) * leverage_tenths();
    const std::int64_t floor = 10 * leverage_tenths();
    const Cents outside =
        call(sold) ? over(sold.strike, book_.level) : over(book_.level, sold.strike);
    const std::int64_t risk = std::max(rated(basic, book_.level, 100) - worth(outside, 100),
                                       rated(floor, call(sold) ? book_.level : sold.strike, 100));
    const std::int64_t whole = worth(at(sold, when), 100) + risk;
    return put(sold) ? std::min(whole, worth(sold.strike, 100)) : whole;
  }

  Taken4 alone(const Unit& unit) const {
    if (!stock(unit) && unit.sold) return {naked(unit, When::now), naked(unit, When::opening)};
    if (!stock(unit)) {
      const bool lends = over_nine_months(unit.expiry) && book_.on != Class::note;
      const std::int64_t loan = lends ? rated(250, unit.mark, 100) : 0;
      return {-loan, -loan};
    }
    const std::int64_t value = worth(unit.mark, book_.lot);
    if (!unit.sold)
      return {rated(marginable() ? long_rate() : 1'000, unit.mark, book_.lot) - value,
              to_buy(unit) - value};
    return {deposit(unit, When::now) + value,
            to_sell_short(unit, deposit(unit, When::opening)) + value};
  }

  /// (f)(2)(H)(i) with (A)(xxxii).
  std::optional<Taken4> spread(const std::vector<Unit>& legs) const {
    std::int64_t calls = 0, puts = 0, now = 0, opening = 0;
    int last_sold = -1, first_bought = 99;
    for (const Unit& leg : legs) {
      if (stock(leg)) return std::nullopt;
      (call(leg) ? calls : puts) += leg.sold ? -1 : 1;
      if (!leg.sold) first_bought = std::min(first_bought, leg.expiry);
      if (!leg.sold) continue;
      last_sold = std::max(last_sold, leg.expiry);
      now += naked(leg, When::now);
      opening += naked(leg, When::opening);
    }
    if (calls != 0 || puts != 0 || last_sold > first_bought) return std::nullopt;
    std::int64_t loss = 0;
    for (const Unit& place : legs) {
      std::int64_t here = 0;
      for (const Unit& leg : legs) {
        const Cents inside =
            call(leg) ? over(place.strike, leg.strike) : over(leg.strike, place.strike);
        here += (leg.sold ? 1 : -1) * worth(inside, 100);
      }
      loss = std::max(loss, here);
    }
    return Taken4{std::min(now, loss), std::min(opening, loss)};
  }

  /// (f)(2)(G)(i); where both sides are equal the smaller premium of the other.
  std::int64_t straddle(const Unit& c, const Unit& p, When when) const {
    const std::int64_t of_call = naked(c, when), of_put = naked(p, when);
    const std::int64_t cv = worth(at(c, when), 100), pv = worth(at(p, when), 100);
    if (of_call == of_put) return of_call + std::min(cv, pv);
    return of_call > of_put ? of_call + pv : of_put + cv;
  }

  std::optional<Taken4> pair(const Unit& a, const Unit& b) const {
    if (call(a) && put(b) && a.sold && b.sold)
      return Taken4{straddle(a, b, When::now), straddle(a, b, When::opening)};
    if (!stock(a)) return std::nullopt;
    if (stock(b)) return boxed(a, b);
    if (book_.on == Class::tracked_index) return a.sold ? fund_put(a, b) : fund_call(a, b);
    return a.sold ? with_stock_owed(a, b) : with_stock_held(a, b);
  }
  /// 220.4(b)(2) and (e)(1).
  std::optional<Taken4> boxed(const Unit& held, const Unit& owed) const {
    if (held.sold || !owed.sold) return std::nullopt;
    return Taken4{rated(50, held.mark, book_.lot), rated(50, held.opening, book_.lot)};
  }
  /// (I)(i), (iii) and (H)(v)a.
  std::optional<Taken4> with_stock_held(const Unit& held, const Unit& option) const {
    const std::int64_t value = worth(held.mark, 100);
    if (call(option) && option.sold) {
      const Cents counted = std::min(held.mark, option.strike);
      return Taken4{rated(marginable() ? long_rate() : 1'000, counted, 100) - worth(counted, 100),
                    to_buy(held) - worth(counted, 100)};
    }
    if (!put(option) || option.sold || !marginable()) return std::nullopt;
    return Taken4{std::min(hedged(option, held.mark), rated(long_rate(), held.mark, 100)) - value,
                  to_buy(held) - value};
  }
  /// 10 % of the exercise price and what the option is out of the money.
  static std::int64_t hedged(const Unit& option, Cents price) {
    return rated(100, option.strike, 100) +
           worth(call(option) ? over(option.strike, price) : over(price, option.strike), 100);
  }
  /// (I)(i), (iii) and (H)(v)a with 220.12(c)(2).
  std::optional<Taken4> with_stock_owed(const Unit& owed, const Unit& option) const {
    const std::int64_t value = worth(owed.mark, 100);
    if (put(option) && option.sold)
      return Taken4{deposit(owed, When::now) + worth(over(option.strike, owed.mark), 100) + value,
                    to_sell_short(owed, deposit(owed, When::opening)) +
                        worth(over(option.strike, owed.opening), 100) + value};
    if (!call(option) || option.sold) return std::nullopt;
    const std::int64_t now = std::min(hedged(option, owed.mark), deposit(owed, When::now));
    const std::int64_t opening =
        std::min(hedged(option, owed.opening), deposit(owed, When::opening));
    return Taken4{now + value, secured(owed, option, opening) + value};
  }
  /// American throughout: options on shares are.
  std::int64_t secured(const Unit& owed, const Unit& bought, std::int64_t exchange) const {
    return bought.strike <= owed.opening ? exchange : to_sell_short(owed, exchange);
  }
  /// (H)(v)f.
  std::optional<Taken4> fund_call(const Unit& held, const Unit& option) const {
    if (!call(option) || !option.sold) return std::nullopt;
    const std::int64_t counted = std::min(worth(held.mark, book_.lot), worth(option.strike, 100));
    return Taken4{counted / 4 - counted, to_buy(held) - counted};
  }
  std::optional<Taken4> fund_put(const Unit& owed, const Unit& option) const {
    if (!put(option) || !option.sold) return std::nullopt;
    const std::int64_t inside = worth(over(option.strike, book_.level), 100);
    const Taken4 short_fund = alone(owed);
    return Taken4{short_fund.maintenance + inside, short_fund.initial + inside};
  }

  /// (H)(v)b, c, d: shares, the option bought, the option sold.
  std::optional<Taken4> triple(const Unit& shares, const Unit& bought, const Unit& sold) const {
    if (!stock(shares) || stock(bought) || stock(sold) || bought.sold || !sold.sold ||
        bought.expiry < sold.expiry || book_.on == Class::tracked_index)
      return std::nullopt;
    const std::int64_t tenth = rated(100, bought.strike, 100);
    if (!shares.sold) {
      if (!put(bought) || !call(sold) || !marginable() || bought.strike > sold.strike)
        return std::nullopt;
      const std::int64_t counted = worth(std::min(shares.mark, sold.strike), 100);
      const std::int64_t kept =
          bought.strike == sold.strike
              ? tenth
              : std::min(hedged(bought, shares.mark), rated(250, sold.strike, 100));
      return Taken4{kept - counted, to_buy(shares) - counted};
    }
    if (!call(bought) || !put(sold) || bought.strike != sold.strike) return std::nullopt;
    const std::int64_t value = worth(shares.mark, 100);
    return Taken4{
        tenth + worth(over(sold.strike, shares.mark), 100) + value,
        secured(shares, bought, tenth) + worth(over(sold.strike, shares.opening), 100) + value};
  }

  /// (H)(v)e: lower call and higher put bought, lower put and higher call sold.
  std::optional<Taken4> box(const Unit& lc, const Unit& hp, const Unit& lp, const Unit& hc) const {
    const bool shape = is_index(book_.on) && call(lc) && put(hp) && put(lp) && call(hc) &&
                       !lc.sold && !hp.sold && lp.sold && hc.sold && lc.strike == lp.strike &&
                       hp.strike == hc.strike && lc.strike < hc.strike && lc.expiry == hp.expiry &&
                       hp.expiry == lp.expiry && lp.expiry == hc.expiry;
    if (!shape) return std::nullopt;
    const std::int64_t difference = worth(hc.strike - lc.strike, 100);
    const std::int64_t counted =
        std::min(difference, worth(lc.mark + hp.mark - lp.mark - hc.mark, 100));
    return Taken4{difference / 2 - counted, difference / 2 - counted};
  }

  const SmallBook& book_;
};

/// The least for these legs as one group: by a rule for all of them, or for a part of them used
/// several times over, as three covered calls are one group.
inline std::optional<Taken4> as_one_group(const Paragraphs& paragraphs, std::vector<Unit> legs) {
  std::ranges::sort(legs);
  std::optional<Taken4> least;
  for (std::size_t times = 1; times <= legs.size(); ++times) {
    if (legs.size() % times != 0) continue;
    std::vector<Unit> once;
    for (std::size_t i = 0; i < legs.size(); i += times) once.push_back(legs[i]);
    bool repeats = true;
    for (std::size_t i = 0; i < legs.size(); ++i) repeats = repeats && legs[i] == once[i / times];
    const auto taken = repeats ? paragraphs.of(once) : std::nullopt;
    if (!taken) continue;
    const auto n = static_cast<std::int64_t>(times);
    const Taken4 all{n * taken->maintenance, n * taken->initial, 1};
    if (!least || all < *least) least = all;
  }
  return least;
}

/// The best partition, by all partitions of all subsets.
inline Taken4 least_taken(const SmallBook& book) {
  const Paragraphs paragraphs{book};
  const auto all = (1u << book.units.size()) - 1;
  std::vector<std::optional<Taken4>> group(all + 1);
  for (unsigned set = 1; set <= all; ++set) {
    std::vector<Unit> legs;
    for (std::size_t i = 0; i < book.units.size(); ++i)
      if ((set >> i & 1u) != 0) legs.push_back(book.units[i]);
    group[set] = as_one_group(paragraphs, std::move(legs));
  }
  std::vector<Taken4> best(all + 1);
  for (unsigned set = 1; set <= all; ++set) {
    const unsigned lowest = set & (~set + 1);
    std::optional<Taken4> least;
    for (unsigned block = set; block != 0; block = (block - 1) & set) {
      if ((block & lowest) == 0 || !group[block]) continue;
      const Taken4 taken = *group[block] + best[set ^ block];
      if (!least || taken < *least) least = taken;
    }
    best[set] = *least;
  }
  return best[all];
}

}  // namespace plimsoll::reg_t::testing
