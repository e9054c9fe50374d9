#include "market/rate_schedule.hpp"

#include <array>
#include <iterator>
#include <utility>

namespace plimsoll {
namespace {

constexpr std::array<std::string_view, 2> benchmarks{"fed_funds", "broker_base"};
constexpr std::array<std::string_view, 2> methods{"blended", "flat"};
constexpr std::array<std::string_view, 1> postings{"monthly"};
constexpr std::string_view not_said = "not_said";
/// No broker's table has as many; each is walked for every day of an accrual.
constexpr std::size_t tiers_max = 50;
constexpr int business_day_max = 10;

class Reader : RateNodes {
 public:
  Reader(const Node& root, const std::string& file) : RateNodes{file}, root_{root} {}

  Result<RateSchedule> read() {
    static constexpr std::array<std::string_view, 17> keys{
        "schema",    "name",           "title",     "source",
        "retrieved", "effective_from", "grade",     "house",
        "currency",  "benchmark",      "base_rate", "method",
        "basis",     "floor",          "posting",   "posting_business_day",
        "tiers"};
    PLIMSOLL_TRY_VOID(known_keys(root_, keys, "a rate schedule"));
    PLIMSOLL_TRY(about, source_in(root_, "plimsoll.rates/1"));
    schedule_.about = std::move(about);
    if (root_.find("house")) {
      PLIMSOLL_TRY(house, text_in(root_, "house"));
      schedule_.house = house;
    }
    PLIMSOLL_TRY_VOID(read_terms());
    PLIMSOLL_TRY_VOID(read_base());
    PLIMSOLL_TRY_VOID(read_posting());
    PLIMSOLL_TRY_VOID(read_tiers());
    return std::move(schedule_);
  }

 private:
  Result<void> read_terms() {
    PLIMSOLL_TRY(currency, text_in(root_, "currency"));
    if (!Currency::is_code(currency))
      return refuse(*root_.find("currency"), "currency \"" + currency.substr(0, 40) +
                                                 "\" is no currency code; write one like \"USD\"");
    schedule_.currency = Currency::of(currency);
    PLIMSOLL_TRY(benchmark, word_in<RateBenchmark>(benchmarks, root_, "benchmark"));
    schedule_.benchmark = benchmark;
    PLIMSOLL_TRY(method, word_in<RateMethod>(methods, root_, "method"));
    schedule_.method = method;
    const Node* basis = root_.find("basis");
    if (!basis) return refuse(root_, "\"basis\" is missing; write basis = 360 or basis = 365");
    if (basis->text != "360" && basis->text != "365")
      return refuse(*basis, "basis is " + basis->text.substr(0, 40) + "; write 360 or 365");
    schedule_.basis = basis->text == "360" ? 360 : 365;
    if (const Node* floor = root_.find("floor")) {
      PLIMSOLL_TRY(rate, rate_of("floor", *floor));
      schedule_.floor = rate;
    }
    return {};
  }

  Result<void> read_base() {
    const Node* base = root_.find("base_rate");
    if (schedule_.benchmark == RateBenchmark::fed_funds)
      return base ? refuse(*base,
                           "base_rate is the broker's own; leave it out, or write benchmark = "
                           "\"broker_base\"")
                  : Result<void>{};
    if (!base)
      return refuse(root_,
                    "\"base_rate\" is missing; write the broker's base rate of that day, "
                    "base_rate = \"0.1\" for 10 %");
    PLIMSOLL_TRY(rate, rate_of("base_rate", *base));
    schedule_.base_rate = rate;
    return {};
  }

  Result<void> read_posting() {
    PLIMSOLL_TRY(posting, word_in<RatePosting>(postings, root_, "posting"));
    schedule_.posting = posting;
    const Node* day = root_.find("posting_business_day");
    if (!day) return {};
    PLIMSOLL_TRY(number, signed_number_of("posting_business_day", *day));
    for (int i = 1; i <= business_day_max; ++i)
      if (number == Decimal{i}) schedule_.posting_business_day = i;
    if (!schedule_.posting_business_day)
      return refuse(*day, "posting_business_day is " + day->text + "; write 1 to " +
                              std::to_string(business_day_max));
    return {};
  }

  Result<void> read_tiers() {
    const Node* rows = root_.find("tiers");
    if (!rows || rows->kind != Node::Kind::array || rows->items.empty())
      return refuse(rows ? *rows : root_,
                    "no tiers; write tiers = [[\"100000\", \"0.015\"], [\"\", \"0.01\"]]");
    if (tiers_max < rows->items.size())
      return refuse(*rows, "more than " + std::to_string(tiers_max) + " tiers");
    for (const Node& row : rows->items) {
      PLIMSOLL_TRY(tier, tier_of(row));
      if (!schedule_.tiers.empty()) PLIMSOLL_TRY_VOID(follows(schedule_.tiers.back(), tier, row));
      schedule_.tiers.push_back(tier);
    }
    if (schedule_.tiers.back().up_to)
      return refuse(rows->items.back(),
                    "the last tier ends; write one more for all beyond it, [\"\", \"not_said\"] "
                    "where the source names no rate");
    return {};
  }

