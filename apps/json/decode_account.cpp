#include "apps/json/decode_account.hpp"

#include <array>

#include "apps/json/account_words.hpp"
#include "apps/json/document.hpp"
#include "apps/json/read_bond.hpp"
#include "apps/json/read_description.hpp"
#include "apps/json/read_financing.hpp"
#include "apps/json/read_market.hpp"
#include "apps/json/read_position.hpp"
#include "apps/json/read_unread.hpp"
#include "apps/json/writer.hpp"
#include "model/limits.hpp"

namespace plimsoll::json {
namespace {

void check_currency(const std::string& code, const Place& place, Notes& notes) {
  if (!Currency::is_code(code))
    notes.refuse(place, in_quotes(code) +
                            " is not a currency code; write three to eight capitals, like \"USD\"");
}

/// One number in the account's currency, or an amount for each currency.
std::vector<DraftCash> read_cash(const Node& node, const std::string& currency, const Place& place,
                                 Notes& notes) {
  std::vector<DraftCash> cash;
  if (node.kind != Node::Kind::object) {
    if (const auto amount = read_decimal(node, limits::cash_max, place, notes))
      cash.push_back({currency, *amount});
    return cash;
  }
  for (const Member& member : node.members) {
    const Place here = place / member.key;
    check_currency(member.key, here, notes);
    if (const auto amount = read_decimal(member.value, limits::cash_max, here, notes))
      cash.push_back({member.key, *amount});
  }
  return cash;
}

/// The positions that can be read; the others' mistakes go to `refused`.
std::vector<DraftPosition> read_positions(const Node& node, const Place& place, Notes& broken,
                                          Notes& refused) {
  std::vector<DraftPosition> positions;
  if (!is_array(node, place, broken)) return positions;
  if (node.items.size() > limits::positions_max) {
    broken.refuse(place, "there are " + std::to_string(node.items.size()) +
                             " positions; one account may have " +
                             std::to_string(limits::positions_max) + ", split it");
    return positions;
  }
  for (std::size_t i = 0; i < node.items.size(); ++i)
    if (auto position = read_position(node.items[i], place / i, refused))
      positions.push_back(*std::move(position));
  return positions;
}

constexpr std::size_t notes_max = 1'000;

std::vector<std::string> read_notes(const Node& node, const Place& place, Notes& notes) {
  std::vector<std::string> sentences;
  if (!is_array(node, place, notes)) return sentences;
  if (node.items.size() > notes_max) {
    notes.refuse(place, "there are " + std::to_string(node.items.size()) + " notes; at most " +
                            std::to_string(notes_max) + " are kept");
    return sentences;
  }
  for (std::size_t i = 0; i < node.items.size(); ++i)
    if (auto sentence = read_long_text(node.items[i], note_length_max, place / i, notes))
      sentences.push_back(*std::move(sentence));
  return sentences;
}

void read_head(const Fields& fields, AccountDraft& account) {
  fields.require({"id", "as_of", "kind", "currency", "positions"});
  account.id = fields.text("id").value_or("");
  account.as_of = fields.date("as_of").value_or(Date{});
  account.kind = fields.word("kind", kind_words).value_or(AccountKind::margin);
  if (const auto currency = fields.text("currency")) {
    check_currency(*currency, fields.place() / "currency", fields.notes());
    account.currency = *currency;
  }
  account.role = fields.word("role", role_words);
  if (const Node* bond = fields.find("performance_bond"))
    account.bond =
        read_bond(*bond, Currency::is_code(account.currency) ? Currency::of(account.currency) : usd,
                  fields.place() / "performance_bond", fields.notes());
}

MarketSnapshot read_inline_market(const Node* node, const Place& place, Date as_of, Notes& notes) {
  MarketSnapshot empty;
  empty.as_of = as_of;
  if (node == nullptr || !is_object(*node, place, notes)) return empty;
  return read_market(Fields{*node, place, market_keys, notes}, as_of);
}

}  // namespace

std::expected<Loaded<AccountDocument>, std::vector<Error>> decode_account(const Node& document,
                                                                          std::string_view name) {
  Notes broken;
  Notes refused;
  const Place place{name};
  if (!is_document(document, account_schema, place, broken))
    return std::unexpected{broken.mistakes()};

  const Fields fields{document, place, account_keys, broken};
  Loaded<AccountDocument> read;
  AccountDraft& account = read.value.account;
  read_head(fields, account);
  if (const Node* cash = fields.find("cash"))
    account.cash = read_cash(*cash, account.currency, place / "cash", broken);
  if (const Node* positions = fields.find("positions"))
    account.positions = read_positions(*positions, place / "positions", broken, refused);
  if (const Node* instruments = fields.find("instruments"))
    account.instruments = read_descriptions(*instruments, place / "instruments", broken);
  read.value.market =
      read_inline_market(fields.find("market"), place / "market", account.as_of, broken);
  read.value.unread = read_unread(fields);
  if (const Node* financing = fields.find("financing"))
    read.value.financing = read_financing(*financing, place / "financing", broken);
  if (const Node* notes = fields.find("notes"))
    read.value.notes = read_notes(*notes, place / "notes", broken);

  if (!broken.clean()) {
    broken.append(refused);
    return std::unexpected{broken.mistakes()};
  }
  read.refused = refused.mistakes();
  return read;
}

}  // namespace plimsoll::json
