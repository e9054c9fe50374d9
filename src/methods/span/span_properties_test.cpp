// What holds of every book in the small clearing house.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "methods/span/span.hpp"
#include "methods/span/testing.hpp"

namespace plimsoll::span {
namespace {

using testing::account, testing::amount_told, testing::december, testing::february,
    testing::FileBuilder, testing::future, testing::Manner, testing::october, testing::option,
    testing::Reckoned, testing::september, testing::two_commodities;

std::vector<Position> each_once() {
  return {future("ZZ", september, 1), future("ZZ", october, 1),       future("ZZ", december, 1),
          future("ZZ", february, 1),  option(Right::call, 3600_d, 1), option(Right::put, 3200_d, 1),
          future("YY", december, 1)};
}

std::vector<Position> some_book() {
  std::vector<Position> book;
  for (Position& one : each_once()) {
    const int lots = *rc::gen::inRange(-20, 21);
    if (lots == 0) continue;
    one.quantity = Quantity::of(std::int64_t{lots});
    book.push_back(std::move(one));
  }
  return book;
}

/// With all that a house may ask for: delivery months, tiers, full credits.
FileBuilder some_house() {
  FileBuilder builder = two_commodities();
  clearing::CombinedCommodity& zz = builder.file.commodities[0];
  clearing::InterSpread& credit = builder.file.inter_spreads[0];
  if (*rc::gen::arbitrary<bool>()) {
    zz.spot_method = clearing::SpotMethod::table;
    zz.spot_rates = {{.month = september, .in_spreads = 30_d, .outright = 90_d}};
  }
  if (*rc::gen::arbitrary<bool>()) credit.rate = {{0, 1_d}};
  if (*rc::gen::arbitrary<bool>()) credit.before_calendars = true;
  if (*rc::gen::arbitrary<bool>()) zz.scan_tiers = testing::two_tiers();
  if (*rc::gen::arbitrary<bool>()) {
    zz.inter_tiers = testing::two_tiers();
    credit.legs[0].tier = clearing::Code{"1"};
    credit.method =
        *rc::gen::element(clearing::InterMethod::tiered, clearing::InterMethod::tier_delta);
  }
  return builder;
}

Manner exact() {
  auto policy = std::make_shared<Policy>();
  policy->name = "exact";
  return {.policy = policy};
}

Decimal asked(const std::vector<Position>& book, const FileBuilder& builder, const Manner& manner) {
  Reckoned reckoned{book, builder, manner};
  Decimal sum;
  for (const House& house : reckoned.houses)
    for (const Work& work : house.works) sum += work.commodity_risk;
  return sum;
}

std::string text_of(const plimsoll::Detail& detail) {
  std::string text = detail.name + "=" + detail.text + "[";
  for (const plimsoll::Detail& child : detail.children) text += text_of(child) + ",";
  return text + "]";
}

constexpr Decimal crumbs = Decimal::from_nano(10'000);  // what ninth decimals add up to

RC_GTEST_PROP(SpanProperties, NeverBelowTheMinimumNorAboveTheOutrights, ()) {
  const std::vector<Position> book = some_book();
  const FileBuilder builder = some_house();
  Reckoned reckoned{book, builder, exact()};
  for (const House& house : reckoned.houses)
    for (const Work& work : house.works) {
      RC_ASSERT(!(work.commodity_risk < work.short_options.minimum));
      RC_ASSERT(!work.commodity_risk.is_negative());
    }
  // Of tiers scanned apart, spreads are charged on top of what offsets nowhere, and a delivery
  // month's spread rate is for what an outright alone never is in.
  FileBuilder plain = builder;
  plain.file.commodities[0].spot_method = clearing::SpotMethod::none;
  plain.file.commodities[0].scan_tiers.clear();
  Decimal alone;
  for (const Position& one : book) alone += asked({one}, plain, exact());
  RC_ASSERT(!(alone + crumbs < asked(book, plain, exact())));
}

RC_GTEST_PROP(SpanProperties, CreditsAreNoMoreThanThePriceRiskTheyOffset, ()) {
  Reckoned reckoned{some_book(), some_house(), exact()};
  for (const House& house : reckoned.houses)
    for (const Work& work : house.works) {
      Decimal price_risk = work.scan.price_risk;
      if (work.tiers.size() > 1) {
        price_risk = {};
        for (const ScannedTier& tier : work.tiers) price_risk += tier.scan.price_risk;
        price_risk = std::max(price_risk, work.scan.price_risk);
      }
      RC_ASSERT(!(price_risk + crumbs < work.inter_credit));
    }
}

RC_GTEST_PROP(SpanProperties, TheOrderOfPositionsIsIrrelevant, ()) {
  const Parameters given = testing::parameters(some_house());
  const std::vector<Position> book = some_book();
  std::vector<Position> other = book;
  std::ranges::reverse(other);
  if (!other.empty()) {
    const auto places = *rc::gen::inRange<std::size_t>(0, other.size());
    std::ranges::rotate(other, other.begin() + static_cast<std::ptrdiff_t>(places));
  }
  const auto one = Span{given}.compute(account(book), {});
  const auto again = Span{given}.compute(account(other), {});
  RC_ASSERT(one->maintenance == again->maintenance);
  RC_ASSERT(one->initial == again->initial);
  RC_ASSERT(text_of(one->detail) == text_of(again->detail));
}

RC_GTEST_PROP(SpanProperties, ABookAndItsOppositeNetToNothing, ()) {
  const std::vector<Position> book = some_book();
  std::vector<Position> both = book;
  for (Position one : book) {
    one.quantity = -one.quantity;
    one.holding = Holding::margin;
    both.push_back(std::move(one));
  }
  const auto answer = Span{testing::parameters(some_house())}.compute(account(both), {});
  RC_ASSERT(answer->maintenance == 0_usd);
  RC_ASSERT(answer->initial == 0_usd);
}

RC_GTEST_PROP(SpanProperties, TwiceTheBookIsTwiceTheRisk, ()) {
  const std::vector<Position> book = some_book();
  const FileBuilder builder = some_house();
  std::vector<Position> twice = book;
  for (Position& one : twice) one.quantity.atto *= 2;
  Reckoned once{book, builder, exact()}, doubled{twice, builder, exact()};
  for (const House& house : once.houses)
    for (const Work& work : house.works) {
      const Work& other = *doubled.houses.front().find(work.terms->code);
      RC_ASSERT(other.scan.risk == work.scan.risk + work.scan.risk);
      RC_ASSERT(abs(other.risk - work.risk - work.risk) < crumbs);
    }
}

RC_GTEST_PROP(SpanProperties, ExplainedIsPlainAndEveryStepFollows, ()) {
  const Parameters given = testing::parameters(some_house());
  const Account held = account(some_book());
  const auto plain = Span{given}.compute(held, {});
  const auto explained = Span{given}.explain(held, {});
  RC_ASSERT(explained->maintenance.money == plain->maintenance);
  RC_ASSERT(explained->initial.money == plain->initial);
  RC_ASSERT(testing::wrong_steps(explained->maintenance) == 0u);
  RC_ASSERT(testing::wrong_steps(explained->initial) == 0u);
}

RC_GTEST_PROP(SpanProperties, TheToldTreeAddsUp, ()) {
  const auto answer = Span{testing::parameters(some_house())}.compute(account(some_book()), {});
  Decimal total;
  for (const plimsoll::Detail& one :
       testing::told(answer->detail, "combined_commodities").children) {
    RC_ASSERT(amount_told(one, "risk") ==
              amount_told(one, "scan_risk") + amount_told(one, "intra_commodity") +
                  amount_told(one, "spot") - amount_told(one, "inter_commodity_credit"));
    total += amount_told(one, "total");
  }
  RC_ASSERT(std::max(total, Decimal{}) == answer->maintenance.amount);
}

}  // namespace
}  // namespace plimsoll::span
