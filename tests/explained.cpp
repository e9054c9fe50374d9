#include "tests/explained.hpp"

#include <algorithm>
#include <functional>

namespace plimsoll::testing {
namespace {

/// Visits every amount that counts toward the one at the top.
void visit_what_counts(const Amount& amount, const std::function<void(const Amount&)>& visit) {
  visit(amount);
  if (amount.governs) return visit_what_counts(amount.parts.at(*amount.governs), visit);
  for (const Amount& part : amount.parts) visit_what_counts(part, visit);
}

Money sum_of(const std::vector<Amount>& parts, Currency currency) {
  Money sum = zero(currency);
  for (const Amount& part : parts) sum = sum + part.money;
  return sum;
}

/// Quantity x (price - less) / per, never below zero where it is a difference.
Money money_of(const Product& product, Currency currency) {
  Decimal each = product.price.per_unit;
  if (product.less) each = std::max(Decimal{}, each - product.less->per_unit);
  return Price{divide(each, product.per, Round::half_even), currency} * product.quantity;
}

/// What an amount must be, by its parts; itself where it has none.
Money followed(const Amount& amount) {
  const std::vector<Amount>& parts = amount.parts;
  if (amount.product) return money_of(*amount.product, amount.money.currency);
  if (parts.empty()) return amount.money;
  if (amount.governs) return parts.at(*amount.governs).money;
  if (amount.rate) return *amount.rate * parts.front().money;
  if (amount.label == Label{"less"}) return -parts.at(0).money;
  if (amount.label == Label{"reduced by"}) return parts.at(0).money - parts.at(1).money;
  return sum_of(parts, amount.money.currency);
}

bool won_rightly(const Amount& amount) {
  if (!amount.governs) return true;
  const auto beats = [&](const Amount& other) {
    if (amount.label == Label{"greater of"}) return !(amount.money < other.money);
    if (amount.label == Label{"lesser of"}) return !(other.money < amount.money);
    return true;
  };
  return std::ranges::all_of(amount.parts, beats);
}

void collect_wrong(const Amount& amount, std::vector<std::string>& wrong) {
  const std::string step = shown_label(amount) + " " + to_text(amount.money);
  if (followed(amount) != amount.money)
    wrong.push_back(step + " does not follow from its parts: " + to_text(followed(amount)));
  if (!won_rightly(amount)) wrong.push_back(step + " is not the part that should win");
  for (const Amount& part : amount.parts) collect_wrong(part, wrong);
}

}  // namespace

std::string shown_label(const Amount& amount) {
  if (amount.rate) return to_text(*amount.rate) + " of";
  return std::string{amount.label.text()};
}

std::set<std::string> governing_labels(const Amount& amount) {
  std::set<std::string> labels;
  visit_what_counts(amount, [&](const Amount& step) {
    if (step.governs) labels.insert(shown_label(step.parts.at(*step.governs)));
  });
  return labels;
}

std::set<std::string> laws_cited(const Amount& amount) {
  std::set<std::string> laws;
  visit_what_counts(amount, [&](const Amount& step) {
    if (step.law != nullptr)
      laws.insert(std::string{step.law->source.text()} + " " +
                  std::string{step.law->paragraph.text()});
  });
  return laws;
}

std::vector<std::string> wrong_steps(const Amount& amount) {
  std::vector<std::string> wrong;
  collect_wrong(amount, wrong);
  return wrong;
}

}  // namespace plimsoll::testing
