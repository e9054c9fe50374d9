#pragma once
// What interest rates do to an account: what its debit costs, whether that can be believed, what
// becomes of it as rates move, what could be done about it, and when to look again.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "strategy/bond_duration.hpp"
#include "strategy/book.hpp"
#include "strategy/joint_grid.hpp"
#include "strategy/policy.hpp"
#include "strategy/rate_check.hpp"
#include "strategy/rate_hedges.hpp"
#include "strategy/rate_scenarios.hpp"
#include "strategy/rate_triggers.hpp"

namespace plimsoll::strategy {

struct RatesTerms {
  Policy policy = {};
  RateScheduleList schedules = {};
  std::vector<RatePath> paths = {};
  Financing financing = {};
  /// Expected dividends and interest on what is held long, in the account's currency; nothing:
  /// unknown, and so are carry and coverage.
  std::optional<Money> income_a_year = {};
  /// Borrow fees, dividends paid on shorts, account fee and tax; nothing: none.
  std::optional<Money> costs_a_year = {};
  std::vector<InstrumentId> without_income = {};  // what it leaves out, as nothing says
  ExcessAfter excess = {};                        // in the account's currency; empty: not told
  std::string no_excess = {};                     // why it is empty
  /// A year's cost over the debit on the day the policy was approved.
  std::optional<Decimal> rate_at_approval = {};
};

enum class ChargedBy : std::uint8_t { schedule, agreed_rate };
std::string_view name_of(ChargedBy by);

/// What the debit costs today.
struct DebitCost {
  RateSchedule schedule = {};  // as charged: an agreed rate is one tier
  ChargedBy by = ChargedBy::schedule;
  Decimal base = {};  // of the schedule's benchmark; of an agreed rate the rate
  Interest interest = {};
  Money a_month = {};                                 // a twelfth of a year's
  Decimal yearly_rate = {};                           // a year's cost over the debit
  Money per_basis_point = {};                         // a year, the debit held as it is
  std::optional<Money> per_basis_point_accrued = {};  // with interest added, tiers it crosses too
  std::string no_accrued = {};                        // why there is none
};

/// Whether the rate and its table can be believed.
struct CheckedRate {
  std::optional<RateCheck> check = {};
  std::string missing = {};          // why there is none
  std::vector<Percent> others = {};  // what other brokers would charge, the cheapest first
};

enum class ScenarioKind : std::uint8_t { unchanged, parallel, path };
std::string_view name_of(ScenarioKind kind);

struct RateScenarioRun {
  ScenarioKind kind = ScenarioKind::parallel;
  ScenarioCost cost = {};
  std::optional<double> coverage_at_end = {};  // income over interest as of the last day
  /// The first day on which the base stands above today's by what asks for a new decision.
  std::optional<Date> reassess = {};
};

enum class PayDownTo : std::uint8_t { lower_tier, tenth_less };
std::string_view name_of(PayDownTo to);

struct PayDownTried {
  PayDownTo to = PayDownTo::tenth_less;
  Money amount = {};
  std::optional<PayDown> done = {};
  std::string missing = {};  // why there is none
};

struct RateHedges {
  std::vector<PayDownTried> pay_down = {};
  RateFuture future = sofr_three_months;
  Decimal years = Decimal{1};  // that futures are to cover
  std::optional<FuturesHedge> futures = {};
  std::string no_futures = {};
  /// A short box is answered by `short_box`, from a quote; without one it is known what to beat: a
  /// year's cost over the debit, simple, of 365 days.
  Decimal box_cheaper_below = {};
  std::string box_needs = {};
};

/// All in the currency of the debit.
struct DebitRates {
  DebitCost cost = {};
  CheckedRate checked = {};
  std::optional<Money> income_a_year = {};
  std::optional<Money> costs_a_year = {};
  std::vector<RateScenarioRun> scenarios = {};  // unchanged, shifts upwards, paths by name
  std::vector<JointCell> grid = {};
  std::string no_excess = {};  // why the grid tells none
  RateHedges hedges = {};
  std::vector<RateEvent> events = {};
};

struct Rates {
  Date as_of = {};
  Money debit = {};  // in its own currency; zero where none is owed
  /// What a unit of its currency is worth in the account's, where that is another.
  std::optional<Decimal> exchange_rate = {};
  Currency account_currency;
  std::vector<Money> other_debits = {};  // owed in other currencies and charged apart: not in here
  std::vector<InstrumentId> without_income = {};
  std::string not_applicable = {};      // why no rate is charged
  std::optional<DebitRates> owed = {};  // nothing exactly where not applicable
  std::vector<BondDuration> bonds = {};
};

/// Of several debits that in the schedule's currency, otherwise in the account's own. Refused: cash
/// unknown; neither rate nor schedule, with what to write; as `financed` and `interest` refuse.
Result<Rates> rates(const Book& book, const RatesTerms& terms);

}  // namespace plimsoll::strategy
