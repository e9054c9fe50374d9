#include "market/rate_path.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace plimsoll {
namespace {

constexpr std::size_t changes_max = 500;

class Reader : RateNodes {
 public:
  Reader(const Node& root, const std::string& file) : RateNodes{file}, root_{root} {}

  Result<RatePath> read() {
    static constexpr std::array<std::string_view, 9> keys{"schema", "name",      "title",
                                                          "source", "retrieved", "effective_from",
                                                          "grade",  "before",    "changes"};
    PLIMSOLL_TRY_VOID(known_keys(root_, keys, "a rate path"));
    PLIMSOLL_TRY(about, source_in(root_, "plimsoll.rate_path/1"));
    path_.about = std::move(about);
    const Node* before = root_.find("before");
    if (!before)
      return refuse(root_, "\"before\" is missing; write the rate before the first change");
    PLIMSOLL_TRY(rate, rate_of("before", *before));
    path_.before = rate;
    const Node* rows = root_.find("changes");
    if (!rows || rows->kind != Node::Kind::array || rows->items.empty())
      return refuse(rows ? *rows : root_,
                    "no changes; write changes = [[\"2022-03-17\", \"0.005\"]]");
    if (changes_max < rows->items.size())
      return refuse(*rows, "more than " + std::to_string(changes_max) + " changes");
    for (const Node& row : rows->items) PLIMSOLL_TRY_VOID(read_change(row));
    return std::move(path_);
  }

 private:
  Result<void> read_change(const Node& row) {
    if (row.kind != Node::Kind::array || row.items.size() != 2)
      return refuse(row,
                    "a change is a day and the rate from then on: [\"2022-03-17\", \"0.005\"]");
    const auto day = parse_date(row.items[0].text);
    if (!day) return refuse(row.items[0], "a change's day: " + day.error().what);
    PLIMSOLL_TRY(rate, rate_of("a change's rate", row.items[1]));
    if (!path_.changes.empty() && !(path_.changes.back().day < *day))
      return refuse(row, "it is not after the change before, of " +
                             to_text(path_.changes.back().day) + "; write changes in order");
    if (rate == (path_.changes.empty() ? path_.before : path_.changes.back().rate))
      return refuse(row, "the rate does not change; leave the row out");
    path_.changes.push_back({*day, rate});
    return {};
  }

  const Node& root_;
  RatePath path_;
};

}  // namespace

Decimal RatePath::change_after(int days) const {
  const Date at = first() + std::chrono::days{days};
  const auto after = std::ranges::upper_bound(changes, at, {}, &RateChange::day);
  return (after == changes.begin() ? before : std::prev(after)->rate) - before;
}

int RatePath::months() const {
  int count = 1;
  while (!(changes.back().day < plus_months(first(), count))) ++count;
  return count;
}

Result<RatePath> rate_path(const Node& tree, const std::string& file) {
  return Reader{tree, file}.read();
}

}  // namespace plimsoll
