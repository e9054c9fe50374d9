#include "io/said.hpp"

#include <utility>

#include "model/limits.hpp"

namespace plimsoll::io {
namespace {

Error contradiction(std::string what, std::string option) {
  return {Reason::bad_input, std::move(what), std::move(option)};
}

void say_kind(Imported& imported, AccountKind kind, std::vector<Error>& errors) {
  const Grounds& grounds = imported.grounds;
  const std::string word{word_of(kind)};
  if (grounds.kind_stated && *grounds.kind_stated != kind) {
    errors.push_back(contradiction("the file states a " +
                                       std::string{word_of(*grounds.kind_stated)} +
                                       " account, which is not " + word + "; leave it out",
                                   "--kind"));
  } else if (kind == AccountKind::cash && !grounds.not_cash.empty()) {
    errors.push_back(contradiction(
        "a cash account cannot have " + grounds.not_cash + "; write margin", "--kind"));
  } else if (!grounds.kind_stated) {
    imported.account.kind = kind;
    imported.grounds.kind_note = "a " + word + " account, as --kind says";
  }
}

void say_cash(Imported& imported, Decimal cash, std::vector<Error>& errors) {
  AccountDraft& account = imported.account;
  if (account.cash) {
    std::string stated;
    for (const auto& [currency, amount] : *account.cash)
      stated += (stated.empty() ? "" : ", ") + to_text(amount, 2) + " " + currency;
    errors.push_back(contradiction(
        "the file states its cash" + (stated.empty() ? "" : ", " + stated) + "; leave it out",
        "--cash"));
    return;
  }
  if (abs(cash) > limits::cash_max) {
    errors.push_back(
        contradiction(to_text(cash, 2) + " is too large; is it a typing error?", "--cash"));
    return;
  }
  account.cash = std::vector<DraftCash>{{account.currency, cash}};
  imported.grounds.cash_note =
      "cash is " + to_text(cash, 2) + " " + account.currency + ", as --cash says";
}

/// A cash account cannot owe; a file that does not know its cash could not tell.
void owe(Imported& imported, std::vector<Error>& errors) {
  Grounds& grounds = imported.grounds;
  if (grounds.not_cash.empty()) grounds.not_cash = "cash below zero";
  if (imported.account.kind != AccountKind::cash) return;
  if (grounds.kind_stated) {
    errors.push_back(contradiction(
        "the file states a cash account, which cannot owe; write what it holds", "--cash"));
    return;
  }
  imported.account.kind = AccountKind::margin;
  grounds.kind_note = "a margin account: cash is owed";
}

}  // namespace

Loaded<Imported> with_said(Loaded<Imported> loaded, const ImportOptions& options) {
  Imported& imported = loaded.value;
  if (imported.files.empty()) return loaded;  // refused as a whole
  std::vector<Error> errors;
  if (options.cash) say_cash(imported, *options.cash, errors);
  if (options.cash && options.cash->is_negative()) owe(imported, errors);
  if (options.kind) say_kind(imported, *options.kind, errors);
  if (!errors.empty()) return {Imported{}, std::move(errors)};
  for (std::string* note : {&imported.grounds.kind_note, &imported.grounds.cash_note})
    if (!note->empty()) imported.notes.push_back(std::exchange(*note, {}));
  return loaded;
}

std::string_view word_of(AccountKind kind) {
  switch (kind) {
    case AccountKind::margin:
      return "margin";
    case AccountKind::cash:
      return "cash";
    case AccountKind::retirement:
      return "retirement";
    case AccountKind::portfolio_margin:
      return "portfolio_margin";
    case AccountKind::futures:
      return "futures";
    case AccountKind::cross_margin:
      return "cross_margin";
  }
  std::unreachable();
}

}  // namespace plimsoll::io
