#pragma once
// Where instruments stand in the clearing houses' files: found once for many accounts.

#include <unordered_map>

#include "market/clearing/risk_file.hpp"

namespace plimsoll::span {

using clearing::Index;
using clearing::RiskFile;
using RiskFiles = std::vector<std::shared_ptr<const RiskFile>>;

/// A contract an instrument is, or is made of: so many of it for one held.
struct Part {
  Index contract = clearing::nowhere;
  Index commodity = clearing::nowhere;
  Decimal ratio{1};  // below zero: sold
};

enum class Standing : std::uint8_t { placed, refused, not_covered };

struct Place {
  Standing standing = Standing::placed;
  std::size_t file = 0;
  std::vector<Part> parts = {};  // one, but of a combination that is split
  Error fault = {};              // why it is refused or not covered
  std::string remark = {};       // a caveat on how it was read

  /// Whether it is a contract of the file, whose price is its own; not so a combination's legs.
  bool is_one_contract() const { return parts.size() == 1 && parts.front().ratio == Decimal{1}; }
};

class Places {
 public:
  /// `instruments` may hold one twice. What is wrong stands at its instrument.
  static std::shared_ptr<const Places> of(const std::vector<const Instrument*>& instruments,
                                          RiskFiles files);

  const RiskFiles& files() const { return files_; }
  /// Nothing where it was not looked up.
  const Place* find(const InstrumentId& id) const;

 private:
  RiskFiles files_;
  std::unordered_map<InstrumentId, Place> places_;
};

/// Where one instrument stands.
Place place_of(const Instrument& instrument, const RiskFiles& files);

/// "202512", "202512 W1".
std::string to_text(Month month);
/// "XYZ OZ OOF 202512 202512 C 3600": a contract as the file's keys are written.
std::string key_text(const RiskFile& file, const clearing::Contract& contract);

}  // namespace plimsoll::span
