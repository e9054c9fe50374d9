#pragma once
#include <expected>
#include <span>
#include <string>
#include <vector>

#include "apps/cli/level.hpp"
#include "apps/cli/session.hpp"
#include "apps/cli/settings.hpp"
#include "margin/ledger.hpp"
#include "margin/margin_report.hpp"
#include "model/financing.hpp"
#include "model/trade_text.hpp"

namespace plimsoll::cli {

/// An account as read, and what is asked of it.
struct Asked {
  engine::MarginRequest request;
  LedgerTerms terms;    // what the account says for a ledger
  Financing financing;  // how its debit is charged, as far as it says
  SecurityList lists;
  std::string cash_advice;  // where its cash may be given, should that be unknown
};

/// Reads the account and the security lists. Remarks on a broker's file go to standard error on
/// the way. Of clearing houses' files it takes what the account and `trades` name.
std::expected<Asked, std::vector<Error>> asked(const Settings& settings, Session& session,
                                               std::span<const TypedTrade> trades = {});

struct Answered {
  MarginReport report;
  AccountKind kind;           // of the account asked about
  std::string cash_advice;    // where its cash may be given, should that be unknown
  Levels levels = {};         // what --fail-on is held against
  Level least = Level::calm;  // by figures beside the multiple
};

/// Reads the account and asks the engine: what `margin` and `compare` have in common.
std::expected<Answered, std::vector<Error>> answer(const Settings& settings, Session& session);

/// What its page is printed on: the session's, or Markdown where --markdown was given.
report::Paper paper_of(const Settings& settings, const Session& session);

/// The exit status of an answered question: whether --fail-on was reached, with a remark that says
/// so. Refused where that cannot be told.
std::expected<Exit, std::vector<Error>> status_of(const Answered& answered,
                                                  const Settings& settings, Session& session);

}  // namespace plimsoll::cli
