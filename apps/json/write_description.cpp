#include "apps/json/write_description.hpp"

#include "apps/json/write_values.hpp"

namespace plimsoll::json {
namespace {

/// Writes what is there and passes over what is not.
class Sayer {
 public:
  explicit Sayer(Writer& out) : out_{out} {}

  void say(std::string_view key, const std::string& text) {
    if (!text.empty()) write_text(out_, key, text);
  }
  void say(std::string_view key, const std::optional<Decimal>& number) {
    if (number) write_number(out_, key, *number);
  }
  void say(std::string_view key, const std::optional<double>& number) {
    if (number) out_.key(key).number(*number);
  }
  void say(std::string_view key, const std::optional<Date>& day) {
    if (day) write_date(out_, key, *day);
  }
  void say(std::string_view key, const std::optional<bool>& truth) {
    if (truth) out_.key(key).boolean(*truth);
  }

 private:
  Writer& out_;
};

}  // namespace

void write_description(Writer& out, const Description& description) {
  out.begin_object();
  Sayer sayer{out};
  sayer.say("type", description.type);
  sayer.say("currency", description.currency);
  sayer.say("leverage", description.leverage);
  sayer.say("reference", description.reference);
  sayer.say("index_class", description.index_class);
  sayer.say("underlying", description.underlying);
  sayer.say("underlying_scale", description.underlying_scale);
  sayer.say("expiry", description.expiry);
  sayer.say("right", description.right);
  if (description.strike) write_amount(out, "strike", *description.strike);
  sayer.say("multiplier", description.multiplier);
  sayer.say("style", description.style);
  sayer.say("settlement", description.settlement);
  sayer.say("marginable", description.marginable);
  sayer.say("marginable_from", description.marginable_from);
  sayer.say("maturity", description.maturity);
  sayer.say("zero_coupon", description.zero_coupon);
  sayer.say("rating", description.rating);
  sayer.say("conversion_ratio", description.conversion_ratio);
  sayer.say("issuer", description.issuer);
  sayer.say("sector", description.sector);
  sayer.say("industry", description.industry);
  sayer.say("shares_outstanding", description.shares_outstanding);
  sayer.say("expense_ratio", description.expense_ratio);
  sayer.say("return_of_capital_ratio", description.return_of_capital_ratio);
  sayer.say("product", description.product);
  sayer.say("month", description.month);
  sayer.say("day", description.day);
  sayer.say("exchange", description.exchange);
  sayer.say("option_month", description.option_month);
  sayer.say("option_day", description.option_day);
  out.end_object();
}

}  // namespace plimsoll::json
