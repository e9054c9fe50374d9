#include "methods/reg_t/reg_t.hpp"

#include <algorithm>

#include "methods/reg_t/grouping.hpp"
#include "methods/reg_t/house/story.hpp"

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

/// Short sales beside a call that may secure them, of which nothing says what they brought.
std::string without_sale_price(const Grouping& grouping, const Book& book) {
  std::vector<std::string> symbols;
  for (const Plan& plan : grouping.plans) {
    if (plan.strategy != Strategy::protective_call && plan.strategy != Strategy::reverse_conversion)
      continue;
    const Entry& stock = book.entries[plan.legs[0].entry];
    const OptionLeg& call = *option_in(book.entries[plan.legs[1].entry]);
    if (shares_in(stock)->sold_at || call.option->style != Style::american) continue;
    std::string symbol{stock.id.view()};
    if (std::ranges::find(symbols, symbol) == symbols.end()) symbols.push_back(std::move(symbol));
  }
  std::string list;
  for (const std::string& symbol : symbols) list += (list.empty() ? "" : ", ") + symbol;
  return list;
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
  if (const std::string symbols = without_sale_price(grouping, book); !symbols.empty())
    caveats.push_back(
        {"what these were sold short for is not stated, so the market price is compared with the "
         "exercise price of the call bought (12 CFR 220.12(c)(2)): " +
         symbols + "; state trade_price or average_cost"});
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

/// Sums of the groups, as they are added up.
template <Reading R>
struct Sums {
  Total<R> initial, maintenance, held_initial, held_maintenance, proceeds, equity;
  explicit Sums(Currency currency)
      : initial{currency},
        maintenance{currency},
        held_initial{currency},
        held_maintenance{currency},
        proceeds{currency},
        equity{currency} {}
};

/// Adds what is not nothing, and says what it is of.
template <Reading R>
void add(Total<R>& sum, R part, const std::string& subject) {
  if (money_of(part).amount.is_zero()) return;
  if constexpr (std::same_as<R, Amount>) part = about(subject, std::move(part));
  sum.add(std::move(part));
}

template <Reading R>
Result<Sums<R>> add_groups(const Grouping& grouping, const Book& book, Day day, Answer<R>& answer) {
  Sums<R> sums{book.currency};
  answer.groups.reserve(grouping.plans.size());
  for (const Plan& plan : grouping.plans) {
    PLIMSOLL_TRY(margin, margin_of<R>(plan, book, day));
    std::string subject;
    if constexpr (std::same_as<R, Amount>) {
      subject = legs_in_words(plan, book);
      margin.initial.subject = subject;
      margin.maintenance.subject = subject;
    }
    sums.initial.add(margin.initial);
    sums.maintenance.add(margin.maintenance);
    const Money proceeds = money_of(margin.proceeds);
    const Money net_deposit = money_of(margin.initial) - proceeds;
    add(sums.held_initial, std::move(margin.held_initial), subject);
    add(sums.held_maintenance, std::move(margin.held_maintenance), subject);
    add(sums.proceeds, std::move(margin.proceeds), subject);
    add(sums.equity, std::move(margin.equity), subject);
    answer.groups.push_back({name_of(plan, book), signed_legs(plan, book),
                             std::move(margin.initial), std::move(margin.maintenance), proceeds,
                             net_deposit});
  }
  return sums;
}

/// A requirement on the side of the equity: less what the equity has already paid for.
template <Reading R>
R against_equity(Label name, Label requirement, Money whole, Total<R> held) {
  Total<R> sum{whole.currency};
  sum.add(known<R>(requirement, whole));
  R inside = std::move(held).named("short stock's value and long options' cost inside");
  if (!money_of(inside).amount.is_zero()) sum.add(less(std::move(inside)));
  return std::move(sum).named(name);
}

template <Reading R>
void add_cash(Total<R>& sum, const Book& book) {
  for (const CashHeld& cash : *book.cash)
    add(sum,
        cash.currency == book.currency ? known<R>("cash", cash.rate * cash.amount)
                                       : worth<R>("cash", cash.rate, cash.amount),
        std::string{cash.currency.code()});
}

/// Cash and what every position would bring, options at the mark.
template <Reading R>
R net_liquidation(const Book& book) {
  Total<R> sum{book.currency};
  add_cash(sum, book);
  for (const Entry& entry : book.entries) {
    R value = known<R>("market value", entry.value);
    if (entry.direction == Direction::owed) value = less(std::move(value));
    std::string subject;
    if constexpr (std::same_as<R, Amount>) subject = to_text(entry.position->instrument);
    add(sum, std::move(value), subject);
  }
  return std::move(sum).named("net liquidation value");
}

std::vector<Call> calls_of(Money excess) {
  if (!excess.amount.is_negative()) return {};
  const std::string deposit = to_text_rounded(-excess.amount, 2, Round::away_from_zero);
  return {{"maintenance", -excess, std::nullopt,
           "deposit " + deposit + " " + std::string{excess.currency.code()} +
               ", or sell or close what frees as much"}};
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

template <Reading R>
Result<Answer<R>> evaluate(const Account& account, const MarketSnapshot& market,
                           const RegT::Parameters& parameters) {
  if (account.kind == AccountKind::cross_margin)
    return fail(Reason::not_covered,
                "an account in a lending pool is margined by the method cross_margin", account.id);
  if (account.base != usd)
    return fail(
        Reason::not_covered,
        "the amounts of these rules are in US dollars; state the account's currency as USD and "
        "give the rate of its own under market.currencies",
        account.id);
  const Day day{account.as_of, parameters.rules.value_or(account.as_of)};
  PLIMSOLL_TRY_VOID(stock_initial.at(day.rules));  // the first rule there is
  Book book = priced(account, market);
  std::optional<HouseWork> house;
  if (parameters.house) {
    PLIMSOLL_TRY(work,
                 HouseWork::begun(parameters.house, parameters.told, account, market, day, book));
    house = std::move(work);
  }
  PLIMSOLL_TRY(grouping, least_margin(book, account, day));

  Answer<R> answer = empty_answer<R>(account.base);
  PLIMSOLL_TRY(sums, add_groups<R>(grouping, book, day, answer));
  answer.initial = std::move(sums.initial).named("initial requirement");
  answer.maintenance = std::move(sums.maintenance).named("maintenance requirement");
  answer.risk_initial = against_equity<R>("initial against equity", "initial requirement",
                                          money_of(answer.initial), std::move(sums.held_initial));
  answer.risk_maintenance =
      against_equity<R>("maintenance against equity", "maintenance requirement",
                        money_of(answer.maintenance), std::move(sums.held_maintenance));
  answer.proceeds = std::move(sums.proceeds).named("proceeds of short options");
  answer.rules = day.rules;
  answer.caveats = caveats_of(grouping, book, day);
  if (account.role != Role::customer)
    answer.caveats.push_back(
        {"the exceptions for brokers and market-makers are not applied: shown is what a customer "
         "owes"});
  if (book.cash) {
    add_cash(sums.equity, book);
    answer.equity = std::move(sums.equity).named("equity with loan value");
    answer.net_liquidation = net_liquidation<R>(book);
    if (book.refused.empty() && book.not_covered.empty())
      answer.calls = calls_of(*answer.excess_maintenance());
  } else {
    answer.caveats.push_back(
        {account.cash ? "cash is in a currency without a rate, so there is no equity and no excess"
                      : "cash is unknown, so there is no equity and no excess; give it under cash "
                        "in the account document"});
  }
  if (house) PLIMSOLL_TRY_VOID(house->tell(grouping, book, day, answer));
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
