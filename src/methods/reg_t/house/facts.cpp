#include "methods/reg_t/house/facts.hpp"

#include <algorithm>
#include <map>

#include "market/volume.hpp"

namespace plimsoll::reg_t {
namespace {

std::string_view kind_word(const Instrument& instrument) {
  if (const auto* stock = std::get_if<Stock>(&instrument)) switch (stock->kind) {
      case StockKind::equity:
        return "equity";
      case StockKind::etf:
        return "etf";
      case StockKind::etn:
        return "etn";
    }
  if (const auto* fund = std::get_if<Fund>(&instrument))
    return fund->kind == FundKind::mutual ? "mutual_fund" : "";
  if (std::holds_alternative<Warrant>(instrument)) return "warrant";
  return std::holds_alternative<ListedOption>(instrument) ? "option" : "";
}

std::string_view account_word(AccountKind kind) {
  switch (kind) {
    case AccountKind::margin:
      return "margin";
    case AccountKind::cash:
      return "cash";
    case AccountKind::retirement:
      return "retirement";
    case AccountKind::portfolio_margin:
    case AccountKind::futures:
    case AccountKind::cross_margin:
      return "";
  }
  return "";
}

/// a / b for any size of b that an account may have; what is asked about it is given to nine
/// places.
Decimal ratio(Decimal a, Decimal b) {
  constexpr Decimal divisible{10'000'000'000};
  Int128 part = a.nano(), whole = b.nano();
  while (divisible.nano() < whole) {
    part = divide(part, 1000, Round::away_from_zero);
    whole /= 1000;
  }
  return divide(Decimal::from_nano(part), Decimal::from_nano(whole), Round::away_from_zero);
}

/// Reads a book's positions twice: for the sums, then each against them.
class Measurer {
 public:
  Measurer(const Account& account, const MarketSnapshot& market, const Book& book)
      : account_{account}, market_{market}, book_{book} {
    sums_.gross = sums_.largest = zero(book.currency);
  }

  HouseMeasures measure() {
    for (const Entry& entry : book_.entries) add(entry);
    for (const auto& [key, value] : issuers_)
      if (sums_.largest < value) sums_.largest = value;
    HouseMeasures all{sums_, {}, of_account()};
    all.of_entry.reserve(book_.entries.size());
    for (const Entry& entry : book_.entries) all.of_entry.push_back(of(entry, all.of_account));
    return all;
  }

 private:
  using Side = std::pair<std::string, Direction>;

  const Profile* profile(const InstrumentId& id) const {
    const auto found = account_.profiles.find(id);
    return found == account_.profiles.end() ? nullptr : &found->second;
  }
  std::string issuer_of(const Entry& entry) const {
    const Profile* known = profile(entry.id);
    return known && !known->issuer.empty() ? known->issuer : std::string{entry.underlying.view()};
  }
  std::string industry_of(const Entry& entry) const {
    const Profile* known = profile(entry.id);
    return known ? known->industry : std::string{};
  }
  static bool is_cash(const Entry& entry) {
    return std::holds_alternative<MoneyMarketShares>(entry.terms);
  }

  void add(const Entry& entry) {
    if (is_cash(entry)) return;
    sums_.gross = sums_.gross + entry.value;
    if (option_in(entry)) return;
    const auto add_to = [&](auto& sums, const auto& key, Money value) {
      const auto [at, first] = sums.emplace(key, value);
      if (!first) at->second = at->second + value;
    };
    add_to(issuers_, Side{issuer_of(entry), entry.direction}, entry.value);
    const bool owed = entry.direction == Direction::owed;
    if (std::string industry = industry_of(entry); !industry.empty())
      add_to(industries_, industry, owed ? -entry.value : entry.value);
    Quantity& shares = shares_[Side{std::string{entry.id.view()}, entry.direction}];
    shares = shares + entry.size;
  }

  HouseFacts of_account() const {
    HouseFacts facts;
    facts[HouseWord::account] = HouseFactWord{account_word(account_.kind)};
    HouseFigure& debit = facts[HouseNumber::debit];
    if (!book_.cash) {
      debit.input = "cash";
    } else {
      Money cash = zero(book_.currency);
      for (const CashHeld& held : *book_.cash) cash = cash + held.rate * held.amount;
      debit.value = cash.amount.is_negative() ? -cash.amount : Decimal{};
    }
    facts[HouseNumber::largest_position].value = share_of(sums_.largest, sums_.gross);
    return facts;
  }

  HouseMeasure of(const Entry& entry, const HouseFacts& of_account) const {
    HouseMeasure measure{.facts = of_account, .in_issuer = zero(book_.currency), .shares = {}};
    HouseFacts& facts = measure.facts;
    facts[HouseWord::side] = HouseFactWord{entry.direction == Direction::owed ? "short" : "long"};
    facts[HouseWord::security] = HouseFactWord{kind_word(entry.position->instrument)};
    facts[HouseWord::underlying] = entry.underlying;
    if (const OptionLeg* option = option_in(entry)) read_option(*option, entry, facts);
    else read_shares(entry, measure);
    return measure;
  }

  void read_option(const OptionLeg& leg, const Entry& entry, HouseFacts& facts) const {
    facts[HouseWord::option] = HouseFactWord{leg.option->right == Right::call ? "call" : "put"};
    facts[HouseWord::strategy] = HouseFactWord{"spread"};  // read by the rules of spreads alone
    const Instrument* on = described(account_, entry.underlying);
    if (const auto* index = on ? std::get_if<Index>(on) : nullptr)
      facts[HouseWord::index] =
          HouseFactWord{index->index_class == IndexClass::broad ? "broad" : "narrow"};
    if (leg.underlying) facts[HouseNumber::price].value = leg.underlying->per_unit;
    facts[HouseNumber::leverage].value = leg.on.leverage;
    read_margin_rate(entry.underlying, facts);
  }

  void read_margin_rate(const InstrumentId& id, HouseFacts& facts) const {
    if (const Quote* quote = market_.find(id))
      facts[HouseNumber::margin_rate].value = quote->margin_rate;
  }

  void read_shares(const Entry& entry, HouseMeasure& measure) const {
    HouseFacts& facts = measure.facts;
    facts[HouseNumber::leverage].value = Decimal{1};
    if (const Shares* shares = shares_in(entry)) {
      facts[HouseNumber::price].value = shares->mark.per_unit;
      facts[HouseNumber::leverage].value = shares->leverage;
    }
    read_margin_rate(entry.id, facts);
    if (const auto issuer = issuers_.find(Side{issuer_of(entry), entry.direction});
        issuer != issuers_.end())
      measure.in_issuer = issuer->second;
    facts[HouseNumber::concentration].value = share_of(measure.in_issuer, sums_.gross);
    if (const auto held = shares_.find(Side{std::string{entry.id.view()}, entry.direction});
        held != shares_.end())
      measure.shares = held->second;
    read_liquidity(entry, measure);
    read_industry(entry, measure);
  }

  void read_liquidity(const Entry& entry, HouseMeasure& measure) const {
    HouseFacts& facts = measure.facts;
    const Decimal held = measure.shares.units();
    if (const Quote* quote = market_.find(entry.id)) measure.shares_a_day = shares_a_day(*quote);
    if (measure.shares_a_day)
      facts[HouseNumber::days_to_liquidate].value = ratio(held, *measure.shares_a_day);
    else facts[HouseNumber::days_to_liquidate].input = "adv";
    const Profile* known = profile(entry.id);
    if (known && known->shares_outstanding && !known->shares_outstanding->is_zero())
      measure.shares_outstanding = known->shares_outstanding;
    if (measure.shares_outstanding)
      facts[HouseNumber::ownership].value = ratio(held, *measure.shares_outstanding);
    else facts[HouseNumber::ownership].input = "shares_outstanding";
  }

  void read_industry(const Entry& entry, HouseMeasure& measure) const {
    const auto industry = industries_.find(industry_of(entry));
    if (industry == industries_.end()) {
      measure.facts[HouseNumber::industry].input = "industry";
      return;
    }
    const Money net = industry->second;
    measure.in_industry = net.amount.is_negative() ? -net : net;
    measure.facts[HouseNumber::industry].value = share_of(*measure.in_industry, sums_.gross);
  }

  const Account& account_;
  const MarketSnapshot& market_;
  const Book& book_;
  HouseSums sums_{};
  std::map<Side, Money> issuers_;
  std::map<Side, Quantity> shares_;
  std::map<std::string, Money> industries_;
};

}  // namespace

HouseMeasures measures_of(const Account& account, const MarketSnapshot& market, const Book& book) {
  return Measurer{account, market, book}.measure();
}

std::optional<Decimal> share_of(Money part, Money whole) {
  if (!(zero(whole.currency) < whole)) return std::nullopt;
  return ratio(part.amount, whole.amount);
}

}  // namespace plimsoll::reg_t
