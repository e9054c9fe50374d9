#pragma once
#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "io/import.hpp"

namespace plimsoll::cli {

/// No account is this large; what is, is not read to its end.
inline constexpr std::size_t file_bytes_max = 256'000'000;

/// The whole file, named by its last component: messages hold no folder of this machine. Refused,
/// with the path as it was written: what is missing, a folder, unreadable or too large.
Result<io::Input> read_file(const std::string& path, std::size_t bytes_max = file_bytes_max);

/// The whole stream, called "standard input".
Result<io::Input> read_stream(std::istream& in, std::size_t bytes_max = file_bytes_max);

/// Replaces the file's content; refused where that cannot be done.
Result<void> write_file(const std::string& path, std::string_view bytes);

}  // namespace plimsoll::cli
