#include "io/clearing/positional.hpp"

#include <algorithm>

#include "io/clearing/positional_contracts.hpp"
#include "io/text.hpp"

namespace plimsoll::io {
namespace {

constexpr std::size_t file_bytes_max = 2'000'000'000;

void keep(Row& row, Gathered& gathered) {
  const std::string_view id = row.line().substr(0, 2);
  gathered.file.kept.push_back(taken_apart(trimmed(id), row.line(), row.number()));
}

void keep_combination_method(Row& row, Gathered& gathered) {
  read_combination_method(row, gathered);
  if (row.is_sound()) keep(row, gathered);
}

/// Exchanges' acronyms and numbers: acronyms stand in every record besides.
void leave(Row&, Gathered&) {}

struct RecordReader {
  std::string_view id;
  void (*read)(Row&, Gathered&);
};
constexpr std::array<RecordReader, 20> readers{{
    {"0 ", read_header},
    {"1 ", leave},
    {"2 ", read_commodity},
    {"3 ", read_calendar_tiers},
    {"4 ", read_spot},
    {"5 ", keep},
    {"6 ", read_inter_spread},
    {"B ", read_terms},
    {"C ", read_tier_spread},
    {"E ", read_month_spread},
    {"P ", read_product},
    {"R ", keep},
    {"S ", read_tiers},
    {"T ", read_conversion},
    {"V ", keep},
    {"X ", keep_combination_method},
    {"Y ", keep},
    {"Z ", read_combination},
    {"91", keep},
    {"92", keep},
}};

bool is_ascii(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view piece = bytes.substr(0, 4096);
    unsigned char all = 0, least = 0xFF;
    for (const char c : piece) {
      const auto byte = static_cast<unsigned char>(c);
      all |= byte;
      least = std::min(least, byte);
    }
    if (all >= 0x80 || least == 0) return false;
    bytes.remove_prefix(piece.size());
  }
  return true;
}

/// One in three of the first bytes: text of two or four bytes a character.
bool is_wide_text(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, 200);
  return std::ranges::count(start, '\0') * 3 >= std::ssize(start);
}

/// Refused where it is nothing that could be read.
Result<void> looked_over(std::string_view bytes, const std::string& name) {
  const auto refused = [&](std::string what) {
    return fail(Reason::bad_input, std::move(what), name);
  };
  if (bytes.size() > file_bytes_max)
    return refused("the file has " + std::to_string(bytes.size()) + " bytes; at most " +
                   std::to_string(file_bytes_max) + " are read");
  if (bytes.find_first_not_of(" \t\r\n\x1A") == std::string_view::npos)
    return refused("the file is empty; get it again");
  if (bytes.starts_with("PK"))
    return refused("the file is zipped; unzip it, and give what is in it");
  if (is_wide_text(bytes))
    return refused(
        "the file is UTF-16 or binary, no positional file; get the house's .pa2 as it is, "
        "unzipped");
  return {};
}

class Reader {
 public:
  Reader(std::string_view bytes, const std::string& name, const clearing::Wanted& wanted)
      : bytes_{bytes}, contracts_{bytes, wanted}, is_ascii_{io::is_ascii(bytes)} {
    gathered_.name = name;
  }

  Result<Loaded<clearing::RiskFile>> read() {
    for (std::size_t at = 0; at < bytes_.size() && !gathered_.whole;) {
      const std::size_t end = bytes_.find('\n', at);
      const bool unfinished = end == std::string_view::npos;
      const std::size_t size = (unfinished ? bytes_.size() : end) - at;
      ++number_;
      if (unfinished) gathered_.refusals.unfinished_line = number_;
      read_line(bytes_.substr(at, size));
      at += size + 1;
    }
    if (!gathered_.whole && gathered_.header_line == 0) gathered_.whole = no_header();
    if (gathered_.whole) return std::unexpected{*std::move(gathered_.whole)};
    put_together(gathered_);
    contracts_.read_into(gathered_);
    finish();
    return Loaded<clearing::RiskFile>{std::move(gathered_.file),
                                      std::move(gathered_.refusals).finished(gathered_.name)};
  }

