// What must hold of the framework's answers for any account, under every method.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "apps/json/encode_analysis.hpp"
#include "engine/analyze.hpp"
#include "engine/books.hpp"
#include "tests/packs.hpp"
#include "tests/random_account.hpp"
#include "tests/random_pool.hpp"
#include "tests/risk_files.hpp"

namespace plimsoll::testing {
namespace {

using engine::MarginRequest;
using strategy::Book;
using strategy::Member;
using strategy::Members;

Decimal dollars(int least, int most) { return Decimal{*rc::gen::inRange(least, most)}; }

MarginRequest some_securities(AccountKind kind) {
  MarginRequest request = request_for(some_book(4));
  request.account.kind = kind;
  request.account.cash->front().amount = dollars(-20'000, 100'000);
  request.market.risk_free_rate = 0;  // its prices are above what exercise brings, and no more
  request.packs = {usual_packs(request.account.as_of)};
  return request;
}

/// Futures of the example's clearing house, outright and against each other.
MarginRequest some_futures() {
  static const auto files = risk_files("examples/span/synthetic.pa2").value();
  static const auto policies = risk_policies("");
  MarginRequest request;
  request.account.id = "futures";
  request.account.as_of = request.market.as_of = Date{2025y / std::chrono::September / 12};
  request.account.kind = AccountKind::futures;
  request.account.cash = {{{.currency = "USD", .amount = dollars(0, 400'000)}}};
  request.risk.files = files;
  request.risk.policies = policies;
  const std::pair<const char*, const char*> months[] = {{"ZZU5", "202509"}, {"ZZZ5", "202512"}};
  for (const auto& [symbol, month] : months) {
    const int lots = *rc::gen::inRange(-4, 5);
    if (lots == 0) continue;
    DraftPosition position;
    position.symbol = symbol;
    position.quantity = Quantity::of(lots);
    request.account.positions.push_back(position);
    Description future;
    future.symbol = symbol;
    future.type = "future";
    future.product = "ZZ";
    future.month = month;
    request.account.instruments.push_back(future);
  }
  return request;
}

enum class Under : std::uint8_t { reg_t, tims, span, cross_margin };
constexpr Under with_cash[] = {Under::reg_t, Under::tims, Under::span};
constexpr Under all[] = {Under::reg_t, Under::tims, Under::span, Under::cross_margin};

MarginRequest some_request(Under method) {
  switch (method) {
    case Under::reg_t:
      return some_securities(AccountKind::margin);
    case Under::tims:
      return some_securities(AccountKind::portfolio_margin);
    case Under::span:
      return some_futures();
    case Under::cross_margin:
      return some_pool_request();
  }
  PLIMSOLL_CHECK(false);
  return {};
}

/// The account as the framework has it; an account of nothing is none.
Book book_for(const MarginRequest& request) {
  RC_PRE(!request.account.positions.empty());
  auto in = engine::admitted({.account = request.account,
                              .market = request.market,
                              .strictness = request.strictness,
                              .refused = request.refused,
                              .caveats = request.caveats},
                             {});
  RC_ASSERT(in.refused.empty());
  const auto report = engine::margin(request, SecurityList{});
  if (!report) RC_FAIL(report.error().front().where + ": " + report.error().front().what);
  const Label method = report->results.at(0).method;
  return engine::book_of(method, engine::layers_for(method, request).at(0), request, in);
}

Money excess_of(const Book& book) {
  const auto room = strategy::room(book);
  RC_ASSERT(room.has_value());
  return room->excess();
}

Book with_cash_more(const Book& book, Decimal more) {
  Book richer = book;
  richer.account.cash->front().amount = richer.account.cash->front().amount + more;
  return richer;
}

RC_GTEST_PROP(StrategyProperties, ADollarOfCashIsADollarOfExcess, ()) {
  for (const Under method : with_cash) {
    MarginRequest request = some_request(method);
    const Book book = book_for(request);
    RC_ASSERT(excess_of(with_cash_more(book, 1_d)) == excess_of(book) + 1_usd);
    RC_ASSERT(excess_of(with_cash_more(book, -1_d)) == excess_of(book) - 1_usd);
  }
}

std::optional<strategy::Distance> distance_of(const Book& book) {
  auto far = strategy::distance(book, {});
  // A price no volatility explains is refused, with its symbol.
  if (!far) {
    RC_ASSERT(!far.error().what.empty());
    return std::nullopt;
  }
  return *std::move(far);
}

RC_GTEST_PROP(StrategyProperties, WhoOwesMoreIsNearer, ()) {
  for (const Under method : with_cash) {
    const Book book = book_for(some_request(method));
    const auto before = distance_of(book);
    const auto after = distance_of(with_cash_more(book, -dollars(1, 5'000)));
    if (!before || !after || before->called() || after->called()) continue;
    const auto nearer = [](const strategy::Reach& more, const strategy::Reach& less) {
      if (less.down) RC_ASSERT(more.down && less.down->move <= more.down->move + 1e-9);
      if (less.up) RC_ASSERT(more.up && more.up->move <= less.up->move + 1e-9);
    };
    nearer(after->market, before->market);
    for (const strategy::Reach& less : before->names)
      for (const strategy::Reach& more : after->names)
        if (less.name == more.name) nearer(more, less);
  }
}

/// What the method itself says of the account where prices have moved so.
Money excess_at(const Book& book, const strategy::Driver& driver, double move) {
  const auto movers = strategy::movers(book.account, book.market, 1);
  auto moved = strategy::MovedMarket::of(book, movers, strategy::rule_of({}));
  RC_ASSERT(moved.has_value());
  const auto market = moved->at(driver, move);
  RC_ASSERT(market.has_value());
  const auto room = strategy::room(book, book.account, **market);
  RC_ASSERT(room.has_value());
  return room->excess();
}

/// Just inside of what is found nothing is called, and just outside it is: by the method itself.
/// Prices keep nine places, so that "just" is a millionth of the move.
void check_edges(const Book& book, const strategy::Reach& reach) {
  constexpr double just = 1e-6;
  const strategy::Driver driver{reach.name};
  for (const auto& edge : {reach.down, reach.up}) {
    if (!edge) continue;
    const double outward = edge->move < 0 ? -just : just;
    const auto next = std::ranges::count_if(
        reach.roots, [&](double root) { return std::abs(root - edge->move) < 2 * just; });
    if (next != 1) continue;  // it is called for less than that
    RC_ASSERT(!excess_at(book, driver, edge->move - outward).amount.is_negative());
    RC_ASSERT(excess_at(book, driver, edge->move + outward).amount.is_negative());
  }
}

RC_GTEST_PROP(StrategyProperties, TheMethodItselfAgreesOnEitherSide, ()) {
  for (const Under method : all) {
    const Book book = book_for(some_request(method));
    // No token follows another here: the market is moved as the policy's absence has it.
    auto far = strategy::distance(book, {.follows = {}});
    if (!far || far->called()) continue;
    check_edges(book, far->market);
    for (const strategy::Reach& name : far->names) check_edges(book, name);
  }
}

RC_GTEST_PROP(StrategyProperties, ArithmeticAgreesWhereThereIsSome, ()) {
  MarginRequest request = request_for({});
  request.account.cash->front().amount = -dollars(1, 8'000);
  request.market.risk_free_rate = 0.04;
  RandomBook shares{{0, *rc::gen::inRange(1, 5)}, {1, *rc::gen::inRange(1, 5)}};
  const MarginRequest held = request_for(shares);
  request.account.positions = held.account.positions;
  for (const char* symbol : {"XYZ", "UPP"})
    request.market.quotes[InstrumentId{symbol}].beta = *rc::gen::inRange(1, 30) / 10.0;
  const auto far = distance_of(book_for(request));
  RC_PRE(far && !far->called());
  if (far->market.down) {
    RC_ASSERT(far->market.closed_form.has_value());
    RC_ASSERT(std::abs(*far->market.closed_form - far->market.down->move) < 1e-8);
  } else if (far->market.closed_form) {
    RC_ASSERT(*far->market.closed_form < far->market.from);  // further than was looked
  }
  for (const strategy::Reach& name : far->names)
    if (name.down && name.closed_form)
      RC_ASSERT(std::abs(*name.closed_form - name.down->move) < 1e-8);
}

std::string written(const engine::AnalysisRequest& request) {
  const auto report = engine::analyze(request, SecurityList{});
  if (!report) RC_FAIL(report.error().front().where + ": " + report.error().front().what);
  return json::encode_analysis(*report);
}

RC_GTEST_PROP(StrategyProperties, NeitherOrderNorThreadsChangeAByte, ()) {
  for (const Under method : all) {
    engine::AnalysisRequest request{.margin = some_request(method)};
    RC_PRE(!request.margin.account.positions.empty());
    request.members = Members::of(
        {Member::carry, Member::buffer, Member::distance, Member::time_to_call, Member::rates});
    const std::string one = written(request);
    auto& positions = request.margin.account.positions;
    std::ranges::reverse(positions);
    request.threads = 3;
    // Not compared by RC_ASSERT, which would print both.
    const bool reversed_is_the_same = written(request) == one;
    RC_ASSERT(reversed_is_the_same);
    std::ranges::rotate(
        positions, positions.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(positions)));
    const bool rotated_is_the_same = written(request) == one;
    RC_ASSERT(rotated_is_the_same);
  }
}

}  // namespace
}  // namespace plimsoll::testing
