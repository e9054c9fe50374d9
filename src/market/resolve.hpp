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

/// A share taken at one times although what its broker calls it says otherwise.
struct NamedMultiple {
  std::string symbol, name, word;  // "XYZU", "DAILY XYZ 2X LONG", "2X"
};

struct Resolved {
  Account account;
  std::vector<std::string> assumed;  // symbols taken for an equity because nothing describes them
  std::vector<NamedMultiple> multiples = {};  // `strict` refuses them
};

/// Order of belief: the draft's own descriptions (by symbol, then by option root), the security
/// lists, then equity. Refused, one error each with its place: malformed or past option symbols,
/// unknown types and multipliers, duplicates (same symbol and holding), zero or absurd quantities,
/// contradicting descriptions, fractions of a contract, lots that are not the position.
Loaded<Resolved> resolve(const AccountDraft& draft, const SecurityList& lists,
                         Strictness strictness);

}  // namespace plimsoll
