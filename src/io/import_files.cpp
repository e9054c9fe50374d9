#include <algorithm>
#include <map>
#include <utility>

#include "io/import_alone.hpp"
#include "io/reading.hpp"
#include "io/said.hpp"
#include "io/text.hpp"

namespace plimsoll::io {
namespace {

Error contradiction(std::string what, std::string where) {
  return {Reason::bad_input, std::move(what), std::move(where)};
}

std::string cash_text(const std::vector<DraftCash>& cash) {
  std::string text;
  for (const DraftCash& held : cash)
    text += (text.empty() ? "" : ", ") + to_text(held.amount, 2) + " " + held.currency;
  return text.empty() ? "nothing" : text;
}

/// By currency, without what is nothing: files list empty balances or leave them out.
std::vector<DraftCash> in_order(std::vector<DraftCash> cash) {
  std::erase_if(cash, [](const DraftCash& held) { return held.amount.is_zero(); });
  std::ranges::sort(cash, {}, &DraftCash::currency);
  return cash;
}

bool same_cash(const std::vector<DraftCash>& one, const std::vector<DraftCash>& other) {
  return std::ranges::equal(in_order(one), in_order(other),
                            [](const DraftCash& a, const DraftCash& b) {
                              return a.currency == b.currency && a.amount == b.amount;
                            });
}

/// Puts the parts of one account together, the first file's first.
class Parts {
 public:
  explicit Parts(Loaded<Imported> first)
      : whole_{std::move(first)}, kind_rank_{rank_of(whole_.value)} {
    name_ = whole_.value.files.front().name;
    for (const DraftPosition& position : whole_.value.account.positions) remember(position);
  }

  void add(Loaded<Imported> part) {
    Imported& next = part.value;
    const std::string name = next.files.front().name;
    check_account(next, name);
    check_kind(next, name);
    check_cash(next, name);
    take_kind(next);
    take_cash(next);
    take_market(next, name);
    take_descriptions(next);
    take_positions(next);
    take_rows(next);
    std::ranges::move(part.refused, std::back_inserter(whole_.refused));
  }

  /// One account, or why it is none.
  Loaded<Imported> finished() && {
    if (!errors_.empty()) return {Imported{}, std::move(errors_)};
    return std::move(whole_);
  }

 private:
  void refuse(std::string what, std::string where) {
    errors_.push_back(contradiction(std::move(what), std::move(where)));
  }

  void check_account(const Imported& next, const std::string& name) {
    Imported& known = whole_.value;
    if (known.number.empty() && !next.number.empty()) {
      known.number = next.number;
      known.account.id = next.account.id;
    } else if (!next.number.empty() && letters(known.number) != letters(next.number)) {
      refuse("it is of account " + shown(next.number) + ", and " + name_ + " of " +
                 shown(known.number) + "; import each account to a document of its own",
             name);
    }
    if (next.account.as_of != known.account.as_of)
      refuse("it is of " + to_text(next.account.as_of) + ", and " + name_ + " of " +
                 to_text(known.account.as_of) + "; export both on one day",
             name);
    if (next.account.currency != known.account.currency)
      refuse("its currency is " + next.account.currency + ", and that of " + name_ + " " +
                 known.account.currency + "; import each account to a document of its own",
             name);
  }

  void check_kind(const Imported& next, const std::string& name) {
    const Grounds& known = whole_.value.grounds;
    const Grounds& added = next.grounds;
    if (known.kind_stated && added.kind_stated && *known.kind_stated != *added.kind_stated)
      return refuse("it states a " + std::string{word_of(*added.kind_stated)} + " account, and " +
                        name_ + " a " + std::string{word_of(*known.kind_stated)} +
                        " account; correct the one that is wrong",
                    name);
    const auto& stated = known.kind_stated ? known.kind_stated : added.kind_stated;
    const std::string& against = known.kind_stated ? added.not_cash : known.not_cash;
    if (stated == AccountKind::cash && !against.empty())
      refuse("one of the files states a cash account and the other has " + against +
                 "; correct the one that is wrong",
             name);
  }

  void check_cash(const Imported& next, const std::string& name) {
    const auto &known = whole_.value.account.cash, &added = next.account.cash;
    if (known && added && !same_cash(*known, *added))
      refuse("its cash is " + cash_text(*added) + ", and that of " + name_ + " " +
                 cash_text(*known) + "; leave out the one that is wrong",
             name);
  }

  /// What is stated in words counts most, then a name, then what a cash account cannot have.
  static int rank_of(const Imported& part) {
    if (part.grounds.kind_stated) return 3;
    if (part.account.kind == AccountKind::retirement) return 2;
    return part.grounds.not_cash.empty() ? 0 : 1;
  }

  void take_kind(Imported& next) {
    Grounds& known = whole_.value.grounds;
    if (const int rank = rank_of(next); rank > kind_rank_) {
      kind_rank_ = rank;
      whole_.value.account.kind = next.account.kind;
      known.kind_stated = next.grounds.kind_stated;
      known.kind_note = std::move(next.grounds.kind_note);
    }
    if (known.not_cash.empty()) known.not_cash = std::move(next.grounds.not_cash);
  }

  void take_cash(Imported& next) {
    auto& known = whole_.value.account.cash;
    if (!known) known = std::move(next.account.cash);
    std::string& note = whole_.value.grounds.cash_note;
    if (known) note.clear();
    else if (note.empty()) note = std::move(next.grounds.cash_note);
  }

