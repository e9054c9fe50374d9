#include "engine/evaluate.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/choice.hpp"
#include "market/stale.hpp"
#include "methods/all.hpp"
#include "model/osi.hpp"

namespace plimsoll::engine {
namespace {

using Errors = std::vector<Error>;

/// Each once, in the order first met: two methods that lack the same price say so together.
void add(Errors& all, const Error& one) {
  if (std::ranges::find(all, one) == all.end()) all.push_back(one);
}
void add(Errors& all, const Errors& more) {
  for (const Error& one : more) add(all, one);
}

/// The account and the market a method may look at, and what was left out on the way.
struct Admitted {
  Account account;
  MarketSnapshot market;
  std::vector<Caveat> caveats;
  Errors refused;
};

std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : ", ") + item;
  return text;
}

std::optional<Caveat> caveat_about(const std::vector<std::string>& assumed) {
  if (assumed.empty()) return std::nullopt;
  return Caveat{"taken as ordinary marginable equities, 1x, because nothing describes them: " +
                listed(assumed) + "; describe them under instruments or use --strict"};
}

std::optional<Caveat> caveat_about(const std::vector<NamedMultiple>& multiples) {
  if (multiples.empty()) return std::nullopt;
  std::vector<std::string> items;
  for (const NamedMultiple& one : multiples)
    items.push_back(one.symbol + " (\"" + one.name + "\")");
  return Caveat{"taken at 1x although their names say otherwise: " + listed(items) +
                "; state leverage under instruments"};
}

std::optional<Caveat> caveat_about(const std::vector<StaleQuote>& stale) {
  if (stale.empty()) return std::nullopt;
  std::vector<std::string> items;
  for (const StaleQuote& quote : stale)
    items.push_back(std::string{quote.id.view()} + " (" + to_text(quote.last_day) + ")");
  return Caveat{"prices older than their stale_after are taken as they are: " + listed(items)};
}

/// Under `strict` a stale price is refused like a wrong one.
Errors refused_as_stale(const std::vector<StaleQuote>& stale, Date as_of) {
  Errors errors;
  for (const StaleQuote& quote : stale)
    errors.push_back({Reason::bad_input,
                      "its price is stale after " + to_text(quote.last_day) + ", and this is " +
                          to_text(as_of) + "; give a newer one, or correct stale_after",
                      std::string{quote.id.view()}});
  return errors;
}

/// A figure that cannot be believed is no figure: whatever needs it is then refused by the method.
void withdraw(std::string_view where, MarketSnapshot& market) {
  if (InstrumentId::fits(where)) market.quotes.erase(InstrumentId{where});
  if (Currency::is_code(where)) market.currencies.erase(Currency::of(where));
  if (where == "risk_free_rate") market.risk_free_rate.reset();
  if (where == "rate_curve") market.rate_curve.clear();
}

Admitted admitted(const MarginRequest& request, const SecurityList& lists) {
  auto [resolved, refused] = resolve(request.account, lists, request.strictness);
  Admitted in{std::move(resolved.account), request.market, request.caveats, request.refused};
  add(in.refused, refused);
  Errors wrong = check(in.market, in.account);
  const std::vector<StaleQuote> stale = stale_quotes(in.market, in.account);
  if (request.strictness == Strictness::strict)
    add(wrong, refused_as_stale(stale, in.account.as_of));
  else if (auto caveat = caveat_about(stale)) in.caveats.push_back(*std::move(caveat));
  for (const Error& error : wrong) {
    add(in.refused, error);
    withdraw(error.where, in.market);
    std::erase_if(in.account.positions, [&](const Position& position) {
      return id_of(position.instrument).view() == error.where;
    });
  }
  if (auto caveat = caveat_about(resolved.assumed)) in.caveats.push_back(*std::move(caveat));
  if (auto caveat = caveat_about(resolved.multiples)) in.caveats.push_back(*std::move(caveat));
  return in;
}

/// The draft's place of the position that needs `symbol`: the position itself, or one on it.
std::string place_of(const std::string& symbol, const AccountDraft& draft, const Account& account) {
  const auto written = [&](const InstrumentId& id) {
    for (const DraftPosition& position : draft.positions)
      if (const auto own = instrument_id(position.symbol); own && *own == id) return position.where;
    return std::string{};
  };
  const InstrumentId id{symbol};
  if (std::string where = written(id); !where.empty()) return where;
  for (const Position& position : account.positions)
    if (const auto* option = std::get_if<ListedOption>(&position.instrument);
        option && option->underlying == id)
      return written(option->id);
  return "";
}

