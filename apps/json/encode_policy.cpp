#include "apps/json/encode_policy.hpp"

#include <utility>

#include "apps/json/write_values.hpp"

namespace plimsoll::json {

std::string encode_policy_lint(std::span<const strategy::PracticeFinding> violated) {
  Writer out{Layout::indented};
  out.begin_object();
  write_text(out, "schema", "plimsoll.policy_lint/1");
  out.key("violated").begin_array();
  for (const strategy::PracticeFinding& one : violated) {
    out.begin_object();
    write_text(out, "practice", one.practice->id);
    write_text(out, "title", one.practice->title);
    write_text(out, "finding", one.text);
    write_text(out, "text", one.practice->text);
    write_text(out, "source", one.practice->source);
    out.end_object();
  }
  out.end_array().end_object();
  return std::move(out).finish();
}

std::string encode_policy_diff(std::span<const strategy::PolicyChange> changes) {
  Writer out{Layout::indented};
  out.begin_object();
  write_text(out, "schema", "plimsoll.policy_diff/1");
  out.key("changes").begin_array();
  for (const strategy::PolicyChange& one : changes) {
    out.begin_object();
    write_text(out, "key", one.key->path());
    write_text(out, "unit", one.key->unit);
    write_text(out, "before", one.before);
    write_text(out, "after", one.after);
    write_text(out, "effect", word_of(one.effect));
    write_text(out, "says", one.key->says);
    write_text(out, "reason", one.key->reason);
    out.end_object();
  }
  out.end_array().end_object();
  return std::move(out).finish();
}

}  // namespace plimsoll::json
