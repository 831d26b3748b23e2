/// How much processor time the control groups of this process may take (cgroups(7)): a container or
/// unit may get less than the cores that it runs on.
struct CPUQuota {
  /// The folder in which the kernel shows control groups.
  var root = "/sys/fs/cgroup"
  /// The file that names the groups of this process.
  var membership = "/proc/self/cgroup"

  /// Cores' worth of time, rounded up; `nil` where there is no bound.
  var cores: Int? {
    guard let content = text(of: membership) else { return nil }
    var bounds: [Double] = []
    for line in content.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let (controllers, path) = (parts[1], String(parts[2]))
      if parts[0] == "0", controllers.isEmpty {
        bounds += groups(path, in: root).compactMap(unified)
      } else if controllers.split(separator: ",").contains("cpu") {
        bounds += groups(path, in: "\(root)/\(controllers)").compactMap(legacy)
        bounds += groups(path, in: "\(root)/cpu").compactMap(legacy)
      }
    }
    return bounds.min().map { max(Int($0.rounded(.up)), 1) }
  }

  /// The folders of a group and of those that it is in: each of them binds. In a container the path
  /// may be the host's, and the last of these is the container's own.
  private func groups(_ path: String, in root: String) -> [String] {
    var parts = path.split(separator: "/")
    var folders: [String] = []
    while !parts.isEmpty {
      folders.append("\(root)/\(parts.joined(separator: "/"))")
      parts.removeLast()
    }
    return folders + [root]
  }

  /// `cpu.max`: a quota, or `max`, and the period that it is for.
  private func unified(_ folder: String) -> Double? {
    guard let words = text(of: "\(folder)/cpu.max")?.split(whereSeparator: \.isWhitespace),
      words.count == 2
    else { return nil }
    return share(words[0], words[1])
  }

  private func legacy(_ folder: String) -> Double? {
    guard let quota = text(of: "\(folder)/cpu.cfs_quota_us"),
      let period = text(of: "\(folder)/cpu.cfs_period_us")
    else { return nil }
    return share(quota.prefix { !$0.isWhitespace }, period.prefix { !$0.isWhitespace })
  }

  /// Without a bound the quota is `max`, or -1.
  private func share(_ quota: Substring, _ period: Substring) -> Double? {
    guard let quota = UInt32(quota), let period = UInt32(period), quota > 0, period > 0 else {
      return nil
    }
    return Double(quota) / Double(period)
  }

  private func text(of path: String) -> String? {
    (try? FileContent(path: path)).map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}
