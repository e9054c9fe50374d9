#include "methods/reg_t/house/attach.hpp"

#include <algorithm>

#include "methods/reg_t/option.hpp"
#include "methods/reg_t/stock.hpp"

namespace plimsoll::reg_t {
namespace {

bool is_rate(const HouseValue& value) { return value.unit == HouseUnit::rate; }

/// Adds one rule's number to what the rules before it came to.
void take(HouseAsk& ask, const HouseRule& rule, const HouseValue& value, const HouseProfile& house,
          const RaisedRate& law) {
  if (!is_rate(value)) {
    const bool more = !ask.least || ask.least->dollars < value.number;
    if (more || rule.mode == HouseMode::replace) ask.least = {value.number, &rule};
    return;
  }
  const Percent percent{value.number};
  const HousePart part{
      .rate = {{house.effective_from, percent, &rule.law, FirstDay::at_least_since}},
      .name = rule.name,
      .where = rule.where};
  const auto start_from_law = [&] {
    if (ask.parts.empty()) ask.parts.push_back({.rate = law});
  };
  switch (rule.mode) {
    case HouseMode::floor:
      if (ask.rate() < percent) ask.parts = {part};
      return;
    case HouseMode::replace:
      ask.parts = {part};
      return;
    case HouseMode::add:
      if (percent == Percent{}) return;
      start_from_law();
      ask.parts.push_back(part);
      return;
    case HouseMode::multiply:
      start_from_law();
      for (HousePart& each : ask.parts) {
        const Percent from = each.rate.rate.value;
        each.rate.raised = Raised{from, value.number};
        each.rate.rate.value = {multiply(from.fraction, value.number, Round::away_from_zero)};
      }
      return;
    case HouseMode::block:
      return;
  }
}

/// Meets a profile with one book.
class Attacher {
 public:
  Attacher(const House& house, const Account& account, const MarketSnapshot& market, Date rules,
           Book& book)
      : house_{*house},
        rules_{rules},
        book_{book},
        terms_{std::make_shared<HouseTerms>()},
        attached_{measures_of(account, market, book), {}} {
    terms_->profile = house;
  }

  Result<HouseAttached> attach() {
    for (std::size_t i = 0; i < book_.entries.size(); ++i) {
      Entry& entry = book_.entries[i];
      const HouseFacts& facts = attached_.measures.of_entry[i].facts;
      if (auto* option = std::get_if<OptionLeg>(&entry.terms))
        PLIMSOLL_TRY_VOID(attach_to_option(*option, entry, facts));
      if (auto* shares = std::get_if<Shares>(&entry.terms))
        PLIMSOLL_TRY_VOID(attach_to_shares(*shares, entry, facts));
      if (auto* warrants = std::get_if<WarrantShares>(&entry.terms))
        PLIMSOLL_TRY_VOID(attach_to_shares(warrants->shares, entry, facts));
    }
    std::ranges::stable_sort(attached_.lacks, {}, [&](const HouseLack& lack) {
      return lack.rule - house_.rules.data();
    });
    book_.house = std::move(terms_);
    return std::move(attached_);
  }

 private:
  void note_lack(const HouseRule& rule, Label input, const Entry& entry) {
    for (HouseLack& lack : attached_.lacks)
      if (lack.rule == &rule && lack.input == input) {
        if (lack.symbols.back() != entry.id) lack.symbols.push_back(entry.id);
        return;
      }
    attached_.lacks.push_back({&rule, input, {entry.id}});
  }

  void note_lacks(HouseScope scope, const Entry& entry, const HouseFacts& facts) {
    for (const HouseRule& rule : house_.rules) {
      if (rule.scope != scope) continue;
      if (const HouseSaid outcome = said(rule, facts); outcome.kind == HouseSaid::Kind::lacks)
        note_lack(rule, outcome.lacks, entry);
    }
  }

  HouseAsk asked(HouseOf of, const HouseFacts& facts, const RaisedRate& law) const {
    return asked_of_value(house_, facts, of, law);
  }

