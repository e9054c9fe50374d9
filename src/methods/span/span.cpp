#include "methods/span/span.hpp"

#include <algorithm>

#include "methods/span/caveats.hpp"
#include "methods/span/currencies.hpp"
#include "methods/span/currency_totals.hpp"
#include "methods/span/detail.hpp"
#include "methods/span/gains.hpp"
#include "methods/span/generated_contracts.hpp"
#include "methods/span/laws.hpp"
#include "methods/span/rates.hpp"
#include "methods/span/requirement.hpp"

namespace plimsoll::span {
namespace {

Result<void> admits(const Account& account, const Parameters& parameters) {
  if (account.kind == AccountKind::cross_margin)
    return fail(Reason::not_covered,
                "an account in a lending pool is margined by the method cross_margin", account.id);
  if (parameters.files.empty())
    return fail(Reason::not_covered,
                "SPAN stands on a clearing house's risk parameter file, and none was given: name "
                "it with --span-file",
                account.id);
  for (const auto& file : parameters.files)
    if (file->day != parameters.files.front()->day)
      return fail(Reason::bad_input,
                  file->name + " is of " + plimsoll::to_text(file->day) + " and " +
                      parameters.files.front()->name + " of " +
                      plimsoll::to_text(parameters.files.front()->day) + "; give files of one day",
                  "--span-file");
  PLIMSOLL_TRY_VOID(scenarios_scanned.at(account.as_of));
  return {};
}

template <Reading R>
Answer<R> empty_answer(Currency currency) {
  const R none = known<R>("nothing held", zero(currency));
  return {.initial = none,
          .maintenance = none,
          .risk_initial = none,
          .risk_maintenance = none,
          .proceeds = none};
}

Leg leg_of(const PlacedPosition& one) {
  return {id_of(one.position->instrument), one.position->quantity, one.position->holding};
}

/// The account as it is added up.
template <Reading R>
class Margining {
 public:
  Margining(const Account& account, const MarketSnapshot& market, const Parameters& parameters,
            std::shared_ptr<const Places> places, const Book& book)
      : account_{account},
        market_{market},
        parameters_{parameters},
        places_{std::move(places)},
        book_{book},
        prices_{account, market, *places_},
        terms_{account.bond.account_class, account.role == Role::customer},
        answer_{empty_answer<R>(account.base)},
        maintenance_{account.base},
        initial_{account.base} {}

  Result<Answer<R>> answer() {
    answer_.owners = {places_};
    for (const auto& file : places_->files()) answer_.owners.push_back(file);
    answer_.refused = book_.refused;
    answer_.not_covered = book_.not_covered;
    if (account_.bond.gross) {
      for (const PlacedPosition& one : book_.placed)
        PLIMSOLL_TRY_VOID(add({&one, 1}, to_text(one.position->instrument)));
    } else {
      PLIMSOLL_TRY_VOID(add(book_.placed, {}));
    }
    PLIMSOLL_TRY_VOID(add_external());
    answer_.maintenance = answer_.risk_maintenance = least_nothing(std::move(maintenance_));
    answer_.initial = answer_.risk_initial = least_nothing(std::move(initial_));
    PLIMSOLL_TRY_VOID(add_equity());
    if (parameters_.told == AnswerTold::whole) tell();
    return std::move(answer_);
  }

 private:
  R least_nothing(Total<R> total) const {
    R sum = std::move(total).named("all commodities");
    if (!money_of(sum).amount.is_negative()) return sum;
    return greater_of(std::move(sum),
                      known<R>("option value is more than the risk", zero(account_.base)));
  }

  Result<R> in_base(R amount) const {
    const Currency from = money_of(amount).currency;
    if (from == account_.base) return amount;
    PLIMSOLL_TRY(rate, rate_to_base(from, account_, market_, places_->files()));
    return converted<R>(std::move(amount), rate, account_.base);
  }
  Result<Decimal> in_base(Decimal amount, Currency from) const {
    PLIMSOLL_TRY(money, in_base(known<R>("", {amount, from})));
    return money_of(money).amount;
  }

  std::vector<Leg> legs_in(std::span<const PlacedPosition> positions, std::size_t file,
                           const clearing::CombinedCommodity& commodity) const {
    // Positions are in order of commodity, and of one file those of a commodity stand together.
    const auto in_it = [&](const PlacedPosition& one) {
      return &commodity_of(*one.place, *places_) == &commodity;
    };
    const auto before = [&](const PlacedPosition& one) {
      return std::pair{one.place->file, &commodity_of(*one.place, *places_)};
    };
    std::vector<Leg> legs;
    auto at = std::ranges::partition_point(positions, [&](const PlacedPosition& one) {
      return before(one) < std::pair{file, &commodity};
    });
    for (; at != positions.end() && in_it(*at); ++at) legs.push_back(leg_of(*at));
    return legs;
  }

