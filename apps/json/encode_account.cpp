#include "apps/json/encode_account.hpp"

#include <algorithm>
#include <utility>

#include "apps/json/account_words.hpp"
#include "apps/json/document.hpp"
#include "apps/json/read_position.hpp"
#include "apps/json/write_bond.hpp"
#include "apps/json/write_description.hpp"
#include "apps/json/write_market.hpp"
#include "apps/json/write_node.hpp"
#include "apps/json/write_values.hpp"
#include "base/check.hpp"

namespace plimsoll::json {
namespace {

template <class E, std::size_t n>
std::string_view text_of(E value, const std::array<Word<E>, n>& words) {
  const auto found = std::ranges::find(words, value, &Word<E>::value);
  PLIMSOLL_CHECK(found != words.end());
  return found->text;
}

void write_cash(Writer& out, const std::vector<DraftCash>& cash) {
  out.key("cash").begin_object();
  for (const DraftCash& held : cash) write_amount(out, held.currency, held.amount);
  out.end_object();
}

void write_lots(Writer& out, const std::vector<DraftLot>& lots) {
  out.key("lots").begin_array();
  for (const DraftLot& lot : lots) {
    out.begin_object();
    write_text(out, "quantity", to_text(lot.quantity));
    write_amount(out, "cost", lot.cost);
    write_date(out, "date", lot.date);
    out.end_object();
  }
  out.end_array();
}

void write_position(Writer& out, const DraftPosition& position) {
  out.begin_object();
  write_text(out, "symbol", position.symbol);
  write_text(out, "quantity", to_text(position.quantity));
  if (position.holding != Holding::unstated)
    write_text(out, "holding", text_of(position.holding, holding_words));
  if (position.average_cost) write_amount(out, "average_cost", *position.average_cost);
  if (!position.lots.empty()) write_lots(out, position.lots);
  if (position.trade_price) write_amount(out, "trade_price", *position.trade_price);
  if (position.trade_date) write_date(out, "trade_date", *position.trade_date);
  if (!position.name.empty()) write_text(out, "name", position.name);
  out.end_object();
}

void write_notes(Writer& out, const std::vector<std::string>& notes) {
  out.key("notes").begin_array();
  for (const std::string& note : notes) out.text(note);
  out.end_array();
}

void write_instruments(Writer& out, const std::vector<Description>& instruments) {
  std::vector<const Description*> sorted;
  for (const Description& one : instruments) sorted.push_back(&one);
  std::ranges::sort(sorted, {}, [](const Description* one) {
    return std::pair{std::string_view{one->symbol}, one};
  });
  out.key("instruments").begin_object();
  for (const Description* one : sorted) {
    out.key(one->symbol);
    write_description(out, *one);
  }
  out.end_object();
}

bool is_empty(const MarketSnapshot& market) {
  return market.quotes.empty() && market.currencies.empty() && !market.risk_free_rate &&
         market.rate_curve.empty();
}

void write_kept(Writer& out, const AccountDocument& document, std::string_view key) {
  for (const Member& kept : document.unread) {
    if (kept.key != key) continue;
    out.key(key);
    write_node(out, kept.value);
  }
}

}  // namespace

std::string encode_account(const AccountDocument& document) {
  const AccountDraft& account = document.account;
  Writer out{Layout::indented};
  out.begin_object();
  write_text(out, "schema", account_schema);
  write_text(out, "id", account.id);
  write_date(out, "as_of", account.as_of);
  write_text(out, "kind", text_of(account.kind, kind_words));
  write_text(out, "currency", account.currency);
  if (account.cash) write_cash(out, *account.cash);
  for (const std::string_view key : {"sma", "prior_close_equity", "margin"})
    write_kept(out, document, key);
  if (account.role) write_text(out, "role", text_of(*account.role, role_words));
  if (account.bond) {
    out.key("performance_bond");
    write_bond(out, *account.bond, account.currency);
  }
  out.key("positions").begin_array();
  for (const DraftPosition& position : account.positions) write_position(out, position);
  out.end_array();
  if (!account.instruments.empty()) write_instruments(out, account.instruments);
  if (!is_empty(document.market)) {
    out.key("market");
    write_market(out, document.market);
  }
  write_kept(out, document, "financing");
  if (!document.notes.empty()) write_notes(out, document.notes);
  out.end_object();
  return std::move(out).finish();
}

}  // namespace plimsoll::json
