#include "io/names.hpp"

#include <cstring>

#include "base/check.hpp"

namespace plimsoll::io {
namespace {

std::uint64_t mixed(std::uint64_t value) {
  value *= 0xff51afd7ed558ccdu;
  return value ^ (value >> 32);
}

/// Eight bytes at a time; the last ones padded with zeros, so the length goes in too.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0x9e3779b97f4a7c15u ^ text.size();
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + i, 8);
    hash = mixed(hash ^ word);
  }
  std::uint64_t rest = 0;
  for (; i < text.size(); ++i) rest = rest << 8 | static_cast<unsigned char>(text[i]);
  return mixed(hash ^ rest);
}

}  // namespace

std::uint32_t Names::id_of(std::string_view text) {
  if (names_.size() * 2 >= slots_.size()) grow();
  const std::uint64_t hash = hash_of(text);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
    const std::uint32_t taken = slots_[slot];
    if (taken == 0) {
      PLIMSOLL_CHECK(names_.size() < 0xffffffffu);
      names_.emplace_back(text);
      hashes_.push_back(hash);
      slots_[slot] = static_cast<std::uint32_t>(names_.size());
      return slots_[slot] - 1;
    }
    if (hashes_[taken - 1] == hash && names_[taken - 1] == text) return taken - 1;
  }
}

void Names::grow() {
  std::vector<std::uint32_t> slots(slots_.empty() ? 64 : slots_.size() * 2);
  const std::size_t mask = slots.size() - 1;
  for (std::size_t id = 0; id < hashes_.size(); ++id) {
    std::size_t slot = hashes_[id] & mask;
    while (slots[slot] != 0) slot = (slot + 1) & mask;
    slots[slot] = static_cast<std::uint32_t>(id + 1);
  }
  slots_ = std::move(slots);
}

}  // namespace plimsoll::io
