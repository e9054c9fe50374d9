#include "engine/analyze.hpp"

#include <algorithm>

#include "engine/answered.hpp"
#include "engine/books.hpp"
#include "strategy/curve.hpp"
#include "strategy/income.hpp"
#include "strategy/interest.hpp"

namespace plimsoll::engine {
namespace {

using strategy::Analysis;
using strategy::Member;

/// What the account is charged on its next dollar, as far as that is known; a year, a fraction.
std::optional<double> borrowing_rate(const AnalysisRequest& request, const strategy::Book& book) {
  const Financing& financing = request.financing;
  if (financing.rate) return to_double(*financing.rate);
  if (!financing.schedule) return std::nullopt;
  const auto schedule = request.schedules.find(*financing.schedule, book.account.as_of);
  if (!schedule) return std::nullopt;
  const auto base = strategy::base_of(*schedule, financing);
  const auto cash = strategy::cash_of(book.account, book.market);
  if (!base || !cash) return std::nullopt;
  const Money debit = cash->amount.is_negative() ? -*cash : zero(cash->currency);
  const auto charged = strategy::interest(*schedule, *base, debit);
  if (!charged || !charged->marginal) return std::nullopt;
  return to_double(charged->marginal->fraction);
}

strategy::Part<strategy::TimeToCall> time_of(const AnalysisRequest& request,
                                             const strategy::Book& book,
                                             const Result<strategy::Distance>& far) {
  if (!far) return std::unexpected{far.error()};
  const auto rate = borrowing_rate(request, book);
  return strategy::time_to_call(
      *far, request.policy.time_to_call,
      {.borrowing_rate = rate ? *rate : book.market.risk_free_rate.value_or(0),
       .threads = request.threads});
}

/// What the book pays less what its shorts cost, as far as it is quoted.
void add_income(strategy::RatesTerms& terms, const strategy::Book& book) {
  const strategy::Policy& policy = terms.policy;
  const auto held = strategy::holdings(book.account, book.market, policy.distance.default_beta);
  if (!held) return;
  const auto paid = strategy::income(book, *held, {.dividend_cut = policy.carry.dividend_cut});
  if (!paid || paid->nothing_known()) return;
  terms.income_a_year = paid->long_income - paid->substitute_payments - paid->borrow_fees;
  terms.without_income = paid->without_income;
}

strategy::Part<strategy::Rates> rates_of(const AnalysisRequest& request,
                                         const strategy::Book& book) {
  const strategy::DistancePolicy& moves = request.policy.distance;
  strategy::RatesTerms terms{.policy = request.policy,
                             .schedules = request.schedules,
                             .paths = request.paths,
                             .financing = request.financing};
  add_income(terms, book);
  auto market = strategy::MovedMarket::of(
      book, strategy::movers(book.account, book.market, moves.default_beta),
      strategy::rule_of(moves));
  if (!market) {
    terms.no_excess = market.error().what;
    return strategy::rates(book, terms);
  }
  strategy::RoomCurve curve{book, *market, {}};
  terms.excess = [&](double move) -> std::optional<Money> {
    const auto there = curve.at(move);
    return there ? std::optional{there->excess()} : std::nullopt;
  };
  return strategy::rates(book, terms);
}

Analysis analysed(const AnalysisRequest& request, const strategy::Book& book) {
  Analysis made{.method = book.method, .house = book.house};
  if (const auto today = strategy::room(book)) made.room = *today;
  const strategy::Members asked = request.members;
  if (asked.has(Member::buffer))
    made.buffer =
        strategy::buffer(book, request.policy, {.borrowing_rate = borrowing_rate(request, book)});
  if (asked.has(Member::distance) || asked.has(Member::time_to_call))
    made.distance = strategy::distance(book, request.policy.distance);
  if (asked.has(Member::time_to_call)) made.time_to_call = time_of(request, book, *made.distance);
  if (asked.has(Member::rates)) made.rates = rates_of(request, book);
  return made;
}

std::vector<Caveat> caveats_of(const AnyAnswer& answer) {
  return std::visit([](const auto& one) { return one.caveats; }, answer);
}

}  // namespace

std::expected<strategy::AnalysisReport, std::vector<Error>> analyze(const AnalysisRequest& request,
                                                                    const SecurityList& lists) {
  const Admitted in = admitted(submitted(request.margin), lists);
  auto answer = answered(in, request.margin);
  if (!answer) return std::unexpected{std::move(answer).error()};
  strategy::AnalysisReport report{.margin = *std::move(answer)};
  for (const MethodResult& result : report.margin.results)
    for (const Layer& layer : layers_for(result.method, request.margin)) {
      if (layer.name != result.house) continue;
      report.results.push_back(
          analysed(request, book_of(result.method, layer, request.margin, in)));
      report.results.back().caveats = caveats_of(result.answer);
      break;
    }
  return report;
}

}  // namespace plimsoll::engine
