#pragma once
// One combined commodity as it is reckoned: what it holds, and every figure on the way, in its
// performance bond currency. Filled step by step by house.cpp; read by requirement.cpp and
// detail.cpp.

#include <deque>

#include "margin/answer.hpp"
#include "methods/span/ladder.hpp"
#include "methods/span/places.hpp"
#include "methods/span/scan.hpp"

namespace plimsoll::span {

/// Netted positions in one contract.
struct Held {
  Index contract = clearing::nowhere;
  Decimal contracts = {};
};

struct ScannedTier {
  const clearing::Tier* tier = nullptr;  // nothing: what no tier holds, or the whole
  std::optional<Month> month = {};       // where each month is a tier
  Scan scan = {};
  Decimal delta = {};
};

/// One leg of a spread that formed: where, and how many deltas of it, signed.
struct FormedLeg {
  std::string place = {};
  Decimal deltas = {};
};

struct FormedCalendar {
  const clearing::CalendarSpread* spread = nullptr;
  Decimal spreads = {}, rate = {}, charge = {};
  std::vector<FormedLeg> legs = {};
};

struct SpotCharge {
  const clearing::SpotRate* rate = nullptr;
  Decimal in_spreads_rate = {}, outright_rate = {};  // money for one delta
  Decimal in_spreads = {}, outright = {};            // deltas
  Decimal charge = {};
};

/// What one leg of a spread between commodities earned.
struct LegCredit {
  const clearing::InterSpread* spread = nullptr;       // or
  const clearing::ClearingSpread* clearing = nullptr;  // between houses
  Decimal spreads = {}, deltas = {};
  Decimal price_risk =
      {};             // weighted, for one delta; where the credit is flat, money for one spread
  Decimal rate = {};  // part of it; of flat ones, one
  Decimal credit = {};
  std::string with = {};  // the other legs
};

struct ShortOptions {
  Decimal calls = {}, puts = {};  // sold, in deltas' unit of contracts
  Decimal minimum = {};
};

struct Merged {
  const clearing::InterSpread* spread = nullptr;
  std::vector<const clearing::CombinedCommodity*> legs = {};
};

struct Work {
  const RiskFile* file = nullptr;
  const clearing::CombinedCommodity* terms = nullptr;
  std::vector<Held> held = {};

  std::vector<ScannedTier> tiers = {};  // of scanning; one where there are none
  Scan scan = {};
  Ladder ladder = {};
  Decimal delta = {};                         // before any spread
  std::deque<ScannedTier> credit_tiers = {};  // of credits by tier, those scanned so far

  std::vector<FormedCalendar> calendars = {};
  std::vector<SpotCharge> spots = {};
  std::vector<LegCredit> credits = {};
  ShortOptions short_options = {};
  Decimal calendar_charge = {}, spot_charge = {}, inter_credit = {}, clearing_credit = {};
  Decimal long_value = {}, short_value = {};  // of options paid for, both above zero

  Decimal handed_charges = {},
          handed_credits = {};        // of what is scanned in this one, inside the sums above
  std::vector<Merged> merged = {};    // other commodities scanned in this one
  const Work* merged_into = nullptr;  // this one's, where it is in another's sums

  Decimal risk = {};  // scan and charges less credits
  Decimal commodity_risk = {}, maintenance = {}, initial = {};
  std::vector<std::string> remarks = {};     // caveats
  std::vector<NotApplied> not_applied = {};  // what makes the requirement a lower bound
  std::vector<Error> faults = {};            // positions whose price is unknown

  Decimal net_option_value() const { return long_value - short_value; }
};

/// The rate for a class of account; the file's only one where it has one. Nothing where it has
/// none.
std::optional<Decimal> rate_for(const clearing::Rates& rates, std::int16_t rate_class);
/// a / b for any b but zero: Decimal's own division refuses what large books add up to.
Decimal quotient(Decimal a, Decimal b, Round round);
/// Money as a positional file states it, by the commodity's exponent.
Decimal scaled(Decimal rate, const Work& work, const Policy& policy);

/// The array of a contract for a class of account.
const clearing::RiskArray& array_of(const RiskFile& file, const clearing::Contract& contract,
                                    std::int16_t rate_class);
/// The month whose delta a contract's is: that of the future it is, or is on; of an option on what
/// has no months, its own.
Month ladder_month(const clearing::Contract& contract);
/// The tier a month is scanned in; nothing where none holds it, or there are none.
const clearing::Tier* scan_tier(const Work& work, Month month);

}  // namespace plimsoll::span
