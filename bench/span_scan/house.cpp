#include "bench/span_scan/house.hpp"

#include <random>

#include "apps/embedded.hpp"
#include "io/toml.hpp"

namespace plimsoll::bench {
namespace {

using namespace clearing;

constexpr std::size_t commodities_count = 400, credits_count = 4'000;
constexpr int months_count = 8, strikes_count = 120;
constexpr Date today{2025y / September / 12};

Month month_of(int number) { return {2026, static_cast<std::uint8_t>(number + 1), {}}; }

Code code_of(const char* prefix, std::size_t number) {
  return Code{prefix + std::to_string(number)};
}

/// Losses of a bought contract that is so much of a future.
RiskArray array_of(std::int64_t range, double delta, std::mt19937_64& random) {
  RiskArray array;
  const auto points = usual_points(3, 0.33);
  std::uniform_int_distribution noise{-20, 20};
  for (std::size_t i = 0; i < RiskArray::size; ++i) {
    const double loss = -points[i].price * points[i].weight * delta * static_cast<double>(range);
    array.digits[i] = static_cast<std::int64_t>(loss) + (delta == 1 ? 0 : noise(random));
  }
  array.composite_delta =
      divide(Decimal{static_cast<std::int64_t>(delta * 1000)}, Decimal{1000}, Round::half_even);
  return array;
}

class Builder {
 public:
  void add_commodity(std::size_t number) {
    CombinedCommodity commodity{.code = code_of("CC", number), .exchange = Code{"XYZ"}};
    for (const int tier : {0, 1, 2, 3})
      commodity.calendar_tiers.push_back({.name = Code{std::to_string(tier + 1)},
                                          .first = month_of(2 * tier),
                                          .last = month_of(2 * tier + 1)});
    for (int a = 0; a < 4; ++a)
      for (int b = a + 1; b < 4; ++b)
        commodity.calendar_spreads.push_back(
            {.priority = 10 * b + a,
             .charge = {{0, Decimal{100 + 10 * (b - a)}}},
             .legs = {{.tier = Code{std::to_string(a + 1)}, .side = Side::a},
                      {.tier = Code{std::to_string(b + 1)}, .side = Side::b}}});
    commodity.short_option_rate = {{0, Decimal{50}}};
    for (const ProductType type : {ProductType::future, ProductType::option_on_future}) {
      const ProductKey key{Code{"XYZ"}, code_of("P", number), type};
      file.products.push_back(
          {.key = key, .underlying = key.product, .value_factor = Decimal{100}});
      commodity.products.push_back({key});
    }
    file.commodities.push_back(std::move(commodity));
    const std::int64_t range = 1'000 + 10 * static_cast<std::int64_t>(number);
    for (int month = 0; month < months_count; ++month)
      add({.product = static_cast<clearing::Index>(2 * number),
           .month = month_of(month),
           .price = Decimal{500}},
          array_of(range, 1, random_));
    for (int strike = 0; strike < strikes_count; ++strike)
      for (const Right right : {Right::call, Right::put}) {
        const double moneyness = static_cast<double>(strike + 1) / (strikes_count + 1);
        add({.product = static_cast<clearing::Index>(2 * number + 1),
             .month = month_of(strike % months_count),
             .option_month = month_of(strike % months_count),
             .right = right,
             .strike = Decimal{400 + strike},
             .price = Decimal{10}},
            array_of(range, right == Right::call ? 1 - moneyness : -moneyness, random_));
      }
  }

  void add_credits() {
    std::uniform_int_distribution<std::size_t> any{0, commodities_count - 1};
    for (std::size_t i = 0; i < credits_count; ++i)
      file.inter_spreads.push_back(
          {.priority = static_cast<int>(credits_count - i),
           .rate = {{0, divide(Decimal{1}, Decimal{2}, Round::half_even)}},
           .legs = {{.commodity = code_of("CC", any(random_)), .side = Side::a},
                    {.commodity = code_of("CC", any(random_)), .side = Side::b}}});
  }

  RiskFile file{.name = "generated", .clearing_house = Code{"CME"}, .day = today};

 private:
  void add(Contract contract, const RiskArray& array) {
    contract.array = static_cast<clearing::Index>(file.arrays.size());
    contract.arrays = 1;
    file.arrays.push_back(array);
    file.contracts.push_back(contract);
  }

  std::mt19937_64 random_{20261130};
};

Instrument instrument_of(const RiskFile& file, const Contract& contract) {
  const ProductKey& key = file.products[contract.product].key;
  std::string id = std::string{key.product.view()} + "M" + std::to_string(contract.month.month);
  if (!contract.right) return Future{InstrumentId{id}, key.product, key.exchange, contract.month};
  const Future future{InstrumentId{id}, key.product, key.exchange, contract.month};
  id += (*contract.right == Right::call ? "C" : "P") + plimsoll::to_text(contract.strike, 0);
  return FutureOption{
      InstrumentId{id}, future, contract.option_month, *contract.right, {contract.strike, usd}};
}

}  // namespace

std::shared_ptr<const RiskFile> big_house() {
  Builder builder;
  for (std::size_t i = 0; i < commodities_count; ++i) builder.add_commodity(i);
  builder.add_credits();
  join(builder.file);
  return std::make_shared<const RiskFile>(std::move(builder.file));
}

Account futures_account(const RiskFile& file, std::size_t positions) {
  Account account;
  account.id = "bench";
  account.as_of = today;
  account.kind = AccountKind::futures;
  account.cash = std::vector<Money>{{Decimal{1'000'000}, usd}};
  std::mt19937_64 random{positions};
  const std::size_t each = file.contracts.size() / commodities_count;
  const std::size_t held = std::max<std::size_t>(5, positions / commodities_count + 1);
  std::uniform_int_distribution<std::size_t> any{0, commodities_count - 1};
  std::vector<std::size_t> order(commodities_count);
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::shuffle(order.begin(), order.end(), random);
  for (std::size_t i = 0; i < positions; ++i) {
    const std::size_t commodity = order[i / held % commodities_count];
    // Of each commodity futures stand first, then the options: every third is a future.
    const std::size_t turn = i % held;
    const std::size_t place = turn % 3 == 0 && turn / 3 < months_count
                                  ? turn / 3
                                  : months_count + turn * 7 % (each - months_count);
    const Instrument what =
        instrument_of(file, file.contracts[commodity * each + std::min(place, each - 1)]);
    account.catalog.emplace(id_of(what), what);
    account.positions.push_back(
        {.instrument = what, .quantity = Quantity::of(i % 2 == 0 ? 3 : -2)});
  }
  return account;
}

span::Parameters span_parameters(std::shared_ptr<const RiskFile> file, const Account& account,
                                 span::AnswerTold told) {
  span::Parameters parameters{.files = {std::move(file)}, .told = told};
  for (const EmbeddedFile& own : embedded_profiles())
    if (own.path.ends_with("profiles/span/cme.toml"))
      parameters.policies.push_back(
          span::policy(io::read_toml(own.text, "policy").value(), "policy").value());
  std::vector<const Instrument*> instruments;
  for (const Position& held : account.positions) instruments.push_back(&held.instrument);
  parameters.places = span::Places::of(instruments, parameters.files);
  return parameters;
}

}  // namespace plimsoll::bench
