#pragma once
#include <span>
#include <string>
#include <vector>

#include "engine/risk_arrays.hpp"
#include "market/clearing/outline.hpp"

namespace plimsoll::json {

/// What clearing houses' files hold, as `plimsoll.span/1`.
std::string encode_risk_files(std::span<const clearing::RiskFile> files);

/// A file and which of its contracts are asked about, by their place.
struct ChosenContracts {
  const clearing::RiskFile* file = nullptr;
  std::vector<clearing::Index> contracts = {};
};
/// Their risk arrays, in the same document: losses above zero, of one contract bought.
std::string encode_risk_arrays(std::span<const ChosenContracts> files);
/// The same of a user's own list.
std::string encode_listed_arrays(std::span<const engine::ListedArray> instruments);

}  // namespace plimsoll::json
