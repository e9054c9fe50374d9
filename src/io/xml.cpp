#include "io/xml.hpp"

#include <expat.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/check.hpp"
#include "io/text.hpp"

namespace plimsoll::io {
namespace {

constexpr int depth_max = 64;
constexpr std::size_t piece_bytes = 1 << 20;  // expat takes an int

/// One reading, as expat's callbacks see it.
struct State {
  XML_Parser parser;
  std::string_view bytes;
  const XmlHandler& handler;
  std::vector<std::string> open;
  XmlElement element;
  std::optional<std::string> problem;

  std::uint32_t line() const {
    return static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser));
  }
  void stop(std::string why) {
    problem = std::move(why);
    XML_StopParser(parser, XML_FALSE);
  }
};

State& state_of(void* data) { return *static_cast<State*>(data); }

void XMLCALL on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
  State& state = state_of(data);
  if (state.open.size() >= static_cast<std::size_t>(depth_max)) {
    state.stop("elements nest more than " + std::to_string(depth_max) + " levels deep");
    return;
  }
  const auto begin =
      static_cast<std::size_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(state.parser), 0));
  const auto count = static_cast<std::size_t>(XML_GetCurrentByteCount(state.parser));
  XmlElement& element = state.element;
  element.name = name;
  element.attributes.clear();
  for (; *attributes != nullptr; attributes += 2)
    element.attributes.emplace_back(attributes[0], attributes[1]);
  element.line = state.line();
  element.depth = static_cast<int>(state.open.size());
  element.text = begin < state.bytes.size() ? state.bytes.substr(begin, count) : "";
  state.open.emplace_back(name);
  if (state.handler.element) state.handler.element(element);
}

void XMLCALL on_end(void* data, const XML_Char*) { state_of(data).open.pop_back(); }

void XMLCALL on_characters(void* data, const XML_Char* text, int length) {
  State& state = state_of(data);
  if (state.handler.characters && !state.open.empty())
    state.handler.characters(state.open.back(), {text, static_cast<std::size_t>(length)});
}

void XMLCALL on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  state_of(data).stop("a document type declaration (<!DOCTYPE>), which no broker's file has");
}

}  // namespace

std::string_view XmlElement::at(std::initializer_list<std::string_view> names) const {
  for (const std::string_view wanted : names)
    for (const auto& [attribute, value] : attributes)
      if (attribute == wanted && !trimmed(value).empty()) return trimmed(value);
  return {};
}

Result<void> read_xml(std::string_view bytes, const std::string& name, const XmlHandler& handler) {
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser{
      XML_ParserCreate(nullptr), &XML_ParserFree};
  PLIMSOLL_CHECK(parser != nullptr);
  State state{parser.get(), bytes, handler, {}, {}, {}};
  XML_SetUserData(parser.get(), &state);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_characters);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  for (std::size_t at = 0;;) {
    const std::string_view piece = bytes.substr(at, piece_bytes);
    at += piece.size();
    const bool last = at == bytes.size();
    const auto status = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()),
                                  last ? XML_TRUE : XML_FALSE);
    if (status != XML_STATUS_OK) {
      const std::string why =
          state.problem ? *state.problem
                        : "this is not well-formed XML: " +
                              std::string{XML_ErrorString(XML_GetErrorCode(parser.get()))};
      return fail(Reason::bad_input, why + "; export the file again", place(name, state.line()));
    }
    if (last) return {};
  }
}

}  // namespace plimsoll::io
