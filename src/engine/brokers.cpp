#include "engine/brokers.hpp"

#include <algorithm>

#include "engine/books.hpp"
#include "strategy/rate_check.hpp"

namespace plimsoll::engine {
namespace {

using strategy::Broker;
using strategy::FinancingTerms;
using strategy::MethodStanding;

class Brokers {
 public:
  Brokers(const CompareRequest& request, const Admitted& in, Label method)
      : request_{request},
        in_{in},
        method_{method},
        in_force_{request.analysis.schedules.in_force(in.account.as_of)} {}

  std::vector<Broker> all() {
    for (const std::string& name : request_.houses.names()) add_house(name);
    if (request_.without_house == WithoutHouse::compared)
      for (const RateSchedule& schedule : in_force_)
        if (is_own_currency(schedule) && !has_profile(schedule)) add_without_house(schedule);
    strategy::mark(made_);
    return std::move(made_);
  }

 private:
  bool is_own_currency(const RateSchedule& schedule) const {
    return schedule.currency == in_.account.base;
  }
  bool has_profile(const RateSchedule& schedule) const {
    const std::vector<std::string> names = request_.houses.names();
    return std::ranges::find(names, schedule.house) != names.end();
  }
  strategy::Book book_under(const House& house) const {
    return book_of(method_, {.house = house, .name = house ? house->name : std::string{}},
                   request_.analysis.margin, in_);
  }

  void add_house(const std::string& name) {
    const Date day = request_.analysis.margin.rules.value_or(in_.account.as_of);
    const Result<House> house = request_.houses.find(name, day);
    Broker broker{.name = name, .title = name, .house = name};
    if (house) {
      broker.title = (*house)->title;
      stand(broker, book_under(*house));
    } else {
      broker.no_standing = house.error();
    }
    const std::size_t before = made_.size();
    for (const RateSchedule& schedule : in_force_)
      if (schedule.house == name && is_own_currency(schedule)) {
        made_.push_back(broker);
        charge(made_.back(), schedule);
      }
    if (made_.size() > before) return;
    made_.push_back(broker);
    leave_uncharged(made_.back());
  }

  void add_without_house(const RateSchedule& schedule) {
    Broker broker{.name = schedule.about.name};
    stand(broker, book_under(nullptr));
    // What this broker asks beyond the law is not known.
    if (broker.standing) broker.standing->lower_bound = true;
    charge(broker, schedule);
    made_.push_back(std::move(broker));
  }

  void stand(Broker& broker, const strategy::Book& book) const {
    const auto answer = book.margin(in_.account, in_.market);
    if (!answer) {
      broker.no_standing = answer.error();
      return;
    }
    if (!answer->complete()) {
      broker.no_standing = answer->refused.empty()
                               ? Error{Reason::not_covered, answer->not_covered.front().reason,
                                       answer->not_covered.front().symbol}
                               : answer->refused.front();
      return;
    }
    broker.standing = strategy::standing_of(*answer);
    look_ahead(*broker.standing, book, request_.analysis.policy.distance);
  }

  /// What is agreed with one's own broker, and its base, are no other's.
  Financing said_to(const RateSchedule& schedule) const {
    const Financing& said = request_.analysis.financing;
    if (said.schedule == schedule.about.name) return said;
    return {.benchmark_rate = said.benchmark_rate};
  }

  /// What the account says of other currencies at its own broker.
  void add_own(FinancingTerms& terms) const {
    const Financing& said = request_.analysis.financing;
    for (const CurrencyFinancing& one : said.by_currency) {
      strategy::DebitTerms own{.currency = one.currency,
                               .financing = financing_in(said, one.currency)};
      if (one.schedule)
        if (auto found = request_.analysis.schedules.find(*one.schedule, in_.account.as_of))
          own.schedule = *std::move(found);
      terms.others.push_back(std::move(own));
    }
  }

  /// Debits in other currencies are charged by the same broker's schedules for those.
  FinancingTerms terms_at(const RateSchedule& schedule) const {
    FinancingTerms terms{.schedule = schedule, .financing = said_to(schedule)};
    if (request_.analysis.financing.schedule == schedule.about.name) add_own(terms);
    for (const RateSchedule& other : in_force_)
      if (!schedule.house.empty() && other.house == schedule.house && !is_own_currency(other))
        terms.others.push_back({other.currency, other, said_to(other)});
    return terms;
  }

  void charge(Broker& broker, const RateSchedule& schedule) const {
    broker.title = schedule.about.title;
    broker.schedule = schedule.about.name;
    broker.rates = schedule.about;
    broker.own = request_.analysis.financing.schedule == schedule.about.name;
    const auto debits = strategy::debits_of(book_under(nullptr), terms_at(schedule));
    if (!debits) {
      broker.no_cost = debits.error();
      return;
    }
    broker.cost_a_year = debits->cost_a_year;
    if (debits->unknown) broker.no_cost = advised(*debits->unknown);
    remark_on(broker, schedule);
    const auto owed = [](const strategy::CurrencyDebit& one) {
      return !one.debit.amount.is_zero();
    };
    if (std::ranges::count_if(debits->currencies, owed) != 1) return;
    const auto& one = *std::ranges::find_if(debits->currencies, owed);
    if (one.debit.currency == in_.account.base && one.interest)
      broker.effective = one.interest->effective;
  }

  /// A rate a source leaves out can be said of one's own broker alone.
  static Error advised(Error unknown) {
    if (unknown.where == "financing.benchmark_rate") return unknown;
    unknown.what = unknown.what.substr(0, unknown.what.find(';')) +
                   "; if it is yours, name its schedule and the rate you are charged in the "
                   "account's financing";
    return unknown;
  }

  /// What the check of a table says whoever owes what.
  void remark_on(Broker& broker, const RateSchedule& schedule) const {
    const auto check = strategy::check_rate(
        schedule, {.as_of = in_.account.as_of,
                   .debit = zero(schedule.currency),
                   .base = schedule.base_rate.value_or(Decimal{}),
                   .financing = said_to(schedule),
                   .stale_days = request_.analysis.policy.schedule.stale_days});
    if (!check) return;
    for (const strategy::RateRemark& remark : check->remarks) broker.remarks.push_back(remark.text);
  }

  void leave_uncharged(Broker& broker) const {
    const auto debits = strategy::debits_of(book_under(nullptr), {});
    if (!debits) {
      broker.no_cost = debits.error();
      return;
    }
    broker.cost_a_year = debits->cost_a_year;  // nothing owed costs nothing anywhere
    if (!debits->unknown) return;
    broker.no_cost = no_schedule(broker);
  }

  Error no_schedule(const Broker& broker) const {
    for (const RateSchedule& one : request_.analysis.schedules.all())
      if (one.house == broker.name && is_own_currency(one)) {
        const auto later = request_.analysis.schedules.find(one.about.name, in_.account.as_of);
        if (!later) return later.error();
      }
    return {Reason::missing_price,
            "no rate schedule for " + std::string{in_.account.base.code()} +
                " is at hand; add one with its house to --profiles",
            broker.name};
  }

  const CompareRequest& request_;
  const Admitted& in_;
  Label method_;
  std::vector<RateSchedule> in_force_;
  std::vector<Broker> made_ = {};
};

}  // namespace

std::vector<Broker> brokers(const CompareRequest& request, const Admitted& in, Label method) {
  return Brokers{request, in, method}.all();
}

}  // namespace plimsoll::engine
