#pragma once
// Random numbers by counter: Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random
// numbers: as easy as 1, 2, 3" (2011). The numbers at a counter are known without those before
// them: whoever draws path 17 draws the same, on any thread and in any order.

#include <array>
#include <cstdint>

namespace plimsoll::risk {

using PhiloxCounter = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

/// The four numbers that stand at `counter` in the stream of `key`: each of the 2^32 as likely.
constexpr PhiloxCounter philox(PhiloxCounter counter, PhiloxKey key) {
  constexpr std::uint64_t factor_first = 0xD2511F53, factor_second = 0xCD9E8D57;
  constexpr std::uint32_t golden = 0x9E3779B9, root_of_three = 0xBB67AE85;  // Weyl's steps
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t first = factor_first * counter[0];
    const std::uint64_t second = factor_second * counter[2];
    counter = {static_cast<std::uint32_t>(second >> 32) ^ counter[1] ^ key[0],
               static_cast<std::uint32_t>(second),
               static_cast<std::uint32_t>(first >> 32) ^ counter[3] ^ key[1],
               static_cast<std::uint32_t>(first)};
    key[0] += golden;
    key[1] += root_of_three;
  }
  return counter;
}

constexpr PhiloxKey key_of(std::uint64_t seed) {
  return {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)};
}

/// Which numbers: a path of a simulation, and a place along it.
struct Draw {
  std::uint64_t path = 0;
  std::uint64_t place = 0;
};

/// Two numbers above 0 and below 1, each of the 2^52 middles of equal parts as likely.
constexpr std::array<double, 2> uniforms(Draw draw, PhiloxKey key) {
  const PhiloxCounter bits =
      philox({static_cast<std::uint32_t>(draw.path), static_cast<std::uint32_t>(draw.path >> 32),
              static_cast<std::uint32_t>(draw.place), static_cast<std::uint32_t>(draw.place >> 32)},
             key);
  const auto uniform = [](std::uint32_t high, std::uint32_t low) {
    const std::uint64_t together = (std::uint64_t{high} << 32) | low;
    return (static_cast<double>(together >> 12) + 0.5) * 0x1p-52;
  };
  return {uniform(bits[1], bits[0]), uniform(bits[3], bits[2])};
}

}  // namespace plimsoll::risk
