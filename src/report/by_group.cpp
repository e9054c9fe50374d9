#include "report/by_group.hpp"

#include <algorithm>

namespace plimsoll::report {
namespace {

template <Reading R>
std::optional<Money> asked_of(const Held& held, const Answer<R>& answer, Currency currency) {
  Money sum = zero(currency);
  for (const Group<R>& group : answer.groups) {
    const auto inside =
        std::ranges::count_if(group.legs, [&](const Leg& leg) { return held.contains(leg.id); });
    if (inside == 0) continue;
    if (static_cast<std::size_t>(inside) != group.legs.size()) return std::nullopt;
    sum = sum + money_of(group.maintenance);
  }
  return sum;
}

template <Reading R>
Held held_in(const Group<R>& group) {
  Held held;
  for (const Leg& leg : group.legs) held.insert(leg.id);
  return held;
}

}  // namespace

std::optional<Money> maintenance_of(const Held& held, const MethodResult& result,
                                    Currency currency) {
  return std::visit([&](const auto& answer) { return asked_of(held, answer, currency); },
                    result.answer);
}

bool moves_groups(const MethodResult& result) {
  return std::visit(
      [](const auto& answer) {
        return std::ranges::find(answer.detail.children, "class_groups", &Detail::name) !=
               answer.detail.children.end();
      },
      result.answer);
}

std::vector<AskedForGroup> by_group(const MarginReport& report) {
  const auto moving = std::ranges::find_if(report.results, moves_groups);
  if (moving == report.results.end() || report.results.size() < 2) return {};
  std::vector<AskedForGroup> rows;
  std::visit(
      [&](const auto& answer) {
        for (const auto& group : answer.groups) {
          AskedForGroup& row = rows.emplace_back();
          row.group = group.strategy.text();
          for (const MethodResult& result : report.results)
            row.asked.push_back(maintenance_of(held_in(group), result, report.currency));
        }
      },
      moving->answer);
  return rows;
}

}  // namespace plimsoll::report
