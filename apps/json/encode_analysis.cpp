#include "apps/json/encode_analysis.hpp"

#include <utility>

#include "apps/json/encode_buffer.hpp"
#include "apps/json/encode_carry.hpp"
#include "apps/json/encode_cure.hpp"
#include "apps/json/encode_distance.hpp"
#include "apps/json/encode_kpis.hpp"
#include "apps/json/encode_rates.hpp"
#include "apps/json/encode_size.hpp"
#include "apps/json/write_answer.hpp"
#include "apps/json/write_explanation.hpp"
#include "apps/json/write_ratios.hpp"
#include "apps/json/write_values.hpp"
#include "strategy/levels_reached.hpp"
#include "strategy/verdict.hpp"

namespace plimsoll::json {
namespace {

using strategy::Analysis;

template <class T, class Write>
void write_part(Writer& out, std::string_view key, const strategy::Part<T>& part,
                const Write& write) {
  if (!part) return;
  out.key(key);
  if (*part) write(**part);
  else out.null();
}

template <class T>
void write_unanswered(Writer& out, std::string_view member, const strategy::Part<T>& part) {
  if (!part || *part) return;
  out.begin_object();
  write_text(out, "member", member);
  write_text(out, "what", part->error().what);
  write_text(out, "where", part->error().where);
  out.end_object();
}

void write_list(Writer& out, std::string_view key, const std::vector<std::string>& texts) {
  out.key(key).begin_array();
  for (const std::string& text : texts) out.text(text);
  out.end_array();
}

/// Where all members were asked for and the equity is known.
void write_verdict(Writer& out, const Analysis& analysis) {
  if (!analysis.verdict) return;
  out.key("verdict").begin_object();
  write_text(out, "level", strategy::name_of(analysis.verdict->level));
  out.key("levels").begin_array();
  for (const strategy::LevelReached& one : analysis.verdict->levels) {
    out.begin_object();
    write_text(out, "of", strategy::name_of(one.of));
    write_text(out, "level", strategy::name_of(one.level));
    write_ratio(out, "value", one.value);
    out.key("enters").boolean(strategy::enters(one.of));
    write_text(out, "text", one.text);
    out.end_object();
  }
  out.end_array();
  write_text(out, "headline", analysis.verdict->headline);
  write_list(out, "facts", analysis.verdict->facts);
  write_list(out, "next", analysis.verdict->next);
  out.end_object();
}

/// "verdict", "practices", "warnings": where all members were asked for.
void write_told(Writer& out, const Analysis& analysis) {
  write_verdict(out, analysis);
  if (!analysis.practices.empty()) {
    out.key("practices").begin_array();
    for (const strategy::PracticeFinding& one : analysis.practices) {
      out.begin_object();
      write_text(out, "id", one.practice->id);
      write_text(out, "outcome", strategy::word_of(one.outcome));
      write_text(out, "text", one.text);
      out.end_object();
    }
    out.end_array();
  }
  if (analysis.warnings.empty()) return;
  out.key("warnings").begin_array();
  for (const strategy::Warning& one : analysis.warnings) {
    out.begin_object();
    write_text(out, "id", one.warning->id);
    write_text(out, "text", one.text);
    out.end_object();
  }
  out.end_array();
}

/// Members of the open object; `number` is the result's.
void write_members(Writer& out, const Analysis& analysis, const MarginReport& margin,
                   std::size_t number) {
  write_text(out, "method", analysis.method.text());
  if (!analysis.house.empty()) write_text(out, "house", analysis.house);
  write_part(out, "carry", analysis.carry,
             [&](const strategy::Carry& one) { write_carry(out, one); });
  write_part(out, "buffer", analysis.buffer,
             [&](const strategy::Buffer& one) { write_buffer(out, one); });
  write_part(out, "distance", analysis.distance, [&](const strategy::Distance& one) {
    write_distance(out, one, analysis.time_to_call);
  });
  write_part(out, "cure", analysis.cure, [&](const strategy::Cure& one) {
    write_cure(out, one, analysis.ladder, analysis.cascade);
  });
  write_part(out, "size", analysis.size, [&](const strategy::Size& one) { write_size(out, one); });
  write_part(out, "rates", analysis.rates,
             [&](const strategy::Rates& one) { write_rates(out, one); });
  if (!analysis.kpis.empty()) {
    out.key("kpis");
    write_kpis(out, analysis.kpis);
  }
  write_told(out, analysis);
  out.key("unanswered").begin_array();
  write_unanswered(out, "carry", analysis.carry);
  write_unanswered(out, "buffer", analysis.buffer);
  write_unanswered(out, "distance", analysis.distance);
  // Without a distance there is one reason for both.
  if (analysis.distance && *analysis.distance)
    write_unanswered(out, "distance.time_to_call", analysis.time_to_call);
  write_unanswered(out, "cure", analysis.cure);
  if (analysis.cure && *analysis.cure) {
    write_unanswered(out, "cure.ladder", analysis.ladder);
    write_unanswered(out, "cure.cascade", analysis.cascade);
  }
  write_unanswered(out, "size", analysis.size);
  write_unanswered(out, "rates", analysis.rates);
  out.end_array();
  out.key("caveats").begin_array();
  for (const Caveat& caveat : analysis.caveats) out.text(caveat.text);
  out.end_array();
  if (number < margin.results.size()) write_explanation_of(out, margin.results[number]);
}

template <class T>
const T* known(const strategy::Part<T>& part) {
  return part && *part ? &**part : nullptr;
}

/// Members of the open object.
void write_summary(Writer& out, const Analysis& analysis) {
  write_text(out, "method", analysis.method.text());
  if (!analysis.house.empty()) write_text(out, "house", analysis.house);
  if (analysis.room) write_room(out, *analysis.room);
  const strategy::Buffer* buffer = known(analysis.buffer);
  const strategy::Distance* far = known(analysis.distance);
  const strategy::Carry* carry = known(analysis.carry);
  write_ratio(out, "multiple",
              analysis.room ? strategy::multiple_of(*analysis.room) : std::nullopt);
  write_ratio(out, "target", buffer ? std::optional{buffer->target} : std::nullopt);
  write_amount(out, "deposit", buffer ? std::optional{buffer->deposit()} : std::nullopt);
  write_ratio(out, "decline",
              far && far->market.down ? std::optional{-far->market.down->move} : std::nullopt);
  write_ratio(out, "rise",
              far && far->market.up ? std::optional{far->market.up->move} : std::nullopt);
  write_amount(out, "net_carry", carry ? carry->net : std::nullopt);
  if (const strategy::Cure* cure = known(analysis.cure)) {
    write_amount(out, "deficit", cure->deficit.amount);
    out.key("trades").whole(static_cast<std::int64_t>(cure->trades.size()));
  }
  if (const strategy::Size* size = known(analysis.size))
    write_ratio(out, "leverage", size->caps.leverage);
  if (const strategy::Rates* rates = known(analysis.rates)) {
    write_text(out, "debit_currency", rates->debit.currency.code());
    write_amount(out, "debit", rates->debit.amount);
    write_amount(out, "interest_a_year",
                 rates->owed ? std::optional{rates->owed->cost.interest.a_year} : std::nullopt);
  }
  write_verdict(out, analysis);
}

}  // namespace

std::string encode_analysis(const strategy::AnalysisReport& report) {
  PLIMSOLL_CHECK(!report.results.empty());
  Writer out{Layout::indented};
  out.begin_object();
  write_text(out, "schema", "plimsoll.analysis/1");
  write_text(out, "account", report.margin.account);
  write_date(out, "as_of", report.margin.as_of);
  write_text(out, "currency", report.margin.currency.code());
  if (report.margin.partial) out.key("partial").boolean(true);
  write_members(out, report.results.front(), report.margin, 0);
  if (report.results.size() > 1) {
    out.key("others").begin_array();
    for (std::size_t i = 1; i < report.results.size(); ++i) {
      out.begin_object();
      write_members(out, report.results[i], report.margin, i);
      out.end_object();
    }
    out.end_array();
  }
  out.key("refused").begin_array();
  for (const Error& error : report.margin.refused) write_error(out, error);
  out.end_array();
  out.key("not_covered").begin_array();
  for (const MethodNotCovered& one : report.margin.not_covered) write_not_covered(out, one);
  out.end_array().end_object();
  return std::move(out).finish();
}

std::string encode_analysis_summary(const strategy::AnalysisReport& report) {
  Writer out{Layout::one_line};
  out.begin_object();
  write_text(out, "schema", "plimsoll.analysis/1");
  write_text(out, "account", report.margin.account);
  write_date(out, "as_of", report.margin.as_of);
  write_text(out, "currency", report.margin.currency.code());
  if (report.margin.partial) out.key("partial").boolean(true);
  out.key("summary").begin_array();
  for (const Analysis& analysis : report.results) {
    out.begin_object();
    write_summary(out, analysis);
    out.end_object();
  }
  out.end_array().end_object();
  return std::move(out).finish();
}

}  // namespace plimsoll::json
