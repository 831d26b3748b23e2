import Metrics
import Testing

@Suite struct ExpositionTests {
  private func text(
    _ format: Exposition.Format, _ write: (inout Exposition) -> Void
  ) -> String {
    var exposition = Exposition(format)
    write(&exposition)
    return String(decoding: exposition.finish(), as: UTF8.self)
  }

  private func sample(_ exposition: inout Exposition) {
    exposition.family("a_bytes", .counter, unit: "bytes", "What came.")
    exposition.sample([("from", "x\"\\\n"), ("to", "y")], 12)
    exposition.family("a_build", .info, "What runs.")
    exposition.sample([("version", "1")], 1)
    exposition.family("a_age_seconds", .gauge, unit: "seconds", "How old.")
    exposition.sample(nanoseconds: 250_000_000)
  }

  @Test("OpenMetrics names families without suffix, tells units and marks the end")
  func openMetrics() {
    #expect(
      text(.openMetrics, sample) == """
        # TYPE a_bytes counter
        # UNIT a_bytes bytes
        # HELP a_bytes What came.
        a_bytes_total{from="x\\"\\\\\\n",to="y"} 12
        # TYPE a_build info
        # HELP a_build What runs.
        a_build_info{version="1"} 1
        # TYPE a_age_seconds gauge
        # UNIT a_age_seconds seconds
        # HELP a_age_seconds How old.
        a_age_seconds 0.25
        # EOF

        """)
  }

  @Test("The older form names each family as its samples")
  func prometheus() {
    #expect(
      text(.prometheus, sample) == """
        # TYPE a_bytes_total counter
        # HELP a_bytes_total What came.
        a_bytes_total{from="x\\"\\\\\\n",to="y"} 12
        # TYPE a_build_info gauge
        # HELP a_build_info What runs.
        a_build_info{version="1"} 1
        # TYPE a_age_seconds gauge
        # HELP a_age_seconds How old.
        a_age_seconds 0.25

        """)
  }

  @Test("Buckets are cumulative, and the last one is the count")
  func histogram() {
    let histogram = Histogram()
    histogram.record(nanoseconds: 5)
    histogram.record(nanoseconds: 20_000)
    histogram.record(nanoseconds: 11_000_000_000)
    var total = Histogram.Total()
    total.add(histogram)
    let lines = text(.openMetrics) { exposition in
      exposition.family("a_seconds", .histogram, unit: "seconds", "How long.")
      exposition.histogram(total)
    }.split(separator: "\n")
    #expect(lines.contains("a_seconds_bucket{le=\"1e-05\"} 1"))
    #expect(lines.contains("a_seconds_bucket{le=\"2.5e-05\"} 2"))
    #expect(lines.contains("a_seconds_bucket{le=\"10.0\"} 2"))
    #expect(lines.contains("a_seconds_bucket{le=\"+Inf\"} 3"))
    #expect(lines.contains("a_seconds_count 3"))
    #expect(lines.contains("a_seconds_sum 11.000020005"))
  }
}
