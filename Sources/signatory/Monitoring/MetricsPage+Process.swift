internal import Loading
internal import Logging
internal import Configuration
internal import EventLoop
internal import Host
internal import Metrics

/// What is not counted by the loops: what is loaded, the logs, the process.
extension MetricsPage {
  func writeServed(to page: inout Exposition) {
    let served = observations.served
    page.family("signatory_build", .info, "The version of the program.")
    page.sample([("version", ProgramVersion.text)], 1)
    page.family(
      "signatory_snapshot_age_seconds", .gauge, unit: "seconds",
      "Time since the current snapshot was applied.")
    page.sample(nanoseconds: Clock.nanosecondsNow() &- served.sinceNanoseconds)
    page.family("signatory_snapshot_items", .gauge, "Items served, by kind.")
    for (kind, count) in [
      ("statement", served.statements), ("organization", served.organizations),
      ("person", served.people), ("quote", served.quotations),
    ] {
      page.sample([("kind", kind)], UInt64(count))
    }
    page.family(
      "signatory_snapshot_text_bytes", .gauge, unit: "bytes", "Source texts served, in UTF-8.")
    page.sample(UInt64(served.textBytes))
    page.family(
      "signatory_snapshot_problems", .gauge, "Files that are not served as they should be.")
    page.sample(UInt64(served.problems))
    page.family(
      "signatory_problems", .gauge,
      "Problems other than those of single texts, by subject; /readyz lists them.")
    for subject in SnapshotMetrics.Subject.allCases {
      page.sample([("what", subject.rawValue)], UInt64(observations.problems(subject)))
    }
  }

  func writeReloads(to page: inout Exposition) {
    page.family(
      "signatory_reloads", .counter, "Reloads of files after the start, by outcome.")
    for (what, counts) in reloads {
      page.sample([("what", what), ("outcome", "changed")], counts.changed.count)
      page.sample([("what", what), ("outcome", "unchanged")], counts.unchanged.count)
      page.sample([("what", what), ("outcome", "failed")], counts.failed.count)
    }
    page.family(
      "signatory_files_unavailable", .gauge,
      "1 while files cannot be read and the last good ones are served.")
    for (what, counts) in reloads {
      if let isSo = counts.isUnavailable { page.sample([("what", what)], isSo ? 1 : 0) }
    }
    page.family(
      "signatory_files_unwatched", .gauge,
      "1 while files cannot be watched and are read every second instead.")
    for (what, counts) in reloads {
      if let isSo = counts.isPolled { page.sample([("what", what)], isSo ? 1 : 0) }
    }
  }

  func writeCertificates(to page: inout Exposition) {
    page.family(
      "signatory_tls_certificate_expiry_seconds", .gauge, unit: "seconds",
      "Expiry of the first certificate of each chain to expire, as Unix time, by file.")
    for (file, seconds) in expiries() {
      page.sample([("file", file)], UInt64(clamping: seconds))
    }
  }

  func writeLogs(to page: inout Exposition) {
    page.family("signatory_log_lines", .counter, "Log lines written, by log.")
    for (log, sink) in sinks { page.sample([("log", log)], sink.written) }
    page.family(
      "signatory_log_lines_dropped", .counter,
      "Log lines dropped, by log and reason: full (a slow reader) or failed (a failed write)."
    )
    for (log, sink) in sinks {
      page.sample([("log", log), ("reason", "full")], sink.droppedFull)
      page.sample([("log", log), ("reason", "failed")], sink.droppedFailed)
    }
  }

  func writeProcess(to page: inout Exposition) {
    let process = ProcessMetrics.now()
    page.family(
      "process_cpu_seconds", .counter, unit: "seconds", "User and system CPU time.")
    page.sample(nanoseconds: process.processorNanoseconds)
    page.family("process_resident_memory_bytes", .gauge, unit: "bytes", "Resident memory.")
    page.sample(process.residentBytes)
    page.family("process_virtual_memory_bytes", .gauge, unit: "bytes", "Virtual memory.")
    page.sample(process.virtualBytes)
    page.family("process_open_fds", .gauge, "Open descriptors.")
    page.sample(process.openDescriptors)
    page.family("process_max_fds", .gauge, "Maximum number of open descriptors.")
    page.sample(process.descriptorsMax)
    page.family("process_threads", .gauge, "Threads.")
    page.sample(process.threads)
    page.family(
      "process_start_time_seconds", .gauge, unit: "seconds",
      "Start time of the process, as Unix time.")
    page.sample(
      nanoseconds: UInt64(clamping: started.seconds) &* 1_000_000_000
        &+ UInt64(started.milliseconds) &* 1_000_000)
  }
}
