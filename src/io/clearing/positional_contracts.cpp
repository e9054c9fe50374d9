#include "io/clearing/positional_contracts.hpp"

#include <algorithm>

#include "io/text.hpp"

namespace plimsoll::io {
namespace {

using namespace clearing;
using clearing::Index;

/// Of the identity, which all four records have in the same place.
constexpr std::size_t identity_first = 3, identity_last = column("81", "strike").last;

std::string_view identity(std::string_view line) {
  return line.substr(identity_first - 1, identity_last - identity_first + 1);
}

/// But for the product, and for the strike's sign.
PackedKey packed_identity(Row& row) {
  constexpr auto right = column("81", "option_right"), month = column("81", "futures_month"),
                 day = column("81", "futures_day_or_week"),
                 option_month = column("81", "option_month"),
                 option_day = column("81", "option_day_or_week"), strike = column("81", "strike"),
                 type = column("81", "product_type");
  const bool option = is_option(product_type(row.text(type)).value_or(ProductType::future));
  const char side = row.letter(right);
  if (option && side != 'C' && side != 'P') row.complain(right, "; an option is C or P");
  if (!option && side != ' ') row.complain(right, "; what is no option has none");
  const std::int64_t digits = option ? row.digits_needed(strike) : 0;
  const std::uint64_t right_bit = !option ? 0 : side == 'C' ? 1 : 2;
  return packed(row.month(month, day)) << month_at |
         packed(row.month(option_month, option_day)) << option_month_at |
         static_cast<PackedKey>(right_bit) << right_at |
         static_cast<PackedKey>(strike_zero + digits);
}

}  // namespace

std::string_view ContractLines::line_at(std::uint32_t offset) const {
  std::string_view line = bytes_.substr(offset);
  line = line.substr(0, line.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool ContractLines::are_pair(const Half& first, std::string_view second) const {
  const std::string_view line = bytes_.substr(first.offset, identity_last);
  return (second[1] == '4') == first.is_wide && second.size() >= identity_last &&
         line.size() == identity_last && identity(line) == identity(second);
}

/// A place in `products_`, `nowhere` where it is not wanted; nothing where its columns are wrong.
std::optional<std::uint32_t> ContractLines::place_of_product(std::string_view line) {
  constexpr auto exchange = column("81", "exchange_acronym"), code = column("81", "product_code"),
                 type = column("81", "product_type");
  const auto same = [&](std::size_t first, std::size_t last) {
    return line.substr(first - 1, last - first + 1) ==
           last_line_.substr(first - 1, last - first + 1);
  };
  if (line.size() >= identity_last && !last_line_.empty() && same(exchange.first, code.last) &&
      same(type.first, type.last))
    return last_place_;
  Row row{line, 0};
  const auto read = product_type(row.text(type));
  if (!read || row.text(exchange).empty() || row.text(code).empty()) return std::nullopt;
  const ProductKey key{row.code(exchange), row.code(code), *read};
  const auto [known, is_new] = places_.try_emplace(key, nowhere);
  if (is_new &&
      (wanted_.all || std::ranges::find(wanted_.products, key.product) != wanted_.products.end())) {
    known->second = static_cast<std::uint32_t>(products_.size());
    products_.push_back(key);
  }
  if (line.size() >= identity_last) {
    last_line_ = line;
    last_place_ = known->second;
  }
  return known->second;
}

void ContractLines::see(std::string_view line, std::uint32_t number, Gathered& gathered) {
  constexpr auto type = column("81", "product_type");
  const bool is_second = line[1] == '2' || line[1] == '4', is_wide = line[1] >= '3';
  const auto offset = static_cast<std::uint32_t>(line.data() - bytes_.data());
  Half half{.offset = offset, .line = number, .is_second = is_second, .is_wide = is_wide};
  if (is_second && open_ && are_pair(*open_, line)) {
    join(*open_, half);
    open_.reset();
    return;
  }
  const auto place = place_of_product(line);
  if (place == nowhere) return;
  first_.load(line, number);
  if (!place) {
    (void)first_.code_needed(column("81", "exchange_acronym"));
    (void)first_.code_needed(column("81", "product_code"));
    first_.complain(type, "; a type is FUT, PHY, CMB, OOF, OOP, OOC, ...");
  }
  half.key = packed_identity(first_);
  if (!first_.is_sound()) return gathered.refusals.add(first_.error(gathered.name), number);
  half.key |= static_cast<PackedKey>(*place) << product_at;
  if (open_) halves_.push_back(*open_);
  open_.reset();
  if (is_second) halves_.push_back(half);
  else open_ = half;
}

void ContractLines::join(const Half& first, const Half& second) {
  const std::string_view line = line_at(second.offset);
  const std::size_t sign = strike_sign_column(first.is_wide).first;
  const bool below_zero = line.size() >= sign && line[sign - 1] == '-';
  pairs_.push_back({.key = below_zero ? with_negative_strike(first.key) : first.key,
                    .first = first.offset,
                    .second = second.offset,
                    .first_line = first.line,
                    .second_line = second.line});
}

/// Lines that did not stand one behind the other.
void ContractLines::pair_the_rest(Gathered& gathered) {
  if (open_) halves_.push_back(*open_);
  open_.reset();
  std::ranges::sort(halves_, {}, [](const Half& half) {
    return std::tuple{half.key, half.is_wide, half.is_second, half.line};
  });
  for (auto begin = halves_.cbegin(); begin != halves_.cend();) {
    const auto end = std::find_if(begin, halves_.cend(), [&](const Half& half) {
      return half.key != begin->key || half.is_wide != begin->is_wide;
    });
    pair_group(begin, end, gathered);
    begin = end;
  }
}

void ContractLines::pair_group(std::vector<Half>::const_iterator begin,
                               std::vector<Half>::const_iterator end, Gathered& gathered) {
  const std::string one = begin->is_wide ? "83" : "81", two = begin->is_wide ? "84" : "82";
  const auto seconds = std::count_if(begin, end, [](const Half& half) { return half.is_second; });
  const auto firsts = end - begin - seconds;
  if (firsts == 1 && seconds == 1) return join(*begin, *std::next(begin));
  for (auto half = begin; half != end; ++half) {
    first_.load(line_at(half->offset), half->line);
    const std::string key = "\"" + shown(identity(first_.line())) + "\"";
    if (firsts == 0 || seconds == 0)
      first_.complain(key + " has an " + (half->is_second ? two : one) + " record without its " +
                      (half->is_second ? one : two) + ", so the contract is left out");
    else
      first_.complain(key + " has " + std::to_string(firsts) + " " + one + " records and " +
                      std::to_string(seconds) + " " + two +
                      " that do not stand in pairs, and the sign of a strike is in the latter "
                      "alone; put each pair together");
    gathered.refusals.add(first_.error(gathered.name), half->line);
  }
}

void ContractLines::put_meanings(const Gathered& gathered) {
  meanings_.resize(products_.size());
  for (std::size_t i = 0; i < products_.size(); ++i) {
    const auto terms = gathered.products.find(products_[i]);
    const auto scale = gathered.scales.find(products_[i]);
    if (terms != gathered.products.end()) {
      meanings_[i].terms = &terms->second;
      meanings_[i].product = static_cast<Index>(std::distance(gathered.products.begin(), terms));
    }
    if (scale != gathered.scales.end()) meanings_[i].scale = &scale->second;
  }
}

/// Products by their places in the file's list, from here on; without those that have none.
void ContractLines::sort_pairs(Gathered& gathered) {
  constexpr PackedKey rest = (PackedKey{1} << product_at) - 1;
  for (Pair& pair : pairs_) {
    Meaning& meaning = meanings_[static_cast<std::size_t>(pair.key >> product_at)];
    if (!meaning.terms || !meaning.scale) {
      if (meaning.left_out++ == 0) meaning.first_line = pair.first_line;
      pair.first_line = 0;
    } else {
      pair.key = (pair.key & rest) | static_cast<PackedKey>(meaning.product) << product_at;
    }
  }
  std::erase_if(pairs_, [](const Pair& pair) { return pair.first_line == 0; });
  refuse_left_out(gathered);
  const auto before = [](const Pair& a, const Pair& b) {
    return a.key != b.key ? a.key < b.key : a.first_line < b.first_line;
  };
  if (!std::ranges::is_sorted(pairs_, before)) std::ranges::sort(pairs_, before);
}

void ContractLines::refuse_left_out(Gathered& gathered) {
  for (std::size_t i = 0; i < meanings_.size(); ++i) {
    const Meaning& meaning = meanings_[i];
    if (meaning.left_out == 0) continue;
    gathered.refusals.add(
        {Reason::bad_input,
         std::string{meaning.terms ? "no 2 record names " : "no P record has "} +
             in_words(products_[i]) + ", so nothing says what the digits of its " +
             std::to_string(meaning.left_out) + " contracts mean, and they are left out",
         place(gathered.name, meaning.first_line)},
        meaning.first_line);
  }
}

void ContractLines::read(const Pair& pair, Gathered& gathered) {
  const Meaning& meaning = meanings_[static_cast<std::size_t>(pair.key >> product_at)];
  first_.load(line_at(pair.first), pair.first_line);
  second_.load(line_at(pair.second), pair.second_line);
  const bool is_wide = first_.line()[1] == '3';
  const ProductScale& scale = *meaning.scale;
  if (!is_wide && scale.array_exponent != 0)
    first_.complain("an array of five digits, while the 2 record of " +
                    shown(scale.commodity.view()) +
                    " states decimals, which 83 and 84 records carry");
  Contract contract{.product = meaning.product,
                    .month = month_in(pair.key, month_at),
                    .option_month = month_in(pair.key, option_month_at),
                    .right = right_in(pair.key),
                    .strike = {},
                    .array = static_cast<Index>(gathered.file.arrays.size()),
                    .arrays = 1,
                    .line = pair.first_line};
  const std::int64_t strike = strike_in(pair.key);
  const auto strike_size = price_of(std::abs(strike), meaning.terms->strike);
  if (strike_size) contract.strike = strike < 0 ? -*strike_size : *strike_size;
  else
    first_.complain(column("81", "strike"), "is no strike with " + in_words(meaning.terms->strike));
  const int power = scale.risk_exponent + (is_wide ? scale.array_exponent : 0);
  RiskArray array;
  read_pair(first_, second_, {meaning.terms->settlement, power}, contract, array);
  for (const Row* row : {&first_, &second_})
    if (!row->is_sound()) return gathered.refusals.add(row->error(gathered.name), row->number());
  clearing::Product& product = gathered.file.products[meaning.product];
  if (is_option(product.key.type) && product.underlying.empty())
    product.underlying = first_.code(column("81", "underlying_product_code"));
  gathered.file.arrays.push_back(array);
  gathered.file.contracts.push_back(contract);
}

void ContractLines::read_into(Gathered& gathered) {
  pair_the_rest(gathered);
  put_meanings(gathered);
  sort_pairs(gathered);
  // From here on a pair's product is its place in the file's list.
  std::vector<Meaning> by_product(gathered.file.products.size());
  for (const Meaning& meaning : meanings_)
    if (meaning.product != nowhere) by_product[meaning.product] = meaning;
  meanings_ = std::move(by_product);
  gathered.file.contracts.reserve(pairs_.size());
  gathered.file.arrays.reserve(pairs_.size());
  const Pair* before = nullptr;
  for (const Pair& pair : pairs_) {
    if (before && before->key == pair.key) {
      first_.load(line_at(pair.first), pair.first_line);
      first_.complain("\"" + shown(identity(first_.line())) + "\" stands in line " +
                      std::to_string(before->first_line) + " already; keep one of the two");
      gathered.refusals.add(first_.error(gathered.name), pair.first_line);
      continue;
    }
    read(pair, gathered);
    before = &pair;
  }
}

}  // namespace plimsoll::io
