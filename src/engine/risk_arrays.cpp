#include "engine/risk_arrays.hpp"

#include <utility>

#include "market/clearing/contract_text.hpp"
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

std::expected<NamedContracts, std::vector<Error>> contracts_named(
    std::vector<clearing::RiskFile> files, std::span<const std::string> names) {
  NamedContracts all;
  for (clearing::RiskFile& file : files)
    all.files.push_back(std::make_shared<const clearing::RiskFile>(std::move(file)));
  std::vector<Instrument> instruments;
  std::vector<Error> errors;
  for (const std::string& name : names) {
    auto named = clearing::contract_named(name);
    if (named) instruments.push_back(*std::move(named));
    else errors.push_back(std::move(named).error());
  }
  std::vector<const Instrument*> asked;
  for (const Instrument& instrument : instruments) asked.push_back(&instrument);
  auto with = with_generated(all.files, asked, {});
  all.files = std::move(with.files);
  for (const Instrument& instrument : instruments) {
    const auto place = place_in(instrument, all.files);
    if (place) {
      all.contracts.push_back(*place);
      continue;
    }
    errors.push_back(place.error());
    if (const auto why = with.not_made.find(id_of(instrument)); why != with.not_made.end())
      errors.back().what += "; and no array can be generated: " + why->second.what;
  }
  if (!errors.empty()) return std::unexpected{std::move(errors)};
  return all;
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
