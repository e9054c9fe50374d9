#include "model/pool_step.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/nearest.hpp"
#include "model/osi.hpp"

namespace plimsoll {
namespace {

enum class Verb : std::uint8_t {
  deposit,
  withdraw,
  borrow,
  repay,
  liquidate,
  receive,
  bankrupt,
  accrue
};

struct KnownVerb {
  std::string_view word;
  Verb verb;
  std::string_view example;  // what to write
};
constexpr std::array<KnownVerb, 8> verbs{
    {{"DEPOSIT", Verb::deposit, "\"DEPOSIT 5 SOL\""},
     {"WITHDRAW", Verb::withdraw, "\"WITHDRAW 5 SOL\" or \"WITHDRAW ALL SOL\""},
     {"BORROW", Verb::borrow, "\"BORROW 10 SOL\""},
     {"REPAY", Verb::repay,
      "\"REPAY 5 USDC\", \"REPAY ALL USDC\" or, of a liquidator in Aave, \"REPAY 5 USDC FOR SOL\""},
     {"LIQUIDATE", Verb::liquidate, "\"LIQUIDATE 2 SOL FOR USDC\": collateral taken, debt repaid"},
     {"RECEIVE", Verb::receive, "\"RECEIVE SEIZE 2 SOL, 1 JITOSOL REPAY 250 USDC\""},
     {"BANKRUPT", Verb::bankrupt, "\"BANKRUPT USDC\""},
     {"ACCRUE", Verb::accrue, "\"ACCRUE 30 DAYS\", HOURS or SECONDS"}}};

constexpr std::int64_t hour = 3'600, day = 24 * hour;
constexpr std::int64_t accrued_most = 36'500 * day;

std::string upper(std::string_view text) {
  std::string all{text};
  std::ranges::transform(all, all.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return all;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Between blanks; a comma is a word of its own, unless it stands between digits.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end = [&] {
    if (!word.empty()) words.push_back(std::exchange(word, {}));
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool in_a_number =
        0 < i && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
    if (c == ' ' || c == '\t') {
      end();
    } else if (c == ',' && !in_a_number) {
      end();
      words.emplace_back(",");
    } else {
      word += c;
    }
  }
  end();
  return words;
}

const KnownVerb* verb_of(std::string_view word) {
  const auto found = std::ranges::find(verbs, upper(word), &KnownVerb::word);
  return found == verbs.end() ? nullptr : &*found;
}

/// Reads a step's words from the left; what is wrong is said without the step, which `refuse` adds.
class Reader {
 public:
  explicit Reader(std::span<const std::string> words) : words_{words} {}

  bool at_end() const { return words_.empty(); }
  /// Takes the word if it comes next.
  bool take(std::string_view word) {
    if (at_end() || upper(words_.front()) != word) return false;
    words_ = words_.subspan(1);
    return true;
  }

  Result<InstrumentId> bank() {
    if (at_end() || words_.front() == ",") return wrong("a bank's name is missing");
    PLIMSOLL_TRY(id, instrument_id(words_.front()));
    // An option's symbol would be padded with blanks; no bank is typed so.
    if (id.view().contains(' ')) return wrong("\"" + words_.front() + "\" is no bank's name");
    words_ = words_.subspan(1);
    return id;
  }

  Result<Quantity> number(std::string_view of) {
    if (at_end()) return wrong("how many " + std::string{of} + " is missing");
    const auto read = parse_quantity(words_.front());
    if (!read) return wrong(read.error().what);
    words_ = words_.subspan(1);
    return *read;
  }

  /// "5 SOL".
  Result<PoolAmount> amount() {
    if (take("ALL")) return wrong("how many tokens is written out; ALL is not known here");
    PLIMSOLL_TRY(tokens, number("tokens"));
    if (!(Quantity{} < tokens)) return wrong("the number of tokens is above zero");
    PLIMSOLL_TRY(id, bank());
    return PoolAmount{tokens, id};
  }

  /// "5 SOL" or "ALL SOL".
  Result<PoolAmount> amount_or_all() {
    if (!take("ALL")) return amount();
    PLIMSOLL_TRY(id, bank());
    return PoolAmount{{}, id};
  }

  Result<std::vector<PoolAmount>> list() {
    std::vector<PoolAmount> all;
    do {
      PLIMSOLL_TRY(one, amount_or_all());
      all.push_back(one);
    } while (take(","));
    return all;
  }

  Result<void> end() const {
    if (at_end()) return {};
    return wrong("\"" + words_.front() + "\" is one word too many");
  }

  static std::unexpected<Error> wrong(std::string what) {
    return fail(Reason::bad_input, std::move(what));
  }

 private:
  std::span<const std::string> words_;
};

Result<PoolStep> liquidation(Reader& reader) {
  PLIMSOLL_TRY(collateral, reader.amount());
  if (!reader.take("FOR")) return Reader::wrong("FOR and the bank of the debt are missing");
  PLIMSOLL_TRY(debt, reader.bank());
  return LiquidateStep{collateral, debt};
}

Result<PoolStep> repayment(Reader& reader) {
  PLIMSOLL_TRY(debt, reader.amount_or_all());
  if (!reader.take("FOR")) return MoveStep{PoolMove::repay, debt};
  PLIMSOLL_TRY(collateral, reader.bank());
  return RepayForStep{debt, collateral};
}

Result<PoolStep> receivership(Reader& reader) {
  ReceiveStep step;
  if (reader.take("SEIZE")) {
    PLIMSOLL_TRY(seized, reader.list());
    step.seized = std::move(seized);
  }
  if (reader.take("REPAY")) {
    PLIMSOLL_TRY(repaid, reader.list());
    step.repaid = std::move(repaid);
  }
  if (step.seized.empty() && step.repaid.empty())
    return Reader::wrong("SEIZE or REPAY comes next, and what of which bank");
  return step;
}

Result<PoolStep> accrual(Reader& reader) {
  PLIMSOLL_TRY(count, reader.number("days, hours or seconds"));
  std::int64_t seconds = 1;
  if (reader.take("DAYS") || reader.take("DAY")) seconds = day;
  else if (reader.take("HOURS") || reader.take("HOUR")) seconds = hour;
  else if (!reader.take("SECONDS") && !reader.take("SECOND"))
    return Reader::wrong("DAYS, HOURS or SECONDS is missing");
  if (count.is_negative()) return Reader::wrong("interest is accrued forward in time only");
  if (Quantity::of(accrued_most / seconds) < count)
    return Reader::wrong("36,500 days are the most");
  constexpr Int128 unit = Quantity::of(std::int64_t{1}).atto;
  if (count.atto * seconds % unit != 0)
    return Reader::wrong("the time is a whole number of seconds");
  return AccrueStep{static_cast<std::int64_t>(count.atto * seconds / unit)};
}

Result<PoolStep> step_of(Verb verb, Reader& reader) {
  const auto moved = [](PoolMove move, Result<PoolAmount> amount) -> Result<PoolStep> {
    if (!amount) return std::unexpected{std::move(amount).error()};
    return MoveStep{move, *amount};
  };
  switch (verb) {
    case Verb::deposit:
      return moved(PoolMove::deposit, reader.amount());
    case Verb::withdraw:
      return moved(PoolMove::withdraw, reader.amount_or_all());
    case Verb::borrow:
      return moved(PoolMove::borrow, reader.amount());
    case Verb::repay:
      return repayment(reader);
    case Verb::liquidate:
      return liquidation(reader);
    case Verb::receive:
      return receivership(reader);
    case Verb::bankrupt: {
      PLIMSOLL_TRY(debt, reader.bank());
      return BankruptStep{debt};
    }
    case Verb::accrue:
      return accrual(reader);
  }
  return Reader::wrong("it is no step in a pool");
}

std::unexpected<Error> refuse(std::string_view text, const std::string& what,
                              std::string_view example) {
  return fail(Reason::bad_input, "\"" + std::string{text.substr(0, 80)} + "\": " + what +
                                     "; write " + std::string{example});
}

std::unexpected<Error> unknown_verb(std::string_view text, std::span<const std::string> words) {
  std::vector<std::string_view> known;
  for (const KnownVerb& one : verbs) known.push_back(one.word);
  const auto near = words.empty() ? std::nullopt : nearest(words.front(), known);
  if (near) return refuse(text, "is " + std::string{*near} + " meant?", verb_of(*near)->example);
  return refuse(text, "it is no step in a pool, which begins with " + choice_of(known),
                verbs[2].example);
}

std::string text_of(const PoolAmount& amount) {
  return (amount.tokens ? to_text(*amount.tokens) : "all") + " " + std::string{amount.bank.view()};
}

std::string text_of(std::string_view word, const std::vector<PoolAmount>& list) {
  std::string text;
  for (const PoolAmount& one : list)
    text += (text.empty() ? " " + std::string{word} + " " : ", ") + text_of(one);
  return text;
}

std::string_view word_of(PoolMove move) {
  switch (move) {
    case PoolMove::deposit:
      return "deposit";
    case PoolMove::withdraw:
      return "withdraw";
    case PoolMove::borrow:
      return "borrow";
    case PoolMove::repay:
      return "repay";
  }
  return "";
}

struct Told {
  std::string operator()(const MoveStep& step) const {
    return std::string{word_of(step.move)} + " " + text_of(step.amount);
  }
  std::string operator()(const LiquidateStep& step) const {
    return "liquidate " + text_of(step.collateral) + " for " + std::string{step.debt.view()};
  }
  std::string operator()(const RepayForStep& step) const {
    return "repay " + text_of(step.debt) + " for " + std::string{step.collateral.view()};
  }
  std::string operator()(const ReceiveStep& step) const {
    return "receive" + text_of("seize", step.seized) + text_of("repay", step.repaid);
  }
  std::string operator()(const BankruptStep& step) const {
    return "bankrupt " + std::string{step.debt.view()};
  }
  std::string operator()(const AccrueStep& step) const {
    const std::int64_t unit = step.seconds % day == 0 ? day : step.seconds % hour == 0 ? hour : 1;
    const std::int64_t count = step.seconds / unit;
    const std::string name = unit == day ? " day" : unit == hour ? " hour" : " second";
    return "accrue " + std::to_string(count) + name + (count == 1 ? "" : "s");
  }
};

}  // namespace

Result<PoolStep> parse_pool_step(std::string_view text) {
  const auto words = words_of(text);
  const KnownVerb* known = words.empty() ? nullptr : verb_of(words.front());
  if (known == nullptr) return unknown_verb(text, words);
  Reader reader{std::span{words}.subspan(1)};
  auto step = step_of(known->verb, reader);
  if (!step) return refuse(text, step.error().what, known->example);
  if (const auto end = reader.end(); !end) return refuse(text, end.error().what, known->example);
  return step;
}

std::string to_text(const PoolStep& step) { return std::visit(Told{}, step); }

bool is_pool_step(std::string_view text) {
  const auto words = words_of(text);
  return !words.empty() && verb_of(words.front()) != nullptr;
}

}  // namespace plimsoll
