#pragma once
// Members of an object that are things by their name: quotes, descriptions, banks.

#include <functional>
#include <string_view>

#include "apps/json/fields.hpp"
#include "model/instrument.hpp"

namespace plimsoll::json {

struct NamedMember {
  InstrumentId id;
  const Node& value;
  const Place& place;
  bool first = true;  // of its name; where it is not, that is refused already
};

/// Each member whose name can be read, in the order written, until there are too many mistakes. A
/// name may come back in another spelling: "this is `what` BRK.B already".
void read_named(const Node& node, const Place& place, Notes& notes, std::string_view what,
                const std::function<void(const NamedMember&)>& read);

}  // namespace plimsoll::json
