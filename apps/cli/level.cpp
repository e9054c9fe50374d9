#include "apps/cli/level.hpp"

#include <algorithm>
#include <string>

#include "strategy/buffer.hpp"

namespace plimsoll::cli {
namespace {

constexpr std::array<std::string_view, 4> words{"watch", "warn", "critical", "breach"};

/// Whether equity is less than `times` the requirement. Both are whole billionths, so rounding the
/// product up to one decides nothing wrongly.
bool under(Money equity, Decimal times, Money requirement) {
  return equity.amount < multiply(requirement.amount, times, Round::away_from_zero);
}

Level level_between(Money equity, Money requirement, const Levels& levels) {
  const Money nothing = zero(requirement.currency);
  if (!(nothing < requirement)) return equity < nothing ? Level::breach : Level::calm;
  if (!(multiply(requirement.amount, levels.breach, Round::toward_zero) < equity.amount) ||
      equity < requirement)
    return Level::breach;
  if (under(equity, levels.critical, requirement)) return Level::critical;
  if (under(equity, levels.warn, requirement)) return Level::warn;
  if (under(equity, levels.watch, requirement)) return Level::watch;
  return Level::calm;
}

}  // namespace

std::span<const std::string_view> level_words() { return words; }

Result<Level> parse_level(std::string_view word) {
  const auto found = std::ranges::find(words, word);
  if (found == words.end())
    return fail(Reason::bad_input, "there is no level \"" + std::string{word.substr(0, 40)} +
                                       "\"; write watch, warn, critical or breach");
  return static_cast<Level>(found - words.begin() + 1);
}

std::string_view word_of(Level level) {
  return level == Level::calm ? "calm" : words[static_cast<std::size_t>(level) - 1];
}

std::optional<Level> level_of(const MarginReport& report, AccountKind kind, const Levels& levels) {
  if (report.partial) return std::nullopt;
  Level worst = Level::calm;
  for (const MethodResult& result : report.results) {
    const auto level = std::visit(
        [&](const auto& answer) -> std::optional<Level> {
          if (!answer.calls.empty()) return Level::breach;
          if (!answer.equity) return std::nullopt;
          if (strategy::is_fully_paid(kind))
            return money_of(*answer.equity) < money_of(answer.risk_maintenance) ? Level::breach
                                                                                : Level::calm;
          return level_between(money_of(*answer.equity), money_of(answer.risk_maintenance), levels);
        },
        result.answer);
    if (!level) return std::nullopt;
    worst = std::max(worst, *level);
  }
  return worst;
}

}  // namespace plimsoll::cli
