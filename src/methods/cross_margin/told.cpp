#include "methods/cross_margin/told.hpp"

namespace plimsoll::cross_margin {
namespace {

constexpr std::uint64_t one = std::uint64_t{1} << Fixed48::fraction_bits;

Decimal nearest_nano(Fixed48 number) {
  return Decimal::from_nano(multiply_divide(number.bits(), Decimal::scale, one, Round::half_even));
}

Fixed48 whole(Fixed48 native) {
  return Fixed48::from_bits(multiply_divide(native.bits(), 1, one, Round::half_even) * one);
}

}  // namespace

StepFact tokens_fact(std::string name, Fixed48 native, const Bank& bank) {
  return {.name = std::move(name),
          .value = plimsoll::to_text(tokens_of(whole(native), bank)),
          .unit = std::string{bank.name.view()}};
}

StepFact value_fact(std::string name, Fixed48 value, Currency currency) {
  return {.name = std::move(name),
          .value = plimsoll::to_text(nearest_nano(value), 2),
          .unit = std::string{currency.code()}};
}

StepFact number_fact(std::string name, Fixed48 number) {
  return {.name = std::move(name), .value = plimsoll::to_text(nearest_nano(number), 0)};
}

StepFact number_fact(std::string name, Fixed48 number, const Bank& bank) {
  StepFact fact = number_fact(std::move(name), number);
  fact.bank = bank.name.view();
  return fact;
}

StepFact flag_fact(std::string name, bool flag) {
  return {.name = std::move(name), .value = flag ? "true" : "false"};
}

}  // namespace plimsoll::cross_margin
