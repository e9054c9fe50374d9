#include "strategy/verdict.hpp"

#include <algorithm>
#include <functional>

#include "strategy/levels_reached.hpp"
#include "strategy/told_numbers.hpp"

namespace plimsoll::strategy {
namespace {

template <class T>
const T* known(const Part<T>& part) {
  return part && *part ? &**part : nullptr;
}

std::string capitalised(std::string_view word) {
  std::string text{word};
  if ('a' <= text.front() && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::string headline_of(const Analysis& analysis, AccountLevel level, double target) {
  const Room& room = *analysis.room;
  const std::string begins = capitalised(name_of(level)) + ": ";
  if (room.excess().amount.is_negative())
    return begins + "equity of " + told_money(room.equity) + " is " + told_money(-room.excess()) +
           " short of the requirement of " + told_money(room.requirement) + ".";
  if (!analysis.calls.empty())
    return begins + "a call stands, with equity " + told_money(room.excess()) +
           " above the requirement of " + told_money(room.requirement) + ".";
  const auto multiple = multiple_of(room);
  if (!multiple) return begins + "nothing is required of this account.";
  if (is_fully_paid(analysis.kind))
    return begins + "what is held is paid for in full; " + told_money(room.excess()) + " is free.";
  return begins + "equity covers the requirement " + told_down(*multiple) + " times; " +
         told(target) + " is wanted.";
}

/// How near the debit is to the most there could be.
void add_debit_use(Verdict& told_today) {
  for (const LevelReached& one : told_today.levels)
    if (one.of == LevelOf::debit_use) told_today.facts.push_back(one.text + ".");
}

/// Levels of what the leverage earns, which force no sale.
void add_levels_of_carry(Verdict& told_today) {
  std::string text;
  for (const LevelReached& one : told_today.levels)
    if (one.of == LevelOf::coverage || one.of == LevelOf::breakeven)
      text += (text.empty() ? "It does not earn enough: " : "; ") + one.text;
  if (!text.empty()) told_today.facts.push_back(text + ".");
}

/// "A market fall of 12.4 % or a rise of 7.4 % brings a call".
std::string told_edges(const Reach& market) {
  if (market.down && market.up)
    return "A market fall of " + told_far(market.down->move) + " or a rise of " +
           told_far(market.up->move) + " brings a call";
  if (market.down) return "A market fall of " + told_far(market.down->move) + " brings a call";
  if (market.up)
    return "A market rise of " + told_far(market.up->move) + " brings a call, and no fall does";
  return capitalised(no_call(market));
}

void add_distance(const Distance& far, std::vector<std::string>& facts) {
  if (far.called()) return;
  std::string text = told_edges(far.market);
  if (!far.names.empty() && far.names.front().nearest()) {
    const Reach& first = far.names.front();
    text += std::string{"; of the names alone "} + std::string{first.name.view()} +
            " gets there first, " + told_far(*first.nearest()) +
            (first.nearest_is_down() ? " down" : " up");
  }
  facts.push_back(text + ".");
}

std::string told_volatility(const TimeToCall& time, const CallByRegime& regime) {
  if (!time.name.empty())
    return "where " + std::string{time.name.view()} + " moves " + told_chance(regime.volatility) +
           " a year";
  return "at a market volatility of " + told_chance(regime.market_volatility) +
         (time.volatility_beside > 0 ? " and what names move besides" : "");
}

/// Without a volatility of today none is chosen for the reader: from the least chance to the most.
std::string told_range(const std::vector<CallByRegime>& regimes) {
  const auto chance = [](const CallByRegime& one) { return one.horizons.back().probability; };
  const auto [least, most] = std::ranges::minmax_element(regimes, {}, chance);
  const auto told_one = [&](const CallByRegime& one) {
    return told_chance(chance(one)) + " (" + one.regime + ", a volatility of " +
           told_chance(one.volatility) + ")";
  };
  std::string text =
      "How much the market moves today is not known (give the price of VIX): the "
      "chance of a call in " +
      std::to_string(least->horizons.back().days) + " days is ";
  if (least == most) return text + told_one(*least) + ".";
  return text + "from " + told_one(*least) + " to " + told_one(*most) + ".";
}

void add_chance(const TimeToCall& time, std::vector<std::string>& facts) {
  if (time.regimes.empty() || time.regimes.front().horizons.empty()) return;
  const CallByRegime* today = time.today();
  if (today == nullptr) {
    facts.push_back(told_range(time.regimes));
    return;
  }
  std::string text = "The chance of a call";
  std::string_view joined = " is ";
  for (const CallByHorizon& one : today->horizons) {
    text += std::string{joined} + told_chance(one.probability) + " in " + std::to_string(one.days) +
            " days";
    joined = ", ";
  }
  facts.push_back(text + ", " + told_volatility(time, *today) + ".");
}

void add_crisis(const Buffer& buffer, std::vector<std::string>& facts) {
  const StressedBuffer* hardest = buffer.hardest();
  // Of an account that owes nothing a fall takes more requirement than equity: no news.
  const auto today = buffer.multiple();
  if (hardest == nullptr || (today && *today <= *hardest->multiple())) return;
  const std::string again =
      "The " + hardest->name + " again (" + told_far(hardest->market_move) + " down) would ";
  const Money excess = hardest->room->excess();
  const bool is_called = buffer.room.excess().amount.is_negative();
  if (!excess.amount.is_negative())
    facts.push_back(again + "leave " + told_down(*hardest->multiple()) + " times the requirement.");
  else if (is_called)
    facts.push_back(again + "leave the account " + told_money(-excess) + " short.");
  else facts.push_back(again + "bring a call, " + told_money(-excess) + " short.");
}

void add_carry(const Carry& carry, std::vector<std::string>& facts) {
  if (carry.debits && carry.debits->debit.amount.is_zero()) {
    facts.push_back("Nothing is owed.");
    return;
  }
  if (carry.debits && !carry.financing)
    facts.push_back(told_money(carry.debits->debit) + " is owed; what it costs is not known.");
  if (!carry.debits || !carry.financing || !carry.net) return;
  const bool costs = carry.net->amount.is_negative();
  facts.push_back("The debit of " + told_money(carry.debits->debit) + " costs " +
                  told_money(*carry.financing) + " a year; net of all income the account " +
                  (costs ? "pays " : "earns ") + told_money(costs ? -*carry.net : *carry.net) +
                  (carry.bound == Bound::exact ? "" : ", as far as is known") + ".");
}

std::string told_trade(const CureTrade& trade, const Account& account) {
  const bool sells = trade.quantity.is_negative();
  const Instrument* instrument = described(account, trade.symbol);
  return (sells ? "sell " : "buy back ") + to_text(abs(trade.quantity)) + " " +
         (instrument ? to_text(*instrument) : std::string{trade.symbol.view()});
}

void add_cure(const Cure& cure, std::vector<std::string>& next) {
  if (cure.state == CureState::at_target) {
    next.push_back("No deposit and no sale: the target of " + told_many(cure.target, "time") +
                   " is met.");
    return;
  }
  if (cure.deposit)
    next.push_back("Deposit " + told_money(*cure.deposit) + " to be back at " +
                   told_many(cure.target, "time") + ".");
  constexpr std::size_t shown = 3;
  // What brings most is what a reader has to know; the order they are done in is the cure's.
  std::vector<CureTrade> largest = cure.trades;
  std::ranges::stable_sort(largest, std::greater{},
                           [](const CureTrade& trade) { return abs(trade.proceeds.amount); });
  std::string trades;
  for (std::size_t i = 0; i < largest.size() && i < shown; ++i)
    trades += (i == 0 ? "" : ", ") + told_trade(largest[i], cure.account);
  if (trades.empty()) return;
  if (shown < cure.trades.size())
    trades += " and " + std::to_string(cure.trades.size() - shown) + " more";
  std::string text = std::string{cure.deposit ? "Or " : ""} + trades;
  if (!cure.deposit) text.front() = static_cast<char>(text.front() - 'a' + 'A');
  next.push_back(text +
                 (cure.state == CureState::cured
                      ? "."
                      : "; even then " +
                            told_money(cure.deposit_besides.value_or(zero(cure.deficit.currency))) +
                            " has to be paid in."));
}

/// What the policy's limits on leverage want besides the target, where they are passed.
void add_size(const Size& size, std::vector<std::string>& next) {
  if (!size.rebalance || size.rebalance->move != RebalanceMove::cut) return;
  next.push_back("By the policy's limits on leverage: cut " +
                 told_money({abs(size.rebalance->trade.amount), size.rebalance->trade.currency}) +
                 " of exposure; " + size.rebalance->reason + ".");
}

/// What a reader would look for on this page and not find; each reason once.
void add_unanswered(const Analysis& analysis, std::vector<std::string>& facts) {
  if (analysis.distance && !*analysis.distance) {
    const Error& why = analysis.distance->error();
    facts.push_back("How far a call is, and how likely, is not known: " + why.what +
                    (why.where.empty() ? "" : " (" + why.where + ")") + ".");
  }
}

}  // namespace

std::string_view name_of(AccountLevel level) {
  switch (level) {
    case AccountLevel::calm:
      return "calm";
    case AccountLevel::watch:
      return "watch";
    case AccountLevel::warn:
      return "warn";
    case AccountLevel::critical:
      return "critical";
    case AccountLevel::breach:
      return "breach";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

AccountLevel level_of(const Room& room, const LevelsPolicy& policy, AccountKind kind) {
  if (room.excess().amount.is_negative()) return AccountLevel::breach;
  if (is_fully_paid(kind)) return AccountLevel::calm;
  const auto multiple = multiple_of(room);
  if (!multiple) return AccountLevel::calm;
  if (*multiple <= policy.breach) return AccountLevel::breach;
  if (*multiple < policy.critical) return AccountLevel::critical;
  if (*multiple < policy.warn) return AccountLevel::warn;
  return *multiple < policy.watch ? AccountLevel::watch : AccountLevel::calm;
}

std::optional<Verdict> verdict(const Analysis& analysis, const Policy& policy) {
  if (!analysis.room) return std::nullopt;
  const Buffer* buffer = known(analysis.buffer);
  Verdict told_today{.level = analysis.calls.empty()
                                  ? level_of(*analysis.room, policy.levels, analysis.kind)
                                  : AccountLevel::breach,
                     .levels = levels_reached(analysis, policy)};
  told_today.headline = headline_of(analysis, told_today.level,
                                    buffer ? buffer->target : policy.buffer.target_multiple);
  for (const Call& call : analysis.calls)
    told_today.next.push_back("The " + std::string{call.kind.text()} + " call of " +
                              told_money(call.amount) + ": " + call.cure + ".");
  add_debit_use(told_today);
  add_unanswered(analysis, told_today.facts);
  if (const Distance* far = known(analysis.distance)) add_distance(*far, told_today.facts);
  if (const TimeToCall* time = known(analysis.time_to_call)) add_chance(*time, told_today.facts);
  if (buffer) add_crisis(*buffer, told_today.facts);
  if (const Carry* carry = known(analysis.carry)) add_carry(*carry, told_today.facts);
  add_levels_of_carry(told_today);
  if (analysis.law_alone)
    told_today.facts.push_back(
        "This is the least the rules ask: a broker may ask for more (--house NAME).");
  if (const Cure* cure = known(analysis.cure)) add_cure(*cure, told_today.next);
  if (const Size* size = known(analysis.size)) add_size(*size, told_today.next);
  return told_today;
}

}  // namespace plimsoll::strategy