/// Errors about a symbol, with the place it was written at in front.
Errors placed(Errors errors, const MarginRequest& request, const Account& account) {
  for (Error& error : errors) {
    if (error.reason == Reason::not_covered) continue;  // named by its symbol in the contract
    if (error.where.empty() || !InstrumentId::fits(error.where)) continue;
    const Quote* quote = request.market.find(InstrumentId{error.where});
    const bool about_quote = quote != nullptr && error.reason == Reason::bad_input;
    std::string place = about_quote ? quote->where : std::string{};
    if (place.empty()) place = place_of(error.where, request.account, account);
    if (place.empty()) continue;
    error.what = error.where + ": " + error.what;
    error.where = std::move(place);
  }
  return errors;
}

/// What one method made of the account.
struct Attempt {
  std::optional<AnyAnswer> answer = {};
  Errors refused = {};
  std::vector<NotCovered> not_covered = {};
};

template <Reading R>
Attempt attempt(Result<Answer<R>> reached, const Admitted& in) {
  if (!reached) {
    const Error& error = reached.error();
    if (error.reason == Reason::not_covered)
      return {.not_covered = {{.symbol = error.where, .reason = error.what}}};
    return {.refused = {error}};
  }
  reached->caveats.insert(reached->caveats.end(), in.caveats.begin(), in.caveats.end());
  Attempt made{.refused = reached->refused, .not_covered = reached->not_covered};
  made.answer = std::move(*reached);
  return made;
}

Attempt attempt(Label method, const MarginRequest& request, const Admitted& in) {
  const AnyMethod any = method_called(method, request.rules.value_or(in.account.as_of));
  return std::visit(
      [&](const auto& m) {
        switch (request.detail) {
          case Detail::plain:
            return attempt(m.compute(in.account, in.market), in);
          case Detail::explained:
            return attempt(m.explain(in.account, in.market), in);
        }
        PLIMSOLL_CHECK(false);
        return Attempt{};
      },
      any);
}

/// Puts one method's attempt into the report. A whole answer asked for and not reached leaves no
/// result.
void record(Label method, Attempt made, Completeness completeness, MarginReport& report) {
  const bool complete = made.refused.empty() && made.not_covered.empty();
  add(report.refused, made.refused);
  for (const NotCovered& what : made.not_covered)
    report.not_covered.push_back({.method = method, .what = what});
  if (!made.answer) return;
  if (!complete && completeness == Completeness::whole) return;
  report.partial = report.partial || !complete;
  report.results.push_back({.method = method, .answer = *std::move(made.answer)});
}

/// "all" passes over no method quietly.
void add_absent(MarginReport& report) {
  for (const Label method : methods_to_come())
    report.not_covered.push_back(
        {.method = method,
         .what = {.symbol = report.account, .reason = "the method is not in this release"}});
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

std::expected<MarginReport, Errors> margin(const MarginRequest& request,
                                           const SecurityList& lists) {
  const Admitted in = admitted(request, lists);
  const auto chosen = chosen_methods(request.methods, in.account.kind);
  Errors errors = chosen ? Errors{} : chosen.error();
  // A partial answer about nothing is no answer.
  const bool nothing_left = in.account.positions.empty() && !request.account.positions.empty();
  if (request.completeness == Completeness::whole || nothing_left || !chosen)
    add(errors, in.refused);
  if (!errors.empty()) return std::unexpected{placed(std::move(errors), request, in.account)};

  MarginReport report;
  report.account = in.account.id;
  report.as_of = in.account.as_of;
  report.currency = in.account.base;
  report.partial = !in.refused.empty();
  report.refused = in.refused;
  for (const Label method : *chosen)
    record(method, attempt(method, request, in), request.completeness, report);

  // Missing input is the caller's to mend whichever method met it; a method that by design does not
  // margin something is only in the way where no other one answered.
  if (request.completeness == Completeness::whole || report.results.empty())
    errors = report.refused;
  if (report.results.empty()) add(errors, as_errors(report.not_covered));
  if (!errors.empty()) return std::unexpected{placed(std::move(errors), request, in.account)};
  report.refused = placed(std::move(report.refused), request, in.account);
  if (std::ranges::find(request.methods, "all") != request.methods.end()) add_absent(report);
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

}  // namespace plimsoll::engine
