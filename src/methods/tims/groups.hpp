#pragma once
// Where an instrument stands: its class group, what that is in, and how far it is moved.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "methods/tims/pack.hpp"
#include "methods/tims/points.hpp"

namespace plimsoll::tims {

/// What is on one underlying, with what tracks it: netted in full.
struct ClassGroup {
  std::string name;
  const RangeRow* moved_by = nullptr;
  std::size_t product_group = 0;  // of Groups::products
  std::string remark = {};        // a sentence, where the pack does not know it for certain
};

/// Class groups whose gains offset one another's losses in part; often one alone.
struct ProductGroup {
  const OffsetGroup* of = nullptr;  // null: one class group that stands alone
  std::size_t top = 0;              // of Groups::tops
};

/// What gets a requirement of its own: a portfolio group, a product group or a class group.
struct TopGroup {
  const OffsetGroup* portfolio = nullptr;
  std::string name;
};

/// In one order: class groups of one product group lie together, and so do product groups of one
/// top.
struct Groups {
  std::vector<ClassGroup> classes;
  std::vector<ProductGroup> products;
  std::vector<TopGroup> tops;
};

/// The class group something belongs to, and how many times its move it moves.
struct Placed {
  std::size_t class_group = 0;
  double times = 1;
};

/// Finds places one by one; `sorted` then gives the groups, and `renumbered` where each has gone.
class GroupsBuilder {
 public:
  /// All outlive this. Ranges are read as of `rules`.
  GroupsBuilder(const Pack& pack, const Catalog& catalog, Role role, Date rules)
      : pack_{pack}, catalog_{catalog}, role_{role}, rules_{rules} {}

  /// Of shares, or of what options are on. `not_covered` where its range is unknown,
  /// `not_in_force` where it is of a later day.
  /// A fund on a fund is followed to what that is on, the multiples multiplied; `bad_input` where
  /// funds lead in a circle.
  Result<Placed> place(const InstrumentId& id) { return place(id, 0); }
  /// Of futures on an index; `not_covered` where the pack names no class group for the product.
  Result<Placed> place_future(const InstrumentId& product);

  Groups sorted();
  std::size_t renumbered(std::size_t class_group) const { return place_of_.at(class_group); }

 private:
  using Key = std::pair<std::optional<std::size_t>, std::string>;  // of the pack; or a symbol
  struct Found {
    std::string name, range_type, remark;
    std::optional<std::size_t> product;  // of the pack
  };

  Result<std::size_t> in_pack(std::size_t group);
  Result<std::size_t> alone(const InstrumentId& id, const std::string& range_type,
                            std::string remark);
  Result<std::size_t> add(const Key& key, Found found);
  Result<Placed> place(const InstrumentId& id, int followed);
  Result<Placed> of_reference(const Stock& fund, int followed);
  const RangeRow& range_of(const std::string& type) const { return *pack_.range(type, role_); }

  const Pack& pack_;
  const Catalog& catalog_;
  Role role_;
  Date rules_;
  std::map<Key, std::size_t> known_;
  std::vector<Found> found_;
  std::vector<std::size_t> place_of_;
};

}  // namespace plimsoll::tims
