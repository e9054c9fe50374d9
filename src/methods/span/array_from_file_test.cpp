#include "methods/span/array_from_file.hpp"

#include <gtest/gtest.h>

namespace plimsoll::span {
namespace {

using clearing::Code, clearing::Contract, clearing::ProductType, clearing::RiskFile;

constexpr Month december{2025, 12, {}}, march{2026, 3, {}};

RiskFile small_file() {
  RiskFile file{.name = "day.pa2", .clearing_house = Code{"XYZ"}, .day = 2025y / September / 12};
  file.products = {{.key = {Code{"XYZ"}, Code{"AU"}, ProductType::future}, .value_factor = 100_d},
                   {.key = {Code{"XYZ"}, Code{"OAU"}, ProductType::option_on_future},
                    .underlying = Code{"AU"},
                    .value_factor = 100_d,
                    .cabinet = 1_d}};
  file.contracts = {
      {.product = 0, .month = december, .option_month = {}, .strike = {}, .price = 3700_d}};
  file.terms = {{.product = 0,
                 .future_month = december,
                 .price_scan = 16'000,
                 .extreme_multiplier = 3,
                 .extreme_cover = 0.33},
                {.product = 1,
                 .future_month = december,
                 .option_month = december,
                 .price_scan = 16'000,
                 .volatility_scan = 0.25,
                 .volatility_scan_is_ratio = true,
                 .volatility = 0.18,
                 .extreme_multiplier = 3,
                 .extreme_cover = 0.33,
                 .rate = 0.04,
                 .years = 0.2,
                 .pricing_model = "W"}};
  return file;
}
Contract put(Month option_month = december) {
  return {.product = 1,
          .month = december,
          .option_month = option_month,
          .right = Right::put,
          .strike = 3712.5_d};
}

TEST(ArraysFromFiles, TakeTheFilesParameters) {
  const RiskFile file = small_file();
  const auto made = array_from_file(file, put(), {});
  ASSERT_TRUE(made.has_value()) << made.error().what;
  EXPECT_EQ(made->terms.model, ArrayModel::american_on_future);
  EXPECT_EQ(made->terms.underlying, 3700);
  EXPECT_EQ(made->terms.price_scan.size, 160);
  EXPECT_EQ(made->terms.volatility_scan.size, 0.25);
  EXPECT_EQ(made->terms.cabinet, 1);
  EXPECT_EQ(made->series, 1u);
  EXPECT_TRUE(made->of_own_expiry);
  EXPECT_TRUE(made->generated.array.generated);
  EXPECT_LT(made->generated.array.digits[13 - 1], made->generated.array.digits[11 - 1]);
}

TEST(ArraysFromFiles, OfFuturesNeedNoPrice) {
  RiskFile file = small_file();
  file.contracts.clear();
  const Contract future{.product = 0, .month = december, .option_month = {}, .strike = {}};
  const auto made = array_from_file(file, future, {});
  ASSERT_TRUE(made.has_value()) << made.error().what;
  EXPECT_EQ(made->generated.array.digits[14], -15'840);
}

TEST(ArraysFromFiles, OfAnotherExpiryOnlyWhereAsked) {
  const RiskFile file = small_file();
  EXPECT_EQ(array_from_file(file, put(march), {}).error().what,
            "the file has no scan ranges for this expiry; ask for those of the nearest, 202512, or "
            "for an expiry it has");
  EXPECT_EQ(array_from_file(file, put(march), {.from = TermsFrom::nearest_expiry}).error().what,
            "the file does not say when the option expires; give years");
  const auto made =
      array_from_file(file, put(march), {.from = TermsFrom::nearest_expiry, .years = 0.45});
  ASSERT_TRUE(made.has_value()) << made.error().what;
  EXPECT_FALSE(made->of_own_expiry);
  EXPECT_EQ(made->terms.years, 0.45);
}

TEST(ArraysFromFiles, NameWhatIsMissing) {
  struct Row {
    const char* named;
    void (*take)(RiskFile&);
  };
  const Row rows[]{
      {"price of the underlying", [](RiskFile& f) { f.contracts.clear(); }},
      {"no price scan range", [](RiskFile& f) { f.terms[1].price_scan.reset(); }},
      {"no volatility scan range", [](RiskFile& f) { f.terms[1].volatility_scan.reset(); }},
      {"no volatility for", [](RiskFile& f) { f.terms[1].volatility.reset(); }},
      {"no volatility for", [](RiskFile& f) { f.terms[1].volatility = 99.999999; }},
      {"no rate", [](RiskFile& f) { f.terms[1].rate.reset(); }},
      {"give years", [](RiskFile& f) { f.terms[1].years.reset(); }},
      {"extreme move", [](RiskFile& f) { f.terms[1].extreme_cover.reset(); }},
      {"give style", [](RiskFile& f) { f.terms[1].pricing_model = "BC"; }},
      {"value factors of their own", [](RiskFile& f) { f.products[1].own_factors = true; }},
      {"for any expiry", [](RiskFile& f) { f.terms.pop_back(); }},
      {"not for CMB", [](RiskFile& f) { f.products[1].key.type = ProductType::combination; }},
      {"options on combinations",
       [](RiskFile& f) { f.products[1].key.type = ProductType::option_on_combination; }},
  };
  for (const Row& row : rows) {
    RiskFile file = small_file();
    row.take(file);
    const auto made = array_from_file(file, put(), {});
    ASSERT_FALSE(made.has_value()) << row.named;
    EXPECT_NE(made.error().what.find(row.named), std::string::npos) << made.error().what;
  }
  EXPECT_EQ(array_from_file(small_file(),
                            {.product = 7, .month = {}, .option_month = {}, .strike = {}}, {})
                .error()
                .what,
            "the product is not in the file");
}

TEST(ArraysFromFiles, TakeTheCallersWordFirst) {
  RiskFile file = small_file();
  file.terms[1].years.reset();
  file.terms[1].expiry = 2025y / November / 24;
  const auto made = array_from_file(
      file, put(), {.underlying = 3650, .volatility = 0.2, .rate = 0.03, .style = Style::european});
  ASSERT_TRUE(made.has_value()) << made.error().what;
  EXPECT_EQ(made->terms.model, ArrayModel::european_on_future);
  EXPECT_EQ(made->terms.underlying, 3650);
  EXPECT_EQ(made->terms.volatility, 0.2);
  EXPECT_EQ(made->terms.rate, 0.03);
  EXPECT_DOUBLE_EQ(made->terms.years, 73.0 / 365);
}

/// An index's options as one house's file has them: no volatility, and a rate of two decimals.
RiskFile index_file(double volatility, double rate) {
  RiskFile file{.name = "day.spn",
                .format = clearing::FileFormat::xml,
                .clearing_house = Code{"NSCCL"},
                .day = 2025y / August / 8};
  file.points = clearing::usual_points(2, 0.35);
  file.products = {{.key = {Code{"NSE"}, Code{"BANK"}, ProductType::physical}},
                   {.key = {Code{"NSE"}, Code{"BANK"}, ProductType::option_on_physical},
                    .underlying = Code{"BANK"},
                    .style = Style::european}};
  file.contracts = {
      {.product = 0, .month = {}, .option_month = {}, .strike = {}, .price = 55'521.15_d}};
  file.terms = {{.product = 1,
                 .option_month = december,
                 .price_scan_ratio = 0.113,
                 .volatility_scan = 0.05,
                 .rate = 0.06,
                 .years = 54.0 / 365,
                 .lookahead = 2.0 / 365}};
  for (int strike = 48'000; strike <= 62'000; strike += 500)
    for (const Right right : {Right::call, Right::put}) {
      Contract contract{.product = 1,
                        .month = {},
                        .option_month = december,
                        .right = right,
                        .strike = Decimal{strike}};
      contract.array = static_cast<clearing::Index>(file.arrays.size());
      contract.arrays = 1;
      auto made = array_from_file(file, contract, {.volatility = volatility, .rate = rate});
      EXPECT_TRUE(made.has_value());
      made->generated.array.generated = false;
      file.arrays.push_back(made->generated.array);
      file.contracts.push_back(contract);
    }
  clearing::join(file);
  return file;
}

TEST(ArraysFromFiles, CanBeFittedToTheFilesOwn) {
  const RiskFile file = index_file(0.1842835, 0.0609);
  const Contract missing{.product = 1,
                         .month = {},
                         .option_month = december,
                         .right = Right::call,
                         .strike = 55'250_d};
  const auto fit = fitted_to_series(file, missing, {});
  ASSERT_TRUE(fit.has_value()) << fit.error().what;
  EXPECT_NEAR(fit->volatility, 0.1842835, 1e-6);
  EXPECT_NEAR(fit->rate, 0.0609, 1e-6);
  EXPECT_LT(fit->largest_error, 0.01);
  const auto made =
      array_from_file(file, missing, {.volatility = fit->volatility, .rate = fit->rate});
  ASSERT_TRUE(made.has_value());
  EXPECT_TRUE(made->generated.array.generated);
}

TEST(ArraysFromFiles, CannotBeFittedToNothing) {
  EXPECT_TRUE(fitted_to_series(small_file(), put(), {})
                  .error()
                  .what.starts_with("the file has fewer than two arrays"));
}

}  // namespace
}  // namespace plimsoll::span
