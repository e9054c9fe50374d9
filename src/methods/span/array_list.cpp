#include "methods/span/array_list.hpp"

#include <algorithm>
#include <array>

#include "base/check.hpp"
#include "methods/span/array_conventions.hpp"
#include "methods/span/array_value.hpp"
#include "rules/house_nodes.hpp"

namespace plimsoll::span {
namespace {

constexpr std::array<std::string_view, 4> conventions{"cme_future", "cme_option", "nse_future",
                                                      "nse_option"};
constexpr std::array<std::string_view, 6> models{
    "future",           "carried_future",     "european_on_spot",
    "american_on_spot", "european_on_future", "american_on_future"};
constexpr std::array<std::string_view, 2> rights{"call", "put"};
constexpr std::array<std::string_view, 3> roundings{"exact", "whole", "cents"};
constexpr std::array<std::string_view, 25> keys{"name",
                                                "convention",
                                                "model",
                                                "underlying",
                                                "future_price",
                                                "strike",
                                                "right",
                                                "day",
                                                "expiry",
                                                "years",
                                                "volatility",
                                                "rate",
                                                "dividend_yield",
                                                "price_scan",
                                                "price_scan_ratio",
                                                "volatility_scan",
                                                "volatility_scan_ratio",
                                                "extreme_multiple",
                                                "extreme_cover",
                                                "lookahead",
                                                "value_factor",
                                                "cabinet",
                                                "rounding",
                                                "note",
                                                "lookahead_days"};
constexpr std::size_t instruments_most = 10'000;

bool is_of_india(ArrayConvention convention) {
  return convention == ArrayConvention::nse_future || convention == ArrayConvention::nse_option;
}

ArrayTerms terms_of(ArrayConvention convention) {
  switch (convention) {
    case ArrayConvention::cme_future:
      return cme_style_future();
    case ArrayConvention::cme_option:
      return cme_style_option();
    case ArrayConvention::nse_future:
      return nse_future();
    case ArrayConvention::nse_option:
      return nse_option();
  }
  PLIMSOLL_CHECK(false);
  return {};
}

class Reader : HouseNodes {
 public:
  Reader(const Node& root, const std::string& file) : HouseNodes{file}, root_{root} {}

  Result<std::vector<ListedInstrument>> read() {
    static constexpr std::array<std::string_view, 2> top{"schema", "instrument"};
    PLIMSOLL_TRY_VOID(known_keys(root_, top, "a list of arrays"));
    PLIMSOLL_TRY(schema, text_in(root_, "schema"));
    if (schema != "plimsoll.span_arrays/1")
      return refuse(*root_.find("schema"),
                    "schema \"" + schema.substr(0, 40) + "\"; write \"plimsoll.span_arrays/1\"");
    const Node* rows = root_.find("instrument");
    if (!rows || rows->kind != Node::Kind::array || rows->items.empty())
      return refuse(rows ? *rows : root_, "no [[instrument]] rows; write at least one");
    if (instruments_most < rows->items.size())
      return refuse(*rows, "more than " + std::to_string(instruments_most) + " instruments");
    for (const Node& row : rows->items) PLIMSOLL_TRY_VOID(read_row(row));
    return std::move(list_);
  }

 private:
  Result<void> read_row(const Node& row) {
    PLIMSOLL_TRY_VOID(known_keys(row, keys, "an instrument"));
    ListedInstrument made;
    PLIMSOLL_TRY(name, text_in(row, "name"));
    if (std::ranges::find(list_, name, &ListedInstrument::name) != list_.end())
      return refuse(row, "there are two instruments called \"" + name + "\"; rename one");
    made.name = name;
    PLIMSOLL_TRY(convention, word_in<ArrayConvention>(conventions, row, "convention"));
    made.convention = convention;
    made.terms = terms_of(convention);
    PLIMSOLL_TRY_VOID(read_words(row, made.terms));
    PLIMSOLL_TRY_VOID(read_numbers(row, made.terms));
    PLIMSOLL_TRY_VOID(read_time(row, made));
    PLIMSOLL_TRY_VOID(read_scan(row, "price_scan", made.terms.price_scan));
    if (!row.find("price_scan") && !row.find("price_scan_ratio"))
      return refuse(row, "write price_scan = \"2234.01\" or price_scan_ratio = \"0.093\"");
    if (convention == ArrayConvention::nse_option)
      made.terms.volatility_scan.size = nse_volatility_scan(made.terms.volatility);
    PLIMSOLL_TRY_VOID(read_scan(row, "volatility_scan", made.terms.volatility_scan));
    if (auto checked = check_terms(made.terms); !checked) return refuse(row, checked.error().what);
    list_.push_back(std::move(made));
    return {};
  }

