#pragma once
// The elements of SPAN XML that are read, named as the files name them.

#include <cstdint>
#include <optional>
#include <string_view>

namespace plimsoll::io::spn {

// clang-format off
enum class Tag : std::uint8_t {
  // Elements that hold others.
  spanFile, definitions, pointInTime, clearingOrg, curConv, pbRateDef, pointDef, scanPointDef,
  deltaPointDef, priceScanDef, volScanDef, exchange, phyPf, equityPf, debtPf, futPf, fwdPf, cmbPf,
  oofPf, oopPf, oocPf, ooePf, undPf, phy, equity, debt, fut, fwd, cmb, series, opt, undC, intrRate,
  divRate, scanRate, ra, ccDef, pfLink, adjRate, intraTiers, interTiers, somTiers, rateTiers,
  scanTiers, tier, rate, dSpread, sSpread, hSpread, tLeg, pLeg, sLeg, vmRate, spotRate,
  superSpreads, interSpreads, interClearSpreads, clearSpread, homeLeg, awayLeg,
  // Elements that hold a text.
  fileFormat, created, date, isSetl, ec, isNetMargin, capAnov, lookAheadDays, lookAheadYears,
  daysPerYear, fromCur, toCur, factor, r, isCust, acctType, isM, pbc, point, mult, numerator,
  denominator, weight, pairedPoint, exch, pfId, pfCode, pfType, name, exercise, currency, cvf,
  cab, valueMeth, setlMeth, priceModel, cId, pe, p, d, v, sc, setlDate, t, s, i, val, priceScan,
  priceScanPct, volScan, volScanPct, a, o, k, cc, wfprMeth, spotMeth, somMeth, cmbMeth, baseR, tn,
  sPe, ePe, spread, chargeMeth, rs, isTargetReq, numLegsReq, applyFxRisk, apportionRisk, isTarget,
  isRequired, procMeth, marginMeth, sprd, outr, lrate, lreset, llthresh, lhthresh, srate, sreset,
  slthresh, shthresh,
  // Known, and no part of the classic total: passed over with all they hold.
  passed_over,
};
// clang-format on

constexpr bool holds_text(Tag tag) { return tag >= Tag::fileFormat && tag < Tag::passed_over; }
/// futPf, oopPf, ...: a product family.
constexpr bool is_product(Tag tag) { return tag >= Tag::phyPf && tag <= Tag::ooePf; }
constexpr bool is_option_product(Tag tag) { return tag >= Tag::oofPf && tag <= Tag::ooePf; }
/// Contracts that are no options: fut, phy, ...
constexpr bool is_contract(Tag tag) { return tag >= Tag::phy && tag <= Tag::cmb; }

/// By its name; nothing where no reader knows it.
std::optional<Tag> tag_of(std::string_view name);
std::string_view name_of(Tag tag);

}  // namespace plimsoll::io::spn
