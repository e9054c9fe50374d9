#pragma once
// The one door. Command line, HTTP, MCP and Python all call this and nothing below it.

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "margin/margin_report.hpp"
#include "market/pool.hpp"
#include "market/resolve.hpp"
#include "methods/all.hpp"
#include "rules/house.hpp"
#include "rules/rulebook.hpp"

namespace plimsoll::engine {

enum class Detail : std::uint8_t { plain, explained };
enum class Completeness : std::uint8_t { whole, allow_partial };

struct MarginRequest {
  AccountDraft account;
  MarketSnapshot market;
  std::vector<std::string>
      methods;  // empty: the one the account's kind implies; "all": every one that covers it
  std::optional<Date> rules;  // rulebook of this day; otherwise of the account's
  std::vector<House> houses;  // one result for each, where the method has house rules; a null one
                              // is the law alone, as is an empty list
  std::vector<ParameterPacks> packs = {};  // one result for each, where the method stands on them
  RiskParameters risk = {};                // of methods that stand on clearing houses' files
  std::shared_ptr<const Pool> pool = {};   // of methods that stand on a lending pool
  Detail detail = Detail::plain;
  Completeness completeness = Completeness::whole;
  Strictness strictness = Strictness::lenient;
  std::vector<Error> refused;   // what the reader of the file already refused
  std::vector<Caveat> caveats;  // what it found worth saying; each answer carries them
};

/// Requirements under each method asked for. Errors (all of them, not the first) where anything was
/// refused and the caller did not allow a partial answer, where a method is unknown, or where no
/// method could answer. A method that does not cover the whole book is listed under `not_covered`
/// as long as another one answers; so is one that "all" brought in and that lacks an input.
std::expected<MarginReport, std::vector<Error>> margin(const MarginRequest& request,
                                                       const SecurityList& lists);

struct MethodRules {
  Label method;
  std::vector<RuleEntry> rules;
  Label house = "";  // whose they are, where they stand beside the method's own
};
/// The rules of a house, as a list that points into it.
MethodRules rules(const HouseProfile& house);
/// The numbers of a parameter pack, likewise.
MethodRules rules(const ParameterPack& pack);
/// The rules of one method, or of all where `method` is empty.
Result<std::vector<MethodRules>> rules(const std::string& method);

/// Names of the methods, in the order of methods/all.hpp.
std::vector<Label> method_names();

}  // namespace plimsoll::engine
