#include "model/activity.hpp"

namespace plimsoll {

InstrumentId symbol_of(const Event& event) {
  return std::visit([](const auto& one) { return one.symbol; }, event);
}

}  // namespace plimsoll
