#pragma once
// The mistakes found in one document, in the order found.

#include <cstddef>
#include <string>
#include <vector>

#include "apps/json/place.hpp"
#include "base/result.hpp"

namespace plimsoll::json {

inline constexpr std::size_t mistakes_max = 1000;

/// Every mistake, so that a customer mends a file in one go; past mistakes_max only that there are
/// more.
class Notes {
 public:
  void refuse(const Place& place, std::string what);
  bool clean() const { return count_ == 0; }
  std::size_t count() const { return count_; }
  /// Whether the next one would only be counted: no need to find words for it.
  bool full() const { return count_ >= mistakes_max; }
  const std::vector<Error>& mistakes() const { return mistakes_; }
  void append(const Notes& others);

 private:
  std::size_t count_ = 0;
  std::vector<Error> mistakes_;
};

}  // namespace plimsoll::json