  Result<RateTier> tier_of(const Node& row) const {
    if (row.kind != Node::Kind::array || row.items.size() != 2)
      return refuse(row, "a tier is a bound and a spread: [\"100000\", \"0.015\"]");
    RateTier tier{.line = row.line};
    const Node& bound = row.items[0];
    if (bound.kind != Node::Kind::string || (!bound.text.empty() && bound.text != "inf")) {
      PLIMSOLL_TRY(up_to, number_of("a tier's bound", bound));
      if (up_to.is_zero()) return refuse(bound, "a tier's bound is 0; write one above it");
      tier.up_to = up_to;
    }
    const Node& spread = row.items[1];
    if (spread.kind == Node::Kind::string && spread.text == not_said) return tier;
    PLIMSOLL_TRY(number, signed_number_of("a tier's spread", spread));
    if (Decimal{1} < abs(number))
      return refuse(spread, "a tier's spread is " + spread.text +
                                "; write a fraction: 1.5 % is \"0.015\", or \"not_said\"");
    tier.spread = number;
    return tier;
  }

  Result<void> follows(const RateTier& before, const RateTier& tier, const Node& row) const {
    if (!before.up_to) return refuse(row, "a tier stands behind the one for all beyond");
    if (tier.up_to && !(*before.up_to < *tier.up_to))
      return refuse(row, "it overlaps the tier before, which goes to " + to_text(*before.up_to, 0) +
                             "; write tiers in ascending order, each bound once");
    return {};
  }

  const Node& root_;
  RateSchedule schedule_;
};

}  // namespace

std::string_view name_of(RateBenchmark benchmark) {
  return benchmarks[static_cast<std::size_t>(benchmark)];
}
std::string_view name_of(RateMethod method) { return methods[static_cast<std::size_t>(method)]; }

Result<RateSchedule> rate_schedule(const Node& tree, const std::string& file) {
  return Reader{tree, file}.read();
}

Result<void> RateScheduleList::add(RateSchedule schedule) {
  const RateSource about = schedule.about;
  auto& series = by_name_[about.name];
  if (!series.empty() && series.begin()->second.currency != schedule.currency)
    return fail(Reason::bad_input,
                "rate schedule \"" + about.name + "\" is in " +
                    std::string{series.begin()->second.currency.code()} + " in " +
                    series.begin()->second.about.file + "; give the other currency its own name",
                about.file + ":" + std::to_string(about.line));
  const auto [at, added] = series.emplace(about.effective_from, std::move(schedule));
  if (added) return {};
  return fail(Reason::bad_input,
              "rate schedule \"" + about.name + "\" is already given from " +
                  to_text(about.effective_from) + " by " + at->second.about.file +
                  "; give one of the two another effective_from",
              about.file);
}

void RateScheduleList::put_first(RateSchedule schedule) {
  auto& series = by_name_[schedule.about.name];
  series.clear();
  series.emplace(schedule.about.effective_from, std::move(schedule));
}

Result<RateSchedule> RateScheduleList::find(std::string_view name, Date day) const {
  const auto series = by_name_.find(name);
  if (series == by_name_.end())
    return fail(Reason::bad_input, "there is no rate schedule \"" +
                                       std::string{name.substr(0, 40)} +
                                       "\"; write one of: " + words_listed(names()) +
                                       ", or leave it out and write the rate itself");
  const auto after = series->second.upper_bound(day);
  if (after == series->second.begin())
    return fail(Reason::not_in_force,
                "rate schedule \"" + std::string{name} + "\" has no file for " + to_text(day) +
                    "; the first is of " + to_text(after->first) +
                    "; write the rate itself, or add a file for that day",
                after->second.about.file);
  return std::prev(after)->second;
}

std::vector<RateSchedule> RateScheduleList::in_force(Date day) const {
  std::vector<RateSchedule> found;
  for (const auto& [name, series] : by_name_)
    if (const auto after = series.upper_bound(day); after != series.begin())
      found.push_back(std::prev(after)->second);
  return found;
}

std::vector<std::string> RateScheduleList::names() const {
  std::vector<std::string> all;
  for (const auto& [name, series] : by_name_) all.push_back(name);
  return all;
}

std::vector<RateSchedule> RateScheduleList::all() const {
  std::vector<RateSchedule> all;
  for (const auto& [name, series] : by_name_)
    for (const auto& [day, schedule] : series) all.push_back(schedule);
  return all;
}

}  // namespace plimsoll
