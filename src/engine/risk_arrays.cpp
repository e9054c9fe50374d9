#include "engine/risk_arrays.hpp"

#include <utility>

#include "market/clearing/outline.hpp"
#include "methods/all.hpp"

namespace plimsoll::engine {

std::vector<Error> generate_arrays(clearing::RiskFile& file,
                                   std::span<const clearing::Index> contracts) {
  std::vector<Error> errors;
  for (const clearing::Index place : contracts) {
    clearing::Contract& contract = file.contracts[place];
    if (contract.arrays != 0) continue;
    auto array = generated_array(file, contract);
    if (!array) {
      errors.push_back(std::move(array).error());
      errors.back().where = key_text(file, contract);
      continue;
    }
    contract.array = static_cast<clearing::Index>(file.arrays.size());
    contract.arrays = 1;
    file.arrays.push_back(*array);
    file.arrays.back().generated = true;
  }
  return errors;
}

Result<std::vector<ListedArray>> listed_arrays(const Node& list, const std::string& name) {
  PLIMSOLL_TRY(instruments, instruments_listed(list, name));
  std::vector<ListedArray> all;
  for (const ListedInstrument& one : instruments) {
    PLIMSOLL_TRY(array, generated_array(one));
    all.push_back({one.name, array, caveats_of(one)});
    all.back().array.generated = true;
  }
  return all;
}

}  // namespace plimsoll::engine
