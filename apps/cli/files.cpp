#include "apps/cli/files.hpp"

#include <array>
#include <filesystem>
#include <fstream>

namespace plimsoll::cli {
namespace {

namespace fs = std::filesystem;

Result<std::string> bytes_of(std::istream& in, std::size_t bytes_max, const std::string& name) {
  std::string bytes;
  std::array<char, 1 << 16> block;
  while (in.read(block.data(), block.size()) || in.gcount() > 0) {
    bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > bytes_max)
      return fail(Reason::bad_input,
                  "it is larger than " + std::to_string(bytes_max / 1'000'000) +
                      " MB; no account is: name the export of one",
                  name);
  }
  if (in.bad()) return fail(Reason::bad_input, "it cannot be read to its end", name);
  return bytes;
}

}  // namespace

Result<io::Input> read_file(const std::string& path, std::size_t bytes_max) {
  std::error_code problem;
  const fs::file_status status = fs::status(path, problem);
  if (status.type() == fs::file_type::not_found)
    return fail(Reason::bad_input, "there is no such file", path);
  if (status.type() == fs::file_type::directory)
    return fail(Reason::bad_input, "it is a folder; name a file in it", path);
  std::ifstream in{path, std::ios::binary};
  if (!in) return fail(Reason::bad_input, "it cannot be opened; look at its permissions", path);
  const std::string name = fs::path{path}.filename().string();
  PLIMSOLL_TRY(bytes, bytes_of(in, bytes_max, name));
  return io::Input{name, std::move(bytes)};
}

Result<io::Input> read_stream(std::istream& in, std::size_t bytes_max) {
  const std::string name = "standard input";
  PLIMSOLL_TRY(bytes, bytes_of(in, bytes_max, name));
  return io::Input{name, std::move(bytes)};
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
  std::error_code problem;
  const fs::path folder = fs::path{path}.parent_path();
  if (!folder.empty() && !fs::exists(folder, problem))
    return fail(Reason::bad_input,
                "the folder " + folder.string() + " does not exist; make it, or name another",
                path);
  if (fs::is_directory(path, problem))
    return fail(Reason::bad_input, "it is a folder; name a file in it", path);
  std::ofstream out{path, std::ios::binary | std::ios::trunc};
  if (!out) return fail(Reason::bad_input, "it cannot be written; look at its permissions", path);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) return fail(Reason::bad_input, "it could not be written to its end", path);
  return {};
}

}  // namespace plimsoll::cli
