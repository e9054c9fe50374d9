#pragma once
// Everything said of the symbols in an account, in order of belief: the account's own
// descriptions, by symbol and then by option root, and after them the security lists.

#include <map>
#include <string>
#include <vector>

#include "market/description.hpp"
#include "market/securities.hpp"
#include "model/instrument.hpp"
#include "model/osi.hpp"

namespace plimsoll {

class Descriptions {
 public:
  /// Reads the draft's own descriptions; what is wrong with them stands in `refused`. Both
  /// arguments outlive this.
  Descriptions(const AccountDraft& draft, const SecurityList& lists);

  /// Errors of the account's own descriptions, each at its place.
  const std::vector<Error>& refused() const { return refused_; }

  /// What is said of a symbol that is no OSI symbol; an empty description where nothing is. Refused
  /// where the account describes it wrongly, at the place of that description.
  Result<Description> of(const InstrumentId& id) const;

  /// What is said of an option, by its own symbol and by its root.
  Result<Description> of_option(const InstrumentId& id, const OsiSymbol& symbol) const;

  /// Whether anything but options is described under `id`.
  bool names(const InstrumentId& id) const;

  /// What options of `root` are on where nothing says so: the symbol spelled like the root, or,
  /// where the account knows one such share class, that with its punctuation ("BRK.B" for BRKB).
  InstrumentId underlying_of(const std::string& root) const;

 private:
  const Description* own(const InstrumentId& id) const;
  const Description* listed(const InstrumentId& id) const;
  void note_share_class(const InstrumentId& id);

  const AccountDraft& draft_;
  const SecurityList& lists_;
  std::map<InstrumentId, const Description*> own_;
  std::map<InstrumentId, std::string> wrong_;  // where the faulty description stands
  std::map<std::string, std::vector<InstrumentId>> share_classes_;  // by letters and digits alone
  std::vector<Error> refused_;
};

}  // namespace plimsoll
