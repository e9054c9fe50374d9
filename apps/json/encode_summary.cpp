#include "apps/json/encode_summary.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>

#include "apps/json/encode_margin.hpp"
#include "apps/json/utf8.hpp"
#include "apps/json/write_answer.hpp"
#include "apps/json/write_values.hpp"

namespace plimsoll::json {
namespace {

/// How much of each list, and of each text, is shown.
struct Allowance {
  std::size_t items;
  std::size_t text_bytes;
};

/// Tried in turn until the summary fits.
constexpr std::array allowances{Allowance{5, 400}, Allowance{5, 160}, Allowance{3, 160},
                                Allowance{1, 80}, Allowance{0, 0}};

std::string shortened(std::string_view text, const Allowance& allowed) {
  if (text.size() <= allowed.text_bytes) return std::string{text};
  return std::string{cut(text, allowed.text_bytes)} + "...";
}

/// The first few of `items`, and how many were left out.
template <class Item, class Write>
std::size_t write_some(Writer& out, std::string_view key, std::span<const Item> items,
                       const Allowance& allowed, Write write) {
  const std::size_t shown = std::min(items.size(), allowed.items);
  out.key(key).begin_array();
  for (const Item& item : items.first(shown)) write(item);
  out.end_array();
  return items.size() - shown;
}

void write_omitted(Writer& out,
                   std::initializer_list<std::pair<std::string_view, std::size_t>> counts) {
  out.key("omitted").begin_object();
  for (const auto& [key, count] : counts) out.key(key).whole(static_cast<std::int64_t>(count));
  out.end_object();
}

/// The largest first; groups that ask the same stay in the answer's order.
template <Reading R>
std::vector<const Group<R>*> by_maintenance(const Answer<R>& answer) {
  std::vector<const Group<R>*> groups;
  for (const Group<R>& group : answer.groups) groups.push_back(&group);
  std::ranges::sort(groups, [](const Group<R>* a, const Group<R>* b) {
    const Money first = money_of(a->maintenance), second = money_of(b->maintenance);
    return first == second ? a < b : second < first;
  });
  return groups;
}

template <Reading R>
void write_answer(Writer& out, const Answer<R>& answer, const Allowance& allowed) {
  write_sums(out, answer);
  const std::vector<const Group<R>*> groups = by_maintenance(answer);
  const std::size_t groups_left = write_some(
      out, "groups", std::span<const Group<R>* const>{groups}, allowed, [&](const Group<R>* group) {
        out.begin_object();
        write_text(out, "strategy", shortened(group->strategy.text(), allowed));
        write_amount(out, "initial", money_of(group->initial).amount);
        write_amount(out, "maintenance", money_of(group->maintenance).amount);
        out.end_object();
      });
  const std::size_t calls_left =
      write_some(out, "calls", std::span{answer.calls}, allowed, [&](Call call) {
        call.cure = shortened(call.cure, allowed);
        write_call(out, call);
      });
  const std::size_t not_applied_left = write_some(
      out, "not_applied", std::span{answer.not_applied}, allowed, [&](const NotApplied& lacking) {
        write_not_applied(
            out, {shortened(lacking.what, allowed), shortened(lacking.missing_input, allowed)});
      });
  const std::size_t caveats_left =
      write_some(out, "caveats", std::span{answer.caveats}, allowed,
                 [&](const Caveat& caveat) { out.text(shortened(caveat.text, allowed)); });
  write_omitted(out, {{"groups", groups_left},
                      {"calls", calls_left},
                      {"not_applied", not_applied_left},
                      {"caveats", caveats_left}});
}

std::string summary_within(const MarginReport& report, const Allowance& allowed) {
  Writer out{Layout::one_line};
  out.begin_object();
  write_text(out, "schema", "plimsoll.margin/1");
  write_head(out, report);
  out.key("results").begin_array();
  for (const MethodResult& result : report.results) {
    out.begin_object();
    write_text(out, "method", result.method.text());
    if (!result.house.empty()) write_text(out, "house", result.house);
    std::visit([&](const auto& answer) { write_answer(out, answer, allowed); }, result.answer);
    out.end_object();
  }
  out.end_array();
  const std::size_t refused_left =
      write_some(out, "refused", std::span{report.refused}, allowed, [&](const Error& error) {
        write_error(
            out, {error.reason, shortened(error.what, allowed), shortened(error.where, allowed)});
      });
  const std::size_t not_covered_left = write_some(
      out, "not_covered", std::span{report.not_covered}, allowed, [&](const MethodNotCovered& one) {
        write_not_covered(
            out, {one.method,
                  {shortened(one.what.symbol, allowed), shortened(one.what.reason, allowed)}});
      });
  write_omitted(out, {{"refused", refused_left}, {"not_covered", not_covered_left}});
  out.end_object();
  return std::move(out).finish();
}

}  // namespace

std::string encode_summary(const MarginReport& report) {
  std::string summary;
  for (const Allowance& allowed : allowances) {
    summary = summary_within(report, allowed);
    if (summary.size() <= summary_bytes_max) break;
  }
  return summary;
}

}  // namespace plimsoll::json
