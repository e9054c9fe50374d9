#include "apps/json/encode_activity.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "apps/json/activity_words.hpp"
#include "apps/json/document.hpp"
#include "apps/json/write_description.hpp"
#include "apps/json/write_values.hpp"
#include "base/check.hpp"
#include "market/exchange_time.hpp"

namespace plimsoll::json {
namespace {

template <class E, std::size_t n>
std::string_view text_of(E value, const std::array<Word<E>, n>& words) {
  const auto found = std::ranges::find(words, value, &Word<E>::value);
  PLIMSOLL_CHECK(found != words.end());
  return found->text;
}

std::string two_digits(std::int64_t value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

/// "2026-07-13", or "2026-07-13T10:00:00-04:00". The hour that clocks skip in spring has no offset;
/// it is written with the one before.
std::string time_text(const Moment& moment) {
  std::string text = to_text(moment.day);
  if (!moment.time) return text;
  const std::chrono::hh_mm_ss clock{*moment.time};
  text += "T" + two_digits(clock.hours().count()) + ":" + two_digits(clock.minutes().count()) +
          ":" + two_digits(clock.seconds().count());
  constexpr std::chrono::hours daylight{4};
  const Moment again = in_new_york(moment.day + *moment.time + daylight);
  const bool is_daylight = again.day == moment.day && again.time == moment.time;
  return text + (is_daylight ? "-04:00" : "-05:00");
}

class EntryWriter {
 public:
  EntryWriter(Writer& out, const Entry& entry) : out_{out}, entry_{entry} {}

  void operator()(const Trade& trade) {
    begin("trade");
    symbol(trade.symbol);
    write_text(out_, "quantity", to_text(trade.quantity));
    write_amount(out_, "price", trade.price);
    if (!trade.fees.is_zero()) write_amount(out_, "fees", trade.fees);
    if (trade.effect) write_text(out_, "effect", text_of(*trade.effect, effect_words));
  }
  void operator()(const CashMove& move) {
    begin(move.kind == CashKind::transfer ? "transfer" : text_of(move.kind, cash_words));
    write_amount(out_, "amount", move.amount);
    if (!move.currency.empty()) write_text(out_, "currency", move.currency);
    if (!move.symbol.empty() && move.kind != CashKind::transfer) symbol(move.symbol);
  }
  void operator()(const Split& split) {
    begin("split");
    symbol(split.symbol);
    write_text(out_, "ratio",
               std::to_string(split.new_shares) + ":" + std::to_string(split.old_shares));
  }
  void operator()(const OptionEnd& end) {
    begin(text_of(end.kind, option_words));
    symbol(end.symbol);
    write_text(out_, "quantity", to_text(end.contracts));
    if (end.settlement) write_amount(out_, "price", *end.settlement);
  }
  void operator()(const Delivery& delivery) {
    begin("transfer");
    symbol(delivery.symbol);
    write_text(out_, "quantity", to_text(delivery.quantity));
  }
  void operator()(const Mark& mark) {
    begin("mark");
    symbol(mark.symbol);
    write_amount(out_, "price", mark.price);
  }

 private:
  void begin(std::string_view kind) {
    write_text(out_, "time", time_text(entry_.moment));
    write_text(out_, "kind", kind);
  }
  void symbol(const InstrumentId& id) { write_text(out_, "symbol", id.view()); }

  Writer& out_;
  const Entry& entry_;
};

void write_instruments(Writer& out, const std::vector<Description>& instruments) {
  std::vector<const Description*> sorted;
  for (const Description& one : instruments) sorted.push_back(&one);
  std::ranges::stable_sort(
      sorted, {}, [](const Description* one) -> const std::string& { return one->symbol; });
  out.key("instruments").begin_object();
  for (const Description* one : sorted) {
    out.key(one->symbol);
    write_description(out, *one);
  }
  out.end_object();
}

}  // namespace

std::string encode_activity(const Activity& activity) {
  Writer out{Layout::indented};
  out.begin_object();
  write_text(out, "schema", activity_schema);
  if (activity.order != DayOrder::as_written)
    write_text(out, "order", text_of(activity.order, order_words));
  out.key("entries").begin_array();
  for (const Entry& entry : activity.entries) {
    out.begin_object();
    std::visit(EntryWriter{out, entry}, entry.event);
    out.end_object();
  }
  out.end_array();
  if (!activity.instruments.empty()) write_instruments(out, activity.instruments);
  out.end_object();
  return std::move(out).finish();
}

}  // namespace plimsoll::json
