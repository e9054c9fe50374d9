#include "market/resolve.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "market/catalog.hpp"
#include "market/multiple_in_name.hpp"
#include "model/limits.hpp"

namespace plimsoll {
namespace {

Undescribed undescribed(const AccountDraft& draft, Strictness strictness) {
  if (draft.kind == AccountKind::cross_margin) return Undescribed::token;
  switch (strictness) {
    case Strictness::lenient:
      return Undescribed::equity;
    case Strictness::strict:
      return Undescribed::refused;
  }
  std::unreachable();
}

Currency currency_or_usd(const std::string& code) {
  return Currency::is_code(code) ? Currency::of(code) : usd;
}

/// How an instrument may be held.
struct Terms {
  bool held = true;       // an index is not
  bool whole = false;     // contracts are not divisible
  bool security = false;  // has the sub-accounts cash, margin and short
};

Terms terms_of(const Instrument& instrument) {
  return std::visit(Match{
                        [](const Stock&) { return Terms{.security = true}; },
                        [](const Fund&) { return Terms{.security = true}; },
                        [](const Bond&) { return Terms{.security = true}; },
                        [](const Warrant&) { return Terms{.security = true}; },
                        [](const Index&) { return Terms{.held = false}; },
                        [](const ListedOption&) { return Terms{.whole = true}; },
                        [](const Future&) { return Terms{.whole = true}; },
                        [](const FutureOption&) { return Terms{.whole = true}; },
                        [](const Combination&) { return Terms{.whole = true}; },
                        [](const Token&) { return Terms{}; },
                    },
                    instrument);
}

/// Turns one draft into an account, gathering every refusal on the way.
class Resolver {
 public:
  Resolver(const AccountDraft& draft, const SecurityList& lists, Strictness strictness)
      : draft_{draft},
        strictness_{strictness},
        descriptions_{draft, lists},
        base_{currency_or_usd(draft.currency)},
        catalog_{descriptions_, {draft.as_of, base_}, undescribed(draft, strictness)} {}

  Loaded<Resolved> resolved() && {
    account_.id = draft_.id;
    account_.as_of = draft_.as_of;
    account_.kind = draft_.kind;
    account_.role = draft_.role.value_or(Role::customer);
    account_.bond = draft_.bond.value_or(PerformanceBond{});
    account_.base = base_;
    if (!Currency::is_code(draft_.currency))
      refuse("currency", "currency \"" + draft_.currency.substr(0, 40) +
                             "\" is not a code; write three to eight capitals, like USD");
    if (draft_.id.size() > limits::name_length_max)
      refuse("id", "the account's id is longer than " + std::to_string(limits::name_length_max) +
                       " characters; shorten it");
    refused_.insert(refused_.end(), descriptions_.refused().begin(), descriptions_.refused().end());
    read_cash();
    if (draft_.positions.size() > limits::positions_max)
      refuse("positions", std::to_string(draft_.positions.size()) + " positions are more than " +
                              std::to_string(limits::positions_max) + "; split the account");
    else
      for (const DraftPosition& position : draft_.positions) read_position(position);
    for (const Mention& one : draft_.mentioned) read_mention(one);
    account_.catalog = std::move(catalog_.catalog());
    account_.profiles = std::move(catalog_.profiles());
    const auto& assumed = catalog_.assumed();
    return {{std::move(account_), {assumed.begin(), assumed.end()}, std::move(multiples_)},
            std::move(refused_)};
  }

 private:
  void refuse(const std::string& where, std::string what) {
    refused_.push_back({Reason::bad_input, std::move(what), where});
  }
  /// One more thing wrong with a position, whose row is named in front of it.
  void refuse(const DraftPosition& row, const std::string& what) {
    refuse(row.where, row.symbol.substr(0, 40) + ": " + what);
  }

