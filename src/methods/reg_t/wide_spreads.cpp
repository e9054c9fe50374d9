#include "methods/reg_t/wide_spreads.hpp"

#include <utility>

#include "methods/reg_t/rates.hpp"

namespace plimsoll::reg_t {
namespace {

bool may_be_spread(const Entry& sold, const Entry& bought) {
  const ListedOption& s = *option_in(sold)->option;
  const ListedOption& b = *option_in(bought)->option;
  return sold.underlying == bought.underlying && s.right == b.right && s.style == b.style &&
         s.underlying_scale == b.underlying_scale && s.expiration() <= b.expiration();
}

/// What a plan takes from both excesses, maintenance first.
std::optional<std::pair<Decimal, Decimal>> cost_of(const Plan& plan, const Book& book, Day day) {
  const auto margin = margin_of<Money>(plan, book, day);
  if (!margin) return std::nullopt;
  return std::pair{margin->risk_maintenance().amount - margin->equity.amount,
                   margin->risk_initial().amount - margin->equity.amount};
}

/// The two as one spread, if it costs no more than they do apart.
std::optional<Plan> joined(const Plan& sold, const Plan& bought, const Book& book, Day day) {
  const Entry& short_leg = book.entries[sold.legs[0].entry];
  const Entry& long_leg = book.entries[bought.legs[0].entry];
  const bool same_size = option_of(short_leg, sold.legs[0].quantity).units ==
                         option_of(long_leg, bought.legs[0].quantity).units;
  if (!same_size || !may_be_spread(short_leg, long_leg)) return std::nullopt;
  Plan together{Strategy::spread, {sold.legs[0], bought.legs[0]}};
  if (together.legs[1].entry < together.legs[0].entry)
    std::swap(together.legs[0], together.legs[1]);
  const auto apart_sold = cost_of(sold, book, day);
  const auto apart_bought = cost_of(bought, book, day);
  const auto spread = cost_of(together, book, day);
  if (!apart_sold || !apart_bought || !spread) return std::nullopt;
  const std::pair apart{apart_sold->first + apart_bought->first,
                        apart_sold->second + apart_bought->second};
  if (apart < *spread) return std::nullopt;
  return together;
}

}  // namespace

void join_wide_spreads(std::vector<Plan>& plans, const Book& book, Day day) {
  if (!universal_spread.at(day.rules)) return;
  for (std::size_t s = 0; s < plans.size(); ++s) {
    for (std::size_t b = 0; b < plans.size() && plans[s].strategy == Strategy::uncovered_option;
         ++b) {
      if (plans[b].strategy != Strategy::long_option) continue;
      if (auto spread = joined(plans[s], plans[b], book, day)) {
        plans[s] = std::move(*spread);
        plans.erase(plans.begin() + static_cast<std::ptrdiff_t>(b));
        if (b < s) --s;
        break;
      }
    }
  }
}

}  // namespace plimsoll::reg_t