  Result<void> attach_to_shares(Shares& shares, Entry& entry, const HouseFacts& facts) {
    if (entry.standing != Standing::marginable) return {};  // paid in full already
    PLIMSOLL_TRY(law, entry.direction == Direction::held ? long_stock_rate(shares, rules_)
                                                         : short_stock_rate(shares, rules_));
    HouseShares terms{.house = &house_,
                      .to_keep = asked(HouseOf::market_value, facts, law),
                      .to_open = asked(HouseOf::purchase, facts, law),
                      .at_most_value = entry.direction == Direction::held};
    for (const HouseRule& rule : house_.rules)
      if (rule.scope == HouseScope::position && rule.mode == HouseMode::block &&
          said(rule, facts).kind == HouseSaid::Kind::value)
        terms.no_credit = &rule;
    if (terms.no_credit) entry.standing = shares.standing = Standing::not_marginable;
    else note_lacks(HouseScope::position, entry, facts);
    terms_->shares.push_back(std::move(terms));
    shares.house = &terms_->shares.back();
    return {};
  }

  Result<void> attach_to_option(OptionLeg& leg, const Entry& entry, const HouseFacts& facts) {
    if (entry.direction == Direction::held) return {};
    PLIMSOLL_TRY(law, option_rates(leg, rules_));
    HouseOption terms{.house = &house_,
                      .underlying = asked(HouseOf::underlying, facts, law.basic),
                      .least = asked(HouseOf::underlying_least, facts, law.floor),
                      .whole = asked(HouseOf::option, facts, law.basic),
                      .beside_premium = asked(HouseOf::beside_premium, facts, law.basic),
                      .cost_to_close = asked(HouseOf::cost_to_close, facts, law.basic)};
    for (HouseAsk* ask : {&terms.whole, &terms.beside_premium}) by_unit(*ask, leg);
    for (const HouseRule& rule : house_.rules)
      if (rule.of == HouseOf::spread)
        if (const HouseSaid outcome = said(rule, facts); outcome.kind == HouseSaid::Kind::value)
          terms.spread.push_back({outcome.value.number, &rule});
    note_lacks(HouseScope::position, entry, facts);
    terms_->options.push_back(std::move(terms));
    leg.house = &terms_->options.back();
    return {};
  }

  /// Dollars for a contract are dollars for each unit of its underlying.
  static void by_unit(HouseAsk& ask, const OptionLeg& leg) {
    if (!ask.least || ask.least->rule->value.unit != HouseUnit::a_contract) return;
    ask.least->dollars = divide(ask.least->dollars, leg.option->multiplier, Round::away_from_zero);
  }

  const HouseProfile& house_;
  Date rules_;
  Book& book_;
  std::shared_ptr<HouseTerms> terms_;
  HouseAttached attached_;
};

std::string listed(const std::vector<InstrumentId>& symbols) {
  std::string text;
  for (const InstrumentId& symbol : symbols)
    text += (text.empty() ? "" : ", ") + std::string{symbol.view()};
  return text;
}

}  // namespace

HouseAsk asked_of_value(const HouseProfile& house, const HouseFacts& facts, HouseOf of,
                        const RaisedRate& law) {
  HouseAsk ask;
  for (const HouseRule& rule : house.rules) {
    if (rule.of != of) continue;
    const HouseSaid outcome = said(rule, facts);
    if (outcome.kind == HouseSaid::Kind::value) take(ask, rule, outcome.value, house, law);
  }
  return ask;
}

Result<HouseAttached> attach(const House& house, const Account& account,
                             const MarketSnapshot& market, Date rules, Book& book) {
  return Attacher{house, account, market, rules, book}.attach();
}

std::vector<NotApplied> not_applied(const HouseProfile& house,
                                    const std::vector<HouseLack>& lacks) {
  std::vector<NotApplied> all;
  for (const auto& [rule, input, symbols] : lacks)
    all.push_back({house.title + ", " + std::string{rule->name.text()} + " (" + house.file + ":" +
                       std::to_string(rule->where.line) + "): " + listed(symbols),
                   std::string{input.text()}});
  return all;
}

}  // namespace plimsoll::reg_t
