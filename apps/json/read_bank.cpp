#include "apps/json/read_bank.hpp"

#include "apps/json/read_emode.hpp"
#include "apps/json/read_interest.hpp"

namespace plimsoll::json {
namespace {

constexpr WholeRange decimals_range{0, 18};
constexpr WholeRange tag_range{0, 65'535};
constexpr WholeRange age_range{0, 2'000'000'000};
constexpr WholeRange age_max_range{10, 65'535};
constexpr FixedRange price_range{0, 1'000'000'000, "write the price of one token"};
constexpr FixedRange confidence_range{0, 1'000'000'000,
                                      "write half the width of the price, in its unit"};
constexpr FixedRange part_range{0, 1, "it is a part: write 0.8 for 80 %"};
constexpr FixedRange maintenance_weight_range{0, 2, "it is a factor: write 0.9 for 90 %"};
constexpr FixedRange liability_weight_range{
    1, 1'000, "it is a factor: write 1.25 for 125 %; a liability counts in full at least"};
constexpr FixedRange share_value_range{0, 1'000'000'000, "write what one share is in tokens"};
constexpr FixedRange limit_range{0, 1'000'000'000'000'000'000, "it is a value; 0 is none"};

constexpr std::array tier_words{Word<RiskTier>{"collateral", RiskTier::collateral},
                                Word<RiskTier>{"isolated", RiskTier::isolated}};
constexpr std::array state_words{Word<BankState>{"operational", BankState::operational},
                                 Word<BankState>{"reduce_only", BankState::reduce_only},
                                 Word<BankState>{"paused", BankState::paused}};
constexpr std::array tag_words{Word<AssetTag>{"default", AssetTag::standard},
                               Word<AssetTag>{"sol", AssetTag::sol},
                               Word<AssetTag>{"staked", AssetTag::staked}};

/// Above zero; nothing where it is not stated or refused.
std::optional<Fixed48> above_zero(const Fields& fields, std::string_view key,
                                  const FixedRange& range, std::string_view advice) {
  const auto value = fields.fixed(key, range);
  if (!value || !value->is_zero()) return value;
  fields.refuse(key, "it comes to zero; " + std::string{advice});
  return {};
}

void read_prices(const Fields& fields, Bank& bank) {
  const std::string_view advice = "write the price of one token, above zero";
  bank.price = above_zero(fields, "price", price_range, advice).value_or(Fixed48{});
  bank.confidence = fields.fixed("confidence", confidence_range).value_or(Fixed48{});
  bank.time_weighted_price =
      above_zero(fields, "time_weighted_price", price_range, advice).value_or(bank.price);
  bank.time_weighted_confidence =
      fields.fixed("time_weighted_confidence", confidence_range).value_or(bank.confidence);
  if (const auto age = fields.whole("price_age_seconds", age_range)) bank.price_age_seconds = *age;
  bank.price_age_seconds_max = fields.whole("max_price_age_seconds", age_max_range).value_or(60);
  const Fixed48 tenth = over(Fixed48::of(1), Fixed48::of(10)).value();
  bank.confidence_ratio_max =
      above_zero(fields, "max_confidence_ratio", part_range,
                 "where a bank's account says 0 the protocol takes 0.10: leave it out")
          .value_or(tenth);
}

void check_order(const Fields& fields, std::string_view low, std::string_view high) {
  fields.refuse(fields.find(low) ? low : high,
                std::string{low} + " is above " + std::string{high} +
                    ", of which one that is not stated is 1; write them in order");
}

void read_asset_weights(const Fields& fields, Bank& bank) {
  const bool isolated = bank.tier == RiskTier::isolated;
  const Fixed48 usual = Fixed48::of(isolated ? 0 : 1);
  const auto init = fields.fixed("asset_weight_init", part_range);
  const auto maint = fields.fixed("asset_weight_maint", maintenance_weight_range);
  bank.asset_weight_init = init.value_or(usual);
  bank.asset_weight_maint = maint.value_or(usual);
  if (isolated) {
    const auto check = [&](std::string_view key, const std::optional<Fixed48>& weight) {
      if (weight && !weight->is_zero())
        fields.refuse(key,
                      "what an isolated bank holds is no collateral; write 0, or leave it out");
    };
    check("asset_weight_init", init);
    check("asset_weight_maint", maint);
  } else if (bank.asset_weight_init > bank.asset_weight_maint) {
    check_order(fields, "asset_weight_init", "asset_weight_maint");
  }
}

void read_weights(const Fields& fields, Bank& bank) {
  bank.tier = fields.word("risk_tier", tier_words).value_or(RiskTier::collateral);
  read_asset_weights(fields, bank);
  const auto liability = [&](std::string_view key) {
    return fields.fixed(key, liability_weight_range).value_or(Fixed48::of(1));
  };
  bank.liability_weight_init = liability("liability_weight_init");
  bank.liability_weight_maint = liability("liability_weight_maint");
  if (bank.liability_weight_maint > bank.liability_weight_init)
    check_order(fields, "liability_weight_maint", "liability_weight_init");
}

/// Tokens as native units, parts of them included, which interest makes; nothing where they are not
/// stated or refused.
std::optional<Fixed48> read_tokens(const Fields& fields, std::string_view key, const Bank& bank) {
  const auto tokens = fields.quantity(key);
  if (!tokens) return {};
  if (tokens->is_negative()) {
    fields.refuse(key, "it is below zero; write how many tokens there are");
    return {};
  }
  const auto native = scaled_to_fixed48(tokens->atto, Quantity::places - bank.decimals);
  if (!native)
    fields.refuse(key, "it does not fit the protocol's 80 bits before the point, in units of " +
                           std::to_string(bank.decimals) + " decimals; is it in tokens?");
  return native;
}

/// Zero is no limit, which one that comes to zero is not.
Fixed48 read_limit(const Fields& fields) {
  const auto limit = fields.fixed("init_value_limit", limit_range);
  if (!limit) return {};
  if (limit->is_zero() && !fields.quantity("init_value_limit")->is_zero())
    fields.refuse("init_value_limit", "it comes to zero, which is no limit; write 0 for none");
  return *limit;
}

/// What is not stated is not zero where it is divided by.
void require_deposits(const Fields& fields, const Bank& bank) {
  if (fields.find("total_assets")) return;
  if (!bank.init_value_limit.is_zero())
    fields.refuse("init_value_limit",
                  "the limit is of what the bank holds, which is not stated; write total_assets");
  if (bank.total_liabilities && !bank.total_liabilities->is_zero())
    fields.refuse("total_liabilities",
                  "it is a part of what the bank holds, which is not stated; write total_assets");
}

void read_totals(const Fields& fields, Bank& bank) {
  bank.init_value_limit = read_limit(fields);
  bank.total_assets = read_tokens(fields, "total_assets", bank);
  bank.total_liabilities = read_tokens(fields, "total_liabilities", bank);
  require_deposits(fields, bank);
  bank.insurance_fund = read_tokens(fields, "insurance_fund", bank);
  const std::string_view advice = "write what one share is in tokens, above zero";
  bank.asset_share_value =
      above_zero(fields, "asset_share_value", share_value_range, advice).value_or(Fixed48::of(1));
  bank.liability_share_value =
      above_zero(fields, "liability_share_value", share_value_range, advice)
          .value_or(Fixed48::of(1));
}

void read_liquidation(const Fields& fields, PoolProtocol protocol, Bank& bank) {
  bank.liquidation_max_fee = fields.fixed("liquidation_max_fee", part_range).value_or(Fixed48{});
  bank.liquidation_bonus = fields.fixed("liquidation_bonus", part_range).value_or(Fixed48{});
  switch (protocol) {
    case PoolProtocol::marginfi:
      if (fields.find("liquidation_bonus"))
        fields.refuse("liquidation_bonus",
                      "it is of aave_v3 alone; leave it out, or correct the protocol");
      return;
    case PoolProtocol::aave_v3:
      if (fields.find("liquidation_max_fee"))
        fields.refuse("liquidation_max_fee",
                      "it is of marginfi alone; write liquidation_bonus, or correct the protocol");
      return;
  }
}

}  // namespace

Bank read_bank(const InstrumentId& id, const Node& node, PoolProtocol protocol, const Place& place,
               Notes& notes) {
  Bank bank{.name = id};
  bank.where = place.text();
  if (!is_object(node, place, notes)) return bank;
  const Fields fields{node, place, bank_keys, notes};
  fields.require({"decimals", "price"});
  const std::size_t mistakes_before = notes.count();
  bank.decimals = fields.whole("decimals", decimals_range).value_or(0);
  const bool decimals_known = notes.count() == mistakes_before;
  read_prices(fields, bank);
  const std::size_t weights_from = notes.count();
  read_weights(fields, bank);
  const bool weights_known = notes.count() == weights_from;
  bank.state = fields.word("state", state_words).value_or(BankState::operational);
  bank.tag = fields.word("asset_tag", tag_words).value_or(AssetTag::standard);
  bank.emode_tag = static_cast<std::uint16_t>(fields.whole("emode_tag", tag_range).value_or(0));
  if (const Node* emode = fields.find("emode")) {
    bank.emode = read_emode(*emode, place / "emode", notes);
    // A bound on what is borrowed cannot be told from weights that are wrong themselves.
    if (weights_known) check_emode(bank, protocol, place / "emode", notes);
  }
  if (decimals_known) read_totals(fields, bank);
  if (const Node* interest = fields.find("interest"))
    bank.interest = read_interest(*interest, place / "interest", notes);
  read_liquidation(fields, protocol, bank);
  return bank;
}

}  // namespace plimsoll::json
