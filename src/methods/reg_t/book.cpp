#include "methods/reg_t/book.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "market/fx.hpp"

namespace plimsoll::reg_t {
namespace {

constexpr Decimal bond_price_basis{100};

/// Looks prices up and remembers every one that is missing, so that all are named in one message.
class Prices {
 public:
  Prices(const Account& account, const MarketSnapshot& market)
      : account_{account}, market_{market} {}

  /// One with a price; nothing, remembered as missing, where there is none.
  const Quote* quote(const InstrumentId& id) {
    const Quote* found = market_.find(id);
    if (found && found->price) return found;
    missing_.insert(id);
    return nullptr;
  }
  /// In the account's currency.
  std::optional<Price> mark(const InstrumentId& id, Currency currency) {
    const Quote* found = quote(id);
    return found ? converted({*found->price, currency}) : std::nullopt;
  }
  std::optional<Price> converted(Price price) {
    auto own = in_currency(price, account_.base, market_);
    if (!own) {
      rates_.insert(price.currency);
      return std::nullopt;
    }
    return *own;
  }
  std::vector<Error> missing() const {
    std::vector<Error> errors;
    if (!missing_.empty()) errors.push_back(without_price(missing_, market_));
    if (!rates_.empty()) errors.push_back(without_rate(rates_, account_.base));
    return errors;
  }

 private:
  const Account& account_;
  const MarketSnapshot& market_;
  std::set<InstrumentId> missing_;
  std::set<Currency> rates_;
};

/// Fills one entry. Each `read` says false where a price is missing or the position cannot be
/// margined here.
class Reader {
 public:
  Reader(const Account& account, const MarketSnapshot& market)
      : account_{account}, market_{market}, prices_{account, market} {
    book_.currency = account.base;
    for (const Position& position : account.positions)
      if (const auto* option = std::get_if<ListedOption>(&position.instrument);
          option && position.quantity.is_negative())
        sold_on_.insert(option->underlying);
  }

  Book read() {
    book_.entries.reserve(account_.positions.size());
    for (const Position* position : by_symbol()) {
      Entry& entry = book_.entries.emplace_back();
      begin(entry, *position);
      if (!std::visit([&](const auto& held) { return read_terms(held, entry); },
                      position->instrument))
        book_.entries.pop_back();
    }
    read_cash();
    for (Error& missing : prices_.missing()) book_.refused.push_back(std::move(missing));
    return std::move(book_);
  }

 private:
  std::vector<const Position*> by_symbol() const {
    std::vector<std::pair<InstrumentId, const Position*>> keyed;
    keyed.reserve(account_.positions.size());
    for (const Position& position : account_.positions)
      keyed.emplace_back(id_of(position.instrument), &position);
    std::ranges::sort(keyed, [](const auto& a, const auto& b) {
      if (a.first != b.first) return a.first < b.first;
      const bool a_owed = a.second->quantity.is_negative(),
                 b_owed = b.second->quantity.is_negative();
      if (a_owed != b_owed) return b_owed;
      return a.second->holding < b.second->holding;
    });
    std::vector<const Position*> sorted;
    sorted.reserve(keyed.size());
    for (const auto& [id, position] : keyed) sorted.push_back(position);
    return sorted;
  }

  void read_cash() {
    if (!account_.cash) return;
    std::vector<CashHeld> held;
    for (const Money& cash : *account_.cash)
      if (const auto rate = prices_.converted({Decimal{1}, cash.currency}))
        held.push_back({Quantity::of(cash.amount), *rate, cash.currency});
    if (held.size() == account_.cash->size()) book_.cash = std::move(held);
  }

  void begin(Entry& entry, const Position& position) const {
    entry.position = &position;
    entry.id = entry.underlying = id_of(position.instrument);
    entry.direction = position.quantity.is_negative() ? Direction::owed : Direction::held;
    entry.size = abs(position.quantity);
    const bool cash_only =
        account_.kind == AccountKind::cash || account_.kind == AccountKind::retirement;
    if (cash_only || position.holding == Holding::cash) entry.standing = Standing::paid_in_cash;
  }

  void decline(const Entry& entry, std::string reason) {
    book_.not_covered.push_back({std::string{entry.id.view()}, std::move(reason)});
  }
  void note(std::string text) {
    if (std::ranges::find(book_.caveats, Caveat{text}) == book_.caveats.end())
      book_.caveats.push_back({std::move(text)});
  }

