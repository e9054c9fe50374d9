#include "strategy/concentration.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "strategy/liquidity.hpp"
#include "strategy/name_loss.hpp"
#include "strategy/within_reach.hpp"

namespace plimsoll::strategy {
namespace {

constexpr const char* not_stated = "not stated";
constexpr const char* spread = "spread over many";

std::string joined(const std::set<InstrumentId>& ids) {
  std::string text;
  for (const InstrumentId& id : ids) text += (text.empty() ? "" : ", ") + std::string{id.view()};
  return text;
}

const Instrument& instrument_of(const Held& held, const Account& account) {
  return account.positions[held.position].instrument;
}

/// What an instrument is on, or itself.
const Instrument& followed(const Held& held, const Account& account) {
  const Instrument& own = instrument_of(held, account);
  const InstrumentId on =
      std::visit(Match{[](const ListedOption& option) { return option.underlying; },
                       [](const Warrant& warrant) { return warrant.underlying; },
                       [](const auto& other) { return other.id; }},
                 own);
  const Instrument* known = described(account, on);
  return known ? *known : own;
}

/// Where a position stands under a grouping.
struct Place {
  std::string of;
  LimitState state = LimitState::within;
};

using PlaceOf = std::function<Place(const Held&)>;

/// x with (group + x) / (gross + x) = limit.
std::optional<Money> room_under(double limit, Money group, Money gross) {
  const Decimal part = decimal_of(limit);
  if (Decimal{1} <= part) return std::nullopt;
  const Decimal over = multiply(part, gross.amount, Round::half_even) - group.amount;
  if (!within_reach(to_double(over) / (1 - limit))) return std::nullopt;
  return Money{divide(over, Decimal{1} - part, Round::half_even), gross.currency};
}

class Grouper {
 public:
  Grouper(const std::vector<Held>& held, AccountKind kind, Money gross, Money equity)
      : held_{held}, lending_{is_lending(kind)}, gross_{gross}, equity_{equity} {}

  Weights by(Grouping grouping, std::optional<double> limit, const PlaceOf& place_of) const {
    Weights made{.by = grouping, .limit = limit};
    std::map<std::string, Weight> groups;
    std::map<std::string, std::vector<Held>> together;
    bool whole = !gross_.amount.is_zero();
    for (const Held& one : held_) {
      if (lending_ && one.exposure.amount.is_negative()) continue;  // the loan is no holding
      const Place place = place_of(one);
      Weight& group =
          groups.try_emplace(place.of, Weight{.of = place.of, .gross = zero(gross_.currency)})
              .first->second;
      together[place.of].push_back(one);
      group.state = place.state;
      if (std::ranges::find(group.members, one.id) == group.members.end())
        group.members.push_back(one.id);
      whole = whole && place.of != not_stated && place.of != spread;
    }
    double squares = 0;
    for (auto& [of, group] : groups) {
      group.gross = totals(together[of], gross_.currency).exposure();
      weigh(group, limit);
      squares += group.of_gross * group.of_gross;
      made.rows.push_back(std::move(group));
    }
    std::ranges::stable_sort(made.rows,
                             [](const Weight& a, const Weight& b) { return b.gross < a.gross; });
    if (whole) made.hhi = squares;
    return made;
  }

 private:
  void weigh(Weight& group, std::optional<double> limit) const {
    std::ranges::sort(group.members);
    const double size = to_double(group.gross.amount);
    if (!gross_.amount.is_zero()) group.of_gross = size / to_double(gross_.amount);
    if (zero(equity_.currency) < equity_) group.of_equity = size / to_double(equity_.amount);
    if (group.state != LimitState::within) return;
    if (!limit) {
      group.state = LimitState::not_limited;
      return;
    }
    group.state = group.of_gross > *limit ? LimitState::breach : LimitState::within;
    group.room = room_under(*limit, group.gross, gross_);
  }

