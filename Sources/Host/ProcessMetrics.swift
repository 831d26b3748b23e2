internal import Bytes
internal import EventLoop
internal import Glibc

/// What the system tells of this process. What it does not tell is 0.
package struct ProcessMetrics: Sendable {
  package var residentBytes: UInt64 = 0
  package var virtualBytes: UInt64 = 0
  package var processorNanoseconds: UInt64 = 0
  package var openDescriptors: UInt64 = 0
  package var descriptorsMax: UInt64 = 0
  package var threads: UInt64 = 0

  package static func now() -> ProcessMetrics {
    var metrics = ProcessMetrics()
    let pages = numbers(in: "/proc/self/statm")
    let pageBytes = UInt64(clamping: sysconf(Int32(_SC_PAGESIZE)))
    if pages.count > 1 {
      metrics.virtualBytes = pages[0] &* pageBytes
      metrics.residentBytes = pages[1] &* pageBytes
    }
    metrics.processorNanoseconds = Clock.processorNanoseconds()
    metrics.openDescriptors = UInt64(max(Directory.count("/proc/self/fd") - 1, 0))
    metrics.descriptorsMax = UInt64(clamping: Environment.descriptorLimit)
    metrics.threads = UInt64(Directory.count("/proc/self/task"))
    return metrics
  }

  private static func numbers(in path: String) -> [UInt64] {
    guard let content = try? FileContent(path: path) else { return [] }
    return content.bytes.split { !ASCII.isDigit($0) }.compactMap { digits in
      Decimal.parse(Array(digits).span).map { UInt64($0) }
    }
  }
}
