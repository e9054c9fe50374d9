#pragma once
// Contracts and their arrays: pairs of 81 and 82 lines, or of 83 and 84. Lines are noted by key as
// they pass, and read once it is known what their digits mean.

#include <cstdint>
#include <string_view>
#include <vector>

#include "io/clearing/positional_arrays.hpp"
#include "io/clearing/positional_key.hpp"

namespace plimsoll::io {

class ContractLines {
 public:
  /// `bytes` outlive this.
  ContractLines(std::string_view bytes, const clearing::Wanted& wanted)
      : bytes_{bytes}, wanted_{wanted} {}

  /// One line of a record 81 to 84, within `bytes`.
  void see(std::string_view line, std::uint32_t number, Gathered& gathered);

  /// Contracts and arrays, in order of key. Refused: half a pair, a second of the same key, what
  /// names a product without its P or 2 record, digits that are none.
  void read_into(Gathered& gathered);

 private:
  struct Half {
    PackedKey key = 0;
    std::uint32_t offset = 0, line = 0;
    bool is_second = false, is_wide = false;
  };
  struct Pair {
    PackedKey key = 0;
    std::uint32_t first = 0, second = 0;  // where they begin
    std::uint32_t first_line = 0, second_line = 0;
  };
  /// How digits of one product's contracts are to be read.
  struct Meaning {
    clearing::Index product = clearing::nowhere;
    const GatheredProduct* terms = nullptr;  // nothing: no P record
    const ProductScale* scale = nullptr;     // nothing: no 2 record
    std::size_t left_out = 0;                // contracts, where either is missing
    std::uint32_t first_line = 0;            // of those
  };

  std::string_view line_at(std::uint32_t offset) const;
  bool are_pair(const Half& first, std::string_view second) const;
  std::optional<std::uint32_t> place_of_product(std::string_view line);
  void join(const Half& first, const Half& second);
  void pair_the_rest(Gathered& gathered);
  void pair_group(std::vector<Half>::const_iterator begin, std::vector<Half>::const_iterator end,
                  Gathered& gathered);
  void put_meanings(const Gathered& gathered);
  void refuse_left_out(Gathered& gathered);
  void sort_pairs(Gathered& gathered);
  void read(const Pair& pair, Gathered& gathered);

  std::string_view bytes_;
  const clearing::Wanted& wanted_;
  std::vector<clearing::ProductKey> products_;
  std::map<clearing::ProductKey, std::uint32_t> places_;  // nowhere: not wanted
  std::string_view last_line_;                            // whose product is at `last_place_`
  std::uint32_t last_place_ = clearing::nowhere;
  std::vector<Pair> pairs_;
  std::vector<Half> halves_;
  std::optional<Half> open_;       // a first line whose second may be next
  std::vector<Meaning> meanings_;  // by place of the product
  Row first_, second_;
};

}  // namespace plimsoll::io
