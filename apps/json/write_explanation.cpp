#include "apps/json/write_explanation.hpp"

#include "apps/json/write_values.hpp"

namespace plimsoll::json {
namespace {

void write_law(Writer& out, const Citation& law, const std::optional<Date>& since,
               FirstDay first_day) {
  out.key("law").begin_object();
  write_text(out, "source", law.source.text());
  write_text(out, "paragraph", law.paragraph.text());
  if (since) {
    write_date(out, "since", *since);
    write_text(out, "first_day", first_day == FirstDay::known ? "known" : "at_least_since");
  }
  write_text(out, "grade", word_of(law.grade));
  write_text(out, "gist", law.gist.text());
  if (!law.reading.empty()) write_text(out, "reading", law.reading.text());
  out.end_object();
}

void write_product(Writer& out, const Product& product) {
  out.key("product").begin_object();
  write_text(out, "quantity", to_text(product.quantity));
  write_amount(out, "price", product.price.per_unit);
  if (product.less) write_amount(out, "less", product.less->per_unit);
  if (product.per != Decimal{1}) write_number(out, "per", product.per);
  out.end_object();
}

void write_raised(Writer& out, const Raised& raised) {
  out.key("raised").begin_object();
  write_number(out, "from", raised.from.fraction);
  write_number(out, "times", raised.times);
  out.end_object();
}

}  // namespace

void write_explanation(Writer& out, const Amount& amount) {
  out.begin_object();
  write_text(out, "label", amount.label.text());
  write_amount(out, "amount", amount.money.amount);
  if (amount.product) write_product(out, *amount.product);
  if (amount.rate) write_number(out, "rate", amount.rate->fraction);
  if (amount.raised) write_raised(out, *amount.raised);
  if (amount.law != nullptr) write_law(out, *amount.law, amount.since, amount.first_day);
  if (amount.where.line != 0) write_text(out, "where", text_of(amount.where));
  if (!amount.subject.empty()) write_text(out, "subject", amount.subject);
  if (amount.governs) out.key("governs").whole(static_cast<std::int64_t>(*amount.governs));
  out.key("parts").begin_array();
  for (const Amount& part : amount.parts) write_explanation(out, part);
  out.end_array().end_object();
}

void write_explanation_of(Writer& out, const Answer<Amount>& answer) {
  Amount all{.label = "requirements and equity", .money = answer.maintenance.money};
  for (const Amount* tree : trees_of(answer)) all.parts.push_back(*tree);
  out.key("explanation");
  write_explanation(out, all);
}

void write_explanation_of(Writer&, const Answer<Money>&) {}

void write_explanation_of(Writer& out, const MethodResult& result) {
  std::visit([&](const auto& answer) { write_explanation_of(out, answer); }, result.answer);
}

}  // namespace plimsoll::json
