#pragma once
// What a reader is told of the house's part in an answer.

#include "methods/reg_t/house/steps.hpp"
#include "methods/reg_t/plan.hpp"

namespace plimsoll::reg_t {

/// An answer's grouping, priced with the house and by the law alone.
struct HouseGroup {
  Label strategy = "";
  std::vector<std::uint32_t> entries;
  Money initial, maintenance, law_initial, law_maintenance;
  std::vector<const HouseRule*> bound_by = {};  // the rules on the way to what governs

  bool by_house() const { return law_maintenance < maintenance || law_initial < initial; }
};

/// A rule that blocks something the account holds.
struct HouseBlocked {
  const HouseRule* rule = nullptr;
  std::vector<std::string> symbols = {};
};

struct HouseStory {
  House house;
  std::vector<HouseGroup> groups = {};
  std::vector<HouseNextStep> steps = {};
  std::vector<HouseBlocked> blocked = {};
};

/// Positions the house lends nothing on, in the book's order.
std::vector<HouseBlocked> without_credit(const Book& book);

/// Account-wide rules of the house that hold: `facts` with strategy and equity filled in.
void add_blocked(const HouseProfile& house, HouseFacts facts,
                 const std::vector<std::string_view>& strategies,
                 std::vector<HouseBlocked>& blocked, std::vector<HouseLack>& lacks);

/// `detail.house` of the answer.
Detail told(const HouseStory& story, const Book& book, const Book& law, Day day);

/// What the answer must say of it: low grades, what is blocked, what the search did not weigh.
std::vector<Caveat> caveats_of(const HouseStory& story);

}  // namespace plimsoll::reg_t
