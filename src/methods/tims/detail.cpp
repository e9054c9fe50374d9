#include "methods/tims/detail.hpp"

#include <cmath>
#include <cstdio>
#include <utility>

#include "methods/tims/border.hpp"

namespace plimsoll::tims {
namespace {

std::string number_text(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.9g", std::round(number * 1e9) / 1e9);
  return text;
}

Detail list(std::string name, std::vector<Detail> items) {
  return {.name = std::move(name), .list = true, .children = std::move(items)};
}

Detail whole_leaf(std::string name, std::size_t number) {
  return {.name = std::move(name), .text = std::to_string(number), .number = true};
}

Detail points_list(std::span<const double> moves) {
  std::vector<Detail> items;
  for (const double move : moves) items.push_back(number_leaf("", move));
  return list("points", std::move(items));
}

Detail gains_list(std::span<const double> gains, Currency currency) {
  std::vector<Detail> items;
  for (const double gain : gains) items.push_back(amount_leaf("", from_model(gain, currency)));
  return list("profit_and_loss", std::move(items));
}

class Teller {
 public:
  Teller(const Book& book, const Valued& valued, const Netted& netted)
      : book_{book}, valued_{valued}, netted_{netted} {}

  Result<Detail> class_group(std::size_t place) const {
    const NettedClass& group = netted_.classes[place];
    const ClassGroup& known = valued_.groups().classes[group.class_group];
    PLIMSOLL_TRY(minimum, minimum_of<Money>(book_, valued_, group.first, group.last));
    // A column of the ten as they are: the tests of an overlay shift them.
    const auto gains = netted_.gains_of(place).first(points_count);
    const Worst worst = worst_of(gains);
    const Money lost = from_model(worst.loss, currency());
    return Detail{
        .name = "",
        .children = {text_leaf("class_group", known.name), text_leaf("range", known.moved_by->type),
                     points_list(netted_.grid->moves_of(group.class_group).first(points_count)),
                     gains_list(gains, currency()), whole_leaf("worst_point", worst.point),
                     amount_leaf("minimum", minimum),
                     amount_leaf("requirement", greater_of(lost, minimum))}};
  }

  Detail product_group(const Told& told) const {
    const NettedTop& top = netted_.tops[told.top];
    const TopGroup& known = valued_.groups().tops[top.top];
    std::vector<Detail> members;
    for (std::size_t p = top.first; p < top.last; ++p)
      for (std::size_t c = netted_.products[p].first; c < netted_.products[p].last; ++c)
        members.push_back(
            text_leaf("", valued_.groups().classes[netted_.classes[c].class_group].name));
    std::vector<Detail> children{
        text_leaf("product_group", std::string{name_of(top, netted_, valued_)}),
        list("class_groups", std::move(members))};
    const OffsetGroup* product =
        valued_.groups().products[netted_.products[top.first].product_group].of;
    if (top.last - top.first > 1)
      children.push_back(number_leaf("portfolio_offset", to_double(known.portfolio->offset)));
    else if (product) children.push_back(number_leaf("offset", to_double(product->offset)));
    children.push_back(whole_leaf("worst_point", top.worst.point % points_count));
    children.push_back(amount_leaf("loss", from_model(top.worst.loss, currency())));
    children.push_back(amount_leaf("minimum", told.minimum));
    children.push_back(amount_leaf("requirement", told.requirement));
    return {.name = "", .children = std::move(children)};
  }

 private:
  Currency currency() const { return valued_.terms().currency; }

  const Book& book_;
  const Valued& valued_;
  const Netted& netted_;
};

}  // namespace

Detail number_leaf(std::string name, double number) {
  return {.name = std::move(name), .text = number_text(number), .number = true};
}
Detail amount_leaf(std::string name, Money amount) {
  return {.name = std::move(name), .text = to_text(amount.amount, 2)};
}
Detail text_leaf(std::string name, std::string text) {
  return {.name = std::move(name), .text = std::move(text)};
}

Result<Detail> detail_of(const Book& book, const Valued& valued, const Netted& netted,
                         const std::vector<Told>& told) {
  const Teller teller{book, valued, netted};
  std::vector<Detail> classes, products;
  for (std::size_t c = 0; c < netted.classes.size(); ++c) {
    PLIMSOLL_TRY(one, teller.class_group(c));
    classes.push_back(std::move(one));
  }
  for (const Told& one : told) products.push_back(teller.product_group(one));
  return Detail{.name = "",
                .children = {text_leaf("pack", valued.terms().packs.base->name),
                             list("class_groups", std::move(classes)),
                             list("product_groups", std::move(products))}};
}

}  // namespace plimsoll::tims
