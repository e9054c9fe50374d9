// Any bytes as SPAN XML: risk files whose lists refer to nothing outside of them, and errors that
// say where. What nobody wants is not kept, whatever the bytes.

#include <cmath>
#include <string>

#include "base/check.hpp"
#include "io/clearing/spn.hpp"

namespace {

using namespace plimsoll;
using namespace plimsoll::clearing;

void check_contract(const RiskFile& file, const Contract& contract) {
  PLIMSOLL_CHECK(contract.product < file.products.size());
  PLIMSOLL_CHECK(contract.terms < file.terms.size());
  PLIMSOLL_CHECK(contract.right.has_value() == is_option(file.products[contract.product].key.type));
  if (contract.arrays == 0) return;
  PLIMSOLL_CHECK(contract.array < file.arrays.size());
  PLIMSOLL_CHECK(file.arrays.size() - contract.array >= contract.arrays);
}

void check_file(const RiskFile& file) {
  PLIMSOLL_CHECK(file.points.empty() || file.points.size() == 16);
  for (const ScanPoint& point : file.points) PLIMSOLL_CHECK(point.paired < 16);
  for (const Contract& contract : file.contracts) check_contract(file, contract);
  const Decimal most{1'000'000'000'000};
  for (const RiskArray& array : file.arrays)
    for (std::size_t i = 0; i < RiskArray::size; ++i)
      PLIMSOLL_CHECK(abs(value_of(array, i)) <= most);
  for (const SeriesTerms& terms : file.terms) {
    PLIMSOLL_CHECK(terms.product < file.products.size());
    PLIMSOLL_CHECK(std::isfinite(terms.price_scan.value_or(0)));
  }
  for (const CombinationContract& combination : file.combinations)
    PLIMSOLL_CHECK(!combination.legs.empty());
  PLIMSOLL_CHECK(file.unknown.size() <= 202);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  const auto all = io::read_spn(text, "fuzz.spn", {});
  for (const RiskFile& file : all.value) check_file(file);
  PLIMSOLL_CHECK(!all.value.empty() || !all.refused.empty());
  PLIMSOLL_CHECK(all.refused.size() <= 101);
  for (const Error& error : all.refused)
    PLIMSOLL_CHECK(!error.what.empty() && error.where.starts_with("fuzz.spn"));
  const auto none = io::read_spn(text, "fuzz.spn", {.all = false});
  for (const RiskFile& file : none.value)
    // Scan ranges of futures are kept whoever wants them: credits are held to them.
    PLIMSOLL_CHECK(file.contracts.empty() && file.arrays.empty());
  return 0;
}
