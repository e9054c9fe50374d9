#pragma once
// The peer: the same healths in double precision, as fast as they can be had. Prices are biased and
// multiplied by weights beforehand, banks stand in one array by number, and nothing is refused.

#include <array>
#include <cstdint>
#include <vector>

#include "market/pool.hpp"
#include "model/account.hpp"

namespace plimsoll::bench {

class Doubles {
 public:
  struct Side {
    double assets = 0, liabilities = 0;
  };
  /// Initial, maintenance, equity.
  using Healths = std::array<Side, 3>;

  Doubles(const Pool& pool, const std::vector<Account>& accounts);
  Healths of(std::size_t account) const;

 private:
  static constexpr std::size_t tags = 8;
  using ByTag = std::array<double, tags>;
  struct Rates {
    std::array<double, 3> held = {}, owed = {};  // value of one native unit
    std::array<double, 2> low = {};              // initial with its discount, and maintenance
    std::array<double, 2> weight = {};           // the bank's own, likewise
    std::array<ByTag, 2> granted = {};
    std::uint32_t tag = 0, tags_granted = 0;  // a bit each
  };
  struct Balance {
    std::uint32_t bank = 0;
    double amount = 0;  // native units, owed below zero
  };

  std::vector<Rates> banks_ = {};
  std::vector<Balance> balances_ = {};
  std::vector<std::size_t> first_ = {};  // of each account, and the end
};

}  // namespace plimsoll::bench
