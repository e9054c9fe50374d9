#pragma once
// A user's own parameters: a list of instruments whose arrays are wanted, `plimsoll.span_arrays/1`.

#include <string>
#include <string_view>
#include <vector>

#include "base/node.hpp"
#include "methods/span/arrays.hpp"

namespace plimsoll::span {

/// Whose conventions an instrument takes; its own parameters replace any of them.
enum class ArrayConvention : std::uint8_t { cme_future, cme_option, nse_future, nse_option };

struct ListedInstrument {
  std::string name;
  ArrayConvention convention = ArrayConvention::cme_future;
  ArrayTerms terms;
};

/// Decodes `[[instrument]]` rows; examples/span/arrays.toml has every key. Refused with its line:
/// unknown keys and words, a name twice, both or neither of two ways to say one thing (`years` and
/// a day with an expiry, a scan and its ratio), and terms whose array cannot be made.
Result<std::vector<ListedInstrument>> array_list(const Node& file, const std::string& name);

/// What has to be said of its array: that it is generated, and of CME-style options that it is
/// approximate.
std::vector<std::string_view> caveats_of(const ListedInstrument& instrument);

}  // namespace plimsoll::span
