#include "engine/analyze.hpp"

#include <algorithm>

#include "engine/answered.hpp"
#include "engine/books.hpp"
#include "engine/choice.hpp"
#include "strategy/curve.hpp"
#include "strategy/practice_facts.hpp"
#include "strategy/tokens.hpp"
#include "strategy/verdict.hpp"

namespace plimsoll::engine {
namespace {

using strategy::Analysis;
using strategy::Member;

/// A schedule the account names and nobody knows is a mistake in it, whatever is asked.
Result<std::optional<RateSchedule>> schedule_of(const AnalysisRequest& request, Date day) {
  if (!request.financing.schedule) return std::nullopt;
  auto found = request.schedules.find(*request.financing.schedule, day);
  if (found) return *std::move(found);
  Error error = std::move(found).error();
  if (error.where.empty()) error.where = "financing.schedule";
  return std::unexpected{std::move(error)};
}

/// By currency: a schedule that is of another is a mistake too.
Result<std::vector<strategy::DebitTerms>> others_of(const AnalysisRequest& request, Date day) {
  std::vector<strategy::DebitTerms> others;
  for (const CurrencyFinancing& one : request.financing.by_currency) {
    strategy::DebitTerms terms{.currency = one.currency,
                               .financing = financing_in(request.financing, one.currency)};
    if (one.schedule) {
      const std::string where =
          "financing.by_currency." + std::string{one.currency.code()} + ".schedule";
      auto found = request.schedules.find(*one.schedule, day);
      if (!found) {
        if (found.error().where.empty()) found.error().where = where;
        return std::unexpected{std::move(found).error()};
      }
      if (found->currency != one.currency)
        return fail(Reason::bad_input,
                    "rate schedule \"" + *one.schedule + "\" is for " +
                        std::string{found->currency.code()} +
                        "; name one of this currency, or write its rate",
                    where);
      terms.schedule = *std::move(found);
    }
    others.push_back(std::move(terms));
  }
  return others;
}

/// One account under one method, as it is worked through.
class Analyst {
 public:
  Analyst(const AnalysisRequest& request, const strategy::FinancingTerms& financing,
          const strategy::Book& book, std::vector<Call> calls)
      : request_{request}, book_{book}, calls_{std::move(calls)} {
    terms_.policy = request.policy.carry;
    terms_.financing = financing;
  }

  Analysis analysed() {
    const strategy::Members asked = request_.members;
    Analysis made{.method = book_.method,
                  .house = book_.house,
                  .law_alone = has_houses(book_.method) && book_.house.empty(),
                  .kind = book_.account.kind};
    made.calls = calls_;
    if (const auto today = strategy::room(book_)) made.room = *today;
    // Its rate of borrowing is asked for by most others.
    auto carried = strategy::carry(book_, terms_);
    rate_ = rate_of(carried);
    growth_ = growth_of(carried);
    if (asked.has(Member::rates)) made.rates = rates(carried);
    if (asked.has(Member::carry)) made.carry = std::move(carried);
    if (asked.has(Member::buffer) || asked.has(Member::size))
      made.buffer = strategy::buffer(book_, request_.policy, {.borrowing_rate = rate_});
    if (asked.has(Member::distance) || asked.has(Member::time_to_call))
      made.distance = strategy::distance(book_, request_.policy.distance);
    if (asked.has(Member::time_to_call)) made.time_to_call = time_of(*made.distance);
    if (asked.has(Member::cure)) cure(made);
    if (asked.has(Member::size)) made.size = size(made);
    if (made.carry && made.buffer && made.distance) tell(made);
    if (!asked.has(Member::buffer)) made.buffer.reset();
    return made;
  }

 private:
  /// Of the account's own currency.
  std::optional<double> rate_of(const Result<strategy::Carry>& carried) const {
    if (!carried || !carried->debits) return std::nullopt;
    const strategy::Debits& debits = *carried->debits;
    if (!debits.loans.empty() && debits.cost_a_year && !debits.debit.amount.is_zero())
      return to_double(strategy::yearly_rate(*debits.cost_a_year, debits.debit));
    for (const strategy::CurrencyDebit& one : carried->debits->currencies)
      if (one.cash.currency == book_.account.base && one.interest && one.interest->marginal)
        return to_double(one.interest->marginal->fraction);
    return std::nullopt;
  }

  /// What a debit grows by: its rate, the market's risk-free one where that is not said, and
  /// nothing where nothing is owed.
  std::optional<double> growth_of(const Result<strategy::Carry>& carried) const {
    if (rate_) return rate_;
    if (carried && carried->debits && carried->debits->debit.amount.is_zero()) return 0;
    return book_.market.risk_free_rate;
  }

