#include "engine/evaluate.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/answered.hpp"
#include "engine/choice.hpp"
#include "engine/layers.hpp"
#include "methods/all.hpp"

namespace plimsoll::engine {
namespace {

/// What one method made of the account.
struct Attempt {
  std::optional<AnyAnswer> answer = {};
  Errors refused = {};
  std::vector<NotCovered> not_covered = {};
};

/// Rules left out for want of an input, as what must be given.
Errors refused_as_lower_bound(const std::vector<NotApplied>& not_applied) {
  Errors errors;
  for (const auto& [what, input] : not_applied)
    add(errors, Error{Reason::bad_input,
                      "without " + input + " the answer would be a lower bound: " + what +
                          "; give it, or leave --strict out",
                      input});
  return errors;
}

/// A house's rules are of another method: what it asks here, if it is known, is in a pack.
std::vector<NotApplied> houses_left_out(Label method, const MarginRequest& request) {
  std::vector<NotApplied> left_out;
  if (has_houses(method) || !has_packs(method)) return left_out;
  for (const House& house : request.houses)
    if (house)
      left_out.push_back({"house " + house->name + ": its tests are --tims-pack " + house->name +
                              "-style, where there is one",
                          "a pack of the house's tests"});
  return left_out;
}

/// What the engine says besides a method.
struct Beside {
  std::vector<Caveat> caveats;
  std::vector<NotApplied> not_applied;
};

template <Reading R>
Attempt attempt(Result<Answer<R>> reached, const Beside& beside, Strictness strictness) {
  if (!reached) {
    const Error& error = reached.error();
    if (error.reason == Reason::not_covered)
      return {.not_covered = {{.symbol = error.where, .reason = error.what}}};
    return {.refused = {error}};
  }
  reached->caveats.insert(reached->caveats.end(), beside.caveats.begin(), beside.caveats.end());
  reached->not_applied.insert(reached->not_applied.end(), beside.not_applied.begin(),
                              beside.not_applied.end());
  Attempt made{.refused = reached->refused, .not_covered = reached->not_covered};
  if (strictness == Strictness::strict)
    add(made.refused, refused_as_lower_bound(reached->not_applied));
  made.answer = std::move(*reached);
  return made;
}

Attempt attempt(Label method, const Layer& layer, const MarginRequest& request,
                const Admitted& in) {
  const AnyMethod any = method_called(method, {.rules = request.rules.value_or(in.account.as_of),
                                               .house = layer.house,
                                               .packs = layer.packs,
                                               .risk = request.risk,
                                               .pool = request.pool});
  Beside beside{in.caveats, houses_left_out(method, request)};
  for (Caveat& caveat : caveats_on_assumed(in, [&](const InstrumentId& id) {
         return layer.packs.base && layer.packs.base->members.contains(id);
       }))
    beside.caveats.push_back(std::move(caveat));
  return std::visit(
      [&](const auto& m) {
        switch (request.detail) {
          case Detail::plain:
            return attempt(m.compute(in.account, in.market), beside, request.strictness);
          case Detail::explained:
            return attempt(m.explain(in.account, in.market), beside, request.strictness);
        }
        PLIMSOLL_CHECK(false);
        return Attempt{};
      },
      any);
}

/// What was refused, by the method that met it.
using RefusedBy = std::vector<std::pair<Label, Errors>>;

/// Puts one method's attempt into the report. A whole answer asked for and not reached leaves no
/// result.
void record(Label method, const Layer& layer, Attempt made, Completeness completeness,
            MarginReport& report, RefusedBy& refused) {
  const bool complete = made.refused.empty() && made.not_covered.empty();
  refused.emplace_back(method, std::move(made.refused));
  // Of several packs one may cover what another does not.
  const bool of_a_pack = layer.packs.base && !layer.name.empty();
  for (NotCovered& what : made.not_covered) {
    if (of_a_pack) what.reason += " (with the pack " + layer.name + ")";
    report.not_covered.push_back({.method = method, .what = std::move(what)});
  }
  if (!made.answer) return;
  if (!complete && completeness == Completeness::whole) return;
  report.partial = report.partial || !complete;
  report.results.push_back(
      {.method = method, .answer = *std::move(made.answer), .house = layer.name});
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// Missing input is the caller's to mend whichever method met it. Only where "all" brought a method
/// in that nobody named, and another one has answered, is the method passed over by name. Input
/// that is there and cannot be is returned: it is refused at its place, and does not keep the other
/// answer back.
Errors settle(const RefusedBy& refused, const MarginRequest& request, MarginReport& report) {
  Errors beside_an_answer;
  for (const auto& [method, errors] : refused) {
    const bool answered = std::ranges::any_of(
        report.results, [&](const MethodResult& one) { return one.method == method; });
    const bool passed_over = contains(request.methods, "all") &&
                             !contains(request.methods, method.text()) && !answered &&
                             !report.results.empty() && request.completeness == Completeness::whole;
    if (!passed_over) {
      add(report.refused, errors);
      continue;
    }
    for (const Error& error : errors) {
      if (error.reason == Reason::bad_input) {
        add(beside_an_answer, error);
        continue;
      }
      report.not_covered.push_back(
          {.method = method,
           .what = {.symbol = error.where.empty() ? report.account : error.where,
                    .reason = error.what}});
    }
  }
  return beside_an_answer;
}

Errors as_errors(const std::vector<MethodNotCovered>& not_covered) {
  Errors errors;
  for (const auto& [method, what] : not_covered)
    add(errors, Error{Reason::not_covered,
                      what.reason + " (" + std::string{method.text()} + " does not cover it)",
                      what.symbol});
  return errors;
}

}  // namespace

Submitted submitted(const MarginRequest& request) {
  return {request.account, request.market, request.strictness, request.refused, request.caveats};
}

std::expected<MarginReport, Errors> margin(const MarginRequest& request,
                                           const SecurityList& lists) {
  return answered(admitted(submitted(request), lists), request);
}

std::expected<MarginReport, Errors> answered(const Admitted& in, const MarginRequest& request) {
  const auto chosen = chosen_methods(request.methods, in.account.kind);
  Errors errors = chosen ? Errors{} : chosen.error();
  // A partial answer about nothing is no answer.
  const bool nothing_left = in.account.positions.empty() && !request.account.positions.empty();
  if (request.completeness == Completeness::whole || nothing_left || !chosen)
    add(errors, in.refused);
  if (!errors.empty())
    return std::unexpected{placed(std::move(errors), submitted(request), in.account)};

  MarginReport report;
  report.account = in.account.id;
  report.as_of = in.account.as_of;
  report.currency = in.account.base;
  report.partial = !in.refused.empty();
  report.refused = in.refused;
  RefusedBy refused;
  for (const Label method : *chosen)
    for (const Layer& layer : layers_for(method, request))
      record(method, layer, attempt(method, layer, request, in), request.completeness, report,
             refused);
  const Errors beside_an_answer = settle(refused, request, report);

  // A method that by design does not margin something is only in the way where no other one
  // answered.
  if (request.completeness == Completeness::whole || report.results.empty())
    errors = report.refused;
  if (report.results.empty()) add(errors, as_errors(report.not_covered));
  if (!errors.empty())
    return std::unexpected{placed(std::move(errors), submitted(request), in.account)};
  add(report.refused, beside_an_answer);
  report.refused = placed(std::move(report.refused), submitted(request), in.account);
  return report;
}

namespace {

template <std::size_t... i>
std::vector<MethodRules> rulebooks(std::index_sequence<i...>) {
  return {{std::variant_alternative_t<i, AnyMethod>::id,
           std::variant_alternative_t<i, AnyMethod>::rulebook()}...};
}

}  // namespace

Result<std::vector<MethodRules>> rules(const std::string& method) {
  auto all = rulebooks(std::make_index_sequence<std::variant_size_v<AnyMethod>>{});
  if (method.empty() || method == "all") return all;
  // The kind is not asked: a method is named.
  auto chosen = chosen_methods({method}, AccountKind::margin);
  if (!chosen) return std::unexpected{std::move(chosen).error().front()};
  std::erase_if(all, [&](const MethodRules& one) { return one.method != chosen->front(); });
  return all;
}

MethodRules rules(const HouseProfile& house) {
  const std::vector<Label> methods = method_names();
  const auto method = std::ranges::find_if(methods, has_houses);
  PLIMSOLL_CHECK(method != methods.end());
  MethodRules all{*method, {}, Label::of(house.name)};
  for (const HouseRule& rule : house.rules)
    all.rules.push_back(
        {.name = rule.name,
         .law = &rule.law,
         .rows = {{house.effective_from, FirstDay::at_least_since, number_in_words(rule)}},
         .number = rule.where,
         .formula = {}});
  return all;
}

MethodRules rules(const ParameterPack& pack) {
  const std::vector<Label> methods = method_names();
  const auto method = std::ranges::find_if(methods, has_packs);
  PLIMSOLL_CHECK(method != methods.end());
  return {*method, rules_of(pack), Label::of(pack->name)};
}

}  // namespace plimsoll::engine
