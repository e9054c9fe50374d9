#include "io/clearing/spn.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "io/clearing/spn_commodity.hpp"
#include "io/clearing/spn_products.hpp"
#include "io/clearing/spn_spreads.hpp"
#include "io/text.hpp"

namespace plimsoll::io {
namespace {

using clearing::RiskFile;
using namespace spn;

constexpr std::size_t errors_max = 100;
constexpr std::size_t unknown_max = 100;  // names
constexpr std::size_t released_step = 4 << 20;

/// Where an element must stand to be read, for those that are read as they end.
bool stands_right(Tag tag, Tag in) {
  if (is_product(tag)) return in == Tag::exchange;
  if (is_contract(tag)) return is_product(in) && !is_option_product(in);
  if (tag == Tag::series) return is_option_product(in);
  switch (tag) {
    case Tag::definitions:
    case Tag::pointInTime:
      return in == Tag::spanFile;
    case Tag::clearingOrg:
      return in == Tag::pointInTime;
    case Tag::pointDef:
      return in == Tag::clearingOrg || in == Tag::definitions;
    case Tag::exchange:
    case Tag::curConv:
    case Tag::pbRateDef:
    case Tag::ccDef:
    case Tag::superSpreads:
    case Tag::interSpreads:
    case Tag::interClearSpreads:
      return in == Tag::clearingOrg;
    case Tag::opt:
      return in == Tag::series;
    case Tag::clearSpread:
      return in == Tag::interClearSpreads;
    case Tag::sSpread:
    case Tag::hSpread:
      return in == Tag::superSpreads || in == Tag::interSpreads;
    default:
      return tag != Tag::spanFile;
  }
}

/// More than the largest house has: whoever sends that means to fill the memory.
bool overfull(const House& house) {
  const RiskFile& file = house.file;
  return file.contracts.size() > 2'000'000 || file.arrays.size() > 6'000'000 ||
         house.references.size() > 1'000'000 || file.products.size() > 200'000 ||
         file.combinations.size() > 500'000 || file.inter_spreads.size() > 100'000 ||
         file.clearing_spreads.size() > 100'000 || file.kept.size() > 500'000 ||
         file.conversions.size() > 10'000;
}

bool is_spread(Tag tag) {
  return tag == Tag::dSpread || tag == Tag::sSpread || tag == Tag::hSpread;
}
bool is_spread_list(Tag tag) { return tag == Tag::superSpreads || tag == Tag::interSpreads; }

class Reader : public XmlSink {
 public:
  Reader(std::string name, const clearing::Wanted& wanted, XmlStream& stream)
      : name_{std::move(name)}, wanted_{wanted}, stream_{stream}, tree_{name_} {}

  void begin(std::string_view name) override {
    const auto tag = tag_of(name);
    const auto above = tree_.top();
    if (!above && tag != Tag::spanFile) {
      stop("this is no SPAN file: its first element is <" + shown(name) +
           ">, \"spanFile\" is expected");
      return;
    }
    if (tag == Tag::passed_over || (above && pass_over_in(*above, tag, name))) {
      stream_.pass_over();
      return;
    }
    if (tree_.size() >= Tree::size_max) {
      stop("one element holds more than a million others, which no such file has");
      return;
    }
    tree_.open(*tag, stream_.line());
    if (!holds_text(*tag)) ++counts_[static_cast<std::size_t>(*tag)];
    if (*tag == Tag::clearingOrg) open_house();
    if (*tag == Tag::exchange) exchange_ = std::nullopt;
    if (is_product(*tag)) product_ = std::nullopt;
  }

  void text(std::string_view piece) override {
    if (!tree_.text(piece))
      stop("a text of more than 4,096 bytes, or elements that hold more than 16 MB of it");
  }

  void end() override {
    const Element element = tree_.close();
    if (holds_text(element.tag())) return;
    if (const auto in = element.parent(); in && read(element, in->tag())) tree_.cut(element);
  }

  Loaded<std::vector<RiskFile>> finished(const Result<void>& outcome) && {
    if (!outcome) refused_.push_back(outcome.error());
    else if (files_.empty() && refused_.empty())
      refused_.push_back({Reason::bad_input,
                          "the file holds no clearingOrg, and so no risk parameters; get it again",
                          name_});
    if (!outcome) files_.clear();
    for (RiskFile& file : files_)
      for (const auto& [element, count] : unknown_outside_) file.unknown[element] += count;
    return {std::move(files_), std::move(refused_)};
  }

 private:
  /// Whether a new element in `above` is not looked into.
  bool pass_over_in(Element above, std::optional<Tag> tag, std::string_view name) {
    if (!tag || holds_text(above.tag()) || !stands_right(*tag, above.tag())) {
      count_unknown(name);
      return true;
    }
    if (is_contract(*tag) || *tag == Tag::series) {
      if (!product_) begin_product(above);
      if (product_->product == clearing::nowhere) return true;
      if (*tag != Tag::series) return false;
      product_->series_contracts = static_cast<clearing::Index>(house_->file.contracts.size());
      product_->series_arrays = static_cast<clearing::Index>(house_->file.arrays.size());
      return !product_->wanted;
    }
    return *tag == Tag::ra && is_contract(above.tag()) && !product_->wanted;
  }

