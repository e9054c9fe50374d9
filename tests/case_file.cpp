#include "tests/case_file.hpp"

#include <algorithm>
#include <functional>
#include <map>

#include "base/decimal.hpp"
#include "model/osi.hpp"
#include "tests/houses.hpp"
#include "tests/packs.hpp"
#include "tests/risk_files.hpp"

namespace plimsoll::testing {
namespace {

using Words = std::vector<std::string>;

/// Words between blanks; "..." is one word. '#' begins a comment.
Result<Words> words_of(std::string_view line) {
  Words words;
  for (std::size_t i = 0; i < line.size();) {
    if (line[i] == ' ' || line[i] == '\t') {
      ++i;
    } else if (line[i] == '#') {
      break;
    } else if (line[i] == '"') {
      const std::size_t close = line.find('"', i + 1);
      if (close == std::string_view::npos)
        return fail(Reason::bad_input, "a quotation mark is not closed");
      words.emplace_back(line.substr(i + 1, close - i - 1));
      i = close + 1;
    } else {
      const std::size_t end = std::min(line.find_first_of(" \t", i), line.size());
      words.emplace_back(line.substr(i, end - i));
      i = end;
    }
  }
  return words;
}

template <class T>
using Names = std::map<std::string, T>;

const Names<AccountKind> kinds{
    {"margin", AccountKind::margin},         {"cash", AccountKind::cash},
    {"retirement", AccountKind::retirement}, {"portfolio_margin", AccountKind::portfolio_margin},
    {"futures", AccountKind::futures},       {"cross_margin", AccountKind::cross_margin}};
const Names<BondClass> bond_classes{{"speculator", BondClass::speculator},
                                    {"hedger", BondClass::hedger},
                                    {"member", BondClass::member}};
const Names<Role> roles{{"customer", Role::customer},
                        {"broker_dealer", Role::broker_dealer},
                        {"market_maker", Role::market_maker}};
const Names<Holding> holdings{
    {"margin", Holding::margin}, {"cash", Holding::cash}, {"short", Holding::short_sale}};
const Names<CaseGrade> grades{{"A", CaseGrade::a}, {"B", CaseGrade::b}, {"C", CaseGrade::c}};
const Names<bool> yes_or_no{{"yes", true}, {"no", false}};

template <class T>
Result<T> named(const Names<T>& names, const std::string& word) {
  const auto found = names.find(word);
  if (found != names.end()) return found->second;
  std::string all;
  for (const auto& [name, value] : names) all += " " + name;
  return fail(Reason::bad_input, "'" + word + "' is none of" + all);
}

/// Assigns what was read, or returns what is wrong with it.
template <class T, class Into>
Result<void> into(Into& place, Result<T> read) {
  if (!read) return std::unexpected{read.error()};
  place = *std::move(read);
  return {};
}

using Set = std::function<Result<void>(Description&, const std::string&)>;

Set text_member(std::string Description::* member) {
  return [member](Description& d, const std::string& word) -> Result<void> {
    d.*member = word;
    return {};
  };
}
Set number_member(std::optional<Decimal> Description::* member) {
  return [member](Description& d, const std::string& word) {
    return into(d.*member, parse_decimal(word));
  };
}
Set date_member(std::optional<Date> Description::* member) {
  return [member](Description& d, const std::string& word) {
    return into(d.*member, parse_date(word));
  };
}
Set flag_member(std::optional<bool> Description::* member) {
  return [member](Description& d, const std::string& word) {
    return into(d.*member, named(yes_or_no, word));
  };
}

const std::map<std::string, Set> description_members{
    {"type", text_member(&Description::type)},
    {"currency", text_member(&Description::currency)},
    {"reference", text_member(&Description::reference)},
    {"index_class", text_member(&Description::index_class)},
    {"underlying", text_member(&Description::underlying)},
    {"right", text_member(&Description::right)},
    {"product", text_member(&Description::product)},
    {"exchange", text_member(&Description::exchange)},
    {"month", text_member(&Description::month)},
    {"day", text_member(&Description::day)},
    {"option_month", text_member(&Description::option_month)},
    {"option_day", text_member(&Description::option_day)},
    {"issuer", text_member(&Description::issuer)},
    {"industry", text_member(&Description::industry)},
    {"shares_outstanding", number_member(&Description::shares_outstanding)},
    {"style", text_member(&Description::style)},
    {"settlement", text_member(&Description::settlement)},
    {"rating", text_member(&Description::rating)},
    {"leverage", number_member(&Description::leverage)},
    {"underlying_scale", number_member(&Description::underlying_scale)},
    {"strike", number_member(&Description::strike)},
    {"multiplier", number_member(&Description::multiplier)},
    {"conversion_ratio", number_member(&Description::conversion_ratio)},
    {"expiry", date_member(&Description::expiry)},
    {"marginable_from", date_member(&Description::marginable_from)},
    {"maturity", date_member(&Description::maturity)},
    {"marginable", flag_member(&Description::marginable)},
    {"zero_coupon", flag_member(&Description::zero_coupon)},
};

Result<void> security(const Words& words, Case& into_case, const std::string& where) {
  if (words.size() < 4 || words.size() % 2 != 0)
    return fail(Reason::bad_input, "write: security SYMBOL key value ...");
  Description description;
  PLIMSOLL_TRY(symbol, case_symbol(words[1]));
  description.symbol = symbol;
  description.where = where;
  for (std::size_t i = 2; i < words.size(); i += 2) {
    const auto member = description_members.find(words[i]);
    if (member == description_members.end())
      return fail(Reason::bad_input, "no description has a '" + words[i] + "'");
    PLIMSOLL_TRY_VOID(member->second(description, words[i + 1]));
  }
  into_case.request.account.instruments.push_back(std::move(description));
  return {};
}

Result<void> mark(const Words& words, Case& into_case) {
  if (words.size() != 3) return fail(Reason::bad_input, "write: mark SYMBOL price");
  PLIMSOLL_TRY(symbol, case_symbol(words[1]));
  PLIMSOLL_TRY(id, instrument_id(symbol));
  PLIMSOLL_TRY(price, parse_decimal(words[2]));
  into_case.request.market.quotes[id].price = price;
  return {};
}

/// A refinement of a house: shares a day, or a broker's own rate.
Result<void> fact(const Words& words, Case& into_case) {
  if (words.size() != 3) return fail(Reason::bad_input, "write: " + words[0] + " SYMBOL number");
  PLIMSOLL_TRY(symbol, case_symbol(words[1]));
  PLIMSOLL_TRY(id, instrument_id(symbol));
  PLIMSOLL_TRY(number, parse_decimal(words[2]));
  Quote& quote = into_case.request.market.quotes[id];
  if (words[0] == "adv") quote.adv = to_double(number);
  else if (words[0] == "yield") quote.yield = to_double(number);
  else if (words[0] == "volatility") quote.volatility = to_double(number);
  else quote.margin_rate = number;
  return {};
}

Result<void> dividend(const Words& words, Case& into_case) {
  if (words.size() != 4) return fail(Reason::bad_input, "write: dividend SYMBOL EX-DATE amount");
  PLIMSOLL_TRY(id, instrument_id(words[1]));
  PLIMSOLL_TRY(ex_date, parse_date(words[2]));
  PLIMSOLL_TRY(amount, parse_decimal(words[3]));
  into_case.request.market.quotes[id].dividends.push_back({ex_date, amount});
  return {};
}

/// Flat, or a point of a curve.
Result<void> rate(const Words& words, Case& into_case) {
  if (words.size() != 2 && words.size() != 3)
    return fail(Reason::bad_input, "write: rate 0.04, or rate DAYS 0.04");
  PLIMSOLL_TRY(number, parse_decimal(words.back()));
  MarketSnapshot& market = into_case.request.market;
  if (words.size() == 2) market.risk_free_rate = to_double(number);
  else market.rate_curve.push_back({std::stoi(words[1]), to_double(number)});
  return {};
}

Result<void> hold(const Words& words, Case& into_case, const std::string& where) {
  if (words.size() < 3 || words.size() % 2 == 0)
    return fail(Reason::bad_input, "write: hold SYMBOL quantity [trade_price X] [holding margin]");
  DraftPosition position;
  position.where = where;
  PLIMSOLL_TRY_VOID(into(position.symbol, case_symbol(words[1])));
  PLIMSOLL_TRY_VOID(into(position.quantity, parse_quantity(words[2])));
  for (std::size_t i = 3; i < words.size(); i += 2) {
    const std::string& value = words[i + 1];
    if (words[i] == "trade_price") {
      PLIMSOLL_TRY_VOID(into(position.trade_price, parse_decimal(value)));
    } else if (words[i] == "average_cost") {
      PLIMSOLL_TRY_VOID(into(position.average_cost, parse_decimal(value)));
    } else if (words[i] == "trade_date") {
      PLIMSOLL_TRY_VOID(into(position.trade_date, parse_date(value)));
    } else if (words[i] == "holding") {
      PLIMSOLL_TRY_VOID(into(position.holding, named(holdings, value)));
    } else {
      return fail(Reason::bad_input, "a position has no '" + words[i] + "'");
    }
  }
  into_case.request.account.positions.push_back(std::move(position));
  return {};
}

Result<void> cash(const Words& words, Case& into_case) {
  if (words.size() != 3) return fail(Reason::bad_input, "write: cash USD amount");
  PLIMSOLL_TRY(amount, parse_decimal(words[2]));
  auto& all = into_case.request.account.cash;
  if (!all) all.emplace();
  all->push_back({words[1], amount});
  return {};
}

Result<void> exchange_rate(const Words& words, Case& into_case) {
  if (words.size() != 3 || !Currency::is_code(words[1]))
    return fail(Reason::bad_input, "write: exchange EUR 1.0845");
  PLIMSOLL_TRY(rate, parse_decimal(words[2]));
  into_case.request.market.currencies[Currency::of(words[1])] = rate;
  return {};
}

Result<void> expect(const Words& words, Case& into_case, std::size_t line) {
  static const std::vector<std::string> amounts{
      "initial",          "maintenance",    "proceeds",           "net_deposit", "risk_initial",
      "risk_maintenance", "excess_initial", "excess_maintenance", "equity",      "net_liquidation"};
  static const std::vector<std::string> texts{
      "group",   "governs", "governs_initial", "cites",       "caveat",
      "refused", "groups",  "not_covered",     "not_applied", "detail"};
  Expectation expectation;
  Words said = words;
  if (said.size() > 4 && said[said.size() - 2] == "within") {
    PLIMSOLL_TRY(part, parse_decimal(said.back()));
    expectation.within = part;
    said.resize(said.size() - 2);
  }
  if (said.size() == 4 && said[1] == "detail") {
    expectation.path = said[2];
    said.erase(said.begin() + 2);
  }
  if (said.size() < 3 || said.size() > 4)
    return fail(Reason::bad_input, "write: expect WHAT amount, or expect WHAT \"text\"");
  expectation.what = said[1];
  expectation.text = said[2];
  expectation.line = line;
  const bool amount = std::ranges::count(amounts, said[1]) != 0;
  if (!amount && std::ranges::count(texts, said[1]) == 0)
    return fail(Reason::bad_input, "nothing is called '" + said[1] + "'");
  if (said.size() == 4 && (!amount || said[3] != into_case.request.account.currency))
    return fail(Reason::bad_input, "'" + said[3] + "' is too much, or not the account's currency");
  if (amount && said[2] != "unknown") PLIMSOLL_TRY_VOID(parse_decimal(said[2]));
  into_case.expected.push_back(std::move(expectation));
  return {};
}

/// The rest of a line that is prose.
std::string prose(std::string_view line, std::string_view keyword) {
  line.remove_prefix(line.find(keyword) + keyword.size());
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  return std::string{line};
}

PerformanceBond& bond_of(engine::MarginRequest& request) {
  auto& bond = request.account.bond;
  return bond ? *bond : bond.emplace();
}

Result<void> setting(const Words& words, Case& into_case) {
  if (words.size() != 2) return fail(Reason::bad_input, "write: " + words[0] + " VALUE");
  engine::MarginRequest& request = into_case.request;
  if (words[0] == "as_of") return into(request.account.as_of, parse_date(words[1]));
  if (words[0] == "kind") return into(request.account.kind, named(kinds, words[1]));
  if (words[0] == "rules") return into(request.rules, parse_date(words[1]));
  if (words[0] == "role") return into(request.account.role, named(roles, words[1]));
  if (words[0] == "pack") {
    into_case.pack = words[1];
    return {};
  }
  if (words[0] == "bond_class")
    return into(bond_of(request).account_class, named(bond_classes, words[1]));
  if (words[0] == "gross") return into(bond_of(request).gross, named(yes_or_no, words[1]));
  if (words[0] == "policy") {
    into_case.policy = words[1];
    return {};
  }
  if (words[0] == "risk_file") {
    PLIMSOLL_TRY(files, risk_files(words[1]));
    auto& all = request.risk.files;
    all.insert(all.end(), files.begin(), files.end());
    return {};
  }
  if (words[0] == "pool") return into(request.pool, pool_document(words[1]));
  if (words[0] == "protocol") {
    into_case.pool.protocol = words[1];
    return {};
  }
  if (words[0] == "grade") return into(into_case.grade, named(grades, words[1]));
  if (words[0] == "house") {
    into_case.house = words[1];
    return {};
  }
  if (words[0] == "currency") {
    request.account.currency = words[1];
    return {};
  }
  if (words[0] == "strict") {
    PLIMSOLL_TRY(yes, named(yes_or_no, words[1]));
    request.strictness = yes ? Strictness::strict : Strictness::lenient;
    return {};
  }
  if (words[0] == "partial") {
    PLIMSOLL_TRY(yes, named(yes_or_no, words[1]));
    request.completeness = yes ? engine::Completeness::allow_partial : engine::Completeness::whole;
    return {};
  }
  return fail(Reason::bad_input, "no line begins with '" + words[0] + "'");
}

Result<void> read_line(std::string_view line, Case& into_case, std::size_t number) {
  const std::string where = into_case.path + ":" + std::to_string(number);
  if (line.starts_with("source ")) {
    into_case.source += (into_case.source.empty() ? "" : " ") + prose(line, "source");
    return {};
  }
  PLIMSOLL_TRY(words, words_of(line));
  if (words.empty()) return {};
  if (words[0] == "security") return security(words, into_case, where);
  if (words[0] == "mark") return mark(words, into_case);
  if (words[0] == "adv" || words[0] == "margin_rate" || words[0] == "yield" ||
      words[0] == "volatility")
    return fact(words, into_case);
  if (words[0] == "dividend") return dividend(words, into_case);
  if (words[0] == "rate") return rate(words, into_case);
  if (words[0] == "hold") return hold(words, into_case, where);
  if (words[0] == "cash") return cash(words, into_case);
  if (words[0] == "bank") return add_bank(words, into_case.pool);
  if (words[0] == "exchange") return exchange_rate(words, into_case);
  if (words[0] == "expect") return expect(words, into_case, number);
  return setting(words, into_case);
}

}  // namespace

Result<std::string> case_symbol(std::string_view written) {
  std::vector<std::string> parts{""};
  for (const char c : written) {
    if (c == '/') parts.emplace_back();
    else parts.back() += c;
  }
  if (parts.size() == 1) return std::string{written};
  if (parts.size() != 4 || (parts[2] != "C" && parts[2] != "P"))
    return fail(Reason::bad_input, "write an option as XYZ/2026-06-19/P/80", std::string{written});
  PLIMSOLL_TRY(expiry, parse_date(parts[1]));
  PLIMSOLL_TRY(strike, parse_decimal(parts[3]));
  if (expiry < Date{2000y / January / 1} || Date{2100y / January / 1} <= expiry)
    return fail(Reason::bad_input, "an OSI symbol has no such year", std::string{written});
  const OsiSymbol symbol{parts[0], expiry, parts[2] == "C" ? Right::call : Right::put, strike};
  return std::string{osi_id(symbol).view()};
}

Result<Case> parse_case(std::string_view text, const std::string& path) {
  Case read;
  read.path = path;
  read.request.account.id = std::filesystem::path{path}.stem().string();
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    ++number;
    if (auto line = read_line(text.substr(0, end), read, number); !line)
      return fail(line.error().reason, line.error().what, path + ":" + std::to_string(number));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  read.request.market.as_of = read.request.account.as_of;
  const Date rulebook = read.request.rules.value_or(read.request.account.as_of);
  read.request.packs = {read.pack.empty() ? usual_packs(rulebook)
                                          : packs_called(read.pack, rulebook)};
  if (!read.request.risk.files.empty()) read.request.risk.policies = risk_policies(read.policy);
  PLIMSOLL_TRY(written_pool, pool_of(read.pool, path));
  if (written_pool && read.request.pool)
    return fail(Reason::bad_input, "it names a pool and writes banks of its own; keep one", path);
  if (written_pool) read.request.pool = written_pool;
  if (!read.house.empty()) {
    PLIMSOLL_TRY(
        house, houses().find(read.house, read.request.rules.value_or(read.request.account.as_of)));
    read.request.houses = {house};
  }
  if (read.source.empty()) return fail(Reason::bad_input, "it names no source", path);
  if (read.expected.empty()) return fail(Reason::bad_input, "it expects nothing", path);
  if (read.request.account.as_of == Date{}) return fail(Reason::bad_input, "it has no as_of", path);
  return read;
}

std::vector<std::filesystem::path> case_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  if (!std::filesystem::exists(folder)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{folder})
    if (entry.path().extension() == ".case") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

std::string with_expectation(std::string_view text, const Expectation& expectation,
                             std::string_view mended) {
  std::size_t begin = 0;
  for (std::size_t line = 1; line < expectation.line; ++line) begin = text.find('\n', begin) + 1;
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  std::string line{text.substr(begin, end - begin)};
  const std::size_t old = line.rfind(expectation.text);
  if (old != std::string::npos) line.replace(old, expectation.text.size(), mended);
  return std::string{text.substr(0, begin)} + line + std::string{text.substr(end)};
}

}  // namespace plimsoll::testing
