// Any bytes through the TOML reader and the decoder of house profiles: a profile whose every rule
// can be asked about anything, or an error that says where.

#include <string>

#include "base/check.hpp"
#include "io/toml.hpp"
#include "rules/house.hpp"

namespace {

using namespace plimsoll;

/// Facts drawn from the bytes: numbers of every size, known, missing or absent.
HouseFacts facts_of(std::string_view bytes) {
  HouseFacts facts;
  for (std::size_t i = 0; i < facts.numbers.size() && i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte % 3 == 0) facts.numbers[i].input = "something";
    if (byte % 3 == 1) facts.numbers[i].value = Decimal{byte};
  }
  facts[HouseWord::side] = HouseFactWord{"long"};
  facts[HouseWord::security] = HouseFactWord{"equity"};
  return facts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  const auto tree = io::read_toml(text, "fuzz.toml");
  if (!tree) return 0;
  const auto house = house_profile(*tree, "fuzz.toml");
  if (!house) {
    PLIMSOLL_CHECK(!house.error().what.empty() && house.error().where.starts_with("fuzz.toml"));
    return 0;
  }
  const HouseFacts facts = facts_of(text);
  for (const HouseRule& rule : (*house)->rules) {
    PLIMSOLL_CHECK(rule.where.line != 0 && !rule.name.empty() && !number_in_words(rule).empty());
    const HouseSaid outcome = said(rule, facts);
    PLIMSOLL_CHECK((outcome.kind == HouseSaid::Kind::lacks) == !outcome.lacks.empty());
    PLIMSOLL_CHECK(!outcome.value.number.is_negative());
  }
  HouseList list;
  PLIMSOLL_CHECK(list.add(*house).has_value() && !list.add(*house).has_value());
  return 0;
}
