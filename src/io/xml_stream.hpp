#pragma once
// XML of any size: a call where each element begins and ends and for the characters in it, nothing
// kept, and whole elements passed over at little cost. For files of brokers see io/xml.hpp.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace plimsoll::io {

/// What a document is read into. Texts are valid during the call only.
class XmlSink {
 public:
  virtual ~XmlSink() = default;
  virtual void begin(std::string_view name) = 0;
  /// Characters of the innermost element, in as many pieces as it happens, blanks included.
  virtual void text(std::string_view piece) = 0;
  virtual void end() = 0;
};

struct XmlReading;  // how far it is

class XmlStream {
 public:
  /// Told how many bytes of the document, from its start, are not looked at again.
  using Released = std::function<void(std::size_t)>;

  XmlStream() = default;
  XmlStream(const XmlStream&) = delete;
  XmlStream& operator=(const XmlStream&) = delete;

  /// Refused, with `name:line`: what is not well formed, a document type declaration (so no entity
  /// is ever declared or fetched), more than 64 levels, a tag or a comment of more than 256 kB, an
  /// encoding other than UTF-8, UTF-16, ISO-8859-1, windows-1252 and US-ASCII, and what the sink
  /// stopped for. What came before the fault has been handed over.
  Result<void> read(std::string_view bytes, const std::string& name, XmlSink& sink,
                    const Released& released = {});

  // For the sink, during a call.
  std::uint32_t line() const;  // 1-based
  /// Passes over the element that just began: its end is not told either.
  void pass_over();
  void stop(Error why);

 private:
  XmlReading* state_ = nullptr;  // while reading
};

}  // namespace plimsoll::io
