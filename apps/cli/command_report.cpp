#include "apps/cli/command_report.hpp"

#include <ostream>
#include <utility>

#include "apps/cli/analysis_request.hpp"
#include "apps/cli/files.hpp"
#include "apps/cli/refusals.hpp"
#include "apps/cli/version.hpp"
#include "report/compliance_document.hpp"
#include "report/risk_document.hpp"
#include "report/strategy_document.hpp"

namespace plimsoll::cli {
namespace {

using report::DocumentInput;
using report::DocumentSources;

/// No document holds a folder of the machine it was made on.
std::string named(const std::string& path) {
  return path == "-" ? "standard input" : path.substr(path.rfind('/') + 1);
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + named(word);
  return text;
}

std::vector<DocumentInput> inputs_of(const Settings& settings,
                                     const engine::AnalysisRequest& request) {
  std::vector<DocumentInput> inputs;
  const auto file = [&](const char* name, const std::optional<std::string>& path) {
    if (path) inputs.push_back({name, named(*path)});
  };
  const auto list = [&](const char* name, const std::vector<std::string>& words) {
    if (!words.empty()) inputs.push_back({name, joined(words)});
  };
  file("account", settings.operand);
  file("balances", settings.balances);
  file("market", settings.market);
  if (!settings.market) inputs.push_back({"market", "the account's own"});
  inputs.push_back(
      {"policy", settings.policy ? named(*settings.policy) : "the framework's defaults"});
  list("methods", settings.methods);
  list("houses", settings.houses);
  list("parameter packs", settings.packs);
  list("risk parameter files", settings.risk_files);
  file("lending pool", settings.pool);
  if (request.financing.schedule) inputs.push_back({"rate schedule", *request.financing.schedule});
  if (settings.profiles) inputs.push_back({"profiles", "built in, and a folder besides"});
  if (settings.cash) inputs.push_back({"cash, as said", to_text(*settings.cash, 2)});
  if (settings.as_of) inputs.push_back({"as of, as said", to_text(*settings.as_of)});
  const Date rules = request.margin.rules.value_or(request.margin.account.as_of);
  inputs.push_back({"rulebook", to_text(rules)});
  inputs.push_back({"program", "plimsoll " + std::string{version()}});
  return inputs;
}

void add_pack(const ParameterPack& pack, std::vector<report::DataSource>& sources) {
  if (!pack) return;
  sources.push_back({.what = "parameter pack",
                     .title = pack->title,
                     .source = pack->source,
                     .retrieved = pack->retrieved,
                     .in_force = pack->effective_from,
                     .grade = std::string{report::name_of(pack->grade)},
                     .file = pack->file});
}

Result<DocumentSources> sources_of(const Settings& settings,
                                   const engine::AnalysisRequest& request) {
  const Date day = request.margin.account.as_of;
  DocumentSources sources{.policy = request.policy,
                          .financing = request.financing,
                          .schedules = request.schedules.in_force(day),
                          .paths = request.paths,
                          .houses = request.margin.houses,
                          .inputs = inputs_of(settings, request)};
  if (request.financing.schedule) {
    PLIMSOLL_TRY(schedule, request.schedules.find(*request.financing.schedule, day));
    sources.schedule = std::move(schedule);
  }
  for (const ParameterPacks& packs : request.margin.packs) {
    add_pack(packs.base, sources.packs);
    add_pack(packs.overlay, sources.packs);
  }
  if (const Quote* vix = request.margin.market.find(InstrumentId{"VIX"}); vix && vix->price)
    sources.vix = to_double(*vix->price);
  return sources;
}

std::string document_of(Document asked, const DocumentSources& sources) {
  switch (asked) {
    case Document::strategy:
      return report::strategy_document(sources);
    case Document::risk:
      return report::risk_document(sources);
    case Document::compliance:
      return report::compliance_document(sources);
  }
  PLIMSOLL_CHECK(false);
  return "";
}

std::string written(const Settings& settings, const DocumentSources& sources) {
  std::vector<Document> documents = settings.documents;
  if (documents.empty()) documents = {Document::strategy, Document::risk, Document::compliance};
  std::string text;
  for (const Document one : documents)
    text += (text.empty() ? "" : "\n") + document_of(one, sources);
  return text;
}

}  // namespace

Exit command_report(const Settings& settings, Session& session) {
  auto asking = asked(settings, session);
  if (!asking) return refuse(asking.error(), settings.format, session);
  const AccountKind kind = asking->request.account.kind;
  auto request = analysis_request(settings, session, *asking);
  if (!request) return refuse(request.error(), settings.format, session);
  // The paragraphs a requirement stands on are in its explanation alone.
  request->margin.detail = engine::Detail::explained;
  auto analysis = engine::analyze(*request, asking->lists);
  if (!analysis) return refuse(analysis.error(), settings.format, session);
  const auto status = status_of({analysis->margin, kind, asking->cash_advice}, settings, session);
  if (!status) return refuse(status.error(), settings.format, session);
  auto sources = sources_of(settings, *request);
  if (!sources) return refuse(std::vector{sources.error()}, settings.format, session);
  sources->analysis = *std::move(analysis);
  const std::string text = written(settings, *sources);
  if (!settings.output) {
    session.out << text;
    return *status;
  }
  if (const auto done = write_file(*settings.output, text); !done)
    return refuse(std::vector{done.error()}, settings.format, session);
  return *status;
}

}  // namespace plimsoll::cli
