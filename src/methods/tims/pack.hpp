#pragma once
// The parameters a clearing house sets and a broker widens: how far products are moved, which stand
// together, what offsets what. Read from profiles/tims/*.toml.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/node.hpp"
#include "model/account.hpp"
#include "rules/rulebook.hpp"

namespace plimsoll::tims {

/// At which level the minimum for each contract is taken.
enum class MinimumOver : std::uint8_t { product_group, class_group };

/// How far one kind of product is moved in the accounts of one role.
struct RangeRow {
  std::string type;
  Role role = Role::customer;
  Decimal down, up;
  Date since;
  Grade grade = Grade::secondary;
  std::string paragraph = {}, label = {};
  SourceLine where = {};
  Citation law{.source = "", .paragraph = "", .gist = ""};  // of this row: its paragraph and grade
};

struct OffsetGroup {
  std::string name;
  Decimal offset;
  std::string range = {};                 // product groups: a type; empty: unknown
  std::optional<std::size_t> above = {};  // product groups: the portfolio group they stand in
  Grade grade = Grade::secondary;
  std::string paragraph = {}, note = {};
  SourceLine where = {};
  Citation law{.source = "", .paragraph = "", .gist = ""};
};

/// Where a symbol stands, and how many times its class group's move it moves: -3 of a threefold
/// inverse fund.
struct PackMember {
  std::size_t class_group = 0;
  Decimal times{1};
};

struct MemberGroup {
  std::string name;
  std::size_t product_group = 0;
  std::vector<std::string> members = {}, futures = {};
  Grade grade = Grade::secondary;
  SourceLine where = {};
};

/// A test of an overlay: the grid of the pack beneath, widened.
struct Stress {
  std::string name, reason = {}, reading = {};
  std::optional<Decimal> at_least = {};  // both ways
  std::optional<Decimal> largest = {};   // both ways, of the one class group that loses most
  std::vector<Decimal> volatility = {};  // parts of itself; empty: as it is
  std::string range = {};                // `largest`: only class groups of this type; empty: all
  std::uint32_t range_line = 0;
  bool needs_history = false;
  Grade grade = Grade::secondary;
  SourceLine where = {};
  Citation law{.source = "", .paragraph = "", .gist = ""};
};

/// One file. Never copied: labels point into it.
struct Pack {
  Pack() = default;
  Pack(const Pack&) = delete;
  Pack& operator=(const Pack&) = delete;

  std::string name, title, source, file;
  std::uint32_t line = 0;  // of the name
  Date retrieved, effective_from;
  Grade grade = Grade::secondary;
  int time_roll_days = 1;
  MinimumOver minimum_over = MinimumOver::product_group;
  std::vector<RangeRow> ranges;
  std::vector<OffsetGroup> portfolio_groups, product_groups;
  std::vector<MemberGroup> class_groups;
  std::map<InstrumentId, PackMember> members;
  std::map<InstrumentId, std::size_t> futures;  // product: class group
  std::string over;                             // overlays: the pack beneath
  std::vector<Stress> stresses;

  bool is_overlay() const { return !over.empty(); }
  /// How far the type is moved; nothing where the pack has no such type.
  const RangeRow* range(const std::string& type, Role role) const;
};
using PackRef = std::shared_ptr<const Pack>;

/// What no group of a pack names is moved by one of these.
inline constexpr const char* equity_range = "equity";
inline constexpr const char* broad_index_range = "non_high_cap_broad_index";

/// Decodes one parsed file of schema "plimsoll.tims/1"; `file` stands in errors and behind every
/// number. Refused with its line: unknown keys and words, numbers that cannot be, a type without a
/// range for some role, a group that is not there, a name or a symbol twice, what is spelled like
/// no symbol, an offset outside 0 to 1.
Result<PackRef> parameter_pack(const Node& file, const std::string& name);

/// That an overlay can stand over `base`. Refused with its line: a range that `base` lacks.
Result<void> stands_over(const Pack& overlay, const Pack& base);

/// Packs by name; files of one name form a series by their first day.
class PackList {
 public:
  /// Refused: two files of one name and first day.
  Result<void> add(PackRef pack);
  /// The one in force on `day`. Refused: a name there is not, a day before its first.
  Result<PackRef> find(const std::string& name, Date day) const;
  std::vector<std::string> names() const;
  std::vector<PackRef> all() const;  // by name and first day

 private:
  std::map<std::string, std::map<Date, PackRef>> by_name_;
};

/// A pack of parameters, and what stands over it; both null where there is none.
struct Packs {
  PackRef base, overlay;
  bool operator==(const Packs&) const = default;
};

/// A pack's numbers as a list that points into it.
std::vector<RuleEntry> rules_of(const Pack& pack);

}  // namespace plimsoll::tims
