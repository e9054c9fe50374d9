#include "apps/json/write_node.hpp"

namespace plimsoll::json {

void write_node(Writer& out, const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      out.null();
      break;
    case Node::Kind::boolean:
      out.boolean(node.text == "true");
      break;
    case Node::Kind::number:
      out.number_text(node.text);
      break;
    case Node::Kind::string:
      out.text(node.text);
      break;
    case Node::Kind::array:
      out.begin_array();
      for (const Node& item : node.items) write_node(out, item);
      out.end_array();
      break;
    case Node::Kind::object:
      out.begin_object();
      for (const Member& member : node.members) {
        out.key(member.key);
        write_node(out, member.value);
      }
      out.end_object();
      break;
  }
}

}  // namespace plimsoll::json
