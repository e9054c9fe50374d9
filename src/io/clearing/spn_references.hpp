#pragma once
// Contracts of SPAN XML refer to each other by numbers: exchange, `pfId`, `cId`. What they stand
// for is known once the clearing house is read whole.

#include "market/clearing/risk_file.hpp"

namespace plimsoll::io::spn {

struct Reference {
  std::uint32_t exchange = 0;  // its place among those named so far
  std::uint32_t family = 0, contract = 0;
  auto operator<=>(const Reference&) const = default;
};

/// A product family that is named by number.
struct Family {
  clearing::Index product = clearing::nowhere;
  bool lists_contracts = false;  // any at all
};

/// A contract that is no option.
struct Listed {
  clearing::Index product = clearing::nowhere;
  Month month;
};

class References {
 public:
  std::uint32_t exchange(const clearing::Code& code);
  /// The first of a number stands.
  void family(std::uint32_t exchange, std::uint32_t id, clearing::Index product);
  void contract(const Reference& reference, Listed listed);

  /// Options of one series wait for the month of what they are on. `line` is of the `undC`.
  struct Underlying {
    Reference reference;
    clearing::Index terms = clearing::nowhere, first = 0, last = 0;  // contracts: one behind
    std::uint32_t line = 0;
  };
  void wait(Underlying underlying) { underlyings_.push_back(underlying); }
  /// And combinations for their legs: `legs` in the order of the combination's.
  struct Legs {
    clearing::Index combination = clearing::nowhere;
    std::vector<Reference> legs = {};
  };
  void wait(Legs legs) { legs_.push_back(std::move(legs)); }

  /// Contracts that may be referred to.
  std::size_t size() const { return listed_.size(); }

  /// Fills in what waited. What refers to nothing is refused and taken out.
  std::vector<Error> resolve(clearing::RiskFile& file);

 private:
  std::optional<Listed> find(const Reference& reference) const;
  std::optional<Family> family_of(const Reference& reference) const;
  void resolve_underlyings(clearing::RiskFile& file, std::vector<Error>& refused) const;
  void resolve_legs(clearing::RiskFile& file, std::vector<Error>& refused) const;

  std::vector<clearing::Code> exchanges_;
  std::map<clearing::Code, std::uint32_t> places_;  // of exchanges
  std::map<std::pair<std::uint32_t, std::uint32_t>, Family> families_;
  std::vector<std::pair<Reference, Listed>> listed_;  // sorted by `resolve`
  std::vector<Underlying> underlyings_;
  std::vector<Legs> legs_;
};

}  // namespace plimsoll::io::spn
