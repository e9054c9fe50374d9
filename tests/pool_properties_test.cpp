// What must hold for any account in any lending pool, asked at the engine's door. What holds of the
// method's own parts stands beside them.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <thread>

#include "apps/json/encode_margin.hpp"
#include "tests/detail_path.hpp"
#include "tests/explained.hpp"
#include "tests/random_pool.hpp"
#include "tests/reported.hpp"

namespace plimsoll::testing {
namespace {

std::string written(const engine::MarginRequest& request) {
  return json::encode_margin(report_of(request, engine::Detail::explained));
}

Decimal figure(const Answer<Money>& answer, std::string_view path) {
  return parse_decimal(detail_at(answer.detail, path).value()).value();
}

RC_GTEST_PROP(PoolProperties, ExplainingChangesNoNumber, ()) {
  const engine::MarginRequest request = some_pool_request();
  const auto report = report_of(request, engine::Detail::explained);
  assert_explains(std::get<Answer<Amount>>(report.results[0].answer), plain_answer(request));
}

RC_GTEST_PROP(PoolProperties, OrderOfPositionsIsIrrelevant, ()) {
  engine::MarginRequest request = some_pool_request();
  const std::string one = written(request);
  std::ranges::reverse(request.account.positions);
  RC_ASSERT(written(request) == one);
  const auto turned = *rc::gen::inRange<std::ptrdiff_t>(
      0, static_cast<std::ptrdiff_t>(request.account.positions.size()) + 1);
  std::ranges::rotate(request.account.positions, request.account.positions.begin() + turned);
  RC_ASSERT(written(request) == one);
}

/// The contract's convention: the requirement is equity less health, nothing is proceeds.
RC_GTEST_PROP(PoolProperties, ExcessIsTheHealth, ()) {
  const Answer<Money> answer = plain_answer(some_pool_request());
  RC_ASSERT(answer.excess_initial()->amount == figure(answer, "health/initial/health"));
  RC_ASSERT(answer.excess_maintenance()->amount == figure(answer, "health/maintenance/health"));
  RC_ASSERT(answer.equity->amount == figure(answer, "health/equity/health"));
  RC_ASSERT(answer.initial == answer.risk_initial);
  RC_ASSERT(answer.maintenance == answer.risk_maintenance);
  RC_ASSERT(answer.proceeds == zero(usd));
  RC_ASSERT(answer.net_deposit() == answer.initial);
  RC_ASSERT(answer.equity == answer.net_liquidation);
}

/// But for the first, which brings its e-mode.
RC_GTEST_PROP(PoolProperties, OneMoreLiabilityNeverRaisesWhatAssetsCountFor, ()) {
  engine::MarginRequest request = some_pool_request();
  auto& positions = request.account.positions;
  RC_PRE(std::ranges::any_of(
      positions, [](const DraftPosition& held) { return held.quantity.is_negative(); }));
  const Answer<Money> before = plain_answer(request);
  const std::string bank = a_bank_beside(request);
  RC_PRE(!bank.empty());
  hold(request, bank, -some_tokens());
  const Answer<Money> after = plain_answer(request);
  for (const char* path : {"health/initial/assets", "health/maintenance/assets"})
    RC_ASSERT(!(figure(before, path) < figure(after, path)));
  RC_ASSERT(figure(after, "health/equity/assets") == figure(before, "health/equity/assets"));
}

RC_GTEST_PROP(PoolProperties, ADepositNeverTakesFromHealth, ()) {
  engine::MarginRequest request = some_pool_request();
  const std::string bank = a_bank_beside(request);
  RC_PRE(!bank.empty());
  const Answer<Money> before = plain_answer(request);
  hold(request, bank, some_tokens());
  const Answer<Money> after = plain_answer(request);
  RC_ASSERT(!(*after.excess_initial() < *before.excess_initial()));
  RC_ASSERT(!(*after.excess_maintenance() < *before.excess_maintenance()));
  RC_ASSERT(!(*after.equity < *before.equity));
}

RC_GTEST_PROP(PoolProperties, AnotherThreadReadsTheSame, ()) {
  const engine::MarginRequest request = some_pool_request();
  const std::string here = written(request);
  std::string there, elsewhere;
  // What a thread asserts would not reach the property: it only writes down.
  const auto write = [&request](std::string& into) {
    engine::MarginRequest asked = request;
    asked.detail = engine::Detail::explained;
    if (const auto report = engine::margin(asked, SecurityList{}))
      into = json::encode_margin(*report);
  };
  std::thread one{[&] { write(there); }}, other{[&] { write(elsewhere); }};
  one.join();
  other.join();
  RC_ASSERT(there == here);
  RC_ASSERT(elsewhere == here);
}

}  // namespace
}  // namespace plimsoll::testing
