// A SPAN XML file of some 300 MB, 840,000 options, read from disk with nothing wanted, with one
// product of fifty wanted, and by expat alone with calls that do nothing. Bytes a second of each,
// and by how much the process's largest memory grew; their ratio does not depend on the machine.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "base/check.hpp"
#include "io/clearing/spn.hpp"

namespace {

using namespace plimsoll;

constexpr int products = 50;
constexpr int series_of_product = 12;
constexpr int strikes = 700;  // a call and a put each

void write_array(std::string& text, int seed) {
  text += "<ra><r>1</r>";
  char value[32];
  for (int i = 0; i < 16; ++i) {
    std::snprintf(value, sizeof value, "<a>%d.%02d</a>", (seed * 31 + i * 977) % 5'000 - 2'500,
                  (seed + i) % 100);
    text += value;
  }
  text += "<d>0.512300</d></ra>\r\n";
}

void write_series(std::string& text, int product, int series) {
  text += "<series><pe>2026" + std::string(series < 9 ? "0" : "") + std::to_string(series + 1) +
          "25</pe><v>0.21</v><setlDate>20260625</setlDate><t>0.25</t><cvf>1.000000</cvf>"
          "<sc>1.000000</sc><undC><exch>NSE</exch><pfId>" +
          std::to_string(product * 2) +
          "</pfId><cId>1</cId><s>A</s><i>1</i></undC><scanRate><r>1</r><priceScan>210.5"
          "</priceScan><volScan>0.05</volScan></scanRate>\r\n";
  char option[256];
  for (int strike = 0; strike < strikes; ++strike)
    for (const char right : {'C', 'P'}) {
      std::snprintf(option, sizeof option,
                    "<opt><cId>%d</cId><o>%c</o><k>%d.00</k><p>%d.%02d</p><pq>0</pq>"
                    "<d>0.512300</d><v>0.210000</v><val>%d.%02d</val>\r\n",
                    strike * 2 + (right == 'P'), right, 1'000 + strike * 50, 900 - strike,
                    strike % 100, 900 - strike, strike % 100);
      text += option;
      write_array(text, strike + product);
      text += "</opt>\r\n";
    }
  text += "</series>\r\n";
}

void write_product(std::string& text, int product) {
  const std::string id = std::to_string(product * 2), code = "P" + std::to_string(product);
  text += "<phyPf><pfId>" + id + "</pfId><pfCode>" + code +
          "</pfCode><currency>INR</currency><cvf>1</cvf><phy><cId>1</cId><pe>0</pe><p>1500</p>"
          "</phy></phyPf>\r\n<oopPf><pfId>" +
          std::to_string(product * 2 + 1) + "</pfId><pfCode>" + code +
          "</pfCode><exercise>EURO</exercise><currency>INR</currency><cvf>1</cvf>"
          "<valueMeth>EQTY</valueMeth>\r\n";
}

/// Where it is; written once, piece by piece.
const std::string& path() {
  static const std::string where = [] {
    const char* folder = std::getenv("TMPDIR");
    std::string name = std::string{folder == nullptr ? "/tmp" : folder} + "/span_xml_bench.spn";
    std::ofstream file{name, std::ios::binary};
    file << "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\r\n<spanFile><fileFormat>4.00"
            "</fileFormat><pointInTime><date>20260625</date><clearingOrg><ec>NSCCL</ec>"
            "<exchange><exch>NSE</exch>\r\n";
    std::string text;
    for (int product = 1; product <= products; ++product) {
      write_product(text, product);
      for (int series = 0; series < series_of_product; ++series) {
        write_series(text, product, series);
        file << text;
        text.clear();
      }
      text += "</oopPf>\r\n";
    }
    file << text << "</exchange></clearingOrg></pointInTime></spanFile>\r\n";
    PLIMSOLL_CHECK(file.good());
    return name;
  }();
  return where;
}

/// The process's largest memory so far, in kB.
long memory_most() {
  std::ifstream status{"/proc/self/status"};
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::atol(line.c_str() + 6);
  return 0;
}

io::MappedFile opened() {
  auto file = io::MappedFile::open(path());
  PLIMSOLL_CHECK(file.has_value());
  return std::move(*file);
}

void measured(benchmark::State& state, std::size_t bytes, long memory_before) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(bytes));
  state.counters["file MB"] = static_cast<double>(bytes) / 1e6;
  state.counters["grew kB"] = static_cast<double>(memory_most() - memory_before);
}

void read_with(benchmark::State& state, const clearing::Wanted& wanted, std::size_t contracts) {
  const std::size_t bytes = opened().bytes().size();
  const long before = memory_most();
  for (auto _ : state) {
    const io::MappedFile file = opened();
    const auto read = io::read_spn(file, "bench.spn", wanted);
    PLIMSOLL_CHECK(read.refused.empty() && read.value.size() == 1);
    PLIMSOLL_CHECK(read.value[0].contracts.size() == contracts);
  }
  measured(state, bytes, before);
}

void nothing_wanted(benchmark::State& state) { read_with(state, {.all = false}, 0); }

void one_product_wanted(benchmark::State& state) {
  read_with(state, {.all = false, .products = {clearing::Code{"P7"}}},
            1 + std::size_t{series_of_product} * strikes * 2);
}

/// The peer: every element told, nothing done.
struct Deaf : io::XmlSink {
  void begin(std::string_view) override {}
  void text(std::string_view) override {}
  void end() override {}
};
void expat_alone(benchmark::State& state) {
  const io::MappedFile file = opened();
  const long before = memory_most();
  for (auto _ : state) {
    io::XmlStream stream;
    Deaf deaf;
    PLIMSOLL_CHECK(stream
                       .read(file.bytes(), "bench.spn", deaf,
                             [&](std::size_t read) {
                               if (read % (std::size_t{4} << 20) == 0) file.release(read);
                             })
                       .has_value());
  }
  measured(state, file.bytes().size(), before);
}

BENCHMARK(nothing_wanted)->Unit(benchmark::kMillisecond);
BENCHMARK(one_product_wanted)->Unit(benchmark::kMillisecond);
BENCHMARK(expat_alone)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  benchmark::RunSpecifiedBenchmarks();
  std::remove(path().c_str());
  return 0;
}
