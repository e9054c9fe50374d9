#include "methods/span/caveats.hpp"

#include <set>
#include <string>

#include "methods/span/arrays.hpp"
#include "methods/span/gains.hpp"
#include "methods/span/house.hpp"

namespace plimsoll::span {

namespace {

void add_generated(const PlacedPosition& one, const RiskFile& file, const Part& part,
                   std::vector<Caveat>& caveats) {
  const clearing::Contract& contract = file.contracts[part.contract];
  if (contract.arrays == 0 || !file.arrays[contract.array].generated) return;
  const std::string name = to_text(one.position->instrument) + ": ";
  caveats.push_back({name + std::string{generated_caveat}});
  if (file.products[contract.product].key.type == clearing::ProductType::option_on_future)
    caveats.push_back({name + std::string{flat_volatility_caveat}});
}

}  // namespace

std::vector<Caveat> caveats_of(const Account& account, const Book& book, const Places& places,
                               const Prices& prices, const std::vector<PolicyRef>& policies) {
  std::vector<Caveat> caveats;
  const RiskFile& first = *places.files().front();
  if (first.day != account.as_of)
    caveats.push_back({"the risk parameters are of " + plimsoll::to_text(first.day) +
                       ", the account is of " + plimsoll::to_text(account.as_of)});
  for (const auto& file : places.files())
    caveats.push_back(
        {"how a clearing house rounds, and in which order spreads take deltas, is not "
         "published: " +
         std::string{file->clearing_house.view()} + " is read by the policy \"" +
         policy_for(*file, policies).name + "\""});
  if (account.bond.gross)
    caveats.push_back(
        {"a gross account: every position is margined alone, as none is declared to "
         "be part of a spread"});
  if (prices.any_moved())
    caveats.push_back(
        {"prices of the market stand in for the file's settlement: risk arrays are "
         "the file's still, and options the market does not price follow what they "
         "are on by them"});
  for (const auto* positions : {&book.placed, &book.external})
    for (const PlacedPosition& one : *positions)
      if (account.cash && gain_unknown(one, places, prices))
        caveats.push_back({to_text(one.position->instrument) +
                           ": what it has gained is unknown, as the file has no price of it: "
                           "equity is without it"});
  for (const PlacedPosition& one : book.placed)
    for (const Part& part : one.place->parts)
      add_generated(one, *places.files()[one.place->file], part, caveats);
  for (const PlacedPosition& one : book.placed)
    if (!one.place->remark.empty())
      caveats.push_back({to_text(one.position->instrument) + ": " + one.place->remark});
  return caveats;
}

void drop_repeated(std::vector<Caveat>& caveats) {
  std::set<std::string> said;
  std::erase_if(caveats, [&](const Caveat& caveat) { return !said.insert(caveat.text).second; });
}

}  // namespace plimsoll::span
