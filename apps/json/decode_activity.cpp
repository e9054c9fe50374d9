#include "apps/json/decode_activity.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "apps/json/activity_words.hpp"
#include "apps/json/document.hpp"
#include "apps/json/read_description.hpp"
#include "apps/json/writer.hpp"
#include "market/exchange_time.hpp"
#include "model/limits.hpp"
#include "model/osi.hpp"

namespace plimsoll::json {
namespace {

constexpr std::array<std::string_view, 4> document_keys{"schema", "order", "entries",
                                                        "instruments"};
enum class Kind : std::uint8_t { trade, cash, split, option_end, transfer, mark };
constexpr std::array kind_words{
    Word<Kind>{"trade", Kind::trade},         Word<Kind>{"deposit", Kind::cash},
    Word<Kind>{"withdrawal", Kind::cash},     Word<Kind>{"dividend", Kind::cash},
    Word<Kind>{"interest", Kind::cash},       Word<Kind>{"fee", Kind::cash},
    Word<Kind>{"split", Kind::split},         Word<Kind>{"expiration", Kind::option_end},
    Word<Kind>{"exercise", Kind::option_end}, Word<Kind>{"assignment", Kind::option_end},
    Word<Kind>{"transfer", Kind::transfer},   Word<Kind>{"mark", Kind::mark},
};
constexpr std::array<std::string_view, 7> trade_keys{"time",  "kind", "symbol", "quantity",
                                                     "price", "fees", "effect"};
constexpr std::array<std::string_view, 5> cash_keys{"time", "kind", "amount", "currency", "symbol"};
constexpr std::array<std::string_view, 4> split_keys{"time", "kind", "symbol", "ratio"};
constexpr std::array<std::string_view, 5> option_keys{"time", "kind", "symbol", "quantity",
                                                      "price"};
constexpr std::array<std::string_view, 6> transfer_keys{"time",     "kind",   "symbol",
                                                        "quantity", "amount", "currency"};
constexpr std::array<std::string_view, 4> mark_keys{"time", "kind", "symbol", "price"};

Keys keys_of(Kind kind) {
  switch (kind) {
    case Kind::trade:
      return trade_keys;
    case Kind::cash:
      return cash_keys;
    case Kind::split:
      return split_keys;
    case Kind::option_end:
      return option_keys;
    case Kind::transfer:
      return transfer_keys;
    case Kind::mark:
      return mark_keys;
  }
  std::unreachable();
}

InstrumentId read_symbol(const Fields& fields) {
  const auto text = fields.text("symbol");
  if (!text) return {};
  const auto id = instrument_id(*text);
  if (id) return *id;
  fields.refuse("symbol", id.error().what);
  return {};
}

Quantity read_units(const Fields& fields) {
  const auto quantity = fields.quantity("quantity").value_or(Quantity{});
  if (abs(quantity) > limits::quantity_max)
    fields.refuse("quantity", "this is more than " + to_text(limits::quantity_max) +
                                  " units; is it one trade?");
  return quantity;
}

Decimal read_price(const Fields& fields) {
  return fields.decimal("price", limits::price_max).value_or(Decimal{});
}

std::string read_currency(const Fields& fields) {
  const std::string code = fields.text("currency").value_or("");
  if (!code.empty() && !Currency::is_code(code))
    fields.refuse("currency", in_quotes(code) +
                                  " is not a currency code; write three to eight capitals, like "
                                  "\"USD\"");
  return code;
}

Trade read_trade(const Fields& fields) {
  fields.require({"symbol", "quantity", "price"});
  return {read_symbol(fields), read_units(fields), read_price(fields),
          fields.decimal("fees", limits::cash_max).value_or(Decimal{}),
          fields.word("effect", effect_words)};
}

CashMove read_cash_move(const Fields& fields) {
  fields.require({"amount"});
  return {fields.word("kind", cash_words).value_or(CashKind::deposit),
          fields.decimal("amount", limits::cash_max).value_or(Decimal{}), read_currency(fields),
          fields.find("symbol") ? read_symbol(fields) : InstrumentId{}};
}

/// "3:2": two positive whole numbers.
bool read_ratio(std::string_view text, Split& split) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  const auto whole = [](std::string_view digits, std::int64_t& value) {
    const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    constexpr std::int64_t most = 1'000'000;
    return wrong == std::errc{} && end == digits.data() + digits.size() && 0 < value &&
           value <= most;
  };
  return whole(text.substr(0, colon), split.new_shares) &&
         whole(text.substr(colon + 1), split.old_shares);
}

Split read_split(const Fields& fields) {
  fields.require({"symbol", "ratio"});
  Split split{.symbol = read_symbol(fields)};
  if (const auto ratio = fields.text("ratio"); ratio && !read_ratio(*ratio, split))
    fields.refuse("ratio", in_quotes(ratio->substr(0, 40)) +
                               " is not two whole numbers above zero; write \"3:2\" for three new "
                               "shares for two old");
  return split;
}

OptionEnd read_option_end(const Fields& fields) {
  fields.require({"symbol", "quantity"});
  return {fields.word("kind", option_words).value_or(OptionEndKind::expiration),
          read_symbol(fields), read_units(fields), fields.decimal("price", limits::price_max)};
}

/// Of cash or of securities, one of the two.
Event read_transfer(const Fields& fields) {
  const bool cash = fields.find("amount") != nullptr;
  if (cash == (fields.find("symbol") != nullptr))
    fields.refuse("kind",
                  "a transfer is of cash (amount) or of securities (symbol and quantity); "
                  "write one entry for each");
  if (cash)
    return CashMove{CashKind::transfer,
                    fields.decimal("amount", limits::cash_max).value_or(Decimal{}),
                    read_currency(fields)};
  fields.require({"symbol", "quantity"});
  return Delivery{read_symbol(fields), read_units(fields)};
}

Mark read_mark(const Fields& fields) {
  fields.require({"symbol", "price"});
  const Mark mark{read_symbol(fields), read_price(fields)};
  if (mark.price.is_negative())
    fields.refuse("price", "a price below zero is not possible here; write the close");
  return mark;
}

Event read_event(Kind kind, const Fields& fields) {
  switch (kind) {
    case Kind::trade:
      return read_trade(fields);
    case Kind::cash:
      return read_cash_move(fields);
    case Kind::split:
      return read_split(fields);
    case Kind::option_end:
      return read_option_end(fields);
    case Kind::transfer:
      return read_transfer(fields);
    case Kind::mark:
      return read_mark(fields);
  }
  std::unreachable();
}

std::optional<Kind> read_kind(const Node& node, const Place& place, Notes& notes) {
  const Node* kind = node.find("kind");
  if (kind == nullptr) {
    notes.refuse(place, "the member \"kind\" is missing; write trade, deposit, mark, ...");
    return {};
  }
  std::array<std::string_view, kind_words.size()> texts;
  for (std::size_t i = 0; i < texts.size(); ++i) texts[i] = kind_words[i].text;
  const auto found = read_word(*kind, texts, place / "kind", notes);
  return found ? std::optional{kind_words[*found].value} : std::nullopt;
}

void read_entry(const Node& node, const Place& place, Notes& notes, Activity& activity) {
  if (!is_object(node, place, notes)) return;
  const auto kind = read_kind(node, place, notes);
  if (!kind) return;
  const Fields fields{node, place, keys_of(*kind), notes};
  fields.require({"time"});
  Entry entry{{}, read_event(*kind, fields), place.text()};
  if (const auto time = fields.text("time")) {
    if (const auto moment = exchange_moment(*time)) entry.moment = *moment;
    else fields.refuse("time", moment.error().what);
  }
  activity.entries.push_back(std::move(entry));
}

}  // namespace

