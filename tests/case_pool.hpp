#pragma once
// A lending pool as cases write it: banks line by line, in the words of the pool document.

#include <memory>
#include <span>
#include <string>

#include "base/node.hpp"
#include "market/pool.hpp"

namespace plimsoll::testing {

struct CasePool {
  std::string protocol = "marginfi";
  Node banks = {};  // as they would stand in the document
};

/// `bank NAME key value ...`; `emode TAG/INIT/MAINT` as often as there are entries. Refused: pairs
/// that are none, a bank or a key written twice.
Result<void> add_bank(std::span<const std::string> words, CasePool& pool);

/// What the pool document's own reader makes of the banks; nothing where there are none. Refused:
/// the first of what it refuses.
Result<std::shared_ptr<const Pool>> pool_of(const CasePool& pool, const std::string& path);

/// A pool document of the project, by its path in it.
Result<std::shared_ptr<const Pool>> pool_document(const std::string& path);

}  // namespace plimsoll::testing
