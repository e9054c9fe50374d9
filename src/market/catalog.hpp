#pragma once
// Which instrument a symbol is, with everything it is on.

#include <map>
#include <set>
#include <string>

#include "market/descriptions.hpp"
#include "market/instrument_of.hpp"
#include "model/account.hpp"

namespace plimsoll {

/// Whether a symbol that nothing describes may be taken for a plain listed share. `token` is for
/// accounts on chain, where every position names a bank.
enum class Undescribed : std::uint8_t { refused, equity, token };

/// Looks symbols up once each, and keeps what it found.
class CatalogBuilder {
 public:
  /// `descriptions` outlives this.
  CatalogBuilder(const Descriptions& descriptions, AccountTerms terms, Undescribed undescribed)
      : descriptions_{descriptions}, terms_{terms}, undescribed_{undescribed} {}

  /// The instrument called `id`; it enters the catalog with its underlying, and with the reference
  /// of either where that is described. The error's `where` is the place of a description at
  /// fault, or empty.
  Result<Instrument> find(const InstrumentId& id);

  const std::set<std::string>& assumed() const { return assumed_; }
  Catalog& catalog() { return catalog_; }
  std::map<InstrumentId, Profile>& profiles() { return profiles_; }

 private:
  Result<Instrument> build(const InstrumentId& id);
  Result<Instrument> option(const InstrumentId& id, const std::optional<OsiSymbol>& symbol,
                            Description said);
  Result<Instrument> plain(const InstrumentId& id, const Description& said);
  Result<InstrumentType> assume(const InstrumentId& id);
  Result<Instrument> underlying(const InstrumentId& id);
  Result<void> bring_in(const Instrument& instrument);
  Result<void> bring_in_reference(const InstrumentId& id);

  const Descriptions& descriptions_;
  AccountTerms terms_;
  Undescribed undescribed_;
  Catalog catalog_;
  std::map<InstrumentId, Result<Instrument>> found_;
  std::map<InstrumentId, Profile> profiles_;
  std::set<std::string> assumed_;
};

}  // namespace plimsoll