  strategy::Part<strategy::TimeToCall> time_of(const Result<strategy::Distance>& far) const {
    if (!far) return std::unexpected{far.error()};
    return strategy::time_to_call(*far, request_.policy.time_to_call,
                                  {.borrowing_rate = growth_, .threads = request_.threads});
  }

  void cure(Analysis& made) const {
    const strategy::Policy& policy = request_.policy;
    const double target = request_.target ? *request_.target : target_of(made);
    made.cure = strategy::cure(book_, policy, {.target_multiple = target});
    made.ladder = strategy::ladder(book_, policy,
                                   {.volatility = strategy::rule_of(policy.distance),
                                    .default_beta = policy.distance.default_beta,
                                    .from = strategy::furthest_fall(policy.distance),
                                    .to = policy.distance.rise_most});
    made.cascade = strategy::cascade(
        book_, policy,
        {.target_multiple = target, .volatility = strategy::rule_of(policy.distance)});
  }
  /// The policy's own, which may follow the market.
  double target_of(const Analysis& made) const {
    if (made.buffer && *made.buffer) return (*made.buffer)->target;
    const auto buffer = strategy::buffer(book_, request_.policy, {.borrowing_rate = rate_});
    return buffer ? buffer->target : request_.policy.buffer.target_multiple;
  }

  Result<strategy::Size> size(const Analysis& made) const {
    strategy::SizeTerms terms{.borrowing_rate = rate_};
    if (made.buffer && *made.buffer) terms.today = **made.buffer;
    return strategy::size(book_, request_.policy, terms);
  }

  Result<strategy::Rates> rates(const Result<strategy::Carry>& carried) const {
    const strategy::DistancePolicy& moves = request_.policy.distance;
    strategy::RatesTerms terms{.policy = request_.policy,
                               .schedules = request_.schedules,
                               .paths = request_.paths,
                               .financing = request_.financing};
    if (carried && carried->net && carried->financing && !carried->income.nothing_known()) {
      terms.income_a_year = carried->income.long_income;
      terms.costs_a_year = carried->income.long_income - *carried->financing - *carried->net;
      terms.without_income = carried->income.without_income;
    }
    auto market = strategy::MovedMarket::of(
        book_, strategy::movers(book_.account, book_.market, moves.default_beta),
        strategy::rule_of(moves));
    if (!market) {
      terms.no_excess = market.error().what;
      return strategy::rates(book_, terms);
    }
    strategy::RoomCurve curve{book_, *market, {}};
    terms.excess = [&](double move) -> std::optional<Money> {
      const auto there = curve.at(move);
      return there ? std::optional{there->excess()} : std::nullopt;
    };
    return strategy::rates(book_, terms);
  }

  void tell(Analysis& made) const {
    const auto known = [](const auto& part) { return part && *part ? &**part : nullptr; };
    if (const strategy::Carry* carried = known(made.carry))
      made.kpis = strategy::kpis({*carried, known(made.buffer), known(made.distance)});
    const strategy::PracticeFacts facts = strategy::practice_facts(
        {.carry = known(made.carry),
         .buffer = known(made.buffer),
         .distance = known(made.distance),
         .time_to_call = known(made.time_to_call),
         .size = known(made.size),
         .schedule = terms_.financing.schedule ? &*terms_.financing.schedule : nullptr,
         .as_of = book_.account.as_of});
    made.practices = strategy::practice_findings(request_.policy, facts);
    made.warnings = strategy::told_warnings(request_.policy, facts);
    made.verdict = strategy::verdict(made, request_.policy);
  }

  const AnalysisRequest& request_;
  const strategy::Book& book_;
  std::vector<Call> calls_;
  strategy::CarryTerms terms_;
  std::optional<double> rate_;  // of the next dollar borrowed; nothing where it is not known
  std::optional<double> growth_ = {};
};

std::vector<Call> calls_of(const AnyAnswer& answer) {
  return std::visit([](const auto& one) { return one.calls; }, answer);
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
  const auto schedule = schedule_of(request, in.account.as_of);
  if (!schedule) return std::unexpected{std::vector<Error>{schedule.error()}};
  auto others = others_of(request, in.account.as_of);
  if (!others) return std::unexpected{std::vector<Error>{others.error()}};
  const strategy::FinancingTerms financing{
      .schedule = *schedule, .financing = request.financing, .others = *std::move(others)};
  strategy::AnalysisReport report{.margin = *std::move(answer)};
  for (const MethodResult& result : report.margin.results)
    for (const Layer& layer : layers_for(result.method, request.margin)) {
      if (layer.name != result.house) continue;
      strategy::Book book = book_of(result.method, layer, request.margin, in);
      strategy::keep_steady(book, request.policy.distance);
      report.results.push_back(
          Analyst{request, financing, book, calls_of(result.answer)}.analysed());
      report.results.back().caveats = caveats_of(result.answer);
      break;
    }
  return report;
}

}  // namespace plimsoll::engine
