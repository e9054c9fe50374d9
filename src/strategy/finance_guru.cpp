#include "strategy/finance_guru.hpp"

namespace plimsoll::strategy {
namespace {

constexpr Decimal months{12};

double size(Money money) { return to_double(money.amount); }

}  // namespace

std::string_view name_of(MarginColour colour) {
  switch (colour) {
    case MarginColour::green:
      return "green";
    case MarginColour::yellow:
      return "yellow";
    case MarginColour::red:
      return "red";
    case MarginColour::critical:
      return "critical";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

MarginColour colour_of(double portfolio_margin_ratio) {
  if (portfolio_margin_ratio < 2.5) return MarginColour::critical;
  if (portfolio_margin_ratio < 3) return MarginColour::red;
  if (portfolio_margin_ratio < 4) return MarginColour::yellow;
  return MarginColour::green;
}

GuruFigures guru_figures(const GuruPosed& posed) {
  GuruFigures made;
  if (posed.net_debit.amount.is_negative()) {
    made.portfolio_margin_ratio = size(posed.total_account_value) / -size(posed.net_debit);
    made.colour = colour_of(*made.portfolio_margin_ratio);
  }
  if (!posed.interest_a_year) return made;
  made.monthly_interest_cost =
      Money{divide(posed.interest_a_year->amount, months, Round::half_even),
            posed.interest_a_year->currency};
  if (posed.dividends_a_year && zero(posed.interest_a_year->currency) < *posed.interest_a_year)
    made.coverage_ratio = size(*posed.dividends_a_year) / size(*posed.interest_a_year);
  return made;
}

}  // namespace plimsoll::strategy