  template <class Value>
  void take(std::optional<Value>& known, const std::optional<Value>& next, const std::string& what,
            const std::string& name) {
    if (known && next && *known != *next)
      refuse(what + " is not the one in an earlier file; leave out the one that is wrong", name);
    if (!known) known = next;
  }

  void take_market(const Imported& next, const std::string& name) {
    MarketSnapshot& known = whole_.value.market;
    std::vector<std::pair<InstrumentId, Quote>> quotes(next.market.quotes.begin(),
                                                       next.market.quotes.end());
    std::ranges::sort(quotes, {}, [](const auto& quote) { return quote.first.view(); });
    for (const auto& [id, quote] : quotes) {
      Quote& into = known.quotes[id];
      const std::string symbol{trimmed(id.view())};
      if (into.price && quote.price && *into.price != *quote.price)
        refuse(symbol + " costs " + to_text(*quote.price, 2) + " here and " +
                   to_text(*into.price, 2) +
                   " in an earlier file; export both at one moment, or leave one price out",
               name);
      if (!into.price) into.price = quote.price;
      for (const auto member : {&Quote::bid, &Quote::ask, &Quote::margin_rate})
        take(into.*member, quote.*member, "a quote of " + symbol, name);
      for (const auto member :
           {&Quote::volatility, &Quote::beta, &Quote::yield, &Quote::borrow_rate, &Quote::adv})
        take(into.*member, quote.*member, "a quote of " + symbol, name);
    }
    for (const auto& [currency, rate] : next.market.currencies) {
      const auto [found, added] = known.currencies.emplace(currency, rate);
      if (!added && found->second != rate)
        refuse("the rate of " + std::string{currency.code()} + ", " + to_text(rate, 2) +
                   ", is not the one in an earlier file, " + to_text(found->second, 2) +
                   "; export both at one moment",
               name);
    }
  }

  void take_descriptions(Imported& next) {
    std::vector<Description>& known = whole_.value.account.instruments;
    for (Description& description : next.account.instruments) {
      const auto found = std::ranges::find(known, description.symbol, &Description::symbol);
      if (found == known.end()) {
        known.push_back(std::move(description));
      } else if (!same_description(*found, description)) {
        refuse("\"" + shown(description.symbol) + "\" is described differently at " + found->where +
                   "; write the same in both files",
               description.where);
      }
    }
  }

  void take_positions(Imported& next) {
    for (DraftPosition& position : next.account.positions) {
      if (const auto [found, added] = remember(position); !added)
        refuse("\"" + shown(position.symbol) + "\" stands at " + found->second +
                   " too; is it one export twice? leave one of them out",
               position.where);
      whole_.value.account.positions.push_back(std::move(position));
    }
  }

  void take_rows(Imported& next) {
    Imported& known = whole_.value;
    if (known.recognised != next.recognised) known.recognised += " and " + next.recognised;
    known.rows_total += next.rows_total;
    known.rows_read += next.rows_read;
    known.rows_refused += next.rows_refused;
    std::ranges::move(next.skipped, std::back_inserter(known.skipped));
    std::ranges::move(next.files, std::back_inserter(known.files));
    for (std::string& note : next.notes)
      if (std::ranges::find(known.notes, note) == known.notes.end())
        known.notes.push_back(std::move(note));
  }

  using Held = std::map<std::pair<std::string, Holding>, std::string>;
  std::pair<Held::iterator, bool> remember(const DraftPosition& position) {
    return held_.emplace(std::pair{position.symbol, position.holding}, position.where);
  }

  Loaded<Imported> whole_;
  int kind_rank_;
  std::string name_;  // of the first file
  Held held_;         // where each stands
  std::vector<Error> errors_;
};

Loaded<Imported> put_together(const std::vector<const Input*>& files,
                              const ImportOptions& options) {
  std::vector<Loaded<Imported>> parts;
  std::vector<Error> refused;
  for (const Input* file : files) {
    parts.push_back(import_alone(*file, options));
    if (parts.back().value.files.empty())
      std::ranges::move(parts.back().refused, std::back_inserter(refused));
  }
  if (!refused.empty()) return {Imported{}, std::move(refused)};
  Parts whole{std::move(parts.front())};
  for (std::size_t i = 1; i < parts.size(); ++i) whole.add(std::move(parts[i]));
  return std::move(whole).finished();
}

}  // namespace

Loaded<Imported> import_files(const std::vector<Input>& files, ImportOptions options) {
  for (std::size_t i = 1; i < files.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      if (files[i].bytes == files[k].bytes)
        return refused_file("it is " + files[k].name + " over again; give it once", files[i].name);
  std::vector<const Input*> positions;
  for (const Input& file : files) {
    if (files.size() == 1 || !is_fidelity_balances(file)) {
      positions.push_back(&file);
      continue;
    }
    if (options.balances)
      return refused_file("it holds balances, and so does " + options.balances->name +
                              "; give the one that belongs to the positions",
                          file.name);
    options.balances = file;
  }
  if (positions.empty()) {
    if (!options.balances) return refused_file("there is no file to import", "");
    return refused_file("these are Fidelity's balances alone; give the positions file beside them",
                        options.balances->name);
  }
  if (positions.size() > 1 && options.balances)
    return refused_file(
        "balances are checked against the values of one positions file, and there are " +
            std::to_string(positions.size()) +
            "; give the whole account as one file, or its cash as --cash",
        options.balances->name);
  return with_said(put_together(positions, options), options);
}

}  // namespace plimsoll::io
