#include "apps/json/write_detail.hpp"

namespace plimsoll::json {
namespace {

void write_members(Writer& out, const Detail& detail);

void write_value(Writer& out, const Detail& detail) {
  if (detail.list) {
    out.begin_array();
    for (const Detail& item : detail.children) write_value(out, item);
    out.end_array();
  } else if (!detail.children.empty()) {
    write_members(out, detail);
  } else if (detail.number && is_number(detail.text)) {
    out.number_text(detail.text);
  } else if (detail.number && (detail.text == "true" || detail.text == "false")) {
    out.boolean(detail.text == "true");
  } else {
    out.text(detail.text);
  }
}

void write_members(Writer& out, const Detail& detail) {
  out.begin_object();
  for (const Detail& member : detail.children) {
    out.key(member.name);
    write_value(out, member);
  }
  out.end_object();
}

}  // namespace

void write_detail(Writer& out, const Detail& root) { write_members(out, root); }

}  // namespace plimsoll::json
