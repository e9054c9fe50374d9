#include "market/descriptions.hpp"

#include <algorithm>

namespace plimsoll {
namespace {

/// A description with no type belongs to whatever the next source says; its fields must fit that.
Result<Description> checked(Description said) {
  const auto type = instrument_type(said.type);
  if (!type) return said;
  if (const auto wrong = misplaced(said, *type); !wrong.empty())
    return std::unexpected{wrong.front()};
  return said;
}

}  // namespace

Descriptions::Descriptions(const AccountDraft& draft, const SecurityList& lists)
    : draft_{draft}, lists_{lists} {
  for (const Description& description : draft.instruments) {
    const auto id = instrument_id(description.symbol);
    if (!id) {
      refused_.push_back({Reason::bad_input, id.error().what, description.where});
      continue;
    }
    const auto [place, fresh] = own_.emplace(*id, &description);
    if (!fresh) {
      refused_.push_back({Reason::bad_input,
                          std::string{id->view()} + " is described twice, also at " +
                              place->second->where + "; keep one",
                          description.where});
      wrong_.emplace(*id, description.where);
      continue;
    }
    note_share_class(*id);
    const std::vector<Error> wrong = problems(description);
    if (!wrong.empty()) wrong_.emplace(*id, description.where);
    std::ranges::copy(wrong, std::back_inserter(refused_));
  }
  for (const DraftPosition& position : draft.positions)
    if (const auto id = instrument_id(position.symbol)) note_share_class(*id);
}

Result<Description> Descriptions::of(const InstrumentId& id) const {
  if (const auto wrong = wrong_.find(id); wrong != wrong_.end())
    return fail(Reason::bad_input,
                "its description at " + wrong->second + " is wrong; correct that first",
                wrong->second);
  const Description* mine = own(id);
  const Description* list = listed(id);
  if (!mine) return list ? *list : Description{};
  return checked(list ? filled(*mine, *list) : *mine);
}

Result<Description> Descriptions::of_option(const InstrumentId& id, const OsiSymbol& symbol) const {
  PLIMSOLL_TRY(said, of(id));
  const InstrumentId root{symbol.root};
  if (const Description* mine = own(root)) {
    // Whoever describes the thing called like the root says that its options are on that.
    if (!describes_options(*mine)) {
      if (said.type.empty()) said.type = word_of(InstrumentType::option);
      return said;
    }
    if (const auto wrong = wrong_.find(root); wrong != wrong_.end())
      return fail(Reason::bad_input,
                  "the description of " + symbol.root + " at " + wrong->second +
                      " is wrong; correct that first",
                  wrong->second);
    said = filled(std::move(said), *mine);
  }
  if (const Description* list = listed(root); list && describes_options(*list))
    said = filled(std::move(said), *list);
  if (said.type.empty()) said.type = word_of(InstrumentType::option);
  return checked(std::move(said));
}

bool Descriptions::names(const InstrumentId& id) const {
  const Description* said = own(id) ? own(id) : listed(id);
  return said && !describes_options(*said);
}

InstrumentId Descriptions::underlying_of(const std::string& root) const {
  const InstrumentId same{root};
  const auto classes = share_classes_.find(root);
  if (classes == share_classes_.end() || classes->second.size() != 1) return same;
  return classes->second.front();
}

const Description* Descriptions::own(const InstrumentId& id) const {
  const auto found = own_.find(id);
  return found == own_.end() ? nullptr : found->second;
}

const Description* Descriptions::listed(const InstrumentId& id) const {
  const ListedSecurity* security = lists_.find(std::string{id.view()}, draft_.as_of);
  return security ? &security->description : nullptr;
}

void Descriptions::note_share_class(const InstrumentId& id) {
  std::string letters{id.view()};
  std::erase_if(letters, [](char c) { return c == '.' || c == '/' || c == '-' || c == ' '; });
  std::vector<InstrumentId>& spellings = share_classes_[letters];
  if (std::ranges::find(spellings, id) == spellings.end()) spellings.push_back(id);
}

}  // namespace plimsoll
