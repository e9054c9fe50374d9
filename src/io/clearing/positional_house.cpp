// The house's own lines: header and currencies.

#include "io/clearing/positional_records.hpp"
#include "io/text.hpp"

namespace plimsoll::io {
namespace {

using namespace clearing;

std::optional<BondClass> bond_class(char code) {
  switch (code) {
    case 'S':
      return BondClass::speculator;
    case 'H':
      return BondClass::hedger;
    case 'M':
      return BondClass::member;
    default:
      return std::nullopt;
  }
}

std::string time_of(Row& row, const Column& date, const Column& time) {
  const auto day = row.date(date);
  const auto clock = row.digits(time);
  if (!day) return {};
  std::string text = to_text(*day);
  if (clock && *clock / 100 < 24 && *clock % 100 < 60) {
    const std::string_view digits = row.raw(time);
    text += " " + std::string{digits.substr(0, 2)} + ":" + std::string{digits.substr(2)};
  }
  return text;
}

void read_rate_class(const Row& row, RiskFile& file) {
  constexpr auto who = column("0", "clearing_or_customer_code"),
                 account = column("0", "account_type_code"),
                 account_word = column("0", "account_type"),
                 maintenance = column("0", "maint_or_initial_code"), bond = column("0", "pb_class");
  if (row.text(account).empty() && row.text(bond).empty()) return;
  file.rate_classes = {{.id = 0,
                        .customer = row.letter(who) != 'A',
                        .account_class = bond_class(row.letter(account)),
                        .account_type = std::string{row.text(account_word)},
                        .maintenance = row.letter(maintenance) != 'I',
                        .bond_class = std::string{row.text(bond)}}};
}

/// Empty where it is the format this reads; otherwise what it is.
std::string other_format(std::string_view format) {
  if (format == "U2" || format == "U") return {};
  if (format == "UP") return "the Paris format (\"UP\")";
  return format.empty() ? "of no stated format" : "of the format \"" + shown(format) + "\"";
}

}  // namespace

void read_header(Row& row, Gathered& gathered) {
  constexpr auto house = column("0", "exchange_complex"), day = column("0", "business_date"),
                 settlement = column("0", "settlement_or_intraday"),
                 created = column("0", "file_creation_date"),
                 created_time = column("0", "file_creation_time"),
                 format = column("0", "file_format"), gross = column("0", "gross_net_indicator"),
                 limit = column("0", "limit_option_value_flag");
  const std::string other = other_format(row.text(format));
  if (!other.empty()) {
    row.complain(format, "; the file is " + other +
                             ", and this reads the expanded unpacked one, U2: get the house's .pa2 "
                             "or .spn file");
    gathered.whole = row.error(gathered.name);
    return;
  }
  RiskFile& file = gathered.file;
  const Code house_code = row.code_needed(house);
  const auto date = row.date(day);
  if (!date) row.complain(day, "; a file without its day is of no use");
  const bool first = gathered.header_line == 0;
  if (date && !first && (*date != file.day || house_code != file.clearing_house))
    row.complain(day, "and house " + shown(house_code.view()) + ", while line " +
                          std::to_string(gathered.header_line) + " has " + to_text(file.day) +
                          " and " + shown(file.clearing_house.view()) +
                          "; give the files one by one");
  const std::string time = time_of(row, created, created_time);
  if (!row.is_sound()) {
    gathered.whole = row.error(gathered.name);
    return;
  }
  if (!first) return;
  gathered.header_line = row.number();
  file.clearing_house = house_code;
  file.day = *date;
  file.settlement = row.letter(settlement) != 'I';
  file.created = time;
  file.net = row.letter(gross) != 'Y';
  file.limit_option_value = row.letter(limit) == 'Y';
  read_rate_class(row, file);
}

void read_conversion(Row& row, Gathered& gathered) {
  constexpr auto from = column("T", "from_currency_iso"), to = column("T", "to_currency_iso"),
                 rate = column("T", "rate");
  const auto from_currency = row.currency(from), to_currency = row.currency(to);
  const Decimal factor = row.number_needed(rate);
  if (!from_currency) row.complain(from, "; write the three letters of a currency");
  if (!to_currency) row.complain(to, "; write the three letters of a currency");
  if (factor.is_zero()) row.complain(rate, "; a currency that is worth nothing is not converted");
  if (!row.is_sound()) return;
  for (const Conversion& known : gathered.file.conversions)
    if (known.from == *from_currency && known.to == *to_currency && known.factor != factor)
      return row.complain(rate, "is not the one of an earlier T record of the two currencies");
  gathered.file.conversions.push_back({*from_currency, *to_currency, factor});
}

}  // namespace plimsoll::io
