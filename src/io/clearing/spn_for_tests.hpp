#pragma once
// Small SPAN XML documents for tests: a clearing house with what is put into it.

#include <string>

#include "io/clearing/spn.hpp"

namespace plimsoll::io::spn_tests {

using Files = Loaded<std::vector<clearing::RiskFile>>;

/// `content` begins on line 2.
inline std::string house(const std::string& content) {
  return "<spanFile><pointInTime><date>20251128</date><clearingOrg><ec>X</ec>\n" + content +
         "\n</clearingOrg></pointInTime></spanFile>";
}

/// A product of the kind `kind`, "futPf", with what stands in it.
inline std::string product(const std::string& kind, const std::string& content) {
  return "<exchange><exch>E</exch><" + kind + "><pfId>1</pfId><pfCode>P</pfCode>" + content + "</" +
         kind + "></exchange>";
}

inline std::string commodity(const std::string& content) {
  return "<ccDef><cc>C</cc><currency>USD</currency>" + content + "</ccDef>";
}

/// Sixteen values, the last of them this, and the composite delta.
inline std::string array(const std::string& last, const std::string& delta = "1") {
  std::string text = "<ra><r>1</r>";
  for (int i = 0; i < 15; ++i) text += "<a>" + std::to_string(i) + ".5</a>";
  return text + "<a>" + last + "</a><d>" + delta + "</d></ra>";
}

inline Files read(const std::string& document) { return read_spn(document, "f.spn", {}); }

/// Where and what, one line each.
inline std::string errors(const Files& files) {
  std::string all;
  for (const Error& error : files.refused) all += error.where + " " + error.what + "\n";
  return all;
}
inline std::string refusal(const std::string& content) { return errors(read(house(content))); }

}  // namespace plimsoll::io::spn_tests
