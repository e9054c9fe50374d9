// GNU: compiles
// Clang: compiles
// The other snippets with their mistake mended: what they are refused for is the mistake, and not
// a path or a misspelt name.
#include "money/money.hpp"
#include "rules/effective.hpp"

using namespace plimsoll;

constexpr PriceMove move = 3_usd_each - 2_usd_each;
constexpr Money sum = 3_usd + 2_usd;
constexpr Money share = 25_pct * 100_usd;
constexpr Money value = 3_usd_each * Quantity::of(std::int64_t{100});
constexpr Decimal product = multiply(1.5_d, 2_d, Round::half_even);
constexpr Quantity held = Quantity::of(1.5_d);

inline constexpr Citation law{.source = "a", .paragraph = "b", .gist = "c"};
inline constexpr Effective ordered{std::array{InForce<Percent>{2000y / January / 1, 25_pct, &law},
                                              InForce<Percent>{2010y / January / 1, 30_pct, &law}}};
inline constexpr Label label{"literal"};
