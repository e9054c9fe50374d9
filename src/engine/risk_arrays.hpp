#pragma once
// Risk arrays a file does not hold: a model's numbers, always labelled as generated.

#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/node.hpp"
#include "market/clearing/risk_file.hpp"

namespace plimsoll::engine {

/// Gives each of these contracts that has no array one made from the file's own parameters. Those
/// whose parameters do not suffice stay without; an error each, that names what is missing.
std::vector<Error> generate_arrays(clearing::RiskFile& file,
                                   std::span<const clearing::Index> contracts);

/// Contracts of files by name, "OZ 202512 C 3650": those a file lists, and those it does not with
/// an array made from its parameters.
struct NamedContracts {
  std::vector<std::shared_ptr<const clearing::RiskFile>> files = {};
  std::vector<std::pair<std::size_t, clearing::Index>> contracts = {};  // file and place, as named
};
/// Every name that means none, or of which no array can be made, is an error.
std::expected<NamedContracts, std::vector<Error>> contracts_named(
    std::vector<clearing::RiskFile> files, std::span<const std::string> names);

struct ListedArray {
  std::string name;
  clearing::RiskArray array;
  std::vector<std::string_view> caveats;
};
/// Arrays of a user's own list, `plimsoll.span_arrays/1`, in its order; refused with its line.
Result<std::vector<ListedArray>> listed_arrays(const Node& list, const std::string& name);

}  // namespace plimsoll::engine
