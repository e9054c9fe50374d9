#include "rules/amount.hpp"

namespace plimsoll {

namespace detail {
SourceLine line_of(const std::source_location& place) {
  // The build maps the source root away (-fmacro-prefix-map), so what is left is a literal such as
  // "src/methods/...".
  std::string_view file = place.file_name();
  if (const std::size_t root = file.rfind("src/methods/"); root != std::string_view::npos)
    file.remove_prefix(root);
  return {Label::of(file), place.line()};
}
}  // namespace detail

Amount percent_of(const InForce<Percent>& rate, Amount base) {
  const Money share = rate.value * base.money;
  return {.label = "percent of",
          .money = share,
          .rate = rate.value,
          .since = rate.since == Date::min() ? std::optional<Date>{} : rate.since,
          .first_day = rate.first_day,
          .law = rate.law,
          .parts = detail::list(std::move(base))};
}

Amount percent_of(const RaisedRate& rate, Amount base) {
  Amount share = percent_of(rate.rate, std::move(base));
  share.raised = rate.raised;
  return share;
}

Amount plus(Amount a, Amount b) {
  const Money sum = a.money + b.money;
  return {.label = "plus", .money = sum, .parts = detail::list(std::move(a), std::move(b))};
}

Amount reduced_by(Amount a, Amount b) {
  const Money rest = a.money - b.money;
  return {.label = "reduced by", .money = rest, .parts = detail::list(std::move(a), std::move(b))};
}

Amount less(Amount owed) {
  const Money taken_off = -owed.money;
  return {.label = "less", .money = taken_off, .parts = detail::list(std::move(owed))};
}

Amount greater_of(Amount a, Amount b) {
  const bool second = a.money < b.money;
  return {.label = "greater of",
          .money = second ? b.money : a.money,
          .governs = second ? 1u : 0u,
          .parts = detail::list(std::move(a), std::move(b))};
}

Amount lesser_of(Amount a, Amount b) {
  const bool second = b.money < a.money;
  return {.label = "lesser of",
          .money = second ? b.money : a.money,
          .governs = second ? 1u : 0u,
          .parts = detail::list(std::move(a), std::move(b))};
}

void Total<Amount>::add(Amount part) {
  sum_ = sum_ + part.money;
  parts_.push_back(std::move(part));
}
Amount Total<Amount>::named(Label label) && {
  return {.label = label, .money = sum_, .parts = std::move(parts_)};
}

void Greatest<Amount>::add(Amount part) {
  if (parts_[governs_].money < part.money) governs_ = parts_.size();
  parts_.push_back(std::move(part));
}
Amount Greatest<Amount>::named(Label label) && {
  const Money greatest = parts_[governs_].money;
  return {.label = label, .money = greatest, .governs = governs_, .parts = std::move(parts_)};
}

Amount about(std::string_view subject, Amount reached) {
  reached.subject = subject;
  return reached;
}

Amount under(const Citation& law, Label label, Amount reached, SourceLine where) {
  const Money money = reached.money;
  return {.label = label,
          .money = money,
          .law = &law,
          .where = where,
          .parts = detail::list(std::move(reached))};
}

Amount under(const Citation& law, Label label, Amount reached, std::source_location where) {
  return under(law, label, std::move(reached), detail::line_of(where));
}

}  // namespace plimsoll
