// GNU: no match for 'operator+' (operand types are 'plimsoll::Money' and 'plimsoll::Quantity')
// Clang: invalid operands to binary expression ('Money' and 'Quantity')
#include "money/money.hpp"

using namespace plimsoll;

constexpr auto sum = 3_usd + Quantity::of(std::int64_t{2});
