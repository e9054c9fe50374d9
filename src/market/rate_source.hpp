#pragma once
// What every file about interest rates says of itself, and its decoding.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/profile_nodes.hpp"

namespace plimsoll {

/// How well the text behind a file is known, as everywhere in profiles/.
enum class RateGrade : std::uint8_t { text_read, secondary, recalled };
std::string_view name_of(RateGrade grade);

struct RateSource {
  std::string name = {};    // "ibkr-pro-usd": files of one name form a series by their first day
  std::string title = {};   // "Interactive Brokers Pro, US dollars"
  std::string source = {};  // where it was read; empty where the file does not say
  Date retrieved = {}, effective_from = {};
  RateGrade grade = RateGrade::secondary;
  std::string file = {};   // "profiles/rates/ibkr-pro-usd.toml"
  std::uint32_t line = 0;  // of the name
};

/// Reads headings and fractions of a year, each refused with its line.
class RateNodes : protected ProfileNodes {
 protected:
  using ProfileNodes::ProfileNodes;

  /// `schema` is what the file's own must be. The name has no comma, slash or blank; the first day
  /// is not after the day it was retrieved.
  Result<RateSource> source_in(const Node& root, std::string_view schema) const;
  /// From 0 to 1 a year.
  Result<Decimal> rate_of(const std::string& key, const Node& node) const;
};

}  // namespace plimsoll
