#pragma once
// The words of an activity document, for reading and for writing.

#include <array>

#include "apps/json/fields.hpp"
#include "model/activity.hpp"

namespace plimsoll::json {

inline constexpr std::array order_words{Word<DayOrder>{"as_written", DayOrder::as_written},
                                        Word<DayOrder>{"unknown", DayOrder::unknown}};
inline constexpr std::array effect_words{Word<Effect>{"open", Effect::open},
                                         Word<Effect>{"close", Effect::close}};
inline constexpr std::array cash_words{Word<CashKind>{"deposit", CashKind::deposit},
                                       Word<CashKind>{"withdrawal", CashKind::withdrawal},
                                       Word<CashKind>{"dividend", CashKind::dividend},
                                       Word<CashKind>{"interest", CashKind::interest},
                                       Word<CashKind>{"fee", CashKind::fee}};
inline constexpr std::array option_words{
    Word<OptionEndKind>{"expiration", OptionEndKind::expiration},
    Word<OptionEndKind>{"exercise", OptionEndKind::exercise},
    Word<OptionEndKind>{"assignment", OptionEndKind::assignment}};

}  // namespace plimsoll::json