 private:
  void read_line(std::string_view line) {
    while (!line.empty() && static_cast<unsigned char>(line.back()) <= ' ') line.remove_suffix(1);
    if (line.empty()) return;
    if (!is_ascii_ && !io::is_ascii(line)) return refuse_bytes(line);
    if (line.size() > 1 && line[0] == '8' && line[1] >= '1' && line[1] <= '4') {
      ++array_counts_[static_cast<std::size_t>(line[1] - '1')];
      return contracts_.see(line, number_, gathered_);
    }
    const std::array<char, 2> id{line[0], line.size() > 1 ? line[1] : ' '};
    const std::string_view wanted{id.data(), id.size()};
    const auto reader = std::ranges::find(readers, wanted, &RecordReader::id);
    if (reader == readers.end()) {
      ++gathered_.file.unknown[std::string{trimmed(wanted)}];
      return;
    }
    ++counts_[static_cast<std::size_t>(reader - readers.begin())];
    row_.load(line, number_);
    reader->read(row_, gathered_);
    if (!row_.is_sound()) gathered_.refusals.add(row_.error(gathered_.name), number_);
  }

  void refuse_bytes(std::string_view line) {
    const auto foreign = std::ranges::find_if(
        line, [](char c) { return static_cast<unsigned char>(c) >= 0x80 || c == '\0'; });
    const auto at = static_cast<std::size_t>(foreign - line.begin());
    constexpr std::string_view hex = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(*foreign);
    std::string what = "byte 0x";
    what += hex[byte >> 4];
    what += hex[byte & 15];
    what += " is no ASCII, so columns may have moved; get the file as the house publishes it";
    std::string where = place(gathered_.name, number_) + ":" + std::to_string(at + 1);
    gathered_.refusals.add({Reason::bad_input, std::move(what), std::move(where)}, number_);
  }

  Error no_header() const {
    std::string what = "none of its " + std::to_string(number_) + " lines is a header";
    what +=
        " (a line that begins with \"0 \"), so it is no positional SPAN file, or not a whole one";
    return {Reason::bad_input, std::move(what), gathered_.name};
  }

  void finish() {
    clearing::RiskFile& file = gathered_.file;
    file.name = gathered_.name;
    file.format = clearing::FileFormat::positional;
    for (std::size_t i = 0; i < readers.size(); ++i)
      if (counts_[i] != 0) file.counts[std::string{trimmed(readers[i].id)}] = counts_[i];
    for (std::size_t i = 0; i < array_counts_.size(); ++i)
      if (array_counts_[i] != 0) file.counts["8" + std::to_string(i + 1)] = array_counts_[i];
    clearing::join(file);
    for (clearing::Contract& contract : file.contracts) {
      if (contract.terms == clearing::nowhere || contract.value_factor) continue;
      const auto& of_expiry = file.terms[contract.terms].value_factor;
      if (of_expiry != file.products[contract.product].value_factor)
        contract.value_factor = of_expiry;
    }
  }

  std::string_view bytes_;
  Gathered gathered_ = {};
  ContractLines contracts_;
  bool is_ascii_;
  Row row_;
  std::uint32_t number_ = 0;
  std::array<std::size_t, readers.size()> counts_{};
  std::array<std::size_t, 4> array_counts_{};
};

}  // namespace

Result<Loaded<clearing::RiskFile>> read_positional(std::string_view bytes, const std::string& name,
                                                   const clearing::Wanted& wanted) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  PLIMSOLL_TRY_VOID(looked_over(bytes, name));
  return Reader{bytes, name, wanted}.read();
}

bool is_positional(std::string_view bytes) {
  constexpr auto day = column("0", "business_date");
  const std::size_t begin = std::min(bytes.find_first_not_of("\r\n"), bytes.size());
  const std::string_view line = bytes.substr(begin, day.last);
  return line.starts_with("0 ") && is_digits(cell_of(line, day)) &&
         cell_of(line, day).size() == day.width();
}

}  // namespace plimsoll::io
