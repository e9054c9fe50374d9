#pragma once
// A file's bytes without copying them.

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace plimsoll::io {

/// A regular file, read-only, in memory as long as this lives. Whoever cuts the file short
/// meanwhile ends the program, so it is for files the user hands over, not for ones being written.
class MappedFile {
 public:
  /// Refused, naming the path: what does not exist, may not be read, or is no regular file.
  static Result<MappedFile> open(const std::string& path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::string_view bytes() const { return {static_cast<const char*>(address_), size_}; }

  /// The first `count` bytes need not stay in memory: whoever looks at them again waits for the
  /// disk. So a file larger than memory is read from end to end.
  void release(std::size_t count) const;

 private:
  MappedFile(void* address, std::size_t size) : address_{address}, size_{size} {}

  void* address_ = nullptr;  // nothing for an empty file
  std::size_t size_ = 0;
};

}  // namespace plimsoll::io