  const std::vector<Held>& held_;
  bool lending_;
  Money gross_, equity_;
};

/// Names that are connected by correlations of at least `least`, each under its first symbol.
std::map<InstrumentId, InstrumentId> clusters(const std::vector<Held>& held,
                                              const std::vector<Correlation>& correlations,
                                              double least) {
  std::map<InstrumentId, InstrumentId> parent;
  for (const Held& one : held) parent.try_emplace(one.moves.name, one.moves.name);
  const auto root = [&](InstrumentId id) {
    while (parent[id] != id) id = parent[id];
    return id;
  };
  for (const Correlation& one : correlations) {
    if (one.of_returns < least || !parent.contains(one.a) || !parent.contains(one.b)) continue;
    const InstrumentId a = root(one.a), b = root(one.b);
    parent[std::max(a, b)] = std::min(a, b);
  }
  std::map<InstrumentId, InstrumentId> under;
  for (const auto& [name, first] : parent) under.emplace(name, root(first));
  return under;
}

Place place_by_name(const Held& held, const Account& account) {
  const bool many = is_spread(followed(held, account));
  return {std::string{held.moves.name.view()}, many ? LimitState::not_limited : LimitState::within};
}

Place place_by(Grouping grouping, const Held& held, const Account& account) {
  if (const auto said = stated(grouping, held, account)) return {*said};
  if (is_spread(followed(held, account))) return {spread, LimitState::not_limited};
  return {not_stated, LimitState::not_stated};
}

/// What the profiles do not say, by name.
void name_unstated(Concentration& made) {
  std::map<std::set<InstrumentId>, std::string> missing;  // of which, what
  for (const Weights& weights : made.by)
    for (const Weight& row : weights.rows)
      if (row.of == not_stated) {
        std::string& what = missing[{row.members.begin(), row.members.end()}];
        what += (what.empty() ? "" : ", ") + std::string{word_of(weights.by)};
      }
  for (const auto& [ids, what] : missing)
    made.not_applied.push_back(
        {"limits of " + what, what + " of " + joined(ids) + ", under instruments"});
}

void name_funds(Concentration& made, const std::vector<Held>& held, const Account& account) {
  std::set<InstrumentId> funds;
  for (const Held& one : held) {
    const auto* stock = std::get_if<Stock>(&instrument_of(one, account));
    const auto* fund = std::get_if<Fund>(&instrument_of(one, account));
    if ((stock && stock->kind == StockKind::etf) || (fund && fund->kind == FundKind::mutual))
      funds.insert(one.id);
  }
  if (funds.empty()) return;
  made.not_applied.push_back(
      {"look-through of funds: each counts as one name", "what " + joined(funds) + " hold"});
}

}  // namespace

std::string_view word_of(Grouping by) {
  switch (by) {
    case Grouping::name:
      return "name";
    case Grouping::issuer:
      return "issuer";
    case Grouping::sector:
      return "sector";
    case Grouping::industry:
      return "industry";
    case Grouping::cluster:
      return "cluster";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

std::string_view word_of(LimitState state) {
  switch (state) {
    case LimitState::within:
      return "within";
    case LimitState::breach:
      return "breach";
    case LimitState::not_limited:
      return "not limited";
    case LimitState::not_stated:
      return "not stated";
  }
  PLIMSOLL_CHECK(false);
  return "";
}

std::optional<double> Weights::effective() const {
  if (!hhi || !(*hhi > 0)) return std::nullopt;
  return 1 / *hhi;
}

bool Weights::breached() const {
  return std::ranges::any_of(rows,
                             [](const Weight& row) { return row.state == LimitState::breach; });
}

const Weights* Concentration::find(Grouping grouping) const {
  const auto found = std::ranges::find(by, grouping, &Weights::by);
  return found == by.end() ? nullptr : &*found;
}

bool is_spread(const Instrument& instrument) {
  return std::visit(Match{[](const Stock& stock) { return stock.index_class == IndexClass::broad; },
                          [](const Fund&) { return true; },
                          [](const Bond& bond) { return bond.kind == BondKind::treasury; },
                          [](const Index& index) { return index.index_class == IndexClass::broad; },
                          [](const auto&) { return false; }},
                    instrument);
}

std::optional<std::string> stated(Grouping by, const Held& held, const Account& account) {
  for (const InstrumentId& id : {held.id, id_of(followed(held, account)), held.moves.name}) {
    const auto profile = account.profiles.find(id);
    if (profile == account.profiles.end()) continue;
    const std::string* said = nullptr;
    switch (by) {
      case Grouping::issuer:
        said = &profile->second.issuer;
        break;
      case Grouping::sector:
        said = &profile->second.sector;
        break;
      case Grouping::industry:
        said = &profile->second.industry;
        break;
      case Grouping::name:
      case Grouping::cluster:
        break;
    }
    if (said && !said->empty()) return *said;
  }
  return std::nullopt;
}

Result<Concentration> concentration(const Book& book, const Policy& policy,
                                    const ConcentrationInputs& inputs) {
  const Account& account = book.account;
  PLIMSOLL_TRY(held, holdings(account, book.market, policy.distance.default_beta));
  const Money gross = exposure_of(totals(held, account.base), account.kind);
  Concentration made{.gross = gross,
                     .equity = inputs.room.equity,
                     .participation = policy.cure.participation,
                     .liquidity_limit = policy.size.liquidity_days_most};
  const Grouper grouper{held, account.kind, gross, inputs.room.equity};
  made.by.push_back(grouper.by(Grouping::name, policy.size.single_name_most,
                               [&](const Held& one) { return place_by_name(one, account); }));
  const auto add = [&](Grouping grouping, std::optional<double> limit) {
    made.by.push_back(grouper.by(grouping, limit, [&, grouping](const Held& one) {
      return place_by(grouping, one, account);
    }));
  };
  add(Grouping::issuer, policy.size.issuer_most);
  add(Grouping::sector, policy.size.sector_most);
  add(Grouping::industry, std::nullopt);
  if (inputs.correlations) {
    const auto under = clusters(held, *inputs.correlations, policy.size.cluster_correlation);
    made.by.push_back(grouper.by(Grouping::cluster, policy.size.cluster_most, [&](const Held& one) {
      return Place{std::string{under.at(one.moves.name).view()}};
    }));
  } else {
    made.not_applied.push_back({"limit of names that move together", "price history"});
  }
  name_unstated(made);
  name_funds(made, held, account);
  PLIMSOLL_TRY_VOID(add_name_losses(made, held, book, policy, inputs.room));
  add_liquidity(made, held, book, policy);
  return made;
}

}  // namespace plimsoll::strategy
