// Excess is one number however the requirement is stated: gross, as the deposit after premiums, or
// as risk alone. Each is derived here from positions, prices and the groups' requirements, and from
// nothing else the answer says.

#include <gtest/gtest.h>

#include "decomposition_book.hpp"
#include "methods/reg_t/reg_t.hpp"

namespace plimsoll::reg_t::testing {
namespace {

constexpr Money nothing = zero(usd);

/// A leg as its position has it. `value` is positive.
struct Held {
  const Instrument* instrument;
  Money value;
  Money exercise_value;
  bool owed;
};

class Account {
 public:
  explicit Account(const Desk& desk) : desk_{desk} {}

  Held held(const Leg& leg) const {
    const Instrument& instrument = desk_.account.catalog.at(leg.id);
    const Price mark{*desk_.market.quotes.at(leg.id).price, usd};
    const Quantity size = abs(leg.quantity);
    Held held{&instrument, mark * size, nothing, leg.quantity.is_negative()};
    if (const auto* option = std::get_if<ListedOption>(&instrument)) {
      const Quantity units =
          Quantity::of(multiply(size.units(), option->multiplier, Round::half_even));
      held.value = mark * units;
      held.exercise_value = option->strike * units;
    }
    if (std::holds_alternative<Bond>(instrument))
      held.value.amount = divide(held.value.amount, 100_d, Round::half_even);
    return held;
  }
  Money cash() const { return desk_.account.cash->front(); }
  /// Listed, more than nine months off and not on a note: may be borrowed against.
  bool lends(const ListedOption& option) const {
    const auto* on = std::get_if<Stock>(&desk_.account.catalog.at(option.underlying));
    return option.expiry > plus_months(today, 9) && !(on && on->kind == StockKind::etn);
  }

