// Any bytes as an activity: nothing may crash, hang or overflow while it is decoded and walked.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "apps/json/decode_activity.hpp"
#include "apps/json/encode_ledger.hpp"
#include "apps/json/parse.hpp"
#include "base/check.hpp"
#include "engine/ledger.hpp"
#include "model/osi.hpp"

namespace {

using namespace plimsoll;

/// Something of everything, so that any entry can be about it.
engine::LedgerRequest opening() {
  engine::LedgerRequest request;
  request.account.id = "fuzz";
  request.account.as_of = 2026y / July / 10;
  request.account.cash = std::vector{DraftCash{"USD", Decimal{5'000}}};
  request.market.as_of = request.account.as_of;
  for (const auto& [symbol, quantity, price] :
       {std::tuple{"AAPL", 100, 230}, {"SPX", 0, 6'000}, {"AAPL  270115C00250000", -1, 12}}) {
    request.market.quotes[*instrument_id(symbol)].price = Decimal{price};
    if (quantity == 0) continue;
    DraftPosition position;
    position.symbol = symbol;
    position.quantity = Quantity::of(std::int64_t{quantity});
    request.account.positions.push_back(position);
  }
  return request;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto node = json::parse({reinterpret_cast<const char*>(bytes), size}, "fuzz.json");
  if (!node) return 0;
  auto activity = json::decode_activity(*node, "fuzz.json");
  if (!activity) {
    PLIMSOLL_CHECK(!activity.error().empty());
    return 0;
  }
  engine::LedgerRequest request = opening();
  request.activity = *std::move(activity);
  request.until = 2026y / August / 31;
  const auto report = engine::ledger(request, SecurityList{});
  if (report) PLIMSOLL_CHECK(json::parse(json::encode_ledger(*report), "ledger").has_value());
  else PLIMSOLL_CHECK(!report.error().empty() && !report.error().front().what.empty());
  return 0;
}
