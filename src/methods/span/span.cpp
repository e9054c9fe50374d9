#include "methods/span/span.hpp"

#include <algorithm>

namespace plimsoll::span {
namespace {

bool is_of_a_clearing_house(const Position& position) {
  return std::visit(
      Match{[](const Future&) { return true; }, [](const FutureOption&) { return true; },
            [](const Combination&) { return true; }, [](const auto&) { return false; }},
      position.instrument);
}

Error refusal(const Account& account, const Span::Parameters& parameters) {
  const auto other = std::ranges::find_if_not(account.positions, is_of_a_clearing_house);
  if (other != account.positions.end())
    return {Reason::not_covered, "it is no contract of a clearing house",
            std::string{id_of(other->instrument).view()}};
  if (parameters.files.empty())
    return {Reason::missing_price,
            "there is no risk parameter file; name the clearing house's with --span-file",
            account.id};
  return {Reason::not_covered, "the requirement is not reckoned yet", account.id};
}

}  // namespace

Result<Answer<Money>> Span::compute(const Account& account, const MarketSnapshot&) const {
  return std::unexpected{refusal(account, parameters_)};
}
Result<Answer<Amount>> Span::explain(const Account& account, const MarketSnapshot&) const {
  return std::unexpected{refusal(account, parameters_)};
}

std::vector<RuleEntry> Span::rulebook() { return {}; }

}  // namespace plimsoll::span
