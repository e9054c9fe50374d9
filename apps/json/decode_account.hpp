#pragma once
// The account document `plimsoll.account/1`, from a parsed tree to what the engine takes.

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/node.hpp"
#include "base/result.hpp"
#include "market/snapshot.hpp"
#include "model/draft.hpp"
#include "model/financing.hpp"

namespace plimsoll::json {

inline constexpr std::size_t note_length_max = 1'000;

struct AccountDocument {
  AccountDraft account;
  MarketSnapshot market;  // as of the account's day; empty where the document has none
  std::optional<Financing> financing = {};  // where the document has it
  /// Members as they were written, in the contract's order, to be written so again: sma,
  /// prior_close_equity and margin, which nothing here computes with yet, and financing.
  std::vector<Member> unread = {};
  /// Sentences on how the document came to say what it does, for whoever reads an answer of it.
  std::vector<std::string> notes = {};
};

/// The document, and in `refused` the positions that could not be read: all a partial answer may
/// leave out. Any other mistake (the head, cash, a description, a quote) could change the number of
/// a position that was read, so then there is only the list of mistakes, positions' included.
/// Each error's place is `name` and a JSON pointer: "account.json#/positions/3/quantity".
std::expected<Loaded<AccountDocument>, std::vector<Error>> decode_account(const Node& document,
                                                                          std::string_view name);

}  // namespace plimsoll::json
