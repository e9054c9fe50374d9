#include "apps/json/write_brokers.hpp"

#include "apps/json/write_ratios.hpp"
#include "apps/json/write_values.hpp"

namespace plimsoll::json {
namespace {

using strategy::Broker;

void write_standing(Writer& out, const strategy::MethodStanding& standing) {
  write_amount(out, "requirement", standing.requirement.amount);
  write_amount(out, "equity", standing.equity);
  write_amount(out, "excess_maintenance", standing.excess());
  write_ratio(out, "multiple", standing.multiple());
  write_ratio(out, "decline", standing.decline());
  write_ratio(out, "rise", standing.rise());
  if (standing.lower_bound) out.key("lower_bound").boolean(true);
}

void write_unanswered(Writer& out, std::string_view member, const std::optional<Error>& why) {
  if (!why) return;
  out.begin_object();
  write_text(out, "member", member);
  write_text(out, "what", why->what);
  write_text(out, "where", why->where);
  out.end_object();
}

void write_broker(Writer& out, const Broker& broker) {
  out.begin_object();
  write_text(out, "broker", broker.name);
  write_text(out, "title", broker.title);
  if (!broker.house.empty()) write_text(out, "house", broker.house);
  if (broker.standing) write_standing(out, *broker.standing);
  if (!broker.schedule.empty()) {
    write_text(out, "schedule", broker.schedule);
    write_date(out, "rates_from", broker.rates.effective_from);
    write_date(out, "rates_retrieved", broker.rates.retrieved);
    write_text(out, "rates_source", broker.rates.source);
  }
  write_amount(out, "yearly_cost", broker.cost_a_year);
  if (broker.effective) write_number(out, "effective_rate", broker.effective->fraction);
  else out.key("effective_rate").null();
  if (broker.own) out.key("own").boolean(true);
  out.key("cheapest").boolean(broker.cheapest);
  out.key("longest_decline").boolean(broker.farthest);
  out.key("unanswered").begin_array();
  write_unanswered(out, "requirement", broker.no_standing);
  if (broker.standing) write_unanswered(out, "decline", broker.standing->no_market);
  write_unanswered(out, "yearly_cost", broker.no_cost);
  out.end_array();
  out.key("remarks").begin_array();
  for (const std::string& remark : broker.remarks) out.text(remark);
  out.end_array().end_object();
}

}  // namespace

void write_brokers(Writer& out, const std::vector<Broker>& brokers) {
  out.key("brokers").begin_array();
  for (const Broker& broker : brokers) write_broker(out, broker);
  out.end_array();
}

}  // namespace plimsoll::json
