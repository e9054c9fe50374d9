#pragma once
// From what was written to what is meant: symbols become instruments, sizes are bounded,
// contradictions are refused.

#include "market/check.hpp"  // whoever resolves an account checks its market next
#include "market/securities.hpp"
#include "model/draft.hpp"

namespace plimsoll {

/// `lenient` takes an undescribed listed symbol for a plain marginable equity and says so; `strict`
/// refuses it.
enum class Strictness : std::uint8_t { lenient, strict };

struct Resolved {
  Account account;
  std::vector<std::string> assumed;  // symbols taken for an equity because nothing describes them
};

/// Order of belief: the draft's own descriptions (by symbol, then by option root), the security
/// lists, then equity. Refused, one error each with its place: malformed or past option symbols,
/// unknown types and multipliers, duplicates (same symbol and holding), zero or absurd quantities,
/// contradicting descriptions, fractions of a contract.
Loaded<Resolved> resolve(const AccountDraft& draft, const SecurityList& lists,
                         Strictness strictness);

}  // namespace plimsoll
