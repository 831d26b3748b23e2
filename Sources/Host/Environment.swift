internal import CLinux
internal import Glibc

/// What the process was started into.
package enum Environment {
  /// The environment variables.
  package static var variables: [String: String] {
    var variables: [String: String] = [:]
    var entry = unsafe environ
    while let text = unsafe entry.pointee {
      let pair = unsafe String(cString: text)
      if let equals = pair.firstIndex(of: "=") {
        variables[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
      }
      unsafe entry += 1
    }
    return variables
  }

  /// The cores that this process may run on, or those whose time it may take, where that is less.
  package static var coreCount: Int {
    let cores = max(Int(clinux_core_count()), 1)
    return min(cores, CPUQuota().cores ?? cores)
  }

  /// How many descriptors may be open.
  static var descriptorLimit: Int {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
      return 0
    }
    return Int(clamping: limit.rlim_cur)
  }

  /// Raises the number of descriptors that may be open to `wanted`, or what the system allows this
  /// process where that is less or nothing is wanted.
  package static func raiseDescriptorLimit(to wanted: Int?) {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = min(wanted.map { rlim_t($0) } ?? limit.rlim_max, limit.rlim_max)
    unsafe _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}

/// How the threads of this process share the cores.
package enum Priority {
  /// Lets others go before the calling thread from now on: what is loaded anew may wait, and
  /// answers may not. Only threads that load call it; it cannot be taken back without rights.
  package static func lower() {
    // On Linux 0 is the calling thread, not the process.
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness)
  }

  /// About a tenth of the share that a thread of usual priority gets.
  private static let niceness: Int32 = 10
}

/// The memory that the C library keeps for later.
package enum Memory {
  /// Gives back what loading needed for a moment. It may take some milliseconds.
  package static func giveBack() {
    _ = malloc_trim(0)
  }
}
