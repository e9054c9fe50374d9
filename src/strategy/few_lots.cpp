#include "strategy/few_lots.hpp"

#include <algorithm>

namespace plimsoll::strategy {
namespace {

constexpr std::size_t sales_most = 65'536;
constexpr int alone_most = 128;  // questions to the method, of lines by themselves
constexpr int asked_most = 64;   // and of sales that should do

struct Choice {
  std::int64_t lots = 0;
  double cost = 0, frees = 0;
};

struct Sale {
  LotsSold sold = {};
  double cost = 0;
};

class Choices {
 public:
  Choices(SaleTrial& trial, const std::vector<SaleLine>& lines, const Standing& today,
          SalesFound& found)
      : trial_{trial}, lines_{lines}, today_{today}, found_{found} {}

  void run() {
    if (!few() || !ask_alone()) return;
    found_cost_ = cost_of(found_.sold);
    std::vector<Sale> cheaper = those_cheaper();
    std::ranges::stable_sort(cheaper, {}, &Sale::cost);
    int asked = 0;
    for (const Sale& sale : cheaper) {
      if (++asked > asked_most) return;
      auto there = trial_.at(sale.sold);
      if (there && !there->gap.amount.is_negative()) return take(sale, *std::move(there));
    }
  }

 private:
  std::int64_t most_of(std::size_t line) const {
    return lines_[line].turn == Turn::last ? found_.sold[line] : lines_[line].most;
  }

  bool few() const {
    std::size_t sales = 1;
    std::int64_t alone = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::int64_t most = most_of(i);
      if (most > alone_most || (alone += most) > alone_most) return false;
      sales *= static_cast<std::size_t>(most) + 1;
      if (sales > sales_most) return false;
    }
    return true;
  }

  /// What each line costs and frees; nothing where the method refuses it by itself.
  bool ask_alone() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      std::vector<Choice> choices{{}};
      for (std::int64_t lots = std::max<std::int64_t>(lines_[i].least, 1); lots <= most_of(i);
           ++lots) {
        LotsSold sold(lines_.size(), 0);
        sold[i] = lots;
        const auto there = trial_.at(sold);
        if (!there) return false;
        choices.push_back({.lots = lots,
                           .cost = lines_[i].cost(lots),
                           .frees = to_double((there->gap - today_.gap).amount)});
      }
      choices_.push_back(std::move(choices));
    }
    return true;
  }

  double cost_of(const LotsSold& sold) const {
    double cost = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) cost += lines_[i].cost(sold[i]);
    return cost;
  }

  /// Whether a lot less of any would free too little.
  bool is_least(const std::vector<std::size_t>& at, double spare) const {
    for (std::size_t i = 0; i < at.size(); ++i)
      if (at[i] > 0 && choices_[i][at[i]].frees - choices_[i][at[i] - 1].frees <= spare)
        return false;
    return true;
  }

  /// Sales that should meet the target for less than the one found.
  std::vector<Sale> those_cheaper() const {
    constexpr double cent = 0.01;
    const double needed = -to_double(today_.gap.amount) - cent;
    std::vector<Sale> all;
    std::vector<std::size_t> at(lines_.size(), 0);
    while (true) {
      double cost = 0, frees = 0;
      for (std::size_t i = 0; i < at.size(); ++i) {
        cost += choices_[i][at[i]].cost;
        frees += choices_[i][at[i]].frees;
      }
      if (needed <= frees && cost < found_cost_ - cent && is_least(at, frees - needed)) {
        Sale sale{.sold = LotsSold(at.size(), 0), .cost = cost};
        for (std::size_t i = 0; i < at.size(); ++i) sale.sold[i] = choices_[i][at[i]].lots;
        all.push_back(std::move(sale));
      }
      std::size_t i = 0;
      while (i < at.size() && ++at[i] == choices_[i].size()) at[i++] = 0;
      if (i == at.size()) return all;
    }
  }

  void take(const Sale& sale, Standing there) {
    const SalesFound before = found_;
    found_.sold = sale.sold;
    found_.standing = std::move(there);
    std::erase_if(found_.order, [&](std::size_t line) { return sale.sold[line] == 0; });
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (sale.sold[i] > 0 && std::ranges::find(found_.order, i) == found_.order.end())
        found_.order.push_back(i);
    std::erase_if(found_.together, [&](const SaleMove& move) {
      return std::ranges::any_of(move.parts,
                                 [&](const MovePart& part) { return sale.sold[part.line] == 0; });
    });
    walk_back(trial_, lines_, found_);
    if (found_cost_ <= cost_of(found_.sold)) found_ = before;
  }

  SaleTrial& trial_;
  const std::vector<SaleLine>& lines_;
  const Standing& today_;
  SalesFound& found_;
  std::vector<std::vector<Choice>> choices_ = {};
  double found_cost_ = 0;
};

}  // namespace

void try_few_lots(SaleTrial& trial, const std::vector<SaleLine>& lines, const Standing& today,
                  SalesFound& found) {
  if (found.standing.gap.amount.is_negative() || lines.empty()) return;
  Choices{trial, lines, today, found}.run();
}

}  // namespace plimsoll::strategy
