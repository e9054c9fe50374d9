#include "apps/json/read_named.hpp"

#include <string>
#include <unordered_map>

#include "apps/json/writer.hpp"
#include "model/osi.hpp"

namespace plimsoll::json {

void read_named(const Node& node, const Place& place, Notes& notes, std::string_view what,
                const std::function<void(const NamedMember&)>& read) {
  if (!is_object(node, place, notes)) return;
  std::unordered_map<InstrumentId, std::string_view> spelled;
  for (const Member& member : node.members) {
    if (notes.full()) return;
    const Place here = place / member.key;
    const auto id = instrument_id(member.key);
    if (!id) {
      notes.refuse(here, id.error().what);
      continue;
    }
    const auto [first, fresh] = spelled.emplace(*id, member.key);
    if (!fresh)
      notes.refuse(here, "this is " + std::string{what} + " " + in_quotes(first->second) +
                             " already; keep one of the two");
    read({*id, member.value, here, fresh});
  }
}

}  // namespace plimsoll::json
