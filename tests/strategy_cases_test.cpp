// Known answers of the framework, each with its source, asked at the engine's door where a method
// can say the requirement, and of the framework's own functions where none can.

#include <gtest/gtest.h>

#include <cmath>

#include "engine/analyze.hpp"
#include "market/rates_for_tests.hpp"
#include "strategy/finance_guru.hpp"
#include "strategy/interest.hpp"
#include "strategy/leverage_caps.hpp"
#include "strategy/testing.hpp"
#include "tests/packs.hpp"

namespace plimsoll::testing {
namespace {

using engine::AnalysisRequest;
using strategy::Analysis;
using strategy::Member;
using strategy::Members;
using strategy::testing::BookOf;
using strategy::testing::day;

DraftPosition held(const std::string& symbol, std::int64_t quantity) {
  DraftPosition position;
  position.symbol = symbol;
  position.quantity = Quantity::of(quantity);
  return position;
}

/// An account with so much cash, below zero where it is owed.
AnalysisRequest account(AccountKind kind, std::int64_t cash) {
  AnalysisRequest request;
  engine::MarginRequest& margin = request.margin;
  margin.account.id = "case";
  margin.account.kind = kind;
  margin.account.as_of = margin.market.as_of = day;
  margin.account.cash = {{{.currency = "USD", .amount = Decimal{cash}}}};
  margin.market.risk_free_rate = 0.04;
  margin.packs = {usual_packs(day)};
  request.members = Members::of({Member::distance});
  return request;
}

void hold(AnalysisRequest& request, const std::string& symbol, std::int64_t quantity,
          Decimal price) {
  request.margin.account.positions.push_back(held(symbol, quantity));
  request.margin.market.quotes[InstrumentId{symbol}].price = price;
}

void share(AnalysisRequest& request, const char* symbol, std::int64_t quantity, double beta = 1) {
  Description equity;
  equity.symbol = symbol;
  equity.type = "equity";
  request.margin.account.instruments.push_back(equity);
  hold(request, symbol, quantity, 100_d);
  request.margin.market.quotes[InstrumentId{symbol}].beta = beta;
}

Analysis analysed(const AnalysisRequest& request) {
  const auto report = engine::analyze(request, SecurityList{});
  EXPECT_TRUE(report) << report.error().front().where << ": " << report.error().front().what;
  return report ? report->results.at(0) : Analysis{};
}

const strategy::Distance& distance_of(const Analysis& analysis) {
  EXPECT_TRUE(analysis.distance && *analysis.distance);
  return **analysis.distance;
}

double decline_of(const Analysis& analysis) {
  const auto& down = distance_of(analysis).market.down;
  return down ? -down->move : std::nan("");
}

/// V* = D / (1 - m): the margin pages of the SEC and FINRA; 13,333.33 is the usual example.
TEST(StrategyCases, OneStockOnALoan) {
  struct Row {
    const char* id;
    AccountKind kind;
    std::int64_t shares, debit;  // at 100
    Decimal rate;                // a broker's own, or the method's where it is the same
    double decline, value;
  };
  for (const Row& row : {Row{"V 20,000, D 10,000, m 25 %", AccountKind::margin, 200, 10'000, 0.25_d,
                             1 / 3.0, 13'333.333333333334},
                         Row{"V 200,000, D 100,000, m 30 %", AccountKind::margin, 2'000, 100'000,
                             0.30_d, 0.2857142857142857, 142'857.14285714287},
                         Row{"V 150,000, D 50,000, m 30 %", AccountKind::margin, 1'500, 50'000,
                             0.30_d, 0.5238095238095238, 71'428.57142857143},
                         Row{"V 300,000, D 200,000, m 15 %", AccountKind::portfolio_margin, 3'000,
                             200'000, 0.15_d, 0.21568627450980393, 235'294.11764705883}}) {
    AnalysisRequest request = account(row.kind, -row.debit);
    share(request, "XYZ", row.shares);
    if (row.kind == AccountKind::margin)
      request.margin.market.quotes[InstrumentId{"XYZ"}].margin_rate = row.rate;
    const Analysis answer = analysed(request);
    EXPECT_NEAR(decline_of(answer), row.decline, 1e-9) << row.id;
    const auto& first = distance_of(answer).names.at(0);
    EXPECT_NEAR(to_double(first.down->price->per_unit) * static_cast<double>(row.shares), row.value,
                1e-4)
        << row.id;
    if (const auto closed = distance_of(answer).market.closed_form) {
      EXPECT_NEAR(-*closed, row.decline, 1e-12) << row.id;
    }
  }
}

/// Twice the requirement and what it tolerates: L = 1 / (2 m), decline 1 - (1 - 2m) / (1 - m).
TEST(StrategyCases, TwiceTheRequirement) {
  struct Row {
    Decimal rate;
    std::int64_t shares, debit;
    double leverage, decline;
  };
  for (const Row& row :
       {Row{0.25_d, 2'000, 100'000, 2, 1 / 3.0}, Row{0.30_d, 2'500, 100'000, 5 / 3.0, 3 / 7.0},
        Row{0.40_d, 2'500, 50'000, 1.25, 2 / 3.0}}) {
    AnalysisRequest request = account(AccountKind::margin, -row.debit);
    share(request, "XYZ", row.shares);
    request.margin.market.quotes[InstrumentId{"XYZ"}].margin_rate = row.rate;
    request.members = Members::of({Member::buffer, Member::distance});
    const Analysis answer = analysed(request);
    EXPECT_DOUBLE_EQ((*answer.buffer)->multiple().value(), 2) << row.leverage;
    EXPECT_DOUBLE_EQ((*answer.buffer)->leverage().value(), row.leverage) << row.leverage;
    EXPECT_NEAR(decline_of(answer), row.decline, 1e-9) << row.leverage;
  }
}

/// Interactive Brokers' notice of September 2020: maintenance from 25 % to 33.75 % in a month.
TEST(StrategyCases, AHouseThatRaisesItsRequirementBeforeAnElection) {
  AnalysisRequest request = account(AccountKind::margin, -100'000);
  share(request, "XYZ", 2'000);
  const Analysis answer = analysed(request);
  EXPECT_NEAR(decline_of(answer), 0.3333333333333333, 1e-9);
  const strategy::ShockedReach& raised = distance_of(answer).shocks.at(0);
  EXPECT_EQ(raised.requirement, 67'500_usd);
  EXPECT_NEAR(-raised.down.value(), 0.24528301886792458, 1e-9);
}

/// x* = -(E - M) / sum of beta V (1 - m), exact while no name is worth nothing; by hand.
TEST(StrategyCases, ABookByBeta) {
  AnalysisRequest request = account(AccountKind::margin, -80'000);
  share(request, "FAST", 1'000, 1.2);
  share(request, "SLOW", 1'000, 0.5);
  const Analysis answer = analysed(request);
  EXPECT_NEAR(decline_of(answer), 70'000 / (0.75 * (120'000 + 50'000)), 1e-9);
  // A name alone: 70,000 / 75,000, whichever.
  EXPECT_NEAR(-distance_of(answer).names.at(0).down->move, 70'000 / 75'000.0, 1e-9);
}

/// A name that is worth nothing falls no further: the slope changes there. By hand: FAST is gone
/// at -50 %; then 75,000 (1 + x / 2) = 50,000. On the first slope it would be at -53 %.
TEST(StrategyCases, ANameThatIsGoneFallsNoFurther) {
  AnalysisRequest request = account(AccountKind::margin, -50'000);
  share(request, "FAST", 1'000, 2);
  share(request, "SLOW", 1'000, 0.5);
  EXPECT_NEAR(decline_of(analysed(request)), 2 / 3.0, 1e-9);
}

std::string option(const char* right, const char* strike) {
  return std::string{"XYZ   270115"} + right + strike;
}

/// A put sold naked on 100 at 100, with 60 in cash a share. Deep in the money it is worth what it
/// is exercised for, and asks for 20 % of the price besides: 60 = 100 - S + 0.2 S. By hand.
TEST(StrategyCases, ANakedPut) {
  AnalysisRequest request = account(AccountKind::margin, 60'000);
  share(request, "XYZ", 0);
  request.margin.account.positions.clear();
  hold(request, option("P", "00100000"), -10, 3_d);
  const Analysis answer = analysed(request);
  EXPECT_NEAR(decline_of(answer), 0.5, 1e-8);
  EXPECT_FALSE(distance_of(answer).market.up);
  // Dearer options as the market falls bring it no further: it has no time value there.
  request.policy.distance.volatility_move = strategy::VolatilityMove::spot_volatility;
  EXPECT_LE(decline_of(analysed(request)), 0.5 + 1e-8);
}

/// A put at 90 and a call at 110 sold on 100, with 60 in cash a share: two roots. Down where
/// 60 = 90 - S and a tenth of 90 besides; up where 60 = S - 110 exp(-r t) + 0.2 S. By hand.
TEST(StrategyCases, AStrangleHasTwoRoots) {
  AnalysisRequest request = account(AccountKind::margin, 60'000);
  share(request, "XYZ", 0);
  request.margin.account.positions.clear();
  hold(request, option("P", "00090000"), -10, 0.005_d);
  hold(request, option("C", "00110000"), -10, 0.005_d);
  const strategy::Reach market = distance_of(analysed(request)).market;
  ASSERT_EQ(market.roots.size(), 2u);
  EXPECT_NEAR(market.roots[0], -0.61, 1e-8);
  const double years = 56 / 365.0;  // 20 November to 15 January
  const double up = (60 + 110 * std::exp(-0.04 * years)) / 1.2 / 100 - 1;
  EXPECT_NEAR(market.roots[1], up, 1e-6);
}

/// 2,000 shares at 100 with 110,000 owed, a quarter of the stock required and nothing of options,
/// with long puts at 90 of 45 days: enough of them take the root away. At 4 % and a put that is
/// worth 90 exp(-r t) - S there, the answer does not depend on volatility.
TEST(StrategyCases, PutsTakeTheRootAway) {
  const auto decline = [](std::int64_t contracts) -> std::optional<double> {
    BookOf book{25_pct};
    book.shares("XYZ", 2'000, 100_d).cash(-110'000_d);
    if (contracts > 0)
      book.option("XYZ", Right::put, 90_d, day + std::chrono::days{45}, contracts, 0.25_d);
    // The debit stays 110,000 whatever the puts cost.
    const auto& down = strategy::distance(book, {}).value().market.down;
    return down ? std::optional{down->move} : std::nullopt;
  };
  EXPECT_NEAR(decline(0).value(), -0.2666666666666667, 1e-9);
  EXPECT_NEAR(decline(10).value(), -0.5911451395194547, 1e-9);
  EXPECT_FALSE(decline(20));
}

struct Passage {
  const char* id;
  double mean, rate, volatility;
  int days;
  double hit, at_the_end, ever;
  std::optional<double> expected_years;
};

/// The inverse Gaussian's first passage (Harrison 1985) from leverage of 2 at 25 %: a = ln 1.5.
TEST(StrategyCases, HowSoon) {
  for (const Passage& row : {Passage{"5 years at 16 %",
                                     0.07,
                                     0.05,
                                     0.16,
                                     1260,
                                     0.22872065162908778,
                                     0.10861403090467553,
                                     0.7960652506564775,
                                     {}},
                             Passage{"a quarter at 60 %", 0.07, 0.05, 0.6, 63, 0.2102064123148351,
                                     0.11157075542253614, 1, 2.5341569256760277},
                             Passage{"a month at 80 %", 0, 0.06, 0.8, 21, 0.10001051967578284,
                                     0.052767244775470956, 1, 1.067013442389906}}) {
    AnalysisRequest request = account(AccountKind::margin, -100'000);
    share(request, "XYZ", 2'000);
    request.financing.rate = decimal_of(row.rate);
    request.members = Members::of({Member::distance, Member::time_to_call});
    request.policy.time_to_call = {.horizon_days = {row.days},
                                   .expected_return = row.mean,
                                   .regimes = {{"case", row.volatility}},
                                   .monitoring = strategy::Monitoring::continuous};
    const Analysis answer = analysed(request);
    ASSERT_TRUE(answer.time_to_call && *answer.time_to_call) << row.id;
    const strategy::CallByRegime& call = (*answer.time_to_call)->regimes.at(0);
    EXPECT_NEAR(call.horizons.at(0).probability, row.hit, 1e-9) << row.id;
    EXPECT_NEAR(call.horizons.at(0).at_the_end, row.at_the_end, 1e-9) << row.id;
    EXPECT_NEAR(call.ever, row.ever, 1e-9) << row.id;
    ASSERT_EQ(call.expected_days.has_value(), row.expected_years.has_value()) << row.id;
    if (row.expected_years) { EXPECT_NEAR(*call.expected_days / 252, *row.expected_years, 1e-8); }
  }
}

/// Watched at each close: Broadie, Glasserman and Kou (1997), and a simulation of 40,000 paths.
TEST(StrategyCases, WatchedDaily) {
  AnalysisRequest request = account(AccountKind::margin, -100'000);
  share(request, "XYZ", 2'000);
  request.financing.rate = 0.05_d;
  request.members = Members::of({Member::distance, Member::time_to_call});
  request.policy.time_to_call = {
      .horizon_days = {252}, .expected_return = 0.07, .regimes = {{"case", 0.35}}};
  const auto daily = *analysed(request).time_to_call;
  EXPECT_NEAR(daily->regimes[0].horizons[0].probability, 0.26603548713632263, 1e-9);
  ASSERT_TRUE(daily->simulated);
  EXPECT_LE(std::abs(daily->simulated->probability - 0.269875), 2 * 0.00435)
      << "two simulations, each with its own error";
  request.policy.time_to_call.monitoring = strategy::Monitoring::continuous;
  EXPECT_NEAR((*analysed(request).time_to_call)->regimes[0].horizons[0].probability,
              0.2816346324090757, 1e-9);
}

/// L = 1 / (1 - (1 - m)(1 - s)) for the S&P 500's falls of 2020 (33.92 %) and 2007-09 (56.78 %).
TEST(StrategyCases, LeverageThatSurvivesAFall) {
  struct Row {
    double rate, decline, leverage;
  };
  for (const Row& row :
       {Row{0.25, 0.3392, 1.9825535289452816}, Row{0.25, 0.5678, 1.4796182584893098},
        Row{0.30, 0.3392, 1.8606728192914561}, Row{0.30, 0.5678, 1.4337739798698135}})
    EXPECT_NEAR(strategy::shock_survival_cap({.rate = row.rate}, row.decline).value(), row.leverage,
                1e-9);
}

/// Kelly with two rates: mean 10 %, volatility 16 %, 5.5 % paid; at twice it growth is that rate.
TEST(StrategyCases, TwoRateKelly) {
  const strategy::Growth growth{
      .mean = 0.10, .volatility = 0.16, .lending_rate = 0.04, .borrowing_rate = 0.055};
  const double kelly = strategy::kelly_leverage(growth).value();
  EXPECT_NEAR(kelly, 1.7578125, 1e-9);
  EXPECT_NEAR(strategy::growth_rate(growth, 2 * kelly).value(), 0.055, 1e-12);
}

/// Interactive Brokers' own example: 600,000 USD at a benchmark of 5.32 % is 18.94 and 87.78 a day.
TEST(StrategyCases, InterestByTier) {
  const RateSchedule schedule =
      rate_schedule(blended_file({{"100000", "0.015"}, {"1000000", "0.010"}, {"", "0.0075"}}),
                    "r.toml")
          .value();
  const auto cost = strategy::interest(schedule, 0.0532_d, 600'000_usd).value();
  ASSERT_EQ(cost.tiers.size(), 2u);
  EXPECT_NEAR(to_double(cost.tiers[0].a_day.amount), 18.944444444444443, 1e-8);
  EXPECT_NEAR(to_double(cost.tiers[1].a_day.amount), 87.77777777777777, 1e-8);
  EXPECT_NEAR(to_double(cost.a_day.amount), 106.72222222222221, 1e-8);
}

/// 200,000 yielding 3.5 %, 80,000 owed at 6 %, 9 basis points of fee: by hand.
TEST(StrategyCases, CarryAndItsBreakevens) {
  AnalysisRequest request = account(AccountKind::margin, -80'000);
  share(request, "XYZ", 2'000);
  request.margin.market.quotes[InstrumentId{"XYZ"}].yield = 0.035;
  request.financing.rate = 0.06_d;
  request.policy.carry.account_fee_rate = 0.0009_d;
  request.members = Members::of({Member::carry});
  const Analysis answer = analysed(request);
  ASSERT_TRUE(answer.carry && *answer.carry);
  const strategy::Carry& carry = **answer.carry;
  EXPECT_EQ(carry.net, 2'020_usd);
  ASSERT_TRUE(carry.turns);
  EXPECT_NEAR(carry.turns->breakeven_yield.value.value(), 0.0249, 1e-12);
  EXPECT_NEAR(carry.turns->breakeven_rate.value.value(), 0.08525, 1e-12);
  EXPECT_NEAR(carry.turns->coverage.value.value(), 1.4583333333333333, 1e-12);
}

/// Finance Guru's own test of its margin numbers (tests/python/test_margin_metrics.py).
TEST(StrategyCases, FinanceGuru) {
  const auto figures = strategy::guru_figures({.total_account_value = 100'000_usd,
                                               .net_debit = -10'000_usd,
                                               .interest_a_year = 1'200_usd,
                                               .dividends_a_year = 3'000_usd});
  EXPECT_EQ(figures.monthly_interest_cost, 100_usd);
  EXPECT_DOUBLE_EQ(figures.coverage_ratio.value(), 2.5);
  EXPECT_DOUBLE_EQ(figures.portfolio_margin_ratio.value(), 10);
  EXPECT_EQ(figures.colour, strategy::MarginColour::green);
}

}  // namespace
}  // namespace plimsoll::testing