  std::size_t place_of(const House& house) const {
    std::size_t at = 0;
    while (places_->files()[at].get() != house.file) ++at;
    return at;
  }

  Result<void> add(std::span<const PlacedPosition> positions, const std::string& subject) {
    auto houses = houses_of(positions, *places_, parameters_.policies, terms_, prices_);
    reckon(houses);
    for (const House& house : houses)
      for (const Work& work : house.works) {
        answer_.refused.insert(answer_.refused.end(), work.faults.begin(), work.faults.end());
        PLIMSOLL_TRY_VOID(
            add(work, house, legs_in(positions, place_of(house), *work.terms), subject));
        answer_.not_applied.insert(answer_.not_applied.end(), work.not_applied.begin(),
                                   work.not_applied.end());
        if (parameters_.told != AnswerTold::whole) continue;
        commodities_.push_back(detail_of(work, house, subject));
        for (const std::string& remark : work.remarks) answer_.caveats.push_back({remark});
      }
    return {};
  }

  Result<void> add(const Work& work, const House& house, std::vector<Leg> legs,
                   const std::string& subject) {
    Required<R> asked = work.merged_into
                            ? Required<R>{scanned_elsewhere(work), scanned_elsewhere(work)}
                            : required<R>(work, house);
    if (!work.merged_into && parameters_.told == AnswerTold::whole)
      totals_.add({work.terms->currency, money_of(asked.maintenance).amount,
                   money_of(asked.initial).amount, work.long_value, work.short_value});
    PLIMSOLL_TRY(maintenance, in_base(std::move(asked.maintenance)));
    PLIMSOLL_TRY(initial, in_base(std::move(asked.initial)));
    if (!work.merged_into) {
      PLIMSOLL_TRY(long_value, in_base(work.long_value, work.terms->currency));
      PLIMSOLL_TRY(short_value, in_base(work.short_value, work.terms->currency));
      long_value_ += long_value;
      short_value_ += short_value;
    }
    if constexpr (std::same_as<R, Amount>)
      if (!subject.empty()) {
        maintenance = about(subject, std::move(maintenance));
        initial = about(subject, std::move(initial));
      }
    maintenance_.add(maintenance);
    initial_.add(initial);
    answer_.groups.push_back({Label::of(work.terms->code.view()), std::move(legs), initial,
                              maintenance, zero(account_.base), money_of(initial)});
    return {};
  }

  static R scanned_elsewhere(const Work& work) {
    return known<R>("scanned in another commodity", zero(work.terms->currency));
  }

  Result<void> add_external() {
    const bool whole = std::ranges::any_of(
        account_.bond.external,
        [](const ExternalMargin& external) { return external.commodity.empty(); });
    for (const ExternalMargin& external : account_.bond.external) {
      PLIMSOLL_TRY(maintenance, in_base(external_amount(external.maintenance)));
      PLIMSOLL_TRY(initial,
                   in_base(external_amount(external.initial.value_or(external.maintenance))));
      std::vector<Leg> legs;
      for (const PlacedPosition& one : book_.external)
        if (whole || belongs(one, external)) legs.push_back(leg_of(one));
      if (legs.empty() && !whole)
        answer_.caveats.push_back({"performance_bond.external has " +
                                   std::string{external.commodity.view()} +
                                   ", of which nothing is held: its requirement is added all the "
                                   "same"});
      maintenance_.add(maintenance);
      initial_.add(initial);
      answer_.groups.push_back({external_name(external), std::move(legs), initial, maintenance,
                                zero(account_.base), money_of(initial)});
    }
    if (!account_.bond.external.empty())
      answer_.caveats.push_back({"taken as given, not computed here: the requirement of " +
                                 account_.bond.external_source});
    return {};
  }

  /// The answer may outlive the account, so it keeps the name.
  Label external_name(const ExternalMargin& external) {
    if (external.commodity.empty()) return "computed elsewhere";
    const auto name = std::make_shared<const std::string>(external.commodity.view());
    answer_.owners.push_back(name);
    return Label::of(*name);
  }

  bool belongs(const PlacedPosition& one, const ExternalMargin& external) const {
    if (one.place->standing == Standing::placed)
      return commodity_of(*one.place, *places_).code == external.commodity ||
             product_of(one.position->instrument) == external.commodity;
    return product_of(one.position->instrument) == external.commodity;
  }

  R external_amount(Money amount) const {
    return under(external_law, "computed elsewhere",
                 about(account_.bond.external_source, known<R>("as given", amount)));
  }

