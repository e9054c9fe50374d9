// Any text as a trade or a step in a pool: nothing may crash, a refusal says what to write instead,
// and a step survives being told and read again.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.hpp"
#include "model/pool_step.hpp"
#include "model/trade_text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace plimsoll;
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  if (const auto trade = parse_trade(text); !trade)
    PLIMSOLL_CHECK(trade.error().what.contains("write \"BUY 100 AAPL\""));
  const auto step = parse_pool_step(text);
  if (!step) {
    PLIMSOLL_CHECK(step.error().what.contains("; write \""));
    return 0;
  }
  PLIMSOLL_CHECK(is_pool_step(text));
  const auto again = parse_pool_step(to_text(*step));
  PLIMSOLL_CHECK(again.has_value() && *again == *step);
  return 0;
}
