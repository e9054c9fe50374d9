#include "apps/json/document.hpp"

#include "apps/json/fields.hpp"
#include "apps/json/writer.hpp"

namespace plimsoll::json {

bool is_document(const Node& document, std::string_view schema, const Place& place, Notes& notes) {
  if (!is_object(document, place, notes)) return false;
  const Node* said = document.find("schema");
  if (said == nullptr) {
    notes.refuse(place, "the member \"schema\" is missing; add \"schema\": " + in_quotes(schema));
    return true;  // it may be one all the same, and its other mistakes are worth knowing
  }
  const auto text = read_text(*said, place / "schema", notes);
  if (!text) return false;
  if (*text == schema) return true;
  notes.refuse(place / "schema", "this document is " + in_quotes(*text) +
                                     "; what is read here is " + in_quotes(schema));
  return false;
}

}  // namespace plimsoll::json
