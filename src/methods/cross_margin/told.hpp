#pragma once
// What a step came to, as a report tells it.

#include "margin/whatif_report.hpp"
#include "methods/cross_margin/state.hpp"

namespace plimsoll::cross_margin {

/// In tokens, to the nearest native unit.
StepFact tokens_fact(std::string name, Fixed48 native, const Bank& bank);
/// In the pool's unit of account, to the nearest of nine places.
StepFact value_fact(std::string name, Fixed48 value, Currency currency);
/// A plain number, to the nearest of nine places.
StepFact number_fact(std::string name, Fixed48 number);
/// The same, of one bank.
StepFact number_fact(std::string name, Fixed48 number, const Bank& bank);
StepFact flag_fact(std::string name, bool flag);

}  // namespace plimsoll::cross_margin
