// What must hold for any account, tried on random ones. Excess is equity less requirement with no
// cash: the number the grouping is chosen for.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "apps/json/encode_margin.hpp"
#include "model/osi.hpp"
#include "tests/explained.hpp"
#include "tests/random_account.hpp"
#include "tests/reported.hpp"

namespace plimsoll::testing {
namespace {

RandomBook joined(RandomBook a, const RandomBook& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

RandomBook times(RandomBook book, int factor) {
  for (RandomPosition& position : book) position.size *= factor;
  return book;
}

Answer<Money> answer_of(const RandomBook& book) { return plain_answer(request_for(book)); }

Money excess_of(const Answer<Money>& answer) { return *answer.excess_maintenance(); }

RC_GTEST_PROP(Properties, NothingIsRequiredBelowZero, ()) {
  const Answer<Money> answer = answer_of(some_book());
  const Money nothing = zero(usd);
  for (const Money& sum : {answer.initial, answer.maintenance, answer.risk_initial,
                           answer.risk_maintenance, answer.proceeds})
    RC_ASSERT(!(sum < nothing));
  for (const Group<Money>& group : answer.groups) {
    RC_ASSERT(!(group.initial < nothing));
    RC_ASSERT(!(group.maintenance < nothing));
    RC_ASSERT(group.net_deposit == group.initial - group.proceeds);
  }
}

RC_GTEST_PROP(Properties, OrderOfPositionsIsIrrelevant, ()) {
  engine::MarginRequest request = request_for(some_book());
  const std::string one = json::encode_margin(report_of(request, engine::Detail::explained));
  auto& positions = request.account.positions;
  const auto keys =
      *rc::gen::container<std::vector<int>>(positions.size(), rc::gen::arbitrary<int>());
  std::vector<std::size_t> order(positions.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return keys[i]; });
  std::vector<DraftPosition> shuffled;
  for (const std::size_t i : order) shuffled.push_back(positions[i]);
  positions = shuffled;
  RC_ASSERT(json::encode_margin(report_of(request, engine::Detail::explained)) == one);
}

RC_GTEST_PROP(Properties, ExplainingChangesNoNumber, ()) {
  const engine::MarginRequest request = request_for(some_book());
  const auto report = report_of(request, engine::Detail::explained);
  assert_explains(std::get<Answer<Amount>>(report.results[0].answer), plain_answer(request));
}

RC_GTEST_PROP(Properties, EveryUnitStandsInExactlyOneGroup, ()) {
  const engine::MarginRequest request = request_for(some_book());
  std::map<std::string, Quantity> left;
  for (const DraftPosition& position : request.account.positions)
    left[position.symbol] = position.quantity;
  for (const Group<Money>& group : plain_answer(request).groups)
    for (const Leg& leg : group.legs) {
      Quantity& rest = left[std::string{leg.id.view()}];
      RC_ASSERT(!leg.quantity.is_zero());
      rest = rest - leg.quantity;
    }
  for (const auto& [symbol, rest] : left) RC_ASSERT(rest.is_zero());
}

RC_GTEST_PROP(Properties, TogetherIsNeverWorseThanApart, ()) {
  const RandomBook a = some_book();
  const RandomBook b = some_book();
  const Money apart = excess_of(answer_of(a)) + excess_of(answer_of(b));
  // Longs and shorts of one symbol cancel in `joined`, which only ever helps.
  RC_ASSERT(!(excess_of(answer_of(joined(a, b))) < apart));
}

RC_GTEST_PROP(Properties, AddingALongOptionNeverHurts, ()) {
  const RandomBook book = some_book();
  const int last = static_cast<int>(holdable_symbols().size());
  const RandomBook more = joined(book, {{*rc::gen::inRange(2, last), *rc::gen::inRange(1, 4)}});
  RC_ASSERT(!(excess_of(answer_of(more)) < excess_of(answer_of(book))));
}

RC_GTEST_PROP(Properties, DoublingStockDoublesEverySum, ()) {
  RandomBook book = some_book();
  std::erase_if(book, [](const RandomPosition& position) { return is_option(position.place); });
  const Answer<Money> once = answer_of(book);
  const Answer<Money> twice = answer_of(times(book, 2));
  RC_ASSERT(twice.initial == once.initial + once.initial);
  RC_ASSERT(twice.maintenance == once.maintenance + once.maintenance);
  RC_ASSERT(*twice.equity == *once.equity + *once.equity);
}

/// Twice the book can be grouped as the book is, twice; sometimes better, as 100 shares cover the
/// call that 50 do not.
RC_GTEST_PROP(Properties, DoublingNeverMoreThanDoublesTheNeed, ()) {
  const RandomBook book = some_book();
  const Money once = excess_of(answer_of(book));
  RC_ASSERT(!(excess_of(answer_of(times(book, 2))) < once + once));
}

RC_GTEST_PROP(Properties, LotsAndCostsChangeNothing, ()) {
  engine::MarginRequest request = request_for(some_book());
  const std::string one = json::encode_margin(report_of(request, engine::Detail::explained));
  for (DraftPosition& position : request.account.positions) {
    position.average_cost = 17.25_d;
    position.lots = {{position.quantity, Decimal{17}, request.account.as_of}};
  }
  RC_ASSERT(json::encode_margin(report_of(request, engine::Detail::explained)) == one);
}

RC_GTEST_PROP(Properties, AStricterBrokerNeverLeavesMoreRoom, ()) {
  engine::MarginRequest request = request_for(some_book());
  const Money before = excess_of(plain_answer(request));
  request.market.quotes.at(InstrumentId{"XYZ"}).margin_rate =
      Decimal::from_nano(*rc::gen::inRange<std::int64_t>(0, Decimal::scale + 1));
  RC_ASSERT(!(before < excess_of(plain_answer(request))));
}

/// A group's legs, added up from the positions' prices and not from anything the answer says.
struct Sums {
  Money stock_held = zero(usd), stock_owed = zero(usd);
  Money options_held = zero(usd), options_owed = zero(usd);
  Money calls_sold_exercise = zero(usd);
  Decimal lowest_strike, highest_strike;
  Quantity units_of_a_leg;
};

Sums sums_of(const Group<Money>& group, const engine::MarginRequest& request) {
  Sums sums;
  for (const Leg& leg : group.legs) {
    const Price price{*request.market.quotes.at(leg.id).price, usd};
    const bool owed = leg.quantity.is_negative();
    const auto option = parse_osi(leg.id.view());
    const Quantity units{abs(leg.quantity).atto * (option ? 100 : 1)};
    Money& sum = option ? (owed ? sums.options_owed : sums.options_held)
                        : (owed ? sums.stock_owed : sums.stock_held);
    sum = sum + price * units;
    if (!option) continue;
    const Price strike{option->strike, usd};
    if (owed && option->right == Right::call)
      sums.calls_sold_exercise = sums.calls_sold_exercise + strike * units;
    const bool first = sums.units_of_a_leg.is_zero();
    sums.lowest_strike = first ? option->strike : std::min(sums.lowest_strike, option->strike);
    sums.highest_strike = first ? option->strike : std::max(sums.highest_strike, option->strike);
    sums.units_of_a_leg = units;
  }
  return sums;
}

/// What a group's longs count for: stock at no more than the exercise price of calls sold on it, a
/// European box at no more than its difference, options over nine months alone; nothing else.
Money counted(const Group<Money>& group, const Sums& sums) {
  if (group.strategy == Label{"long European box"}) {
    const Price difference{sums.highest_strike - sums.lowest_strike, usd};
    return lesser_of(sums.options_held - sums.options_owed, difference * sums.units_of_a_leg);
  }
  const bool covers_calls =
      !sums.stock_held.amount.is_zero() && !sums.calls_sold_exercise.amount.is_zero();
  if (covers_calls) return lesser_of(sums.stock_held, sums.calls_sold_exercise);
  if (!sums.stock_held.amount.is_zero()) return sums.stock_held;
  const bool alone = group.legs.size() == 1 && group.legs[0].id.view().contains("28012");
  return alone ? sums.options_held : zero(usd);
}

RC_GTEST_PROP(Properties, ExcessIsTheSameByAllThreeConventions, ()) {
  const engine::MarginRequest request = request_for(some_book());
  const Answer<Money> answer = plain_answer(request);
  Money counts = zero(usd), owed = zero(usd), uncounted = zero(usd);
  for (const Group<Money>& group : answer.groups) {
    const Sums sums = sums_of(group, request);
    counts = counts + counted(group, sums);
    owed = owed + sums.stock_owed + sums.options_owed;
    uncounted = uncounted + sums.stock_held + sums.options_held - counted(group, sums);
  }
  // The whole requirement, short stock and short options inside, against what counts.
  RC_ASSERT(excess_of(answer) == counts - answer.maintenance);
  // From net liquidation: put back what is owed, take out what does not count.
  RC_ASSERT(*answer.net_liquidation == market_value(request));
  RC_ASSERT(excess_of(answer) == *answer.net_liquidation + owed - uncounted - answer.maintenance);
}

}  // namespace
}  // namespace plimsoll::testing