  void read_cash() {
    if (!draft_.cash) return;
    account_.cash.emplace();
    std::set<std::string> seen;
    for (const auto& [code, amount] : *draft_.cash) {
      const std::string where = "cash " + code.substr(0, 40);
      if (!Currency::is_code(code))
        refuse(where, "\"" + code.substr(0, 40) +
                          "\" is not a currency; write three to eight capitals, like USD");
      else if (!seen.insert(code).second)
        refuse(where, "the currency stands twice; write one amount for each");
      else if (abs(amount) > limits::cash_max)
        refuse(where, to_text(amount, 2) + " is out of range; write at most " +
                          to_text(limits::cash_max, 0) + " in size");
      else account_.cash->push_back({amount, Currency::of(code)});
    }
  }

  /// Where a position stands that does not say: what is owed with the short sales, what is held
  /// with the rest.
  static Holding stands_in(const DraftPosition& row) {
    if (row.holding == Holding::cash) return Holding::cash;
    return row.quantity.is_negative() ? Holding::short_sale : Holding::margin;
  }

  void read_mention(const Mention& one) {
    const auto id = instrument_id(one.symbol);
    if (!id) return refuse(one.where, id.error().what);
    if (const auto found = catalog_.find(*id); !found)
      refuse(one.where, one.symbol.substr(0, 40) + ": " + found.error().what);
  }

  void read_position(const DraftPosition& row) {
    const std::size_t refused_before = refused_.size();
    const auto id = instrument_id(row.symbol);
    if (!id) return refuse(row.where, id.error().what);
    const auto [first, fresh] = places_.emplace(std::pair{*id, stands_in(row)}, row.where);
    if (!fresh)
      refuse(row, "it is held twice in the same way, also at " + first->second +
                      "; add the quantities up in one row");
    check_size(row);
    const auto instrument = catalog_.find(*id);
    if (!instrument) return refuse_unknown(row, instrument.error());
    check_terms(row, terms_of(*instrument));
    check_name(row, *instrument);
    Position position{.instrument = *instrument, .quantity = row.quantity, .holding = row.holding};
    const PriceRange range = price_range(*instrument);
    check_price(row, "trade_price", row.trade_price, range);
    // Shares may have cost nothing: a gift, a spin-off.
    check_price(row, "average_cost", row.average_cost,
                {.below_zero = range.below_zero, .zero = true});
    read_costs(row, currency_of(*instrument, base_), position);
    if (refused_.size() == refused_before) account_.positions.push_back(std::move(position));
  }

  /// What is wrong with a description is said once, there, with everything it leaves out.
  void refuse_unknown(const DraftPosition& row, const Error& error) {
    const auto blame = std::ranges::find(refused_, error.where, &Error::where);
    if (error.where.empty() || blame == refused_.end()) return refuse(row, error.what);
    const bool first = left_out_.insert(error.where).second;
    blame->what += (first ? "; it leaves out " : ", ") + row.symbol.substr(0, 40);
  }

  void check_size(const DraftPosition& row) {
    if (row.quantity.is_zero())
      refuse(row, "its quantity is zero; write how much is held, or remove the row");
    const Quantity most =
        draft_.kind == AccountKind::cross_margin ? limits::tokens_max : limits::quantity_max;
    if (abs(row.quantity) > most)
      refuse(row, "its quantity " + to_text(row.quantity) + " is out of range; write at most " +
                      to_text(most) + " in size");
  }

  void check_terms(const DraftPosition& row, const Terms& terms) {
    if (!terms.held)
      refuse(row, "an index cannot be held; write the fund, future or option that is");
    if (terms.whole && !row.quantity.is_whole())
      refuse(row, "its quantity " + to_text(row.quantity) +
                      " is a fraction of a contract; write whole contracts");
    const bool is_short = row.quantity.is_negative();
    if (row.holding == Holding::short_sale && !is_short && !row.quantity.is_zero())
      refuse(row, "it is held short and its quantity is above zero; write -" +
                      to_text(row.quantity) + ", or correct the holding");
    if (row.holding == Holding::cash && is_short && terms.security)
      refuse(row,
             "it is short in the cash account, where nothing can be sold short; correct the "
             "holding or the sign");
  }