  /// Reads what stands at the element's end; true where it is then no longer needed.
  bool read(Element element, Tag in) {
    const Tag tag = element.tag();
    if (is_contract(tag)) return done(read_contract(element, *product_, *house_));
    if (is_product(tag)) return end_product(element);
    if (is_spread_list(in) && is_spread(tag)) return done(read_spread(element, house_->file));
    switch (tag) {
      case Tag::opt:
        return done(read_option(element, *product_, *house_));
      case Tag::series:
        return done(read_series(element, *product_, *house_));
      case Tag::curConv:
        return done(read_conversion(element, house_->file));
      case Tag::pbRateDef:
        return done(read_rate_class(element, house_->file));
      case Tag::pointDef:
        return done(read_points(element, in == Tag::definitions ? shared_ : house_->file));
      case Tag::ccDef:
        return done(read_commodity(element, *house_));
      case Tag::clearSpread:
        return done(read_clearing_spread(element, house_->file));
      case Tag::clearingOrg:
        return close_house(element);
      default:
        break;
    }
    return tag == Tag::exchange || tag == Tag::definitions || tag == Tag::pointInTime ||
           is_spread_list(tag) || tag == Tag::interClearSpreads;
  }

  bool done(const Result<void>& outcome) {
    if (!outcome) refuse_one(outcome.error());
    if (house_ && overfull(*house_))
      stop("the file holds more contracts, products or spreads than any clearing house has");
    return true;
  }

  void begin_product(Element element) {
    product_ = ProductAtHand{};
    if (!exchange_) {
      auto code = needed_code(*element.parent(), Tag::exch);
      if (!code) return refuse_one(code.error());
      exchange_ = *code;
    }
    auto product = read_product(element, *exchange_, wanted_, *house_);
    if (!product) return refuse_one(product.error());
    product_ = *product;
  }

  bool end_product(Element element) {
    if (!product_) begin_product(element);
    else if (product_->product != clearing::nowhere && tree_.size() != product_->own_size)
      stop("a product's own elements stand behind its contracts; they are read in front of them");
    return done({});
  }

  void open_house() {
    house_.emplace();
    house_->file.name = name_;
    house_->file.format = clearing::FileFormat::xml;
    counts_ = {};
  }

  bool close_house(Element element) {
    RiskFile& file = house_->file;
    if (file.points.empty()) {
      file.points = shared_.points;
      file.delta_points = shared_.delta_points;
    }
    if (auto header = read_header(element, file); !header) {
      refuse_one(header.error());
    } else {
      for (const Error& error : finish(*house_)) refuse_one(error);
      for (std::size_t i = 0; i < counts_.size(); ++i)
        if (counts_[i] > 0) file.counts[std::string{name_of(static_cast<Tag>(i))}] = counts_[i];
      files_.push_back(std::move(file));
    }
    house_.reset();
    return true;
  }

  void count_unknown(std::string_view name) {
    auto& unknown = house_ ? house_->file.unknown : unknown_outside_;
    std::string shown_name = shown(name);
    if (unknown.size() >= unknown_max && !unknown.contains(shown_name)) shown_name = "(others)";
    ++unknown[shown_name];
  }

  void refuse_one(const Error& error) {
    if (refused_.size() < errors_max) refused_.push_back(error);
    else stop("more than 100 errors, of which the first are shown; the file is not read further");
  }

  void stop(std::string why) {
    stream_.stop({Reason::bad_input, std::move(why), place(name_, stream_.line())});
  }

  std::string name_;
  const clearing::Wanted& wanted_;
  XmlStream& stream_;
  Tree tree_;
  std::vector<RiskFile> files_;
  std::vector<Error> refused_;
  std::map<std::string, std::size_t> unknown_outside_;  // of clearing houses
  RiskFile shared_;                                     // scenarios of `definitions`
  std::optional<House> house_;                          // between clearingOrg and its end
  std::optional<clearing::Code> exchange_;              // once a product of it is there
  std::optional<ProductAtHand> product_;                // once its own facts are read
  std::array<std::size_t, static_cast<std::size_t>(Tag::passed_over)> counts_{};
};

}  // namespace

Loaded<std::vector<RiskFile>> read_spn(std::string_view bytes, const std::string& name,
                                       const clearing::Wanted& wanted,
                                       const XmlStream::Released& released) {
  XmlStream stream;
  Reader reader{name, wanted, stream};
  const Result<void> outcome = stream.read(bytes, name, reader, released);
  return std::move(reader).finished(outcome);
}

Loaded<std::vector<RiskFile>> read_spn(const MappedFile& file, const std::string& name,
                                       const clearing::Wanted& wanted) {
  std::size_t given_back = 0;
  return read_spn(file.bytes(), name, wanted, [&](std::size_t read) {
    if (read < given_back + released_step) return;
    file.release(read);
    given_back = read;
  });
}

}  // namespace plimsoll::io
