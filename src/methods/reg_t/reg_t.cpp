#include "methods/reg_t/reg_t.hpp"

#include <algorithm>

#include "market/fx.hpp"
#include "methods/reg_t/grouping.hpp"

namespace plimsoll::reg_t {
namespace {

std::string legs_in_words(const Plan& plan, const Book& book) {
  std::string words;
  for (const Taken& leg : plan.legs) {
    const Entry& entry = book.entries[leg.entry];
    if (!words.empty()) words += ", ";
    words += (entry.direction == Direction::owed ? "-" : "") + to_text(leg.quantity) + " " +
             to_text(entry.position->instrument);
  }
  return words;
}

std::vector<Leg> signed_legs(const Plan& plan, const Book& book) {
  std::vector<Leg> legs;
  legs.reserve(plan.legs.size());
  for (const Taken& leg : plan.legs) {
    const Entry& entry = book.entries[leg.entry];
    legs.push_back({entry.id, entry.direction == Direction::owed ? -leg.quantity : leg.quantity,
                    entry.position->holding});
  }
  return legs;
}

/// Rules whose text we know from memory only, met by this grouping.
const Citation* low_graded_law(const Plan& plan, Day day) {
  if (plan.strategy == Strategy::money_market) return &money_market_law;
  if (plan.strategy == Strategy::spread && !universal_spread.at(day.rules)) return &pair_spread_law;
  return nullptr;
}

/// Whether options are held on both sides, so that a spread of more legs could have asked for less.
bool has_spread_legs(const Book& book) {
  bool held = false, owed = false;
  for (const Entry& entry : book.entries)
    if (option_in(entry)) (entry.direction == Direction::held ? held : owed) = true;
  return held && owed;
}

std::vector<Caveat> caveats_of(const Grouping& grouping, const Book& book, Day day) {
  std::vector<Caveat> caveats = book.caveats;
  std::vector<const Citation*> laws;
  bool call_in_cash_account = false;
  for (const Plan& plan : grouping.plans) {
    const Citation* law = low_graded_law(plan, day);
    if (law && std::ranges::find(laws, law) == laws.end()) laws.push_back(law);
    if (plan.strategy == Strategy::cash_short_option)
      call_in_cash_account |=
          option_in(book.entries[plan.legs[0].entry])->option->right == Right::call;
  }
  if (!laws.empty()) {
    std::string text = "rules known from memory, not from their text: ";
    for (const Citation* law : laws)
      text += (law == laws.front() ? "" : "; ") + std::string{law->source.text()} + " " +
              std::string{law->paragraph.text()} + " (" + std::string{law->gist.text()} + ")";
    caveats.push_back({std::move(text)});
  }
  if (day.rules != day.as_of)
    caveats.push_back(
        {"read by the rulebook of " + to_text(day.rules) + ", not of " + to_text(day.as_of)});
  if (!universal_spread.at(day.rules) && has_spread_legs(book))
    caveats.push_back({"before 2012-10-26 spreads are taken two legs at a time: an upper bound"});
  if (call_in_cash_account)
    caveats.push_back(
        {"an uncovered call is not permitted in a cash account: shown is the value of what "
         "would have to be deposited"});
  if (grouping.in_portions)
    caveats.push_back(
        {"more than 200 positions bear on one another: they are grouped in portions of 24, and "
         "another grouping may need less"});
  else if (!grouping.proven)
    caveats.push_back(
        {"the grouping is the best found, not proven the best: another may need up to " +
         to_text(grouping.better_by_at_most) + " less"});
  return caveats;
}

/// All cash in the account's currency; nothing where it is unknown.
Result<std::optional<Money>> cash_of(const Account& account, const MarketSnapshot& market) {
  if (!account.cash) return std::nullopt;
  Money sum = zero(account.base);
  for (const Money& cash : *account.cash) {
    PLIMSOLL_TRY(own, in_currency(cash, account.base, market));
    sum = sum + own;
  }
  return sum;
}

Money net_value(const Book& book) {
  Money sum = zero(book.currency);
  for (const Entry& entry : book.entries)
    sum = entry.direction == Direction::held ? sum + entry.value : sum - entry.value;
  return sum;
}

/// Sums of the groups, as they are added up.
template <Reading R>
struct Sums {
  std::vector<R> initial, maintenance;
  Money risk_initial, risk_maintenance, proceeds, equity;
};

template <Reading R>
Result<Sums<R>> add_groups(const Grouping& grouping, const Book& book, Day day, Answer<R>& answer) {
  const Money nothing = zero(book.currency);
  Sums<R> sums{{}, {}, nothing, nothing, nothing, nothing};
  for (const Plan& plan : grouping.plans) {
    PLIMSOLL_TRY(margin, margin_of<R>(plan, book, day));
    sums.risk_initial = sums.risk_initial + margin.risk_initial();
    sums.risk_maintenance = sums.risk_maintenance + margin.risk_maintenance();
    sums.proceeds = sums.proceeds + margin.proceeds;
    sums.equity = sums.equity + margin.equity;
    if constexpr (std::same_as<R, Amount>) {
      const std::string subject = legs_in_words(plan, book);
      margin.initial.subject = subject;
      margin.maintenance.subject = subject;
    }
    sums.initial.push_back(margin.initial);
    sums.maintenance.push_back(margin.maintenance);
    const Money net_deposit = money_of(margin.initial) - margin.proceeds;
    answer.groups.push_back({name_of(plan, book), signed_legs(plan, book),
                             std::move(margin.initial), std::move(margin.maintenance),
                             margin.proceeds, net_deposit});
  }
  return sums;
}

std::vector<Call> calls_of(Money excess) {
  if (!excess.amount.is_negative()) return {};
  const std::string deposit = to_text_rounded(-excess.amount, 2, Round::away_from_zero);
  return {{"maintenance", -excess, std::nullopt,
           "deposit " + deposit + " " + std::string{excess.currency.code()} +
               ", or sell or close what frees as much"}};
}

template <Reading R>
Result<Answer<R>> evaluate(const Account& account, const MarketSnapshot& market,
                           const RegT::Parameters& parameters) {
  if (account.base != usd)
    return fail(
        Reason::not_covered,
        "the amounts of these rules are in US dollars; state the account's currency as USD and "
        "give the rate of its own under market.currencies",
        account.id);
  const Day day{account.as_of, parameters.rules.value_or(account.as_of)};
  PLIMSOLL_TRY_VOID(stock_initial.at(day.rules));  // the first rule there is
  PLIMSOLL_TRY(cash, cash_of(account, market));
  Book book = priced(account, market);
  PLIMSOLL_TRY(grouping, least_margin(book, account, day));

  const Money nothing = zero(account.base);
  Answer<R> answer{.initial = known<R>("nothing held", nothing),
                   .maintenance = known<R>("nothing held", nothing),
                   .risk_initial = nothing,
                   .risk_maintenance = nothing,
                   .proceeds = nothing};
  PLIMSOLL_TRY(sums, add_groups<R>(grouping, book, day, answer));
  answer.initial = total("initial requirement", account.base, std::move(sums.initial));
  answer.maintenance = total("maintenance requirement", account.base, std::move(sums.maintenance));
  answer.risk_initial = sums.risk_initial;
  answer.risk_maintenance = sums.risk_maintenance;
  answer.proceeds = sums.proceeds;
  answer.caveats = caveats_of(grouping, book, day);
  if (cash) {
    answer.equity = *cash + sums.equity;
    answer.net_liquidation = *cash + net_value(book);
    if (book.refused.empty() && book.not_covered.empty())
      answer.calls = calls_of(*answer.excess_maintenance());
  } else {
    answer.caveats.push_back(
        {"cash is unknown, so there is no equity and no excess; give it under cash in the account "
         "document"});
  }
  answer.refused = std::move(book.refused);
  answer.not_covered = std::move(book.not_covered);
  return answer;
}

}  // namespace

Result<Answer<Money>> RegT::compute(const Account& account, const MarketSnapshot& market) const {
  return evaluate<Money>(account, market, parameters_);
}

Result<Answer<Amount>> RegT::explain(const Account& account, const MarketSnapshot& market) const {
  return evaluate<Amount>(account, market, parameters_);
}

}  // namespace plimsoll::reg_t