  bool owed_in_cash_account(const Entry& entry) {
    if (entry.direction == Direction::held || entry.standing != Standing::paid_in_cash)
      return false;
    decline(entry,
            "a short sale is not permitted in a cash account (12 CFR 220.8); hold it in a margin "
            "account");
    return true;
  }
  void apply_listing(const Listing& listing, Entry& entry) const {
    if (entry.standing == Standing::paid_in_cash) return;
    const bool seasoned = !listing.marginable_from || *listing.marginable_from <= account_.as_of;
    if (!listing.marginable || !seasoned) entry.standing = Standing::not_marginable;
  }
  std::optional<Price> opening(const Entry& entry, Price mark) {
    if (!entry.position->trade_price) return mark;
    return prices_.converted(*entry.position->trade_price);
  }
  /// What a share owed brought, today or before. A cost of nothing says that it is not known.
  std::optional<Price> sale_price(const Entry& entry, Price first) {
    if (entry.position->trade_price) return first;
    const auto& cost = entry.position->average_cost;
    if (!cost || cost->per_unit.is_zero()) return std::nullopt;
    return prices_.converted(*cost);
  }
  /// Shares of anything priced one by one.
  std::optional<Shares> shares(const Listing& listing, Entry& entry) {
    if (owed_in_cash_account(entry)) return std::nullopt;
    apply_listing(listing, entry);
    const Quote* quote = prices_.quote(entry.id);
    if (!quote) return std::nullopt;
    const auto mark = prices_.converted({*quote->price, listing.currency});
    if (!mark) return std::nullopt;
    const auto first = opening(entry, *mark);
    if (!first) return std::nullopt;
    Shares read{.mark = *mark, .opening = *first, .units = entry.size, .standing = entry.standing};
    if (entry.direction == Direction::owed) read.sold_at = sale_price(entry, *first);
    if (quote->margin_rate) read.broker_rate = Percent{*quote->margin_rate};
    entry.value = read.value(Phase::maintenance);
    return read;
  }

  bool read_terms(const Stock& stock, Entry& entry) {
    auto read = shares(stock.listing, entry);
    if (!read) return false;
    read->leverage = std::max(Decimal{1}, abs(stock.leverage));
    entry.terms = *read;
    return true;
  }
  bool read_terms(const Fund& fund, Entry& entry) {
    const auto read = shares(fund.listing, entry);
    if (!read) return false;
    if (fund.kind == FundKind::mutual) {
      if (entry.direction == Direction::owed)
        return decline(entry, "a mutual fund cannot be sold short"), false;
      if (!fund.listing.marginable_from && entry.standing == Standing::marginable)
        note(
            "mutual funds are taken as held for 30 days or more; state marginable_from where they "
            "are not");
      entry.terms = *read;
      return true;
    }
    if (entry.direction == Direction::owed)
      return decline(entry, "a money-market fund cannot be sold short"), false;
    // A broker lists them under "cash" in a margin account too; they are collateral there.
    const bool nothing_borrowed =
        account_.kind == AccountKind::cash || account_.kind == AccountKind::retirement;
    if (nothing_borrowed || entry.standing == Standing::not_marginable) entry.terms = *read;
    else entry.terms = MoneyMarketShares{*read};
    return true;
  }
  bool read_terms(const Bond& bond, Entry& entry) {
    if (owed_in_cash_account(entry)) return false;
    apply_listing(bond.listing, entry);
    const auto mark = prices_.mark(entry.id, bond.listing.currency);
    if (!mark) return false;
    const auto first = opening(entry, *mark);
    const auto par = prices_.converted({Decimal{bond.maturity ? 1 : 0}, bond.listing.currency});
    if (!first || !par) return false;
    if (bond.maturity && *bond.maturity < account_.as_of) {
      book_.refused.push_back(
          {Reason::bad_input,
           "matured on " + to_text(*bond.maturity) + "; book its principal as cash",
           std::string{entry.id.view()}});
      return false;
    }
    // A bond's price is for 100 of principal; a preferred share's for one share.
    const Debt read{.bond = &bond,
                    .units = entry.size,
                    .par = *par,
                    .mark = *mark,
                    .opening = *first,
                    .per = bond.maturity ? bond_price_basis : Decimal{1},
                    .owed = entry.direction == Direction::owed,
                    .standing = entry.standing};
    entry.value = worth<Money>("market value", read, Phase::maintenance);
    if (bond.kind == BondKind::corporate && !bond.rating)
      note(
          "bonds of unknown rating are margined below investment grade; state rating under "
          "instruments");
    if (bond.kind == BondKind::convertible && !bond.maturity)
      note(
          "convertibles without a maturity are taken as preferred shares, priced each; state "
          "maturity for bonds");
    if (bond.kind == BondKind::convertible && !bond.underlying.empty())
      entry.underlying = bond.underlying;
    entry.terms = read;
    return true;
  }
  bool read_terms(const Warrant& warrant, Entry& entry) {
    const auto read = shares(warrant.listing, entry);
    const auto exercise = prices_.converted(warrant.exercise);
    if (!read || !exercise) return false;
    if (entry.direction == Direction::owed)
      return decline(entry, "warrants sold short are not covered"), false;
    entry.underlying = warrant.underlying;
    entry.terms = WarrantShares{*read, *exercise, warrant.shares};
    return true;
  }
  /// What kind of options these are, if no percentages for them are known here.
  std::string_view without_percentages(const ListedOption& option) const {
    const Instrument* on = described(account_, option.underlying);
    const auto* index = on ? std::get_if<Index>(on) : nullptr;
    if (!index) return {};
    switch (index->index_class) {
      case IndexClass::narrow:
      case IndexClass::broad:
        return {};
      case IndexClass::currency:
        return "currency options";
      case IndexClass::interest_rate:
        return "interest-rate options";
    }
    std::unreachable();
  }
  bool read_terms(const ListedOption& option, Entry& entry) {
    if (const std::string_view kind = without_percentages(option); !kind.empty())
      return decline(entry, std::string{kind} +
                                ": their percentages in FINRA Rule 4210(f)(2)(E) are not known "
                                "here; ask the broker for their requirement"),
             false;
    const Currency currency = option.strike.currency;
    const auto mark = prices_.mark(entry.id, currency);
    const auto strike = prices_.converted(option.strike);
    const auto level = underlying_level(option, currency);
    if (!mark || !strike || (!level && sold_on_.contains(option.underlying))) return false;
    const auto first = opening(entry, *mark);
    if (!first) return false;
    const Quantity units{multiply_divide(entry.size.atto, option.multiplier.nano(), Decimal::scale,
                                         Round::toward_zero)};
    const OptionLeg leg{&option, *strike, *mark, *first, level, underlying_class(option), units};
    entry.underlying = option.underlying;
    entry.value = leg.value(Phase::maintenance);
    if (level && entry.value < in_the_money(leg, *level))
      note("priced below what it would bring if exercised: " + to_text(Instrument{option}));
    entry.terms = leg;
    return true;
  }
  bool read_terms(const Index&, Entry& entry) {
    return decline(entry, "an index cannot be held"), false;
  }
  bool read_terms(const Future&, Entry& entry) {
    return decline(entry, "futures are margined by the method span"), false;
  }
  bool read_terms(const FutureOption&, Entry& entry) {
    return decline(entry, "options on futures are margined by the method span"), false;
  }
  bool read_terms(const Combination&, Entry& entry) {
    return decline(entry, "futures combinations are margined by the method span"), false;
  }
  bool read_terms(const Token&, Entry& entry) {
    return decline(entry,
                   "crypto assets have no loan value under Regulation T and are not margined here"),
           false;
  }