 private:
  const Desk& desk_;
};

/// What one group holds, summed by kind.
struct Contents {
  Money securities = nothing;  // long, at no more than the exercise price of a call they cover
  Money short_stock = nothing;
  Money bought = nothing;      // options, at the market
  Money premium = nothing;     // of options sold, but for a box's
  Money loan_value = nothing;  // of a single long option that has any
  Money box = nothing;         // a long European box, at no more than its difference of strikes
};

Contents contents_of(const Group<Money>& group, const Account& account) {
  Contents sum;
  Money calls_sold = nothing, calls_bought = nothing;
  for (const Leg& leg : group.legs) {
    const Held held = account.held(leg);
    if (const auto* option = std::get_if<ListedOption>(held.instrument)) {
      (held.owed ? sum.premium : sum.bought) = (held.owed ? sum.premium : sum.bought) + held.value;
      if (option->right == Right::call)
        (held.owed ? calls_sold : calls_bought) = held.exercise_value;
      if (group.legs.size() == 1 && !held.owed && account.lends(*option))
        sum.loan_value = held.value - 75_pct * held.value;
      continue;
    }
    if (held.owed) sum.short_stock = sum.short_stock + held.value;
    else sum.securities = sum.securities + held.value;
  }
  const bool covers = nothing < sum.securities && nothing < calls_sold;
  if (covers) sum.securities = lesser_of(sum.securities, calls_sold);
  if (group.strategy == Label{"long European box"}) {
    sum.box = lesser_of(sum.bought - sum.premium, calls_sold - calls_bought);
    sum.premium = nothing;  // inside the box's value
  }
  return sum;
}

/// What a group adds to the two excesses.
struct Excess {
  Money initial = nothing, maintenance = nothing;
  bool operator==(const Excess&) const = default;
};
Excess operator+(Excess a, Excess b) {
  return {a.initial + b.initial, a.maintenance + b.maintenance};
}

bool is_box(const Contents& in) { return in.box != nothing; }

/// Equity counts what the requirement holds: long options at cost to open, those with loan value
/// at the market; nothing is taken off for short options or short stock.
Excess gross(const Group<Money>& group, const Contents& in) {
  const Money to_open = is_box(in) ? in.box : in.bought;
  const Money to_keep = is_box(in) ? in.box : nothing < in.loan_value ? in.bought : nothing;
  return {in.securities + to_open - group.initial, in.securities + to_keep - group.maintenance};
}

/// The same with premiums credited: not yet in cash, and taken off the requirement.
Excess net_deposit(const Group<Money>& group, const Contents& in) {
  const Money to_open = is_box(in) ? in.box : in.bought;
  const Money to_keep = is_box(in) ? in.box : nothing < in.loan_value ? in.bought : nothing;
  return {in.securities + to_open - in.premium - group.net_deposit,
          in.securities + to_keep - in.premium - (group.maintenance - group.proceeds)};
}

/// Requirements less what they hold for short stock's value and for bought options.
Excess risk_only(const Group<Money>& group, const Contents& in) {
  const Money equity = in.securities - in.short_stock + in.loan_value + in.box;
  const Money held = in.bought - in.loan_value;
  const bool lends = nothing < in.loan_value;
  const Money risk_initial = group.initial - in.short_stock - (is_box(in) ? nothing : held);
  const Money risk_maintenance = group.maintenance - in.short_stock - (lends ? held : nothing);
  return {equity - risk_initial, equity - risk_maintenance};
}

/// Three underlyings, a bond, a treasury owed and two funds.
Desk random_desk(SmallBooks& books) {
  Desk desk;
  std::int64_t cash = 0;
  for (const char* name : {"AAA", "BBB", "CCC"}) {
    SmallBook book = books.next();
    while (book.traded_today) book = books.next();
    cash += book.cash;
    place(book, name, desk);
  }
  desk.hold(Bond{.id = id("CORP"),
                 .kind = BondKind::corporate,
                 .maturity = 2031y / May / 15,
                 .rating = Rating::investment_grade},
            Quantity::of(std::int64_t{20'000}));
  desk.hold(Bond{.id = id("UST"), .kind = BondKind::treasury, .maturity = 2030y / May / 15},
            Quantity::of(std::int64_t{-10'000}));
  desk.hold(Bond{.id = id("UST"), .kind = BondKind::treasury, .maturity = 2030y / May / 15},
            Quantity::of(std::int64_t{4'000}), Holding::margin);
  const Bond convertible{.id = id("CONV"),
                         .kind = BondKind::convertible,
                         .maturity = 2031y / May / 15,
                         .underlying = id("DDD")};
  desk.hold(convertible, Quantity::of(std::int64_t{6'000}));
  desk.hold(convertible, Quantity::of(std::int64_t{-5'000}), Holding::short_sale);
  desk.quote("CONV", 103.20_d);
  desk.hold(Fund{.id = id("CASHX"), .kind = FundKind::money_market},
            Quantity::of(std::int64_t{5'000}));
  desk.hold(Fund{.id = id("FUNDX")}, Quantity::of(std::int64_t{70}));
  desk.quote("CORP", 98.25_d).quote("UST", 101.5_d).quote("CASHX", 1_d).quote("FUNDX", 41.37_d);
  return desk.cash({cents(cash), usd});
}

TEST(Conventions, LeaveTheSameExcess) {
  const RegT method{{}};
  SmallBooks books{220};
  for (int i = 0; i < 2'000; ++i) {
    const Desk desk = random_desk(books);
    const auto answer = method.compute(desk.account, desk.market);
    ASSERT_TRUE(answer && answer->complete());
    const Account account{desk};
    Excess by_gross{account.cash(), account.cash()};
    Excess by_deposit = by_gross, by_risk = by_gross;
    Money premium = nothing;
    for (const Group<Money>& group : answer->groups) {
      const Contents in = contents_of(group, account);
      by_gross = by_gross + gross(group, in);
      by_deposit = by_deposit + net_deposit(group, in);
      by_risk = by_risk + risk_only(group, in);
      premium = premium + in.premium;
    }
    const Excess said{*answer->excess_initial(), *answer->excess_maintenance()};
    EXPECT_EQ(by_gross, said) << i;
    EXPECT_EQ(by_deposit, said) << i;
    EXPECT_EQ(by_risk, said) << i;
    EXPECT_EQ(answer->proceeds, premium) << i;
    EXPECT_EQ(answer->net_deposit(), answer->initial - premium) << i;
  }
}

TEST(Conventions, EquityIsAsTheContractLists) {
  const RegT method{{}};
  SmallBooks books{12};
  for (int i = 0; i < 1'000; ++i) {
    const Desk desk = random_desk(books);
    const auto answer = method.compute(desk.account, desk.market);
    ASSERT_TRUE(answer && answer->complete());
    const Account account{desk};
    Money equity = account.cash();
    Money liquidation = account.cash();
    for (const Group<Money>& group : answer->groups) {
      const Contents in = contents_of(group, account);
      equity = equity + in.securities - in.short_stock + in.loan_value + in.box;
      for (const Leg& leg : group.legs) {
        const Held held = account.held(leg);
        liquidation = held.owed ? liquidation - held.value : liquidation + held.value;
      }
    }
    EXPECT_EQ(*answer->equity, equity) << i;
    EXPECT_EQ(*answer->net_liquidation, liquidation) << i;
    EXPECT_EQ(answer->risk_initial, equity - *answer->excess_initial()) << i;
    EXPECT_EQ(answer->risk_maintenance, equity - *answer->excess_maintenance()) << i;
  }
}

}  // namespace
}  // namespace plimsoll::reg_t::testing
