#pragma once
// Lists of what well-known symbols are: index options, leveraged and inverse products, broad funds.
// Dated and cited; read from profiles/securities/*.toml. They fill in what neither the account
// document nor the broker's file says.

#include <map>
#include <string>
#include <vector>

#include "base/node.hpp"
#include "model/draft.hpp"

namespace plimsoll {

/// What a list says of one symbol or option root, and which list.
struct ListedSecurity {
  Description description;
  std::string list;   // "leveraged-etps"
  std::string grade;  // "text_read", "secondary" or "recalled": how well its source is known to us
  Date effective_from;
};

/// Later `effective_from` wins for a symbol named by two lists, and of one day the list added last,
/// so that a user's own replaces what is built in; a list dated after the day asked about is not
/// read.
class SecurityList {
 public:
  /// Adds one parsed file of schema "plimsoll.securities/1": `name`, `source`, `retrieved`,
  /// `effective_from`, `grade`, and rows `[[security]]` with `symbol` or `symbols` and the fields
  /// of a description; `grade` on a row wins over the file's. `name` appears in errors. Refused,
  /// and then nothing is added: unknown keys, a missing one of those above, a description that
  /// contradicts itself, a symbol twice.
  Result<void> add(const Node& file, const std::string& name);
  /// What is said of `symbol` on `day`, or nothing.
  const ListedSecurity* find(const std::string& symbol, Date day) const;
  std::size_t size() const { return by_symbol_.size(); }

 private:
  std::map<std::string, std::vector<ListedSecurity>> by_symbol_;  // oldest first
};

}  // namespace plimsoll
