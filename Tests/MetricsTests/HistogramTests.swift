import Metrics
import Testing

@Suite struct HistogramTests {
  @Test("A time is counted in the first bucket whose bound it does not exceed")
  func buckets() {
    let histogram = Histogram()
    for (index, bound) in Histogram.bounds.enumerated() {
      histogram.record(nanoseconds: bound)
      histogram.record(nanoseconds: bound + 1, times: UInt64(index) + 1)
    }
    var total = Histogram.Total()
    total.add(histogram)
    // In each bucket its own bound, and behind it what went over the bound before, each once more.
    let expected: [UInt64] = [1] + [UInt64](2...19) + [19]
    #expect(total.counts == expected)
  }

  @Test("The sum is that of all times, over all histograms")
  func sum() {
    let first = Histogram()
    let second = Histogram()
    first.record(nanoseconds: 7, times: 3)
    second.record(nanoseconds: 20_000_000_000)
    var total = Histogram.Total()
    total.add(first)
    total.add(second)
    #expect(total.nanoseconds == 20_000_000_021)
    #expect(total.counts.first == 3)
    #expect(total.counts.last == 1)
  }

  @Test("Bounds rise from 10 µs to 10 s")
  func bounds() {
    #expect(Histogram.bounds == Histogram.bounds.sorted())
    #expect(Histogram.bounds.first == 10_000)
    #expect(Histogram.bounds.last == 10_000_000_000)
  }
}
