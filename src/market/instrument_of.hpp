#pragma once
// One description to one instrument: what each type must say, and what it may leave to a default.

#include <optional>

#include "base/result.hpp"
#include "market/description.hpp"
#include "model/instrument.hpp"
#include "model/osi.hpp"

namespace plimsoll {

/// What the account says for everything in it.
struct AccountTerms {
  Date as_of;
  Currency currency;  // of what states none
};

/// Anything but a listed option. `description` has no `problems` and nothing misplaced. Refused:
/// what the type needs and the description does not say, and what has expired or matured before the
/// account's day. The error's `where` is empty: the caller knows whom it concerns.
Result<Instrument> instrument_of(const InstrumentId& id, InstrumentType type,
                                 const Description& description, const AccountTerms& terms);

/// A listed option on `underlying`, which is resolved already. `symbol` is what an OSI symbol says,
/// or nothing where the description says it all. Refused: contradictions between the two, an option
/// past its expiry, an adjusted root (a digit at its end) or another spelling with no multiplier,
/// an underlying that options cannot be on.
Result<Instrument> option_of(const InstrumentId& id, const std::optional<OsiSymbol>& symbol,
                             const Description& description, const Instrument& underlying,
                             const AccountTerms& terms);

}  // namespace plimsoll