std::expected<Activity, std::vector<Error>> decode_activity(const Node& document,
                                                            std::string_view name) {
  Notes notes;
  const Place place{name};
  if (!is_document(document, activity_schema, place, notes))
    return std::unexpected{notes.mistakes()};
  const Fields fields{document, place, document_keys, notes};
  fields.require({"entries"});
  Activity activity;
  activity.order = fields.word("order", order_words).value_or(DayOrder::as_written);
  if (const Node* entries = fields.find("entries")) {
    const Place here = place / "entries";
    if (is_array(*entries, here, notes)) {
      activity.entries.reserve(entries->items.size());
      for (std::size_t i = 0; i < entries->items.size() && !notes.full(); ++i)
        read_entry(entries->items[i], here / i, notes, activity);
    }
  }
  if (const Node* instruments = fields.find("instruments"))
    activity.instruments = read_descriptions(*instruments, place / "instruments", notes);
  if (!notes.clean()) return std::unexpected{notes.mistakes()};
  return activity;
}

LedgerTerms ledger_terms(const AccountDocument& document) {
  LedgerTerms terms;
  for (const auto& [key, node] : document.unread) {
    if (key == "sma")
      if (const auto sma = parse_decimal(node.text)) terms.sma = *sma;
    if (key != "margin") continue;
    if (const Node* regime = node.find("intraday_regime"))
      terms.regime =
          regime->text == "intraday" ? IntradayRegime::intraday : IntradayRegime::legacy_day_trade;
    if (const Node* practice = node.find("practice")) terms.practice = practice->text == "true";
  }
  return terms;
}

}  // namespace plimsoll::json
