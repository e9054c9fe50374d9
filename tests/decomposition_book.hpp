#pragma once
// Random accounts of at most eight unit legs on one underlying, in two forms: as plain integers for
// the oracle, and as the account the method is asked about. The same seed gives the same book
// everywhere.

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "methods/reg_t/testing.hpp"

namespace plimsoll::reg_t::testing {

/// A contract, or one lot of shares. Prices in cents.
struct Unit {
  enum class Kind : std::uint8_t { shares, call, put };
  Kind kind = Kind::shares;
  bool sold = false;
  std::int64_t strike = 0;
  int expiry = 0;  // place in `expiries`
  std::int64_t mark = 0;
  std::int64_t opening = 0;
  auto operator<=>(const Unit&) const = default;
};

/// What the underlying is, which decides the percentages.
enum class Class : std::uint8_t {
  equity,
  low_priced,
  broad_fund,
  double_fund,
  triple_broad_fund,
  half_more_fund,
  note,
  new_issue,  // not yet marginable
  narrow_index,
  broad_index,
  tracked_index,  // with a fund on it
};
inline constexpr int classes = 11;

inline std::string name_of(Class on) {
  static const std::vector<std::string> names{"equity",
                                              "low-priced equity",
                                              "broad fund",
                                              "2x fund",
                                              "3x broad fund",
                                              "1.5x fund",
                                              "note",
                                              "new issue",
                                              "narrow index",
                                              "broad index",
                                              "broad index with a fund on it"};
  return names[static_cast<std::size_t>(on)];
}

inline bool is_index(Class on) { return on >= Class::narrow_index; }

/// Days from `today`; the last two are more than nine months off.
inline const std::vector<int> expiries{18, 46, 109, 274, 276, 655};
inline Date expiry_of(int place) {
  return today + std::chrono::days{expiries[static_cast<std::size_t>(place)]};
}
inline bool over_nine_months(int place) { return place >= 4; }

struct SmallBook {
  Class on = Class::equity;
  std::int64_t level = 0;  // of the underlying, in cents
  std::int64_t lot = 100;  // shares that go with one contract
  std::int64_t cash = 0;   // in cents
  bool traded_today = false;
  bool boxed = false;  // the same shares held and owed
  std::vector<Unit> units;
};

class SmallBooks {
 public:
  explicit SmallBooks(std::uint64_t seed) : random_{seed} {}

  SmallBook next() {
    SmallBook book;
    book.on = static_cast<Class>(below(classes));
    book.level = book.on == Class::low_priced ? 150 + below(700) : 1'000 + 25 * below(1'000);
    book.traded_today = below(8) == 0;
    book.cash = below(2'000'000) - 1'000'000;
    inconsistent_ = below(6) == 0;
    // Few strikes and days make offsets likely.
    strikes_ = 2 + static_cast<int>(below(4));
    width_ = below(3) == 0 ? 3 : 1;
    days_ = 1 + static_cast<int>(below(3));
    first_day_ = static_cast<int>(below(static_cast<std::int64_t>(expiries.size()) - days_ + 1));
    const std::int64_t size = 2 + below(7);
    if (below(12) == 0 && size >= 4) add_box(book);
    if (below(12) == 0 && size >= 4) add_condor(book);
    if (has_shares(book) && below(3) != 0) add_shares(book, size);
    while (std::ssize(book.units) < size) add_option(book, 1 + below(2));
    book.units.resize(static_cast<std::size_t>(size));
    return book;
  }

