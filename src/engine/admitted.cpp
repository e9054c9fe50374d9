#include "engine/admitted.hpp"

#include <algorithm>
#include <utility>

#include "market/stale.hpp"
#include "model/osi.hpp"

namespace plimsoll::engine {
namespace {

std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : ", ") + item;
  return text;
}

std::optional<Caveat> caveat_about(const std::vector<std::string>& assumed) {
  if (assumed.empty()) return std::nullopt;
  return Caveat{"taken as ordinary marginable equities, 1x, because nothing describes them: " +
                listed(assumed) + "; describe them under instruments or use --strict"};
}

std::optional<Caveat> caveat_about(const std::vector<NamedMultiple>& multiples) {
  if (multiples.empty()) return std::nullopt;
  std::vector<std::string> items;
  for (const NamedMultiple& one : multiples)
    items.push_back(one.symbol + " (\"" + one.name + "\")");
  return Caveat{"taken at 1x although their names say otherwise: " + listed(items) +
                "; state leverage under instruments"};
}

std::optional<Caveat> caveat_about(const std::vector<StaleQuote>& stale) {
  if (stale.empty()) return std::nullopt;
  std::vector<std::string> items;
  for (const StaleQuote& quote : stale)
    items.push_back(std::string{quote.id.view()} + " (" + to_text(quote.last_day) + ")");
  return Caveat{"prices older than their stale_after are taken as they are: " + listed(items)};
}

/// Under `strict` a stale price is refused like a wrong one.
Errors refused_as_stale(const std::vector<StaleQuote>& stale, Date as_of) {
  Errors errors;
  for (const StaleQuote& quote : stale)
    errors.push_back({Reason::bad_input,
                      "its price is stale after " + to_text(quote.last_day) + ", and this is " +
                          to_text(as_of) + "; give a newer one, or correct stale_after",
                      std::string{quote.id.view()}});
  return errors;
}

/// A figure that cannot be believed is no figure: whatever needs it is then refused by the method.
void withdraw(std::string_view where, MarketSnapshot& market) {
  if (InstrumentId::fits(where)) market.quotes.erase(InstrumentId{where});
  if (Currency::is_code(where)) market.currencies.erase(Currency::of(where));
  if (where == "risk_free_rate") market.risk_free_rate.reset();
  if (where == "rate_curve") market.rate_curve.clear();
}

/// The draft's place of the position that needs `symbol`: the position itself, or one on it.
std::string place_of(const std::string& symbol, const AccountDraft& draft, const Account& account) {
  const auto written = [&](const InstrumentId& id) {
    for (const DraftPosition& position : draft.positions)
      if (const auto own = instrument_id(position.symbol); own && *own == id) return position.where;
    return std::string{};
  };
  const InstrumentId id{symbol};
  if (std::string where = written(id); !where.empty()) return where;
  for (const Position& position : account.positions)
    if (const auto* option = std::get_if<ListedOption>(&position.instrument);
        option && option->underlying == id)
      return written(option->id);
  return "";
}

/// The draft with what options may be on and is not held itself: futures it describes and the
/// market prices. Nothing where there are none.
std::optional<AccountDraft> with_quoted_futures(const Submitted& submitted) {
  if (submitted.account.kind != AccountKind::futures) return std::nullopt;
  std::vector<Mention> quoted;
  for (const Description& one : submitted.account.instruments)
    if (one.type == "future" && InstrumentId::fits(one.symbol) &&
        submitted.market.find(InstrumentId{one.symbol}) != nullptr)
      quoted.push_back({one.symbol, one.where});
  if (quoted.empty()) return std::nullopt;
  AccountDraft draft = submitted.account;
  draft.mentioned.insert(draft.mentioned.end(), quoted.begin(), quoted.end());
  return draft;
}

}  // namespace

void add(Errors& all, const Error& one) {
  if (std::ranges::find(all, one) == all.end()) all.push_back(one);
}
void add(Errors& all, const Errors& more) {
  for (const Error& one : more) add(all, one);
}

Admitted admitted(const Submitted& submitted, const SecurityList& lists) {
  const auto told = with_quoted_futures(submitted);
  auto [resolved, refused] = resolve(told ? *told : submitted.account, lists, submitted.strictness);
  Admitted in{std::move(resolved.account), submitted.market, submitted.caveats, submitted.refused};
  add(in.refused, refused);
  Errors wrong = check(in.market, in.account);
  const std::vector<StaleQuote> stale = stale_quotes(in.market, in.account);
  if (submitted.strictness == Strictness::strict)
    add(wrong, refused_as_stale(stale, in.account.as_of));
  else if (auto caveat = caveat_about(stale)) in.caveats.push_back(*std::move(caveat));
  for (const Error& error : wrong) {
    add(in.refused, error);
    withdraw(error.where, in.market);
    std::erase_if(in.account.positions, [&](const Position& position) {
      return id_of(position.instrument).view() == error.where;
    });
  }
  in.assumed = std::move(resolved.assumed);
  in.multiples = std::move(resolved.multiples);
  return in;
}

std::vector<Caveat> caveats_on_assumed(const Admitted& in,
                                       const std::function<bool(const InstrumentId&)>& described) {
  const auto known = [&](const std::string& symbol) {
    return InstrumentId::fits(symbol) && described(InstrumentId{symbol});
  };
  std::vector<std::string> assumed = in.assumed;
  std::vector<NamedMultiple> multiples = in.multiples;
  std::erase_if(assumed, known);
  std::erase_if(multiples, [&](const NamedMultiple& one) { return known(one.symbol); });
  std::vector<Caveat> caveats;
  if (auto caveat = caveat_about(assumed)) caveats.push_back(*std::move(caveat));
  if (auto caveat = caveat_about(multiples)) caveats.push_back(*std::move(caveat));
  return caveats;
}

Errors placed(Errors errors, const Submitted& submitted, const Account& account) {
  for (Error& error : errors) {
    if (error.reason == Reason::not_covered) continue;  // named by its symbol in the contract
    if (error.where.empty() || !InstrumentId::fits(error.where)) continue;
    const Quote* quote = submitted.market.find(InstrumentId{error.where});
    const bool about_quote = quote != nullptr && error.reason == Reason::bad_input;
    std::string place = about_quote ? quote->where : std::string{};
    if (place.empty()) place = place_of(error.where, submitted.account, account);
    if (place.empty()) continue;
    error.what = error.where + ": " + error.what;
    error.where = std::move(place);
  }
  return errors;
}

}  // namespace plimsoll::engine
