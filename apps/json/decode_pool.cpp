#include "apps/json/decode_pool.hpp"

#include <utility>

#include "apps/json/document.hpp"
#include "apps/json/read_bank.hpp"
#include "apps/json/read_named.hpp"

namespace plimsoll::json {
namespace {

constexpr std::array protocol_words{Word<PoolProtocol>{"marginfi", PoolProtocol::marginfi},
                                    Word<PoolProtocol>{"aave_v3", PoolProtocol::aave_v3}};

void read_banks(const Node& node, const Place& place, Notes& notes, Pool& pool) {
  const std::size_t before = notes.count();
  read_named(node, place, notes, "the bank called", [&](const NamedMember& one) {
    if (one.first)
      pool.banks.emplace(one.id, read_bank(one.id, one.value, pool.protocol, one.place, notes));
  });
  if (notes.count() == before && pool.banks.empty())
    notes.refuse(place, "a pool has a bank at least; write one, by the name it goes by");
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
