#include "strategy/curve.hpp"

namespace plimsoll::strategy {

Result<Room> RoomCurve::at(double move) {
  if (const auto found = known_.find(move); found != known_.end()) return found->second;
  PLIMSOLL_TRY(market, market_.at(driver_, move));
  PLIMSOLL_TRY(there, room(book_, book_.account, *market));
  known_.emplace(move, there);
  return there;
}

Result<double> RoomCurve::excess(double move, double multiplier) {
  PLIMSOLL_TRY(there, at(move));
  return to_double(there.equity.amount) - multiplier * to_double(there.requirement.amount);
}

}  // namespace plimsoll::strategy
