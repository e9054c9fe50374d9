#include "io/clearing/spn.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace plimsoll::io {
namespace {

using namespace clearing;
using Files = Loaded<std::vector<RiskFile>>;

std::string fixture(const std::string& name) {
  std::ifstream file{std::string{PLIMSOLL_SOURCE_DIR} + "/tests/fixtures/span/" + name,
                     std::ios::binary};
  std::ostringstream text;
  text << file.rdbuf();
  EXPECT_FALSE(text.str().empty()) << name;
  return text.str();
}

std::string errors(const Files& files) {
  std::string all;
  for (const Error& error : files.refused) all += error.where + " " + error.what + "\n";
  return all;
}

RiskFile only(const Files& files) {
  EXPECT_EQ(errors(files), "");
  EXPECT_EQ(files.value.size(), 1u);
  return files.value.empty() ? RiskFile{} : files.value.front();
}

RiskFile read(const std::string& name, const Wanted& wanted = {}) {
  return only(read_spn(fixture(name), name, wanted));
}

Contract at(const RiskFile& file, clearing::Index product, Month month, Month option_month = {},
            std::optional<Right> right = {}, Decimal strike = {}) {
  Contract key;
  key.product = product;
  key.month = month;
  key.option_month = option_month;
  key.right = right;
  key.strike = strike;
  const auto found = find_contract(file, key);
  EXPECT_TRUE(found);
  return found ? file.contracts[*found] : Contract{};
}

clearing::Index product(const RiskFile& file, const ProductKey& key) {
  const auto found = find_product(file, key);
  EXPECT_TRUE(found);
  return found.value_or(0);
}

Month month(int year, int of_year, std::string_view day = {}) {
  return {static_cast<std::uint16_t>(year), static_cast<std::uint8_t>(of_year), DayCode{day}};
}

const Code nse{"NSE"}, nifty{"NIFTY"};

TEST(Spn, MumbaiHeader) {
  const RiskFile file = read("nse.spn");
  EXPECT_EQ(file.name, "nse.spn");
  EXPECT_EQ(file.format, FileFormat::xml);
  EXPECT_EQ(file.clearing_house, Code{"NSCCL"});
  EXPECT_EQ(file.day, Date{2026y / June / 25});
  EXPECT_FALSE(file.settlement);
  EXPECT_EQ(file.created, "202606251800");
  EXPECT_TRUE(file.net && !file.limit_option_value);
  EXPECT_EQ(file.lookahead, 0.005479);
  ASSERT_EQ(file.conversions.size(), 1u);
  EXPECT_EQ(file.conversions[0].factor, 85.6125_d);
  ASSERT_EQ(file.points.size(), 16u);
  EXPECT_DOUBLE_EQ(file.points[4].price, -1.0 / 3);
  EXPECT_EQ(file.points[4].paired, 5u);
  EXPECT_EQ(file.points[15].price, -2);
  EXPECT_EQ(file.points[15].weight, 0.35);
  EXPECT_EQ(file.points[15].paired, 15u);
  EXPECT_EQ(file.delta_points.size(), 7u);
  EXPECT_TRUE(file.unknown.empty());
  EXPECT_EQ(file.counts.at("opt"), 8u);
  EXPECT_EQ(file.counts.at("ccDef"), 2u);
}

TEST(Spn, MumbaiFuture) {
  const RiskFile file = read("nse.spn");
  const clearing::Index futures = product(file, {nse, nifty, ProductType::future});
  EXPECT_EQ(file.products[futures].valuation, Valuation::futures_style);
  const Contract future = at(file, futures, month(2026, 6, "30"));
  EXPECT_EQ(future.price, 24051.80_d);
  EXPECT_EQ(future.value_factor, std::nullopt);
  ASSERT_EQ(future.arrays, 1);
  const RiskArray& array = file.arrays[future.array];
  EXPECT_EQ(array.exponent, -2);
  EXPECT_EQ(array.rate, 1);
  EXPECT_EQ(value_of(array, 0), 8.72_d);
  EXPECT_EQ(value_of(array, 12), 2244.36_d);
  EXPECT_EQ(value_of(array, 14), -1561.89_d);
  EXPECT_EQ(array.composite_delta, 1_d);
  const SeriesTerms& terms = file.terms[future.terms];
  EXPECT_EQ(terms.price_scan, 2234.01);
  EXPECT_EQ(terms.price_scan_ratio, std::nullopt);
  EXPECT_EQ(terms.rate, 0.07);
  EXPECT_EQ(terms.years, 0.016438);
  EXPECT_EQ(terms.expiry, Date{2026y / June / 30});
}

TEST(Spn, MumbaiOptionsAndCalendar) {
  const RiskFile file = read("nse.spn");
  const clearing::Index options = product(file, {nse, nifty, ProductType::option_on_physical});
  EXPECT_EQ(file.products[options].valuation, Valuation::premium_style);
  EXPECT_EQ(file.products[options].style, Style::european);
  EXPECT_EQ(file.products[options].underlying, nifty);
  EXPECT_EQ(file.products[options].pricing_model, "BS");
  const Contract call = at(file, options, {}, month(2026, 6, "30"), Right::call, 24000_d);
  EXPECT_TRUE(call.month.empty());
  EXPECT_EQ(call.arrays, 1);
  EXPECT_EQ(file.terms[call.terms].volatility_scan, 0.05);
  EXPECT_FALSE(file.terms[call.terms].volatility_scan_is_ratio);
  const auto place = find_commodity(file, nifty);
  ASSERT_TRUE(place);
  const CombinedCommodity& commodity = file.commodities[*place];
  EXPECT_EQ(commodity.products.size(), 3u);
  EXPECT_EQ(commodity.short_option_method, ShortOptionMethod::larger_side);
  ASSERT_EQ(commodity.short_option_rate.size(), 1u);
  EXPECT_TRUE(commodity.short_option_rate[0].value.is_zero());
  EXPECT_TRUE(commodity.short_option_tiers.empty() && commodity.scan_tiers.empty());
  ASSERT_EQ(commodity.calendar_spreads.size(), 1u);
  const CalendarSpread& spread = commodity.calendar_spreads[0];
  EXPECT_TRUE(spread.by_month);
  EXPECT_EQ(spread.charge.at(0).value, 425_d);
  EXPECT_EQ(spread.legs.at(0).month, month(2026, 6, "30"));
  EXPECT_EQ(spread.legs.at(1).side, Side::b);
}

TEST(Spn, WarsawTiersAndFractions) {
  const RiskFile file = read("kdpw.xml");
  const CombinedCommodity& commodity = file.commodities.at(0);
  EXPECT_EQ(commodity.currency, Currency{"PLN"});
  EXPECT_EQ(commodity.short_option_method, ShortOptionMethod::sum);
  ASSERT_EQ(commodity.short_option_tiers.size(), 2u);
  EXPECT_EQ(commodity.short_option_tiers[1].short_option_rate.at(0).value, 90_d);
  EXPECT_EQ(commodity.short_option_tiers[1].first, month(2026, 3, "20"));
  EXPECT_EQ(commodity.calendar_spreads.at(0).legs.at(1).tier, Code{"2"});
  EXPECT_FALSE(commodity.calendar_spreads.at(0).by_month);
  EXPECT_EQ(file.terms.at(0).price_scan_ratio, 0.068);
  const InterSpread& spread = file.inter_spreads.at(0);
  EXPECT_EQ(spread.method, InterMethod::delta);
  EXPECT_FALSE(spread.flat);
  EXPECT_EQ(spread.rate.at(0).value, 0.45_d);
  EXPECT_EQ(spread.legs.at(1).ratio, 2_d);
  EXPECT_EQ(spread.legs.at(1).tier, Code{});
  const clearing::Index options =
      product(file, {Code{"WSE"}, Code{"OW20"}, ProductType::option_on_physical});
  for (const Contract& contract : file.contracts)
    if (contract.product == options) { EXPECT_EQ(contract.delta_scale, 0.5_d); }
  EXPECT_EQ(file.points[14].price, 3);
}

TEST(Spn, IstanbulScenariosAndPercentages) {
  const RiskFile file = read("takasbank.spn");
  ASSERT_EQ(file.points.size(), 16u);
  EXPECT_EQ(file.points[14].weight, 0.32);
  for (const SeriesTerms& terms : file.terms) EXPECT_EQ(terms.price_scan_ratio, 0.157);
  EXPECT_EQ(file.rate_classes.at(0).account_class, BondClass::member);
  EXPECT_EQ(file.commodities.at(0).short_option_rate.at(0).value, 62.05_d);
  EXPECT_EQ(file.products.at(0).key.type, ProductType::equity);
  EXPECT_EQ(file.products.at(2).style, Style::american);
  EXPECT_DOUBLE_EQ(file.lookahead.value_or(0), 1.0 / 365);
}

TEST(Spn, LondonHousesHybridsAndWeeks) {
  const Files files = read_spn(fixture("lch.spn"), "lch.spn", {});
  EXPECT_EQ(errors(files), "");
  ASSERT_EQ(files.value.size(), 2u);
  const RiskFile& file = files.value[0];
  EXPECT_FALSE(file.net);
  EXPECT_TRUE(file.limit_option_value);
  EXPECT_TRUE(file.points.empty());
  EXPECT_EQ(file.unknown, (std::map<std::string, std::size_t>{{"hSpread", 1}, {"riskGroups", 1}}));
  ASSERT_EQ(file.kept.size(), 1u);
  EXPECT_EQ(file.kept[0].record, "hSpread");
  EXPECT_EQ(file.kept[0].fields[0], (std::pair<std::string, std::string>{"spread", "3"}));
  const clearing::Index options =
      product(file, {Code{"L"}, Code{"VOO"}, ProductType::option_on_equity});
  const Contract call = at(file, options, {}, month(2025, 12, "W1"), Right::call, 0.95_d);
  const RiskArray& array = file.arrays.at(call.array);
  EXPECT_EQ(array.exponent, -3);
  EXPECT_EQ(value_of(array, 8), 30.125_d);
  EXPECT_EQ(value_of(array, 15), 0.01_d);
  EXPECT_EQ(value_of(array, 4), 0_d);
  EXPECT_EQ(call.delta_scale, 1000_d);
  EXPECT_EQ(files.value[1].clearing_house, Code{"ICEU"});
  EXPECT_EQ(files.value[1].commodities.at(0).code, Code{"B"});
  EXPECT_TRUE(files.value[1].products.empty());
}

TEST(Spn, ChicagoContracts) {
  const RiskFile file = read("chicago.spn");
  const Code metals{"CMX"};
  const clearing::Index futures = product(file, {metals, Code{"GC"}, ProductType::future});
  const clearing::Index options =
      product(file, {metals, Code{"OG"}, ProductType::option_on_future});
  const Contract put = at(file, options, month(2026, 2), month(2026, 1), Right::put, 4100_d);
  EXPECT_EQ(put.price, std::nullopt);
  ASSERT_EQ(put.arrays, 2);
  EXPECT_EQ(file.arrays[put.array].rate, 1);
  EXPECT_EQ(file.arrays[put.array + 1].rate, 2);
  EXPECT_EQ(value_of(file.arrays[put.array + 1], 10), 5500_d);
  EXPECT_EQ(file.arrays[put.array].composite_delta, -0.33_d);
  EXPECT_TRUE(file.terms[put.terms].volatility_scan_is_ratio);
  EXPECT_EQ(file.terms[put.terms].future_month, month(2026, 2));
  EXPECT_EQ(file.products[options].cabinet, 1_d);
  const CombinationContract& calendar = file.combinations.at(0);
  EXPECT_EQ(calendar.legs.at(0).month, month(2025, 12));
  EXPECT_EQ(calendar.legs.at(1).month, month(2026, 2));
  EXPECT_EQ(calendar.legs.at(1).side, Side::b);
  EXPECT_EQ(calendar.legs.at(1).product, file.products[futures].key);
  EXPECT_EQ(file.conversions.at(0).factor, 1.157012346_d);
}

TEST(Spn, ChicagoCommodity) {
  const RiskFile file = read("chicago.spn");
  const CombinedCommodity& gold = file.commodities.at(0);
  EXPECT_EQ(gold.adjustment, (std::array{1.1_d, 1_d, 1_d}));       // of member, core before reserve
  EXPECT_EQ(gold.initial_ratio, (std::array{1.375_d, 1_d, 1_d}));  // 1.1 times 1.25
  EXPECT_EQ(gold.weighted_price_risk, WeightedPriceRisk::capped_at_scan_range);
  EXPECT_EQ(gold.combination_method, CombinationMethod::delta);
  EXPECT_EQ(gold.calendar_tiers.at(0).name, Code{"1"});
  EXPECT_EQ(gold.calendar_tiers.at(1).last, month(9999, 12));
  EXPECT_TRUE(gold.inter_tiers.at(0).first.empty());
  EXPECT_EQ(gold.scan_tiers.size(), 1u);
  EXPECT_EQ(gold.rate_tiers.at(0).price_scan, 16000);
  ASSERT_EQ(gold.calendar_spreads.size(), 2u);  // the second stands within the first
  EXPECT_EQ(gold.calendar_spreads[0].charge.at(1).value, 550_d);
  EXPECT_EQ(gold.calendar_spreads[1].priority, 3);
  EXPECT_EQ(gold.spot_method, SpotMethod::table);
  EXPECT_EQ(gold.spot_rates.at(0).outright, 250_d);
  EXPECT_EQ(file.kept.at(0).record, "vmRate");
  EXPECT_EQ(file.kept.at(0).fields.at(2), (std::pair<std::string, std::string>{"lrate", "0.01"}));
}

TEST(Spn, ChicagoSpreads) {
  const RiskFile file = read("chicago.spn");
  ASSERT_EQ(file.inter_spreads.size(), 4u);
  const InterSpread& scanning = file.inter_spreads[0];
  EXPECT_TRUE(scanning.before_calendars && scanning.apportion_risk && !scanning.apply_fx_risk);
  EXPECT_EQ(scanning.method, InterMethod::scanning);
  ASSERT_TRUE(scanning.target);
  EXPECT_EQ(scanning.target->commodity, Code{"NG"});
  EXPECT_FALSE(scanning.legs.at(0).required);
  EXPECT_TRUE(scanning.legs.at(1).required);
  EXPECT_EQ(scanning.legs.at(1).ratio, 4_d);
  EXPECT_EQ(file.inter_spreads[1].method, InterMethod::delta);
  EXPECT_EQ(file.inter_spreads[1].rate.at(0).value, 0.55_d);
  EXPECT_EQ(file.inter_spreads[2].method, InterMethod::tier_delta);
  EXPECT_TRUE(file.inter_spreads[3].flat);
  EXPECT_EQ(file.inter_spreads[3].rate.at(0).value, 1200_d);
  EXPECT_EQ(file.unknown.at("dSpread of months between commodities"), 1u);
  const ClearingSpread& away = file.clearing_spreads.at(0);
  EXPECT_EQ(away.home.rate.at(0).value, 0.5_d);
  EXPECT_EQ(away.away_house, Code{"OCC"});
  EXPECT_EQ(away.away.ratio, 10_d);
}

TEST(Spn, KeepsContractsOfWantedProducts) {
  const RiskFile none = read("chicago.spn", {.all = false, .products = {}});
  EXPECT_TRUE(none.contracts.empty() && none.arrays.empty());
  EXPECT_LE(none.terms.size(), none.products.size());  // the nearest month's range of each
  EXPECT_TRUE(none.combinations.empty());
  EXPECT_EQ(none.products.size(), 3u);
  EXPECT_EQ(none.commodities.size(), 3u);
  const RiskFile options = read("chicago.spn", {.all = false, .products = {Code{"OG"}}});
  ASSERT_EQ(options.contracts.size(), 2u);
  EXPECT_EQ(options.contracts[0].month, month(2026, 2));  // though futures are not kept
  EXPECT_EQ(options.arrays.size(), 4u);
  const RiskFile calendars = read("chicago.spn", {.all = false, .products = {Code{"GCS"}}});
  ASSERT_EQ(calendars.combinations.size(), 1u);
  EXPECT_EQ(calendars.combinations[0].legs.at(0).product.product, Code{"GC"});
  const RiskFile mumbai = read("nse.spn", {.all = false, .products = {Code{"BANKNIFTY"}}});
  EXPECT_EQ(mumbai.contracts.size(), 1u);
}

TEST(Spn, RefusesWholeDocuments) {
  const std::string whole = fixture("chicago.spn");
  const std::string house = "<spanFile><pointInTime><clearingOrg>";
  std::string wrong = house;
  for (int i = 0; i < 200; ++i) wrong += "<curConv/>";
  std::string crowded = house + "<ccDef>";
  for (int i = 0; i < 1'100'000; ++i) crowded += "<rate/>";
  std::string full = house;
  for (int i = 0; i < 10'001; ++i)
    full += "<curConv><fromCur>EUR</fromCur><toCur>USD</toCur><factor>1</factor></curConv>";
  std::string long_texts = house + "<ccDef>";
  for (int i = 0; i < 5'000; ++i) long_texts += "<cc>" + std::string(4'000, 'x') + "</cc>";
  const std::vector<std::pair<std::string, std::string>> table{
      {"<posFile/>", "f.spn:1 this is no SPAN file: its first element is <posFile>, \"spanFile\""},
      {"account,symbol\n", "f.spn:1 this is not well-formed XML"},
      {whole.substr(0, 9'000), "this is not well-formed XML: no element found"},
      {"<!DOCTYPE spanFile [<!ENTITY a \"aa\">]><spanFile>&a;</spanFile>",
       "f.spn:1 a document type declaration"},
      {"<!DOCTYPE spanFile SYSTEM \"http://localhost/x\"><spanFile/>",
       "f.spn:1 a document type declaration"},
      {"<spanFile/>", "f.spn the file holds no clearingOrg"},
      {wrong, "more than 100 errors"},
      {full, "more contracts, products or spreads than any clearing house has"},
      {crowded, "one element holds more than a million others"},
      {long_texts, "elements that hold more than 16 MB"},
      {house + "\n<ec>" + std::string(5'000, 'x'), "f.spn:2 a text of more than 4,096 bytes"}};
  for (const auto& [bytes, said] : table) {
    const Files files = read_spn(bytes, "f.spn", {});
    EXPECT_TRUE(files.value.empty()) << said;
    EXPECT_NE(errors(files).find(said), std::string::npos) << errors(files);
  }
}

TEST(Spn, CountsWhatItDoesNotKnow) {
  std::string bytes = "<spanFile><extra/><pointInTime><date>20251128</date><clearingOrg><ec>X</ec>";
  for (int i = 0; i < 500; ++i)
    bytes += "<new" + std::to_string(i) + ">" + std::string(10'000, 'x') + "<opt/></new" +
             std::to_string(i) + ">";
  bytes += "<opt/><new7/></clearingOrg></pointInTime></spanFile>";
  const RiskFile file = only(read_spn(bytes, "f.spn", {}));
  EXPECT_EQ(file.unknown.size(), 102u);
  EXPECT_EQ(file.unknown.at("new7"), 2u);
  EXPECT_EQ(file.unknown.at("(others)"), 401u);  // an opt that stands in no series among them
  EXPECT_EQ(file.unknown.at("extra"), 1u);
  EXPECT_TRUE(file.contracts.empty());
}

TEST(Spn, EncodingsAndLineEndsMakeNoDifference) {
  const std::string unix_lines = [] {
    std::string bytes = fixture("nse.spn");
    std::erase(bytes, '\r');
    return bytes;
  }();
  std::string wide{"\xFF\xFE", 2};
  for (const char c : unix_lines.substr(unix_lines.find("<spanFile"))) wide += {c, '\0'};
  const RiskFile first = read("nse.spn");
  for (const std::string& bytes : {unix_lines, wide}) {
    const RiskFile other = only(read_spn(bytes, "nse.spn", {}));
    EXPECT_EQ(other.contracts.size(), first.contracts.size());
    EXPECT_EQ(other.counts, first.counts);
    EXPECT_EQ(other.arrays.at(3).digits, first.arrays.at(3).digits);
  }
}

TEST(Spn, ReadsAMappedFile) {
  const auto file =
      MappedFile::open(std::string{PLIMSOLL_SOURCE_DIR} + "/tests/fixtures/span/nse.spn");
  ASSERT_TRUE(file);
  EXPECT_EQ(only(read_spn(*file, "nse.spn", {})).contracts.size(), 12u);
}

}  // namespace
}  // namespace plimsoll::io
