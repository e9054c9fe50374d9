// Any bytes through the JSON parser and its decoders: nothing may crash, hang or leak, and what an
// account document decodes to must survive being written and read again.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "apps/json/decode_account.hpp"
#include "apps/json/decode_market.hpp"
#include "apps/json/decode_pool.hpp"
#include "apps/json/encode_account.hpp"
#include "apps/json/encode_error.hpp"
#include "apps/json/parse.hpp"
#include "base/check.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace plimsoll;
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  const auto node = json::parse(text, "fuzz.json");
  if (!node) {
    PLIMSOLL_CHECK(!node.error().what.empty() && !node.error().where.empty());
    return 0;
  }
  if (const auto market = json::decode_market(*node, "fuzz.json"); !market)
    PLIMSOLL_CHECK(!market.error().empty() &&
                   json::parse(json::encode_errors(market.error()), "e"));
  if (const auto pool = json::decode_pool(*node, "fuzz.json"); !pool)
    PLIMSOLL_CHECK(!pool.error().empty() && json::parse(json::encode_errors(pool.error()), "e"));

  const auto account = json::decode_account(*node, "fuzz.json");
  if (!account) {
    PLIMSOLL_CHECK(!account.error().empty());
    PLIMSOLL_CHECK(json::parse(json::encode_errors(account.error()), "errors").has_value());
    return 0;
  }
  const std::string written = json::encode_account(account->value);
  const auto again = json::parse(written, "again.json");
  PLIMSOLL_CHECK(again.has_value());
  const auto read = json::decode_account(*again, "again.json");
  PLIMSOLL_CHECK(read.has_value() && read->refused.empty());
  PLIMSOLL_CHECK(json::encode_account(read->value) == written);
  return 0;
}
