#pragma once
// The house's part in one answer, from the priced book to what the answer says of it.

#include "methods/reg_t/grouping.hpp"
#include "methods/reg_t/house/report.hpp"
#include "methods/reg_t/reg_t.hpp"

namespace plimsoll::reg_t {

class HouseWork {
 public:
  /// Points the book's entries at what the house asks of them.
  static Result<HouseWork> begun(const House& house, HouseTold told, const Account& account,
                                 const MarketSnapshot& market, Day day, Book& book);

  /// Fills in what the answer says of the house: detail, not_applied, caveats, owners.
  template <Reading R>
  Result<void> tell(const Grouping& grouping, const Book& book, Day day, Answer<R>& answer) const;

 private:
  template <Reading R>
  Result<void> tell_story(const Grouping& grouping, const Book& book, Day day, HouseStory story,
                          Answer<R>& answer) const;

  House house_;
  HouseTold told_ = HouseTold::whole;
  Book law_;  // as it was before, where it is told of
  HouseAttached attached_;
};

}  // namespace plimsoll::reg_t
