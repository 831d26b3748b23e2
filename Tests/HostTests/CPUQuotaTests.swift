import Glibc
import HostTesting
import Testing

@testable import Host

@Suite struct CPUQuotaTests {
  private func cores(_ membership: String, _ files: [String: String]) -> Int? {
    let folder = TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    folder.write("membership", membership)
    var made: [String] = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      var place = folder.path
      for part in path.split(separator: "/").dropLast() {
        place += "/\(part)"
        if unsafe mkdir(place, 0o700) == 0 { made.append(place) }
      }
      folder.write(path, text)
    }
    let cores = CPUQuota(root: folder.path, membership: "\(folder.path)/membership").cores
    for path in files.keys { folder.remove(path) }
    for place in made.reversed() { unsafe _ = rmdir(place) }
    return cores
  }

  @Test("A quota of the process's group, or of one that it is in, bounds the cores, rounded up")
  func unified() {
    #expect(cores("0::/a/b\n", ["a/b/cpu.max": "150000 100000\n"]) == 2)
    #expect(cores("0::/a/b\n", ["a/b/cpu.max": "max 100000\n"]) == nil)
    #expect(
      cores("0::/a/b\n", ["a/b/cpu.max": "400000 100000\n", "a/cpu.max": "100000 100000\n"]) == 1)
    #expect(
      cores("0::/a/b\n", ["a/b/cpu.max": "100000 100000\n", "a/cpu.max": "400000 100000\n"]) == 1)
    #expect(cores("0::/\n", ["cpu.max": "5000 100000\n"]) == 1)
    #expect(cores("0::/not/seen/from/here\n", ["cpu.max": "200000 100000\n"]) == 2)
  }

  @Test("So does one of the older kind")
  func legacy() {
    let membership = "5:cpuset:/\n4:cpu,cpuacct:/a\n0::/\n"
    let files = [
      "cpu,cpuacct/a/cpu.cfs_quota_us": "250000\n", "cpu,cpuacct/a/cpu.cfs_period_us": "100000\n",
    ]
    #expect(cores(membership, files) == 3)
    let free = [
      "cpu,cpuacct/a/cpu.cfs_quota_us": "-1\n", "cpu,cpuacct/a/cpu.cfs_period_us": "100000\n",
    ]
    #expect(cores(membership, free) == nil)
  }

  @Test("What cannot be read or makes no sense bounds nothing")
  func nonsense() {
    #expect(cores("", [:]) == nil)
    #expect(cores("x\n0:\n", ["cpu.max": "1 2"]) == nil)
    for text in ["", "max", "0 100000", "100000 0", "-5 100000", "99999999999999999999 1", "a b"] {
      #expect(cores("0::/\n", ["cpu.max": text]) == nil, "\(text)")
    }
    #expect(CPUQuota(root: "/nonexistent", membership: "/nonexistent").cores == nil)
  }
}
