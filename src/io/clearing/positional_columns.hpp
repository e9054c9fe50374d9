#pragma once
// Where each field of each record stands in the expanded positional family: columns from 1, both
// ends in; "#" are whole digits, ".6" digits with six implied decimals, without either it is text.
// Kept as text so that it can be compared with a printed layout; positional_layout.hpp reads it.

#include <array>
#include <string_view>

namespace plimsoll::io {

struct RecordText {
  std::string_view id;  // "0", "81"
  std::string_view columns;
};

inline constexpr std::array<RecordText, 24> record_texts{{
    {"0",
     "exchange_complex 3-8, business_date 9-16 #, settlement_or_intraday 17, "
     "file_identifier 18-19, business_time 20-23 #, file_creation_date 24-31 #, "
     "file_creation_time 32-35 #, file_format 36-37, gross_net_indicator 38, "
     "limit_option_value_flag 39, business_function 40-44, clearing_or_customer_code 51, "
     "clearing_or_customer 53-57, account_type_code 59, account_type 61-65, pb_class_code 67, "
     "pb_class 69-73, maint_or_initial_code 75, maint_or_initial 77-81"},
    {"T",
     "from_currency_iso 3-5, from_currency_code 6, to_currency_iso 7-9, to_currency_code 10, "
     "rate 11-20 .6"},
    {"1", "exchange_acronym 3-5, exchange_code 8-9"},
    {"2",
     "exchange_acronym 3-5, combined_commodity 7-12, risk_exponent 13 #, pb_currency_iso 14-16, "
     "pb_currency_code 17, option_margin_style 18, limit_option_value 19, "
     "combination_margin_method 20, product_1_code 23-32, product_1_type 33-35, "
     "product_1_array_decimal_locator 36 #, product_1_array_decimal_sign 37, "
     "product_2_code 39-48, product_2_type 49-51, product_2_array_decimal_locator 52 #, "
     "product_2_array_decimal_sign 53, product_3_code 55-64, product_3_type 65-67, "
     "product_3_array_decimal_locator 68 #, product_3_array_decimal_sign 69, "
     "product_4_code 71-80, product_4_type 81-83, product_4_array_decimal_locator 84 #, "
     "product_4_array_decimal_sign 85, product_5_code 87-96, product_5_type 97-99, "
     "product_5_array_decimal_locator 100 #, product_5_array_decimal_sign 101, "
     "product_6_code 103-112, product_6_type 113-115, product_6_array_decimal_locator 116 #, "
     "product_6_array_decimal_sign 117"},
    {"3",
     "combined_commodity 3-8, intra_spread_method 9-10, tier1_number 11-12 #, "
     "tier1_start_month 13-18 #, tier1_end_month 19-24 #, tier2_number 25-26 #, "
     "tier2_start_month 27-32 #, tier2_end_month 33-38 #, tier3_number 39-40 #, "
     "tier3_start_month 41-46 #, tier3_end_month 47-52 #, tier4_number 53-54 #, "
     "tier4_start_month 55-60 #, tier4_end_month 61-66 #, init_maint_ratio_member 69-72 .3, "
     "init_maint_ratio_hedger 73-76 .3, init_maint_ratio_speculator 77-80 .3, "
     "tier1_start_day 81-82, tier1_end_day 83-84, tier2_start_day 85-86, tier2_end_day 87-88, "
     "tier3_start_day 89-90, tier3_end_day 91-92, tier4_start_day 93-94, tier4_end_day 95-96"},
    {"S",
     "combined_commodity 3-8, method 9-10, number_of_tiers 11-12 #, tier1_number 13-14 #, "
     "tier1_start_month 15-20 #, tier1_end_month 21-26 #, tier2_number 27-28 #, "
     "tier2_start_month 29-34 #, tier2_end_month 35-40 #, tier3_number 41-42 #, "
     "tier3_start_month 43-48 #, tier3_end_month 49-54 #, tier4_number 55-56 #, "
     "tier4_start_month 57-62 #, tier4_end_month 63-68 #, tier5_number 69-70 #, "
     "tier5_start_month 71-76 #, tier5_end_month 77-82 #, "
     "weighted_futures_price_risk_method 83 #, tier1_start_day 84-85, tier1_end_day 86-87, "
     "tier2_start_day 88-89, tier2_end_day 90-91, tier3_start_day 92-93, tier3_end_day 94-95, "
     "tier4_start_day 96-97, tier4_end_day 98-99, tier5_start_day 100-101, "
     "tier5_end_day 102-103, tier1_som_rate 104-110 #, tier2_som_rate 111-117 #, "
     "tier3_som_rate 118-124 #, tier4_som_rate 125-131 #, tier5_som_rate 132-138 #"},
    {"C",
     "combined_commodity 3-8, method 9-10, priority 11-12 #, number_of_legs 13-14 #, "
     "charge_rate 15-21 #, leg1_number 22-23 #, leg1_tier 24-25 #, "
     "leg1_delta_per_spread 26-27 #, leg1_side 28, leg2_number 29-30 #, leg2_tier 31-32 #, "
     "leg2_delta_per_spread 33-34 #, leg2_side 35, leg3_number 36-37 #, leg3_tier 38-39 #, "
     "leg3_delta_per_spread 40-41 #, leg3_side 42, leg4_number 43-44 #, leg4_tier 45-46 #, "
     "leg4_delta_per_spread 47-48 #, leg4_side 49, leg5_number 50-51 #, leg5_tier 52-53 #, "
     "leg5_delta_per_spread 54-55 #, leg5_side 56, leg6_number 57-58 #, leg6_tier 59-60 #, "
     "leg6_delta_per_spread 61-62 #, leg6_side 63, leg7_number 64-65 #, leg7_tier 66-67 #, "
     "leg7_delta_per_spread 68-69 #, leg7_side 70, leg8_number 71-72 #, leg8_tier 73-74 #, "
     "leg8_delta_per_spread 75-76 #, leg8_side 77"},
    {"E",
     "combined_commodity 3-8, priority 9-13 #, charge_rate 14-20 #, leg1_month 21-24 #, "
     "leg1_remaining_period 25-27, leg1_delta_per_spread 28-33 .4, leg1_side 34, "
     "leg2_month 35-38 #, leg2_remaining_period 39-41, leg2_delta_per_spread 42-47 .4, "
     "leg2_side 48, leg3_month 49-52 #, leg3_remaining_period 53-55, "
     "leg3_delta_per_spread 56-61 .4, leg3_side 62, leg4_month 63-66 #, "
     "leg4_remaining_period 67-69, leg4_delta_per_spread 70-75 .4, leg4_side 76"},
    {"4",
     "combined_commodity 3-8, spot_method 9-10, m11_spot_product 11-20, "
     "m11_basis_risk_rate 21-27 #, m10_number_of_delivery_months 11-12 #, "
     "m10_month1_number 13-14 #, m10_month1 15-20 #, m10_month1_rate_spreads 21-27 #, "
     "m10_month1_rate_outrights 28-34 #, m10_month2_number 35-36 #, m10_month2 37-42 #, "
     "m10_month2_rate_spreads 43-49 #, m10_month2_rate_outrights 50-56 #, m10_month1_day 57-58, "
     "m10_month2_day 59-60, som_rate 63-69 #, adj_factor_member 70-72 .2, "
     "adj_factor_hedger 73-75 .2, adj_factor_speculator 76-78 .2, som_method 79"},
    {"B",
     "exchange_acronym 3-5, product_code 6-15, product_type 16-18, futures_month 19-24 #, "
     "futures_day_or_week 25-26, option_month 28-33 #, option_day_or_week 34-35, "
     "base_vol 37-44 .6, vol_scan_range 45-52 .6, price_scan_range 53-57 #, "
     "extreme_move_multiplier 58-62 .3, extreme_move_cover_fraction 63-67 .4, "
     "interest_rate 68-72 .4, time_to_expiration 73-79 .6, lookahead_time 80-85 .6, "
     "delta_scaling_factor 86-91 .4, expiration_date 92-99 #, underlying_product 100-109, "
     "pricing_model 110-111, coupon_or_div_yield 112-119 .6, expiration_ref_price_flag 120, "
     "expiration_ref_price 121-127 #, expiration_ref_price_sign 128, "
     "swap_or_contract_value_factor 129-142 .7, svf_exponent 143-144 #, svf_exponent_sign 145, "
     "base_vol_exponent 146-147 #, base_vol_exponent_sign 148, vol_scan_exponent 149-150 #, "
     "vol_scan_exponent_sign 151, discount_factor 152-163 .10, vol_scan_quote_method 164, "
     "price_scan_quote_method 165, price_scan_exponent 166-167 #, price_scan_exponent_sign 168, "
     "delivery_margin_method 169-173"},
    {"P",
     "exchange_acronym 3-5, product_code 6-15, product_type 16-18, short_name 19-33, "
     "settlement_decimal_locator 34-36, strike_decimal_locator 37-39, "
     "settlement_alignment_code 40, strike_alignment_code 41, contract_value_factor 42-55 .7, "
     "cabinet_option_value 56-63 .2, contract_position_qty_per_contract 64-65 #, "
     "settlement_currency_iso 66-68, settlement_currency_code 69, price_quotation 70-72, "
     "cvf_exponent_sign 73, cvf_exponent 74-75 #, exercise 76-79, long_name 80-114, "
     "positionable 115, money_calc_method 116, valuation_method 117-121, "
     "settlement_method 122-126, fx_spot_collateralization_gain_credit_rate 127-131 #, "
     "fx_prespot_collateralization_gain_credit_rate 132-136 #, fx_unknown 137-138 #, "
     "fx_forward_collateralization_gain_credit_rate 139-143 #, "
     "equivalent_position_factor 144-157 .7, equivalent_position_factor_exponent 158-159 #, "
     "equivalent_position_factor_exponent_sign 160, variable_tick_option_flag 161"},
    {"5",
     "group_code 3-5, combined_commodity_1 13-18, combined_commodity_2 19-24, "
     "combined_commodity_3 25-30, combined_commodity_4 31-36, combined_commodity_5 37-42, "
     "combined_commodity_6 43-48, combined_commodity_7 49-54, combined_commodity_8 55-60, "
     "combined_commodity_9 61-66, combined_commodity_10 67-72"},
    {"6",
     "group_code 3-5, priority 6-9 #, credit_rate_pct 10-16 .4, leg1_exchange_acronym 17-19, "
     "leg1_required_flag 20, leg1_combined_commodity 21-26, leg1_delta_per_spread 27-33 .4, "
     "leg1_side 34, leg2_exchange_acronym 35-37, leg2_required_flag 38, "
     "leg2_combined_commodity 39-44, leg2_delta_per_spread 45-51 .4, leg2_side 52, "
     "leg3_exchange_acronym 53-55, leg3_required_flag 56, leg3_combined_commodity 57-62, "
     "leg3_delta_per_spread 63-69 .4, leg3_side 70, leg4_exchange_acronym 71-73, "
     "leg4_required_flag 74, leg4_combined_commodity 75-80, leg4_delta_per_spread 81-87 .4, "
     "leg4_side 88, method 89-90 #, m4_target_exchange 91-93, m4_target_required 94, "
     "m4_target_combined_commodity 95-100, credit_calc_method 101, leg1_tier 102-103 #, "
     "leg2_tier 104-105 #, leg3_tier 106-107 #, leg4_tier 108-109 #, spread_group_flag 110, "
     "m4_target_delta_per_spread 111-117 .4, m4_min_legs 118-121 #, separate_credit_rates 122, "
     "leg1_credit_rate 123-129 .4, leg2_credit_rate 130-136 .4, leg3_credit_rate 137-143 .4, "
     "leg4_credit_rate 144-150 .4, regulatory_eligibility 151"},
    {"81",
     "exchange_acronym 3-5, product_code 6-15, underlying_product_code 16-25, "
     "product_type 26-28, option_right 29, futures_month 30-35 #, futures_day_or_week 36-37, "
     "option_month 39-44 #, option_day_or_week 45-46, strike 48-54 #, array_1 55-59 #, "
     "array_1_sign 60, array_2 61-65 #, array_2_sign 66, array_3 67-71 #, array_3_sign 72, "
     "array_4 73-77 #, array_4_sign 78, array_5 79-83 #, array_5_sign 84, array_6 85-89 #, "
     "array_6_sign 90, array_7 91-95 #, array_7_sign 96, array_8 97-101 #, array_8_sign 102, "
     "array_9 103-107 #, array_9_sign 108, hp_settlement 109-122 #, hp_settlement_flag 123"},
    {"82",
     "exchange_acronym 3-5, product_code 6-15, underlying_product_code 16-25, "
     "product_type 26-28, option_right 29, futures_month 30-35 #, futures_day_or_week 36-37, "
     "option_month 39-44 #, option_day_or_week 45-46, strike 48-54 #, array_10 55-59 #, "
     "array_10_sign 60, array_11 61-65 #, array_11_sign 66, array_12 67-71 #, array_12_sign 72, "
     "array_13 73-77 #, array_13_sign 78, array_14 79-83 #, array_14_sign 84, array_15 85-89 #, "
     "array_15_sign 90, array_16 91-95 #, array_16_sign 96, composite_delta 97-101 .4, "
     "composite_delta_sign 102, implied_vol 103-110 .6, settlement_price 111-117 #, "
     "settlement_price_sign 118, strike_sign 119, current_delta 120-124 .4, "
     "current_delta_sign 125, current_delta_flag 126, start_of_day_price 127-133 #, "
     "start_of_day_price_sign 134, implied_vol_exponent 135-136 #, "
     "implied_vol_exponent_sign 137, contract_value_factor 138-151 .7, "
     "contract_value_factor_exponent 152-153 #, contract_value_factor_exponent_sign 154, "
     "strike_value_factor 155-168 .7, strike_value_factor_exponent 169-170 #, "
     "strike_value_factor_exponent_sign 171"},
    {"83",
     "exchange_acronym 3-5, product_code 6-15, underlying_product_code 16-25, "
     "product_type 26-28, option_right 29, futures_month 30-35 #, futures_day_or_week 36-37, "
     "option_month 39-44 #, option_day_or_week 45-46, strike 48-54 #, array_1 55-62 #, "
     "array_1_sign 63, array_2 64-71 #, array_2_sign 72, array_3 73-80 #, array_3_sign 81, "
     "array_4 82-89 #, array_4_sign 90, array_5 91-98 #, array_5_sign 99, array_6 100-107 #, "
     "array_6_sign 108, array_7 109-116 #, array_7_sign 117, array_8 118-125 #, "
     "array_8_sign 126, array_9 127-134 #, array_9_sign 135, hp_settlement 136-149 #, "
     "hp_settlement_flag 150"},
    {"84",
     "exchange_acronym 3-5, product_code 6-15, underlying_product_code 16-25, "
     "product_type 26-28, option_right 29, futures_month 30-35 #, futures_day_or_week 36-37, "
     "option_month 39-44 #, option_day_or_week 45-46, strike 48-54 #, array_10 55-62 #, "
     "array_10_sign 63, array_11 64-71 #, array_11_sign 72, array_12 73-80 #, array_12_sign 81, "
     "array_13 82-89 #, array_13_sign 90, array_14 91-98 #, array_14_sign 99, "
     "array_15 100-107 #, array_15_sign 108, array_16 109-116 #, array_16_sign 117, "
     "composite_delta 118-122 .4, composite_delta_sign 123, implied_vol 124-131 .6, "
     "settlement_price 132-138 #, settlement_price_sign 139, strike_sign 140, "
     "current_delta 141-145 .4, current_delta_sign 146, current_delta_flag 147, "
     "start_of_day_price 148-154 #, start_of_day_price_sign 155, implied_vol_exponent 156-157 #, "
     "implied_vol_exponent_sign 158, contract_value_factor 159-172 .7, "
     "contract_value_factor_exponent 173-174 #, contract_value_factor_exponent_sign 175, "
     "strike_value_factor 176-189 .7, strike_value_factor_exponent 190-191 #, "
     "strike_value_factor_exponent_sign 192"},
    {"V",
     "exchange_acronym 3-5, product_code 6-15, month 16-21 #, day 22-23, business_date 24-31 #, "
     "long_daily_rate 32-44 .6, long_rate_sign 45, long_discount_or_premium 46, "
     "short_daily_rate 47-59 .6, short_rate_sign 60, short_discount_or_premium 61, "
     "short_rate_flag 62, long_maint_rate 63-65 .2, short_maint_rate 66-68 .2, "
     "reset_long_flag 69, long_down_threshold 70-72 .2, long_up_threshold 73-75 .2, "
     "reset_short_flag 76, short_down_threshold 77-79 .2, short_up_threshold 80-82 .2, "
     "product_class 83-88"},
    {"X", "combination_margining_method 3, combination_product 4-13, price_offset 14-20 #"},
    {"Y", "combination_product 3-12, option_on_combination_product 13-22"},
    {"Z",
     "exchange_acronym 3-5, combination_product 6-15, combination_type 16-20, month 21-26 #, "
     "day 27-28, leg_number 36-38 #, leg_side 39, leg_ratio_int 40-42 #, leg_product 43-52, "
     "leg_product_type 53-55, leg_month 56-61 #, leg_day 62-63, leg_ratio_fraction 64-67 #, "
     "leg_price_available 68, leg_price_usage 69-70, leg_price 71-77 #, leg_price_sign 78"},
    {"R",
     "exchange_acronym 3-5, product_code 6-15, combined_commodity 16-21, "
     "alternate_exchange 22-24, alternate_product_code 25-34, alternate_combined_commodity 35-40"},
    {"91",
     "exchange_acronym 3-5, target_product 8-17, target_month 18-23 #, issuing_country 27-29, "
     "instrument_id 32-46, currency_iso 47-49, currency_code 50, maturity 51-58 #, "
     "coupon 59-63 .3, conversion_factor 64-72 .7"},
    {"92",
     "exchange_acronym 3-5, target_product 8-17, target_month 18-23 #, issuing_country 27-29, "
     "instrument_id 32-46, description 47-96, long_bond_equivalence_factor 97-106 #"},
}};

}  // namespace plimsoll::io