  Result<void> add_equity() {
    if (!account_.cash) {
      answer_.caveats.push_back(
          {"cash is unknown, so there is no equity and no excess; give it under cash in the "
           "account document"});
      return {};
    }
    Total<R> equity{account_.base};
    for (const Money& cash : *account_.cash) {
      if (cash.amount.is_zero()) continue;
      PLIMSOLL_TRY(own, in_base(known<R>("cash", cash)));
      equity.add(about(cash.currency.code(), std::move(own)));
    }
    // What is margined elsewhere has gained all the same.
    for (const auto* positions : {&book_.placed, &book_.external})
      for (const PlacedPosition& one : *positions)
        if (const auto gain = gained(one, *places_, prices_)) {
          PLIMSOLL_TRY(own, in_base(known<R>("open trade equity", *gain)));
          equity.add(about(to_text(one.position->instrument), std::move(own)));
        }
    answer_.equity = under(equity_law, "equity", std::move(equity).named("cash and open gains"));
    R value = known<R>("net option value", {long_value_ - short_value_, account_.base});
    answer_.net_liquidation = plus(R{*answer_.equity}, std::move(value));
    return {};
  }

  void tell() {
    answer_.detail = members_of({list_of("combined_commodities", std::move(commodities_)),
                                 totals_.detail(), amount_leaf("long_option_value", long_value_),
                                 amount_leaf("short_option_value", short_value_)});
    std::vector<Detail> files;
    for (const auto& file : places_->files()) {
      std::vector<Detail> moves;
      for (const clearing::ScanPoint& point : points_of(*file))
        moves.push_back(text_leaf("", move_text(point)));
      files.push_back(
          members_of({text_leaf("file", file->name),
                      text_leaf("clearing_house", std::string{file->clearing_house.view()}),
                      text_leaf("day", plimsoll::to_text(file->day)),
                      text_leaf("policy", policy_for(*file, parameters_.policies).name),
                      list_of("scenarios", std::move(moves))}));
    }
    answer_.detail.children.push_back(list_of("files", std::move(files)));
    for (Caveat& caveat : caveats_of(account_, book_, *places_, prices_, parameters_.policies))
      answer_.caveats.push_back(std::move(caveat));
    drop_repeated(answer_.caveats);
  }

  static Detail members_of(std::vector<Detail> children) {
    return {.children = std::move(children)};
  }

  const Account& account_;
  const MarketSnapshot& market_;
  const Parameters& parameters_;
  std::shared_ptr<const Places> places_;
  const Book& book_;
  Prices prices_;
  Terms terms_;
  Answer<R> answer_;
  Total<R> maintenance_, initial_;
  Decimal long_value_, short_value_;
  CurrencyTotals totals_;
  std::vector<Detail> commodities_;
};

/// Beside what a file lists instead, why no array could be made.
void add_reasons(const std::map<InstrumentId, Error>& not_made, std::vector<Error>& refused) {
  for (Error& error : refused)
    if (const auto found = not_made.find(InstrumentId{error.where}); found != not_made.end())
      error.what += "; and no array can be generated: " + found->second.what;
}

template <Reading R>
Result<Answer<R>> evaluate(const Account& account, const MarketSnapshot& market,
                           const Parameters& parameters) {
  PLIMSOLL_TRY_VOID(admits(account, parameters));
  std::shared_ptr<const Places> places = parameters.places;
  auto book =
      places && places->files() == parameters.files ? booked(account, *places) : std::nullopt;
  if (!book) {
    std::vector<const Instrument*> instruments;
    for (const Position& position : account.positions) instruments.push_back(&position.instrument);
    // What is only spoken of may be what an option is on, and quoted.
    for (const auto& [id, instrument] : account.catalog) instruments.push_back(&instrument);
    if (parameters.unlisted == Unlisted::generated) {
      WithGenerated with = with_generated(parameters.files, instruments, market);
      places = Places::of(instruments, std::move(with.files));
      book = booked(account, *places);
      PLIMSOLL_CHECK(book.has_value());
      add_reasons(with.not_made, book->refused);
    } else {
      places = Places::of(instruments, parameters.files);
      book = booked(account, *places);
      PLIMSOLL_CHECK(book.has_value());
    }
  }
  return Margining<R>{account, market, parameters, std::move(places), *book}.answer();
}

}  // namespace

Result<Answer<Money>> Span::compute(const Account& account, const MarketSnapshot& market) const {
  return evaluate<Money>(account, market, parameters_);
}

Result<Answer<Amount>> Span::explain(const Account& account, const MarketSnapshot& market) const {
  return evaluate<Amount>(account, market, parameters_);
}

}  // namespace plimsoll::span
