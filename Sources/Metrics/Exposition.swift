internal import Bytes

/// Writes metrics as text: OpenMetrics 1.0, or the older form of Prometheus (0.0.4).
///
/// A family is begun, then its samples follow. The two forms differ in how a counter's family is
/// called, in units and in the mark of the end.
package struct Exposition {
  package enum Format: Sendable {
    case openMetrics, prometheus
  }

  package enum Kind: Sendable {
    case counter, gauge, histogram, info
  }

  /// A label's name and value.
  package typealias Label = (name: StaticString, value: String)

  private let format: Format
  private var bytes: [UInt8] = []
  private var name: StaticString = ""
  private var kind = Kind.gauge

  package init(_ format: Format) {
    self.format = format
    bytes.reserveCapacity(16_384)
  }

  /// Begins a family. `name` is without `_total` and the like, and ends in `unit` where there is
  /// one; `help` is one line without backslash and quotation mark.
  package mutating func family(
    _ name: StaticString, _ kind: Kind, unit: StaticString? = nil, _ help: StaticString
  ) {
    self.name = name
    self.kind = kind
    describe("TYPE", typeName)
    if let unit, format == .openMetrics { describe("UNIT", unit) }
    describe("HELP", help)
  }

  package mutating func sample(_ value: UInt64) { sample([], value) }

  package mutating func sample(_ labels: [Label], _ value: UInt64) {
    begin(kind == .counter ? "_total" : kind == .info ? "_info" : "", labels)
    end(value)
  }

  /// A sample in seconds, of a time in nanoseconds.
  package mutating func sample(_ labels: [Label] = [], nanoseconds: UInt64) {
    begin(kind == .counter ? "_total" : "", labels)
    end(nanoseconds: nanoseconds)
  }

  /// The samples of a histogram, in seconds.
  package mutating func histogram(_ total: Histogram.Total) {
    var below: UInt64 = 0
    for (index, count) in total.counts.enumerated() {
      below &+= count
      let bound =
        index < Histogram.bounds.count
        ? Self.seconds(Histogram.bounds[index]) : "+Inf"
      begin("_bucket", [("le", bound)])
      end(below)
    }
    begin("_count", [])
    end(below)
    begin("_sum", [])
    end(nanoseconds: total.nanoseconds)
  }

  /// The whole text. Nothing is written after this.
  package consuming func finish() -> [UInt8] {
    if format == .openMetrics { bytes.append("# EOF\n") }
    return bytes
  }

  private var typeName: StaticString {
    switch kind {
    case .counter: "counter"
    case .gauge: "gauge"
    case .histogram: "histogram"
    case .info: format == .openMetrics ? "info" : "gauge"
    }
  }

  private mutating func describe(_ what: StaticString, _ text: StaticString) {
    bytes.append("# ")
    bytes.append(what)
    bytes.append(ASCII.space)
    bytes.append(name)
    if format == .prometheus, kind == .counter { bytes.append("_total") }
    if format == .prometheus, kind == .info { bytes.append("_info") }
    bytes.append(ASCII.space)
    bytes.append(text)
    bytes.append(ASCII.lineFeed)
  }

  private mutating func begin(_ suffix: StaticString, _ labels: [Label]) {
    bytes.append(name)
    bytes.append(suffix)
    for (index, label) in labels.enumerated() {
      bytes.append(index == 0 ? "{" : ",")
      bytes.append(label.name)
      bytes.append("=\"")
      append(escaping: label.value)
      bytes.append(0x22)
    }
    if !labels.isEmpty { bytes.append("}") }
    bytes.append(ASCII.space)
  }

  private mutating func append(escaping value: String) {
    for byte in value.utf8 {
      switch byte {
      case 0x22: bytes.append("\\\"")
      case 0x5C: bytes.append("\\\\")
      case ASCII.lineFeed: bytes.append("\\n")
      default: bytes.append(byte)
      }
    }
  }

  private mutating func end(_ value: UInt64) {
    Decimal.append(UInt(value), to: &bytes)
    bytes.append(ASCII.lineFeed)
  }

  private mutating func end(nanoseconds: UInt64) {
    bytes.append(contentsOf: Self.seconds(nanoseconds).utf8)
    bytes.append(ASCII.lineFeed)
  }

  /// As OpenMetrics writes numbers: `1e-05`, `0.25`, `10.0`.
  private static func seconds(_ nanoseconds: UInt64) -> String {
    (Double(nanoseconds) / 1e9).description
  }
}