  /// Of a reduced index (XSP, on SPX over 10) its own quote, where there is one under its options'
  /// root.
  std::optional<Decimal> own_level(const ListedOption& option) const {
    if (option.underlying_scale == Decimal{1}) return std::nullopt;
    std::string_view root = option.id.view().substr(0, 6);
    root = root.substr(0, root.find(' '));
    if (InstrumentId{root} == option.underlying) return std::nullopt;
    const Quote* quote = market_.find(InstrumentId{root});
    return quote ? quote->price : std::nullopt;
  }

  /// The level an option's percentages read. Required where anything is sold on the same
  /// underlying.
  std::optional<Price> underlying_level(const ListedOption& option, Currency currency) {
    if (const auto own = own_level(option)) return prices_.converted({*own, currency});
    const Quote* quote = market_.find(option.underlying);
    if ((!quote || !quote->price) && !sold_on_.contains(option.underlying)) return std::nullopt;
    auto level = prices_.mark(option.underlying, currency);
    if (level) level->per_unit = divide(level->per_unit, option.underlying_scale, Round::half_even);
    return level;
  }
  UnderlyingClass underlying_class(const ListedOption& option) const {
    const Instrument* on = described(account_, option.underlying);
    UnderlyingClass read;
    if (const auto* index = on ? std::get_if<Index>(on) : nullptr)
      read.broad_index = index->index_class == IndexClass::broad;
    if (const auto* stock = on ? std::get_if<Stock>(on) : nullptr) {
      read.broad_index = stock->kind == StockKind::etf && stock->index_class == IndexClass::broad;
      read.note = stock->kind == StockKind::etn;
      read.leverage = std::max(Decimal{1}, abs(stock->leverage));
    }
    return read;
  }

  const Account& account_;
  const MarketSnapshot& market_;
  Prices prices_;
  std::set<InstrumentId> sold_on_;
  Book book_;
};

}  // namespace

Book priced(const Account& account, const MarketSnapshot& market) {
  return Reader{account, market}.read();
}

Shares shares_of(const Entry& entry, Quantity quantity) {
  const auto* plain = std::get_if<Shares>(&entry.terms);
  const auto* money_market = std::get_if<MoneyMarketShares>(&entry.terms);
  Shares part = plain          ? *plain
                : money_market ? money_market->shares
                               : std::get<WarrantShares>(entry.terms).shares;
  part.units = quantity;
  return part;
}

OptionLeg option_of(const Entry& entry, Quantity contracts) {
  OptionLeg part = std::get<OptionLeg>(entry.terms);
  part.units.atto = multiply_divide(contracts.atto, part.option->multiplier.nano(), Decimal::scale,
                                    Round::toward_zero);
  return part;
}

Debt debt_of(const Entry& entry, Quantity quantity) {
  Debt part = std::get<Debt>(entry.terms);
  part.units = quantity;
  return part;
}

}  // namespace plimsoll::reg_t
