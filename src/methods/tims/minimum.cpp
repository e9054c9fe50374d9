#include "methods/tims/minimum.hpp"

namespace plimsoll::tims {
namespace {

template <Reading R>
R at_most_value(const Contracts& contracts, R each) {
  if (!contracts.market_value) return each;
  return lesser_of(std::move(each), known<R>("market value", *contracts.market_value));
}

}  // namespace

template <Reading R>
Result<R> least_of(const Contracts& contracts, Role role, Date rules) {
  switch (role) {
    case Role::customer: {
      PLIMSOLL_TRY(each, customer_minimum.at(rules));
      return under(customer_minimum_law, "least for each contract",
                   at_most_value(contracts, for_each_unit<R>(each, contracts.units)));
    }
    case Role::broker_dealer:
    case Role::market_maker:
      break;
  }
  PLIMSOLL_TRY(each, broker_minimum.at(rules));
  return under(broker_minimum_law, "least for each contract",
               at_most_value(contracts, for_each_unit<R>(each, contracts.units)));
}
template Result<Money> least_of<Money>(const Contracts&, Role, Date);
template Result<Amount> least_of<Amount>(const Contracts&, Role, Date);

}  // namespace plimsoll::tims
