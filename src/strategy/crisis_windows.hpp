#pragma once
// How far the market fell in dated crises: closing values of the S&P 500, first to last day of the
// window. What a broker's arithmetic is held against until a library of scenarios widens it.

#include <array>

#include "base/date.hpp"

namespace plimsoll::strategy {

struct CrisisWindow {
  std::string_view name;
  Date from, to;
  double market_move = 0;
};

/// Computed from the index's daily closes, to a tenth of a per cent.
inline constexpr std::array crisis_windows{
    CrisisWindow{"1987 crash", Date{1987y / August / 25}, Date{1987y / December / 4}, -0.335},
    CrisisWindow{"1998 LTCM", Date{1998y / July / 17}, Date{1998y / August / 31}, -0.193},
    CrisisWindow{"2000-02 bear market", Date{2000y / March / 24}, Date{2002y / October / 9},
                 -0.491},
    CrisisWindow{"2007-09 financial crisis", Date{2007y / October / 9}, Date{2009y / March / 9},
                 -0.568},
    CrisisWindow{"2011 euro and downgrade", Date{2011y / July / 7}, Date{2011y / August / 8},
                 -0.173},
    CrisisWindow{"2018 fourth quarter", Date{2018y / September / 20}, Date{2018y / December / 24},
                 -0.198},
    CrisisWindow{"2020 pandemic", Date{2020y / February / 19}, Date{2020y / March / 23}, -0.339},
    CrisisWindow{"2022 rising rates", Date{2022y / January / 3}, Date{2022y / October / 12},
                 -0.254},
    CrisisWindow{"2025 tariffs", Date{2025y / February / 19}, Date{2025y / April / 8}, -0.189},
};

}  // namespace plimsoll::strategy
