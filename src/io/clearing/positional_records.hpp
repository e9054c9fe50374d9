#pragma once
// What has been read of a positional file so far, and what is done with one line of each record.
// Records stand in any order, so everything is kept by its key and put together at the end.

#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "io/clearing/positional_price.hpp"
#include "io/clearing/positional_row.hpp"
#include "market/clearing/risk_file.hpp"

namespace plimsoll::io {

/// "CBT 06 OOF".
std::string in_words(const clearing::ProductKey& key);

/// The first hundred things wrong with a file, and how many more there were.
class Refusals {
 public:
  static constexpr std::size_t kept_max = 100;
  std::uint32_t unfinished_line = 0;  // a last one without its end

  void add(Error error, std::uint32_t line);
  bool empty() const { return count_ == 0; }
  /// In order of line.
  std::vector<Error> finished(const std::string& name) &&;

 private:
  std::vector<std::pair<std::uint32_t, Error>> kept_;
  std::size_t count_ = 0;
};

struct GatheredProduct {
  clearing::Product product;
  PriceForm settlement, strike;
};
struct GatheredTerms {
  clearing::ProductKey product;
  clearing::SeriesTerms terms;
};
struct GatheredCombination {
  clearing::ProductKey product;
  Month month;
  std::int64_t leg_number = 0;
  clearing::CombinationLeg leg;
  std::uint32_t line = 0;
};
/// A 6 record, of which four legs are the most.
struct GatheredSpread {
  clearing::InterSpread spread;
  bool is_full = false;
};
/// What a product's commodity says of its array values: powers of ten.
struct ProductScale {
  clearing::Code commodity;
  int risk_exponent = 0, array_exponent = 0;
};

struct Gathered {
  std::string name;
  clearing::RiskFile file = {};  // header, conversions, kept rows and counts; the rest at the end
  std::uint32_t header_line = 0;
  std::optional<Error> whole = {};  // why the file is refused as a whole
  std::map<clearing::ProductKey, GatheredProduct> products = {};
  std::map<clearing::Code, clearing::CombinedCommodity> commodities = {};
  std::map<clearing::Code, std::uint32_t> first_lines = {};  // that name a commodity
  std::vector<GatheredTerms> terms = {};
  std::vector<GatheredCombination> combination_legs = {};
  std::vector<GatheredSpread> spreads = {};
  std::map<clearing::Code, clearing::CombinationMethod> combination_methods = {};  // by product
  std::map<clearing::ProductKey, ProductScale> scales = {};  // put together from commodities
  Refusals refusals = {};

  /// What records of one kind have said of a commodity, column by column.
  std::map<std::pair<std::string_view, clearing::Code>, std::vector<std::string>> said = {};

  /// Complains of what differs from an earlier record of this kind; blank and zero say nothing.
  void must_agree(Row& row, std::string_view record, const clearing::Code& commodity,
                  std::span<const Column> columns);
  /// The commodity a row names; new where it is the first that does.
  clearing::CombinedCommodity& commodity(const Row& row, const clearing::Code& code);
};

// Each reads one row into what is gathered. Where something is wrong the row says so and nothing of
// it has been kept.

void read_header(Row& row, Gathered& gathered);              // 0
void read_conversion(Row& row, Gathered& gathered);          // T
void read_commodity(Row& row, Gathered& gathered);           // 2
void read_product(Row& row, Gathered& gathered);             // P
void read_terms(Row& row, Gathered& gathered);               // B
void read_combination_method(Row& row, Gathered& gathered);  // X
void read_calendar_tiers(Row& row, Gathered& gathered);      // 3
void read_tiers(Row& row, Gathered& gathered);               // S
void read_tier_spread(Row& row, Gathered& gathered);         // C
void read_month_spread(Row& row, Gathered& gathered);        // E
void read_spot(Row& row, Gathered& gathered);                // 4
void read_inter_spread(Row& row, Gathered& gathered);        // 6
void read_combination(Row& row, Gathered& gathered);         // Z

/// Everything but contracts into the file's lists, sorted, whatever order the lines had: products,
/// commodities, terms, spreads, combinations. What names something the file lacks is refused.
void put_together(Gathered& gathered);

}  // namespace plimsoll::io
