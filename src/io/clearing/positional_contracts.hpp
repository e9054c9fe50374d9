#pragma once
// Contracts and their arrays: pairs of 81 and 82 lines, or of 83 and 84. Lines are noted by key as
// they pass, and read once it is known what their digits mean.

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/wide.hpp"
#include "io/clearing/positional_records.hpp"

namespace plimsoll::io {

/// What a contract is, so packed that keys compare as `clearing::Contract::key` does: product (24
/// bits, a place in a list), month of the future, month of the option (34 each: year, month, two
/// characters of a day), right (2), strike's digits with their sign (25).
using PackedKey = UInt128;

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
    const GatheredProduct* terms = nullptr;  // nothing: unreadable
    const ProductScale* scale = nullptr;
    std::size_t left_out = 0;  // contracts, where either is missing
    std::uint32_t first_line = 0;
  };

  std::string_view line_at(std::uint32_t offset) const;
  bool is_first_of(const Half& half, std::string_view second) const;
  std::uint32_t product_at(std::string_view line, std::uint32_t number, Gathered& gathered);
  void join(const Half& first, const Half& second);
  void pair_the_rest(Gathered& gathered);
  void pair_group(std::vector<Half>::const_iterator begin, std::vector<Half>::const_iterator end,
                  Gathered& gathered);
  std::vector<Meaning> meanings(const Gathered& gathered) const;
  void read(const Pair& pair, Meaning& meaning, Gathered& gathered);

  std::string_view bytes_;
  const clearing::Wanted& wanted_;
  std::vector<clearing::ProductKey> products_;
  std::unordered_map<std::string_view, std::uint32_t> product_places_;
  std::string_view last_product_, last_type_;  // of the line before
  std::uint32_t last_place_ = clearing::nowhere;
  std::vector<Pair> pairs_;
  std::vector<Half> halves_;
  std::optional<Half> open_;  // a first line whose second may be next
  Row first_, second_;
};

}  // namespace plimsoll::io
