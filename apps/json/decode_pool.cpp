#include "apps/json/decode_pool.hpp"

#include <map>
#include <utility>

#include "apps/json/document.hpp"
#include "apps/json/read_bank.hpp"
#include "apps/json/writer.hpp"
#include "model/osi.hpp"

namespace plimsoll::json {
namespace {

constexpr std::array protocol_words{Word<PoolProtocol>{"marginfi", PoolProtocol::marginfi},
                                    Word<PoolProtocol>{"aave_v3", PoolProtocol::aave_v3}};

void read_banks(const Node& node, const Place& place, Notes& notes, Pool& pool) {
  if (!is_object(node, place, notes)) return;
  if (node.members.empty())
    return notes.refuse(place, "a pool has a bank at least; write one, by the name it goes by");
  std::map<InstrumentId, std::string_view> spelled;
  for (const Member& member : node.members) {
    if (notes.full()) return;
    const Place here = place / member.key;
    const auto id = instrument_id(member.key);
    if (!id) {
      notes.refuse(here, id.error().what);
      continue;
    }
    const auto [first, fresh] = spelled.emplace(*id, member.key);
    if (!fresh) {
      notes.refuse(here, "this is the bank called " + in_quotes(first->second) +
                             " already; keep one of the two");
      continue;
    }
    pool.banks.emplace(*id, read_bank(*id, member.value, pool.protocol, here, notes));
  }
}

}  // namespace

std::expected<Pool, std::vector<Error>> decode_pool(const Node& document, std::string_view name) {
  Notes notes;
  const Place place{name};
  if (!is_document(document, pool_schema, place, notes)) return std::unexpected{notes.mistakes()};
  const Fields fields{document, place, pool_keys, notes};
  fields.require({"protocol", "banks"});
  Pool pool{.name = std::string{name}};
  pool.protocol = fields.word("protocol", protocol_words).value_or(PoolProtocol::marginfi);
  if (const Node* banks = fields.find("banks")) read_banks(*banks, place / "banks", notes, pool);
  if (!notes.clean()) return std::unexpected{notes.mistakes()};
  return pool;
}

}  // namespace plimsoll::json
