#include "bench/span/positional_file.hpp"

#include <array>
#include <cstdint>
#include <cstdio>

namespace plimsoll::bench {
namespace {

constexpr int products = 400, months = 6;

/// The same numbers on every machine.
struct Steps {
  std::uint64_t state = 88172645463325252u;
  int next(int below) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return static_cast<int>(state % static_cast<std::uint64_t>(below));
  }
};

template <class... Values>
void add(std::string& text, const char* form, Values... values) {
  std::array<char, 256> line{};
  const int size = std::snprintf(line.data(), line.size(), form, values...);
  text.append(line.data(), static_cast<std::size_t>(size));
}

void add_terms(std::string& text, int product) {
  add(text,
      "P XYZF%03d      FUTFUTURE         002000  000010000000000000000001USD$STD 00AMER%-35s"
      "YFFUT  DELIV\n",
      product, "A FUTURE");
  add(text,
      "P XYZO%03d      OOFOPTION         002000  000010000000000000000001USD$STD 00AMER%-35s"
      "YFEQTY DELIV\n",
      product, "OPTIONS ON IT");
  add(text, "2 XYZ C%03d  0USD$PN   F%03d      FUT   O%03d      OOF\n", product, product, product);
  add(text, "3 C%03d  0101202509203012                                            100010001100\n",
      product);
  for (int month = 1; month <= months; ++month)
    add(text,
        "B XYZO%03d      OOF2026%02d   2026%02d   0015110540000000120000300003300004000126027000"
        "00001000020251028F%03d      W 00000000         0000100000000000 00 00 010000000000P 00\n",
        product, month, month, product);
}

void add_values(std::string& text, Steps& steps, int count) {
  for (int i = 0; i < count; ++i) add(text, "%05d%c", steps.next(9000), "+-"[steps.next(2)]);
}

void add_contract(std::string& text, Steps& steps, int product, int month, int strike, char right) {
  const bool option = right != ' ';
  std::array<char, 64> key{};
  std::snprintf(key.data(), key.size(), "XYZ%c%03d      F%03d      %s%c2026%02d   ",
                option ? 'O' : 'F', product, product, option ? "OOF" : "FUT", right, month);
  std::array<char, 32> rest{};
  if (option) std::snprintf(rest.data(), rest.size(), "2026%02d   %07d", month, strike);
  else std::snprintf(rest.data(), rest.size(), "         %07d", 0);
  const int price = 1 + steps.next(99999);
  add(text, "81%s%s", key.data(), rest.data());
  add_values(text, steps, 9);
  add(text, "%014dN\n", price);
  add(text, "82%s%s", key.data(), rest.data());
  add_values(text, steps, 7);
  add(text, "%05d%c00%06d%07d++%05d+C\n", steps.next(10001), "+-"[steps.next(2)],
      steps.next(900000), price, steps.next(10001));
}

}  // namespace

PositionalFile positional_file(std::size_t bytes_least) {
  Steps steps;
  PositionalFile file;
  file.bytes.reserve(bytes_least + bytes_least / 8);
  file.bytes =
      "0 SYN   20251121SC 1836202511211900U2YNCLR        C CUST  H HEDGE 1 CORE  M MAINT\n";
  constexpr std::size_t pair_bytes = 251;
  const auto strikes = static_cast<int>(bytes_least / pair_bytes / products / months / 2) + 1;
  for (int product = 0; product < products; ++product) add_terms(file.bytes, product);
  for (int product = 0; product < products; ++product) {
    for (int month = 1; month <= months; ++month)
      add_contract(file.bytes, steps, product, month, 0, ' ');
    for (const char right : {'C', 'P'})
      for (int month = 1; month <= months; ++month)
        for (int strike = 0; strike < strikes; ++strike)
          add_contract(file.bytes, steps, product, month, 1000 + 5 * strike, right);
    file.contracts += static_cast<std::size_t>(months * (1 + 2 * strikes));
  }
  file.one_product = "O123";
  return file;
}

}  // namespace plimsoll::bench
