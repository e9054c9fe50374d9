#include "io/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace plimsoll::io {
namespace {

/// Closes what it was given.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_{number} {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

std::unexpected<Error> unreadable(const std::string& path, const std::string& why) {
  return fail(Reason::bad_input, "the file cannot be read: " + why, path);
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.number() < 0) return unreadable(path, std::strerror(errno));
  struct stat about{};
  if (::fstat(file.number(), &about) != 0) return unreadable(path, std::strerror(errno));
  if (!S_ISREG(about.st_mode)) return unreadable(path, "it is not a regular file");
  const auto size = static_cast<std::size_t>(about.st_size);
  if (size == 0) return MappedFile{nullptr, 0};
  void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (address == MAP_FAILED) return unreadable(path, std::strerror(errno));
  ::madvise(address, size, MADV_SEQUENTIAL);
  return MappedFile{address, size};
}

void MappedFile::release(std::size_t count) const {
  if (count > size_) count = size_;
  count -= count % static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  if (count > 0) ::madvise(address_, count, MADV_DONTNEED);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : address_{std::exchange(other.address_, nullptr)}, size_{std::exchange(other.size_, 0)} {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(address_, other.address_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (address_ != nullptr) ::munmap(address_, size_);
}

}  // namespace plimsoll::io