  Result<void> read_words(const Node& row, ArrayTerms& terms) const {
    if (row.find("model")) {
      PLIMSOLL_TRY(model, word_in<ArrayModel>(models, row, "model"));
      terms.model = model;
    }
    if (row.find("rounding")) {
      PLIMSOLL_TRY(rounding, word_in<ArrayRounding>(roundings, row, "rounding"));
      terms.rounding = rounding;
    }
    if (!is_option(terms.model) && !row.find("right")) return {};
    PLIMSOLL_TRY(right, word_in<Right>(rights, row, "right"));
    terms.right = right;
    return {};
  }

  /// Prices and rates may be below zero: what cannot be is refused with the terms.
  Result<void> read_number(const Node& row, const char* key, double& into) const {
    const Node* node = row.find(key);
    if (!node) return {};
    const bool written = node->kind == Node::Kind::string || node->kind == Node::Kind::number;
    const auto number = parse_decimal(written ? std::string_view{node->text} : std::string_view{});
    if (!number) return refuse(*node, std::string{key} + ": " + number.error().what);
    into = to_double(*number);
    return {};
  }

  Result<void> read_numbers(const Node& row, ArrayTerms& terms) const {
    const std::pair<const char*, double*> numbers[]{
        {"underlying", &terms.underlying},
        {"future_price", &terms.future_price},
        {"strike", &terms.strike},
        {"volatility", &terms.volatility},
        {"rate", &terms.rate},
        {"dividend_yield", &terms.dividend_yield},
        {"extreme_multiple", &terms.extreme_multiple},
        {"extreme_cover", &terms.extreme_cover},
        {"lookahead", &terms.lookahead},
        {"value_factor", &terms.value_factor},
        {"cabinet", &terms.cabinet},
    };
    for (const auto& [key, into] : numbers) PLIMSOLL_TRY_VOID(read_number(row, key, *into));
    // A rate of nothing is a statement, not a default.
    const bool discounts = terms.model != ArrayModel::future;
    if (discounts && !row.find("rate"))
      return refuse(row, "\"rate\" is missing; write rate = \"0.0609\", continuous, or \"0\"");
    if (!row.find("lookahead_days")) return {};
    if (row.find("lookahead"))
      return refuse(*row.find("lookahead"), "lookahead and lookahead_days say the same; keep one");
    double days = 0;
    PLIMSOLL_TRY_VOID(read_number(row, "lookahead_days", days));
    terms.lookahead = days / 365;
    return {};
  }

  Result<void> read_time(const Node& row, ListedInstrument& made) const {
    const bool by_days = row.find("day") || row.find("expiry");
    if (row.find("years") && by_days)
      return refuse(row, "years and a day with an expiry say the same; keep one of them");
    if (row.find("years")) return read_number(row, "years", made.terms.years);
    if (!by_days) {
      if (made.terms.model == ArrayModel::future) return {};
      return refuse(row, "write years = \"0.25\", or day and expiry");
    }
    PLIMSOLL_TRY(day, date_in(row, "day"));
    PLIMSOLL_TRY(expiry, date_in(row, "expiry"));
    if (expiry < day) return refuse(*row.find("expiry"), "the expiry is before the day");
    made.terms.years = is_of_india(made.convention)
                           ? nse_years(day, expiry)
                           : static_cast<double>((expiry - day).count()) / 365;
    return {};
  }

  Result<void> read_scan(const Node& row, const std::string& key, ScanSize& into) const {
    const std::string ratio = key + "_ratio";
    if (row.find(key) && row.find(ratio))
      return refuse(row, key + " and " + ratio + " say the same; keep one of them");
    if (row.find(key)) into.kind = ScanKind::absolute;
    if (row.find(ratio)) into.kind = ScanKind::ratio;
    PLIMSOLL_TRY_VOID(read_number(row, key.c_str(), into.size));
    return read_number(row, ratio.c_str(), into.size);
  }

  const Node& root_;
  std::vector<ListedInstrument> list_ = {};
};

}  // namespace

Result<std::vector<ListedInstrument>> array_list(const Node& file, const std::string& name) {
  return Reader{file, name}.read();
}

std::vector<std::string_view> caveats_of(const ListedInstrument& instrument) {
  std::vector<std::string_view> caveats{generated_caveat};
  if (is_option(instrument.terms.model) && !is_of_india(instrument.convention))
    caveats.push_back(flat_volatility_caveat);
  return caveats;
}

}  // namespace plimsoll::span
