#include "apps/json/decode_pool.hpp"

#include <gtest/gtest.h>

#include "apps/json/parse.hpp"

namespace plimsoll::json {
namespace {

std::expected<Pool, std::vector<Error>> decoded(std::string_view text) {
  return decode_pool(*parse(text, "p.json"), "p.json");
}

TEST(DecodePool, BanksByName) {
  const auto pool = decoded(R"({"schema": "plimsoll.pool/1", "protocol": "aave_v3",
      "banks": {"WETH": {"decimals": 18, "price": 3000}, "USDC": {"decimals": 6, "price": 1}}})");
  ASSERT_TRUE(pool.has_value()) << pool.error().front().what;
  EXPECT_EQ(pool->name, "p.json");
  EXPECT_EQ(pool->protocol, PoolProtocol::aave_v3);
  ASSERT_EQ(pool->banks.size(), 2u);
  EXPECT_EQ(pool->banks.at(InstrumentId{"WETH"}).where, "p.json#/banks/WETH");
}

TEST(DecodePool, RefusesWithThePlace) {
  struct Row {
    std::string_view text, where, what;
  };
  for (const auto& [text, where, what] : {
           Row{"[]", "p.json", "this is a list; write an object, { ... }"},
           Row{R"({"schema": "plimsoll.market/1"})", "p.json#/schema",
               "this document is \"plimsoll.market/1\"; what is read here is \"plimsoll.pool/1\""},
           Row{R"({"schema": "plimsoll.pool/1", "protocol": "marginfi"})", "p.json",
               "the member \"banks\" is missing; add it"},
           Row{R"({"schema": "plimsoll.pool/1", "protocol": "compound",
                   "banks": {"A": {"decimals": 0, "price": 1}}})",
               "p.json#/protocol",
               "\"compound\" is none of the words known here; write marginfi or aave_v3"},
           Row{R"({"schema": "plimsoll.pool/1", "protocol": "marginfi", "banks": {}})",
               "p.json#/banks", "a pool has a bank at least; write one, by the name it goes by"},
           Row{R"({"schema": "plimsoll.pool/1", "protocol": "marginfi",
                   "banks": {"A": {"decimals": 0, "price": 1},
                             " A": {"decimals": 0, "price": 1}}})",
               "p.json#/banks/ A", "this is the bank called \"A\" already; keep one of the two"},
           Row{R"({"schema": "plimsoll.pool/1", "protocol": "marginfi",
                   "banks": {"": {"decimals": 0, "price": 1}}})",
               "p.json#/banks/", "the symbol is blank; write a ticker or an option symbol"},
           Row{R"({"schema": "plimsoll.pool/1", "protocol": "marginfi", "bank": {},
                   "banks": {"A": {"decimals": 0, "price": 1}}})",
               "p.json#/bank", "there is no member \"bank\" here; did you mean \"banks\"?"},
       }) {
    const auto pool = decoded(text);
    ASSERT_FALSE(pool.has_value()) << text;
    EXPECT_EQ(pool.error(),
              (std::vector<Error>{{Reason::bad_input, std::string{what}, std::string{where}}}));
  }
}

TEST(DecodePool, AllMistakesAtOnce) {
  const auto pool = decoded(R"({"schema": "plimsoll.pool/1", "protocol": "marginfi",
      "banks": {"A": {"price": 0}, "B": {"decimals": 6, "price": 1, "state": "shut"}}})");
  ASSERT_FALSE(pool.has_value());
  EXPECT_EQ(pool.error().size(), 3u);
}

}  // namespace
}  // namespace plimsoll::json
