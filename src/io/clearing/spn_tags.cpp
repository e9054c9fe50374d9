#include "io/clearing/spn_tags.hpp"

#include <array>
#include <cstddef>

#include "base/check.hpp"

namespace plimsoll::io::spn {
namespace {

// clang-format off
// In the order of `Tag`.
constexpr std::array<std::string_view, static_cast<std::size_t>(Tag::passed_over)> names{
    "spanFile", "definitions", "pointInTime", "clearingOrg", "curConv", "pbRateDef", "pointDef",
    "scanPointDef", "deltaPointDef", "priceScanDef", "volScanDef", "exchange", "phyPf",
    "equityPf", "debtPf", "futPf", "fwdPf", "cmbPf", "oofPf", "oopPf", "oocPf", "ooePf", "undPf",
    "phy", "equity", "debt", "fut", "fwd", "cmb", "series", "opt", "undC", "intrRate", "divRate",
    "scanRate", "ra", "ccDef", "pfLink", "adjRate", "intraTiers", "interTiers", "somTiers",
    "rateTiers", "scanTiers", "tier", "rate", "dSpread", "sSpread", "hSpread", "tLeg", "pLeg",
    "sLeg", "vmRate", "spotRate", "superSpreads", "interSpreads", "interClearSpreads",
    "clearSpread", "homeLeg", "awayLeg", "fileFormat", "created", "date", "isSetl", "ec",
    "isNetMargin", "capAnov", "lookAheadDays", "lookAheadYears", "daysPerYear", "fromCur",
    "toCur", "factor", "r", "isCust", "acctType", "isM", "pbc", "point", "mult", "numerator",
    "denominator", "weight", "pairedPoint", "exch", "pfId", "pfCode", "pfType", "name",
    "exercise", "currency", "cvf", "cab", "valueMeth", "setlMeth", "priceModel", "cId", "pe", "p",
    "d", "v", "sc", "setlDate", "t", "s", "i", "val", "priceScan", "priceScanPct", "volScan",
    "volScanPct", "a", "o", "k", "cc", "wfprMeth", "spotMeth", "somMeth", "cmbMeth", "baseR",
    "tn", "sPe", "ePe", "spread", "chargeMeth", "rs", "isTargetReq", "numLegsReq", "applyFxRisk",
    "apportionRisk", "isTarget", "isRequired", "procMeth", "marginMeth", "sprd", "outr", "lrate",
    "lreset", "llthresh", "lhthresh", "srate", "sreset", "slthresh", "shthresh",
};

constexpr std::array<std::string_view, 58> passed{
    "currencyDef", "acctTypeDef", "acctSubTypeDef", "groupTypeDef", "calDef", "setlQualifier",
    "isContractScale", "finalizeMeth", "oopDeltaMeth", "limitSubAccountOffset", "hfactor",
    "zeroCurve", "hvarMarginParams", "cdsMarginParams", "group", "alias", "notionAmt", "priceDl",
    "priceFmt", "strikeDl", "strikeFmt", "priceMeth", "dvas", "fdot", "ldot", "fDeliv", "lDeliv",
    "type", "legPriceFlag", "legPrice", "sprCharge", "priceScanDown", "volScanDown",
    "eqPosFactor", "discFactor", "volSrc", "svf", "refPriceFlag", "refPrice", "rl", "cpm", "tm",
    "exm", "tick", "pq", "positionsAllowed", "riskExponent", "custUseLov", "hvarSetId", "vmClass",
    "applyBasisRisk", "interCurScan", "factorCurveSetId", "limitArraysTo16Points", "tne", "tbn",
    "btn", "brk",
};
// clang-format on

constexpr std::size_t slots = 1024;

constexpr std::size_t slot_of(std::string_view name) {
  std::uint32_t mixed = static_cast<std::uint32_t>(name.size());
  for (const char c : name) mixed = (mixed ^ static_cast<unsigned char>(c)) * 0x01000193u;
  return (mixed ^ (mixed >> 15)) % slots;
}

struct Slot {
  std::string_view name = {};  // empty: free
  Tag tag = Tag::passed_over;
};

constexpr void put(std::array<Slot, slots>& table, std::string_view name, Tag tag) {
  std::size_t at = slot_of(name);
  while (!table[at].name.empty()) at = (at + 1) % slots;
  table[at] = {name, tag};
}

// Every element's name is looked up in it: a hash and mostly one comparison.
constexpr std::array<Slot, slots> table = [] {
  std::array<Slot, slots> made{};
  for (std::size_t i = 0; i < names.size(); ++i) put(made, names[i], static_cast<Tag>(i));
  for (const std::string_view name : passed) put(made, name, Tag::passed_over);
  return made;
}();

}  // namespace

std::optional<Tag> tag_of(std::string_view name) {
  for (std::size_t at = slot_of(name); !table[at].name.empty(); at = (at + 1) % slots)
    if (table[at].name == name) return table[at].tag;
  return std::nullopt;
}

std::string_view name_of(Tag tag) {
  PLIMSOLL_CHECK(tag < Tag::passed_over);
  return names[static_cast<std::size_t>(tag)];
}

}  // namespace plimsoll::io::spn