 private:
  std::int64_t below(std::int64_t n) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(n));
  }
  static bool has_shares(const SmallBook& book) {
    return !is_index(book.on) || book.on == Class::tracked_index;
  }

  std::int64_t strike(const SmallBook& book, std::int64_t place) const {
    const std::int64_t step = book.level < 1'000 ? 50 : (book.level / 1'000) * 50 * width_;
    return std::max<std::int64_t>(50, book.level / 50 * 50 + step * (place - strikes_ / 2));
  }
  std::int64_t fair(const SmallBook& book, const Unit& unit) {
    const std::int64_t gap =
        unit.kind == Unit::Kind::call ? book.level - unit.strike : unit.strike - book.level;
    if (inconsistent_) return 1 + below(book.level);
    return std::max<std::int64_t>(gap, 0) + 5 + below(book.level / 20 + 1) * (1 + unit.expiry);
  }
  Unit priced(const SmallBook& book, Unit unit) {
    unit.mark = fair(book, unit);
    for (const Unit& held : book.units)
      if (held.kind == unit.kind && held.strike == unit.strike && held.expiry == unit.expiry)
        unit = held;  // one price a series, and one direction
    if (unit.opening == 0)
      unit.opening =
          book.traded_today ? std::max<std::int64_t>(1, unit.mark + below(60) - 30) : unit.mark;
    return unit;
  }

  void add_option(SmallBook& book, std::int64_t contracts) {
    Unit unit;
    unit.kind = below(2) == 0 ? Unit::Kind::call : Unit::Kind::put;
    unit.sold = below(5) < 3;
    unit.strike = strike(book, below(strikes_));
    unit.expiry = first_day_ + static_cast<int>(below(days_));
    unit = priced(book, unit);
    for (std::int64_t i = 0; i < contracts; ++i) book.units.push_back(unit);
  }
  void add_box(SmallBook& book) {
    const std::int64_t low = strike(book, 0), high = strike(book, 1 + below(strikes_ - 1));
    if (low == high) return;
    const bool bought = below(4) != 0;
    for (const auto kind : {Unit::Kind::call, Unit::Kind::put})
      for (const std::int64_t at : {low, high}) {
        const bool long_leg = (kind == Unit::Kind::call) == (at == low);
        book.units.push_back(priced(
            book, {.kind = kind, .sold = long_leg != bought, .strike = at, .expiry = first_day_}));
      }
  }
  /// Puts below, calls above, the outer ones bought, or the inner.
  void add_condor(SmallBook& book) {
    const bool wings_bought = below(4) != 0;
    for (int place = 0; place < 4; ++place) {
      const bool wing = place == 0 || place == 3;
      book.units.push_back(priced(book, {.kind = place < 2 ? Unit::Kind::put : Unit::Kind::call,
                                         .sold = wing != wings_bought,
                                         .strike = strike(book, place),
                                         .expiry = first_day_}));
    }
  }
  void add_shares(SmallBook& book, std::int64_t size) {
    Unit unit{.sold = below(2) == 0, .mark = book.level};
    if (book.on == Class::tracked_index) {
      unit.mark = book.level / 10 + below(9) - 4;
      book.lot = (book.level * 100 + unit.mark - 1) / unit.mark;
    }
    unit.opening =
        book.traded_today ? std::max<std::int64_t>(1, unit.mark + below(80) - 40) : unit.mark;
    const std::int64_t lots = 1 + below(std::min<std::int64_t>(3, size));
    for (std::int64_t i = 0; i < lots; ++i) book.units.push_back(unit);
    if (below(10) != 0) return;
    book.boxed = true;
    unit.sold = !unit.sold;
    book.units.push_back(unit);
  }

  std::mt19937_64 random_;
  bool inconsistent_ = false;
  std::int64_t width_ = 1;  // of the gaps between strikes, in twentieths of the level
  int strikes_ = 3, days_ = 1, first_day_ = 0;
};

inline Decimal cents(std::int64_t amount) {
  return Decimal::from_nano(Int128{amount} * (Decimal::scale / 100));
}

/// The instrument the shares are, or what the options are on.
inline Instrument underlying_of(Class on, const InstrumentId& name) {
  const auto fund = [&](Decimal leverage, std::optional<IndexClass> index_class) {
    return Stock{
        .id = name, .kind = StockKind::etf, .leverage = leverage, .index_class = index_class};
  };
  switch (on) {
    case Class::equity:
    case Class::low_priced:
      return Stock{.id = name};
    case Class::broad_fund:
      return fund(1_d, IndexClass::broad);
    case Class::double_fund:
      return fund(-2_d, std::nullopt);
    case Class::triple_broad_fund:
      return fund(3_d, IndexClass::broad);
    case Class::half_more_fund:
      return fund(1.5_d, std::nullopt);
    case Class::note:
      return Stock{.id = name, .kind = StockKind::etn, .index_class = IndexClass::broad};
    case Class::new_issue:
      return Stock{.id = name, .listing = {.marginable_from = today + std::chrono::days{1}}};
    case Class::narrow_index:
      return Index{.id = name, .index_class = IndexClass::narrow};
    case Class::broad_index:
    case Class::tracked_index:
      return Index{.id = name, .index_class = IndexClass::broad};
  }
  std::abort();
}

/// Puts the book's positions on a desk, its underlying under a name of at most five characters.
inline void place(const SmallBook& book, const std::string& name, Desk& desk) {
  desk.describe(underlying_of(book.on, id(name))).quote(name, cents(book.level));
  std::map<Unit, std::int64_t> held;
  for (const Unit& unit : book.units) ++held[unit];
  for (const auto& [unit, count] : held) {
    const std::int64_t sign = unit.sold ? -1 : 1;
    if (unit.kind == Unit::Kind::shares) {
      const bool fund = book.on == Class::tracked_index;
      const std::string symbol = fund ? name + "F" : name;
      const Instrument shares = fund ? Instrument{Stock{.id = id(symbol),
                                                        .kind = StockKind::etf,
                                                        .reference = id(name),
                                                        .index_class = IndexClass::broad}}
                                     : underlying_of(book.on, id(name));
      desk.hold(shares, Quantity::of(sign * count * book.lot),
                unit.sold ? Holding::short_sale : Holding::margin);
      desk.quote(symbol, cents(unit.mark));
    } else {
      desk.option(name, sign * count, expiry_of(unit.expiry),
                  unit.kind == Unit::Kind::call ? Right::call : Right::put, cents(unit.strike),
                  cents(unit.mark));
    }
    if (unit.opening != unit.mark) desk.traded_at(cents(unit.opening));
  }
}

inline Desk desk_of(const SmallBook& book) {
  Desk desk;
  desk.cash({cents(book.cash), usd});
  place(book, "UND", desk);
  return desk;
}

}  // namespace plimsoll::reg_t::testing
