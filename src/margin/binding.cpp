#include "margin/binding.hpp"

namespace plimsoll {
namespace {

/// Room left: the lower, the more the method asks.
Money room(const AnyAnswer& any) {
  return std::visit(
      [](const auto& answer) {
        return answer.excess_maintenance().value_or(-money_of(answer.maintenance));
      },
      any);
}

}  // namespace

std::optional<std::size_t> binding_result(const MarginReport& report) {
  std::optional<std::size_t> least;
  for (std::size_t i = 0; i < report.results.size(); ++i)
    if (!least || room(report.results[i].answer) < room(report.results[*least].answer)) least = i;
  return least;
}

}  // namespace plimsoll
