#include "io/xml_stream.hpp"

#include <expat.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/check.hpp"
#include "io/text.hpp"

namespace plimsoll::io {

struct XmlReading {
  XML_Parser parser;
  const std::string& name;
  XmlSink& sink;
  int depth = 0;
  int passed_over = 0;  // levels open inside of what is passed over, it included
  std::optional<Error> problem = {};
};

namespace {

constexpr int depth_max = 64;
constexpr std::size_t piece_bytes = 1 << 16;
constexpr std::size_t token_bytes_max = 1 << 18;

// Where windows-1252 is not ISO-8859-1: its 0x80 to 0x9f; -1 where it has no character.
constexpr int windows_1252[32] = {0x20ac, -1,     0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                  0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, -1,     0x017d, -1,
                                  -1,     0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, -1,     0x017e, 0x0178};

std::uint32_t line_of(XML_Parser parser) {
  return static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser));
}

Error at_line(XML_Parser parser, const std::string& name, std::string what) {
  return {Reason::bad_input, std::move(what), place(name, line_of(parser))};
}

XmlReading& reading_of(void* data) { return *static_cast<XmlReading*>(data); }

void stop_for(XmlReading& state, Error why) {
  if (!state.problem) state.problem = std::move(why);
  XML_StopParser(state.parser, XML_FALSE);
}

bool too_deep(XmlReading& state) {
  if (state.depth < depth_max) return false;
  stop_for(state, at_line(state.parser, state.name,
                          "elements nest more than " + std::to_string(depth_max) + " levels deep"));
  return true;
}

struct Calls {
  static void XMLCALL begin(void* data, const XML_Char* name, const XML_Char**) {
    XmlReading& state = reading_of(data);
    if (state.problem || too_deep(state)) return;
    ++state.depth;
    state.sink.begin(name);
  }
  static void XMLCALL end(void* data, const XML_Char*) {
    XmlReading& state = reading_of(data);
    if (state.problem) return;
    --state.depth;
    state.sink.end();
  }
  static void XMLCALL text(void* data, const XML_Char* piece, int length) {
    XmlReading& state = reading_of(data);
    if (!state.problem) state.sink.text({piece, static_cast<std::size_t>(length)});
  }
  static void XMLCALL begin_passed_over(void* data, const XML_Char*, const XML_Char**) {
    XmlReading& state = reading_of(data);
    if (state.problem || too_deep(state)) return;
    ++state.depth;
    ++state.passed_over;
  }
  static void XMLCALL end_passed_over(void* data, const XML_Char*) {
    XmlReading& state = reading_of(data);
    --state.depth;
    if (--state.passed_over == 0) {
      XML_SetElementHandler(state.parser, &begin, &end);
      XML_SetCharacterDataHandler(state.parser, &text);
    }
  }
  static void XMLCALL doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    XmlReading& state = reading_of(data);
    stop_for(state, at_line(state.parser, state.name,
                            "a document type declaration (<!DOCTYPE>), which no such file has; get "
                            "the file again from the clearing house"));
  }
  static int XMLCALL encoding(void* data, const XML_Char* name, XML_Encoding* map) {
    XmlReading& state = reading_of(data);
    const std::string asked = lower(name);
    if (asked != "windows-1252" && asked != "cp1252") {
      stop_for(state,
               at_line(state.parser, state.name,
                       "the encoding \"" + shown(name) +
                           "\" is not read; save the file as UTF-8 and let its first line say "
                           "encoding=\"UTF-8\""));
      return XML_STATUS_ERROR;
    }
    for (int byte = 0; byte < 256; ++byte)
      map->map[byte] = byte < 0x80 || byte > 0x9f ? byte : windows_1252[byte - 0x80];
    map->data = nullptr;
    map->convert = nullptr;
    map->release = nullptr;
    return XML_STATUS_OK;
  }
};

Result<void> read_pieces(XmlReading& state, std::string_view bytes,
                         const XmlStream::Released& released) {
  const XML_Parser parser = state.parser;
  for (std::size_t at = 0;;) {
    const std::string_view piece = bytes.substr(at, piece_bytes);
    at += piece.size();
    const bool last = at == bytes.size();
    const auto status = XML_Parse(parser, piece.data(), static_cast<int>(piece.size()),
                                  last ? XML_TRUE : XML_FALSE);
    if (status != XML_STATUS_OK) {
      if (state.problem) return std::unexpected{*state.problem};
      const std::string why = XML_ErrorString(XML_GetErrorCode(parser));
      return std::unexpected{at_line(parser, state.name,
                                     "this is not well-formed XML: " + why +
                                         "; the file is damaged or not whole, get it again")};
    }
    if (last) return {};
    const auto taken =
        static_cast<std::size_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(parser), 0));
    if (at > taken && at - taken > token_bytes_max)
      return std::unexpected{at_line(parser, state.name,
                                     "a tag or a comment of more than 256 kB, which no such file "
                                     "has; get the file again")};
    if (released) released(at);
  }
}

}  // namespace

Result<void> XmlStream::read(std::string_view bytes, const std::string& name, XmlSink& sink,
                             const Released& released) {
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser{
      XML_ParserCreate(nullptr), &XML_ParserFree};
  PLIMSOLL_CHECK(parser != nullptr);
  XmlReading state{parser.get(), name, sink};
  state_ = &state;
  XML_SetUserData(parser.get(), &state);
  XML_SetElementHandler(parser.get(), &Calls::begin, &Calls::end);
  XML_SetCharacterDataHandler(parser.get(), &Calls::text);
  XML_SetStartDoctypeDeclHandler(parser.get(), &Calls::doctype);
  XML_SetUnknownEncodingHandler(parser.get(), &Calls::encoding, &state);
  Result<void> outcome = read_pieces(state, bytes, released);
  state_ = nullptr;
  return outcome;
}

std::uint32_t XmlStream::line() const {
  PLIMSOLL_CHECK(state_ != nullptr);
  return line_of(state_->parser);
}

void XmlStream::pass_over() {
  PLIMSOLL_CHECK(state_ != nullptr);
  state_->passed_over = 1;
  XML_SetElementHandler(state_->parser, &Calls::begin_passed_over, &Calls::end_passed_over);
  XML_SetCharacterDataHandler(state_->parser, nullptr);
}

void XmlStream::stop(Error why) {
  PLIMSOLL_CHECK(state_ != nullptr);
  stop_for(*state_, std::move(why));
}

}  // namespace plimsoll::io
