internal import Bytes
internal import EventLoop
internal import Glibc

/// What the system tells of this process. What it does not tell is 0.
struct ProcessFigures: Sendable {
  var residentBytes: UInt64 = 0
  var virtualBytes: UInt64 = 0
  var processorNanoseconds: UInt64 = 0
  var openDescriptors: UInt64 = 0
  var descriptorsMax: UInt64 = 0
  var threads: UInt64 = 0

  static func now() -> ProcessFigures {
    var figures = ProcessFigures()
    let pages = numbers(in: "/proc/self/statm")
    let pageBytes = UInt64(clamping: sysconf(Int32(_SC_PAGESIZE)))
    if pages.count > 1 {
      figures.virtualBytes = pages[0] &* pageBytes
      figures.residentBytes = pages[1] &* pageBytes
    }
    figures.processorNanoseconds = Clock.processorNanoseconds()
    figures.openDescriptors = UInt64(max(Directory.count("/proc/self/fd") - 1, 0))
    figures.descriptorsMax = UInt64(clamping: Environment.descriptorLimit)
    figures.threads = UInt64(Directory.count("/proc/self/task"))
    return figures
  }

  private static func numbers(in path: String) -> [UInt64] {
    guard let content = try? FileContent(path: path) else { return [] }
    return content.bytes.split { !ASCII.isDigit($0) }.compactMap { digits in
      Decimal.parse(Array(digits).span).map { UInt64($0) }
    }
  }
}
