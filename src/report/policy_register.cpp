#include "report/policy_register.hpp"

#include <algorithm>
#include <array>

#include "report/document.hpp"
#include "report/table.hpp"
#include "strategy/policy_diff.hpp"

namespace plimsoll::report {
namespace {

using strategy::PolicyChange;
using strategy::PolicyKey;

/// As the file has it, without the quotes around a single value.
std::string value_of(std::string text) {
  const bool quoted = text.size() > 1 && text.starts_with('"') && text.ends_with('"');
  if (!quoted || text.find('"', 1) != text.size() - 1) return text;
  return text.substr(1, text.size() - 2);
}

std::string unit_of(const PolicyKey& key) {
  const std::string shape = key.shape();
  return std::string{key.unit} + (shape.empty() ? "" : "; " + shape);
}

Row row_of(const PolicyKey& key, const strategy::Policy& policy, const PolicyChange* change) {
  static const strategy::Policy defaults;
  return {.cells = {std::string{key.name}, printable(value_of(key.text(policy))),
                    change ? "differs, " + std::string{word_of(change->effect)} : "",
                    value_of(key.text(defaults)), unit_of(key), std::string{key.says},
                    std::string{key.reason}, std::string{key.source}},
          .emphasis = change ? Emphasis::strong : Emphasis::none};
}

struct Review {
  std::string_view name;
  int strategy::ReviewsPolicy::* days;
  std::string_view what;
};
constexpr std::array reviews{
    Review{"daily", &strategy::ReviewsPolicy::daily, "levels, calls, distance: plimsoll analyze"},
    Review{"weekly", &strategy::ReviewsPolicy::weekly,
           "limits, concentration, the next step of the deployment"},
    Review{"monthly", &strategy::ReviewsPolicy::monthly,
           "interest charged against the schedule, carry against plan, this document anew"},
    Review{"quarterly", &strategy::ReviewsPolicy::quarterly,
           "volatilities and correlations anew, the odds against what happened, house rules and "
           "rates read again"},
    Review{"annual", &strategy::ReviewsPolicy::annual,
           "the whole policy: plimsoll policy lint and policy diff"},
};

}  // namespace

std::string policy_register(const strategy::Policy& policy, const Paper& paper) {
  const auto changes = strategy::policy_changes({}, policy);
  std::string tables;
  std::size_t keys = 0;
  for (const strategy::PolicySection& section : strategy::policy_sections()) {
    Table table{.columns = {{"parameter"},
                            {"value"},
                            {"from the default"},
                            {"default"},
                            {"unit"},
                            {"what it decides"},
                            {"why its default"},
                            {"source"}},
                .rows = {}};
    for (const PolicyKey& key : section.keys) {
      const auto change = std::ranges::find(changes, &key, &PolicyChange::key);
      table.rows.push_back(row_of(key, policy, change == changes.end() ? nullptr : &*change));
    }
    keys += table.rows.size();
    tables += "\n" +
              section_heading(std::string{section.name} + ": " + std::string{section.says},
                              below(paper)) +
              "\n" + table_text(table, paper);
  }
  return "\n" + section_heading("Parameters", paper) + "\n" +
         item("- ",
              std::to_string(keys) + " parameters, of which " +
                  (changes.empty() ? "none differs" : std::to_string(changes.size()) + " differ") +
                  " from the framework's default",
              paper) +
         tables;
}

std::string review_calendar(const strategy::Policy& policy, Date as_of, const Paper& paper) {
  Table table{.columns = {{"review"}, {"most days between"}, {"next by"}, {"what is looked at"}},
              .rows = {}};
  for (const Review& review : reviews) {
    const int days = policy.reviews.*review.days;
    table.rows.push_back(
        {.cells = {std::string{review.name}, std::to_string(days),
                   to_text(as_of + std::chrono::days{days}), std::string{review.what}}});
  }
  return "\n" + section_heading("Review calendar", paper) + "\n" + table_text(table, paper) + "\n" +
         item("- ",
              "counted from the account's day: when each was last done is not in the account or "
              "the policy",
              paper);
}

}  // namespace plimsoll::report