  /// A leverage of one that nobody stated, against a name that says "3X".
  void check_name(const DraftPosition& row, const Instrument& instrument) {
    const auto* stock = std::get_if<Stock>(&instrument);
    const std::string word = stock ? multiple_in_name(row.name) : std::string{};
    if (word.empty() || stock->leverage != Decimal{1}) return;
    const auto said = descriptions_.of(stock->id);
    if (said && said->leverage) return;
    if (strictness_ == Strictness::strict)
      return refuse(row, "it is called \"" + row.name +
                             "\" and nothing states its multiple; write " +
                             "\"leverage\" under instruments, 1 if it has none");
    const bool known = std::ranges::any_of(
        multiples_, [&](const NamedMultiple& one) { return one.symbol == stock->id.view(); });
    if (!known) multiples_.push_back({std::string{stock->id.view()}, row.name, word});
  }

  void check_price(const DraftPosition& row, const std::string& name,
                   const std::optional<Decimal>& price, PriceRange range) {
    if (!price) return;
    if (abs(*price) > limits::price_max)
      refuse(row,
             name + " " + to_text(*price, 2) + " is out of range; write the price of one unit");
    else if (price->is_negative() && !range.below_zero)
      refuse(row, name + " " + to_text(*price, 2) + " is below zero; write what was paid for one");
    else if (price->is_zero() && !range.zero)
      refuse(row, name + " is zero; write what was paid for one, or leave it out");
  }

  void read_costs(const DraftPosition& row, Currency currency, Position& position) {
    if (row.average_cost) position.average_cost = Price{*row.average_cost, currency};
    if (row.trade_date && *row.trade_date > draft_.as_of)
      refuse(row, "its trade_date " + to_text(*row.trade_date) + " is after the account's day, " +
                      to_text(draft_.as_of) + "; correct one of them");
    // What was opened on an earlier day is margined at the market.
    const bool opened_today = row.trade_date.value_or(draft_.as_of) == draft_.as_of;
    if (row.trade_price && opened_today) position.trade_price = Price{*row.trade_price, currency};
    check_lots(row);
    for (const DraftLot& lot : row.lots)
      position.lots.push_back({lot.quantity, {lot.cost, currency}, lot.date});
  }

  void check_lots(const DraftPosition& row) {
    const std::size_t refused_before = refused_.size();
    Quantity sum;
    for (const DraftLot& lot : row.lots) {
      if (lot.quantity.is_zero() || abs(lot.quantity) > limits::quantity_max)
        refuse(row, "a lot's quantity " + to_text(lot.quantity) + " is zero or out of range");
      if (abs(lot.cost) > limits::price_max)
        refuse(row, "a lot's cost " + to_text(lot.cost, 2) + " is out of range");
      if (lot.date > draft_.as_of)
        refuse(row, "a lot is dated " + to_text(lot.date) + ", after the account's day");
      if (refused_.size() == refused_before) sum = sum + lot.quantity;
    }
    const bool in_doubt = row.lots.empty() || refused_.size() != refused_before;
    if (!in_doubt && sum != row.quantity)
      refuse(row, "its lots add up to " + to_text(sum) + " and its quantity is " +
                      to_text(row.quantity) + "; correct one of them, or leave the lots out");
  }

  const AccountDraft& draft_;
  Strictness strictness_;
  Descriptions descriptions_;
  Currency base_;
  CatalogBuilder catalog_;
  Account account_;
  std::map<std::pair<InstrumentId, Holding>, std::string> places_;
  std::set<std::string> left_out_;  // faulty descriptions that already name a position
  std::vector<NamedMultiple> multiples_;
  std::vector<Error> refused_;
};

}  // namespace

Loaded<Resolved> resolve(const AccountDraft& draft, const SecurityList& lists,
                         Strictness strictness) {
  return Resolver{draft, lists, strictness}.resolved();
}

}  // namespace plimsoll
