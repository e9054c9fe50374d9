#pragma once
// A list of a few items held in place: no allocation. What has more than `capacity` items is our
// bug.

#include <array>
#include <cstddef>
#include <initializer_list>

#include "base/check.hpp"

namespace plimsoll {

template <class T, std::size_t capacity>
class ShortList {
 public:
  constexpr ShortList() = default;
  constexpr ShortList(std::initializer_list<T> items) {
    for (const T& item : items) push_back(item);
  }

  constexpr void push_back(const T& item) {
    PLIMSOLL_CHECK(size_ < capacity);
    items_[size_++] = item;
  }
  constexpr std::size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr T& operator[](std::size_t i) { return items_[i]; }
  constexpr const T& operator[](std::size_t i) const { return items_[i]; }
  constexpr const T& front() const { return items_[0]; }
  constexpr T* begin() { return items_.data(); }
  constexpr T* end() { return items_.data() + size_; }
  constexpr const T* begin() const { return items_.data(); }
  constexpr const T* end() const { return items_.data() + size_; }

 private:
  std::array<T, capacity> items_{};
  std::size_t size_ = 0;
};

}  // namespace plimsoll
