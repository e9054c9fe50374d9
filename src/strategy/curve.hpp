#pragma once
// Equity and requirement along one driver.

#include <map>

#include "strategy/moved_market.hpp"

namespace plimsoll::strategy {

class RoomCurve {
 public:
  RoomCurve(const Book& book, MovedMarket& market, Driver driver)
      : book_{book}, market_{market}, driver_{driver} {}

  /// The account where the driver has moved so; remembered.
  Result<Room> at(double move);
  /// equity - multiplier x requirement there.
  Result<double> excess(double move, double multiplier);

 private:
  const Book& book_;
  MovedMarket& market_;
  Driver driver_;
  std::map<double, Room> known_;
};

}  // namespace plimsoll::strategy
