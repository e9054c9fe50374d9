#include "model/account.hpp"

namespace plimsoll {

const Instrument* described(const Account& account, const InstrumentId& id) {
  const auto found = account.catalog.find(id);
  return found == account.catalog.end() ? nullptr : &found->second;
}

}  // namespace plimsoll
