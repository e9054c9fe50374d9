#include "methods/tims/overlay.hpp"

#include <algorithm>
#include <utility>

#include "methods/tims/border.hpp"
#include "methods/tims/detail.hpp"
#include "methods/tims/requirement.hpp"

namespace plimsoll::tims {
namespace {

/// What an account asks for as usual, without one class group.
template <Reading R>
Result<R> of_the_others(const Book& book, const Valued& valued, std::size_t left_out) {
  Book others;
  for (const HeldPosition& held : book.in_grid)
    if (valued.instruments()[held.instrument].class_group != left_out)
      others.in_grid.push_back(held);
  const Netted net = netted(others, valued, valued.grids().front());
  PLIMSOLL_TRY(groups, required<R>(others, valued, net));
  Total<R> sum{valued.terms().currency};
  for (Required<R>& one : groups) sum.add(std::move(one.requirement));
  return std::move(sum).named("what the others ask for");
}

/// The one class group that loses most in this grid, alone, and the others as usual.
template <Reading R>
Result<R> largest_alone(const Book& book, const Valued& valued, const Netted& net) {
  const Currency currency = valued.terms().currency;
  const std::string& type = net.grid->stress->range;
  const NettedClass* most = nullptr;
  for (const NettedClass& one : net.classes) {
    if (!type.empty() && valued.groups().classes[one.class_group].moved_by->type != type) continue;
    if (!most || most->worst.loss < one.worst.loss) most = &one;
  }
  if (!most) return known<R>("no such class group", zero(currency));
  R loss = known<R>("greatest loss of one class group", from_model(most->worst.loss, currency));
  if constexpr (std::same_as<R, Amount>)
    loss = about(valued.groups().classes[most->class_group].name + " at " +
                     move_text(net.grid->moves_of(most->class_group)[most->worst.point]),
                 std::move(loss));
  PLIMSOLL_TRY(others, of_the_others<R>(book, valued, most->class_group));
  return plus(std::move(loss), std::move(others));
}

template <Reading R>
Result<R> asked_by(const Grid& grid, const Book& book, const Valued& valued, R outside) {
  const Netted net = netted(book, valued, grid);
  Total<R> sum{valued.terms().currency};
  if (grid.stress->largest) {
    PLIMSOLL_TRY(largest, largest_alone<R>(book, valued, net));
    sum.add(std::move(largest));
  } else {
    PLIMSOLL_TRY(groups, required<R>(book, valued, net));
    for (Required<R>& one : groups) sum.add(std::move(one.requirement));
  }
  if (!money_of(outside).amount.is_zero()) sum.add(std::move(outside));
  return under(overlay_law, Label::of(grid.stress->name),
               std::move(sum).named("this test asks for"));
}

}  // namespace

template <Reading R>
Result<R> raised_by_overlay(const Book& book, const Valued& valued, AnswerTold told, Base<R> base,
                            Answer<R>& answer) {
  const Pack& overlay = *valued.terms().packs.overlay;
  for (const Stress& stress : overlay.stresses)
    if (stress.needs_history)
      answer.not_applied.push_back({stress.name + " (" + overlay.title + ")", "price history"});
  const Money by_base = money_of(base.requirement);
  Detail tests{.name = "tests", .list = true};
  std::string binds = valued.terms().packs.base->name;
  Money most = by_base;
  Greatest<R> greatest{std::move(base.requirement)};
  for (const Grid& grid : valued.grids()) {
    if (!grid.stress) continue;
    PLIMSOLL_TRY(asked, asked_by<R>(grid, book, valued, base.outside));
    const Money sum = money_of(asked);
    tests.children.push_back(
        {.name = "",
         .children = {text_leaf("test", grid.stress->name), amount_leaf("requirement", sum)}});
    if (most < sum) {
      most = sum;
      binds = grid.stress->name;
    }
    greatest.add(std::move(asked));
  }
  if (told == AnswerTold::whole) {
    answer.detail.children.push_back(
        {.name = "overlay",
         .children = {text_leaf("pack", overlay.name), text_leaf("title", overlay.title),
                      amount_leaf("base_requirement", by_base), amount_leaf("requirement", most),
                      text_leaf("binds", binds), std::move(tests)}});
    if (by_base < most)
      answer.caveats.push_back({"the test \"" + binds + "\" of " + overlay.title +
                                " binds; groups show what the rule itself asks for, " +
                                to_text(by_base)});
  }
  return under(overlay_law, "the rule, and the broker's own tests",
               std::move(greatest).named("greatest of"));
}
template Result<Money> raised_by_overlay<Money>(const Book&, const Valued&, AnswerTold, Base<Money>,
                                                Answer<Money>&);
template Result<Amount> raised_by_overlay<Amount>(const Book&, const Valued&, AnswerTold,
                                                  Base<Amount>, Answer<Amount>&);

}  // namespace plimsoll::tims
